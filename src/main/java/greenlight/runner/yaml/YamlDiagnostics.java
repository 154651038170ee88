package greenlight.runner.yaml;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.TextFile;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.Parameter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A file being read: takes values out of its nodes and gathers a complaint, with its place, wherever that fails, so
 * that one reading finds every fault.
 */
public final class YamlDiagnostics {
    /** A node and the way to it from the top of the file, such as {@code design.points[0].x}. */
    public record Item(String path, Node key, Node value) {
        public Item(String path, Node value) {
            this(path, value, value);
        }
    }

    /** Whether it is about another file, such as one of points; those come last. */
    private record Complaint(boolean elsewhere, int line, int column, String text) {}

    /** Of known words, how many a message lists. */
    private static final int LISTABLE = 12;

    /** Of a value found, how many characters a message shows. */
    private static final int LONGEST = 60;

    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * Nothing read yet.
     *
     * @param file its path: messages begin with it
     */
    public YamlDiagnostics(String file) {
        this.file = file;
    }

    /** Complains about a node. */
    public void complain(Node at, String path, String sentence) {
        int line = at.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = at.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        complain(line, column, path.isEmpty() ? sentence : path + ": " + sentence);
    }

    /** Line and column count from 1. */
    public void complain(int line, int column, String sentence) {
        complain(file, line, column, sentence);
    }

    /** Complains about a file that this one names; beyond the last line, about all of it. */
    public void complain(String about, int line, int column, String sentence) {
        String place = line == Integer.MAX_VALUE ? "" : line + ":" + column + ":";
        String text = about + ":" + place + " " + sentence.replaceAll("[\\s\\p{Cntrl}]+", " ");
        complaints.add(new Complaint(!about.equals(file), line, column, text));
    }

    /** Complains about a table that this file names. */
    public void complain(BadTable table) {
        add(table.getMessage());
    }

    /** Adds a sentence, with its place, about a file that this one names. */
    public void add(String sentence) {
        complaints.add(new Complaint(true, 1, 1, sentence));
    }

    /** The path of this file. */
    public Path path() {
        return Path.of(file);
    }

    /** The path of a file beside this one. */
    public Path beside(String name) {
        return Path.of(file).resolveSibling(name);
    }

    /** The folder of this file. */
    public Path folder() {
        Path parent = Path.of(file).getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The text of a file; empty, with a complaint, where it is neither UTF-8 nor, by its mark, UTF-16. */
    public String decoded(byte[] bytes, String about) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean bad = TextFile.charset(bytes)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, true)
                .isError();
        text.flip();
        if (bad) {
            complainAfter(text.toString(), about, "not UTF-8 text.");
            return "";
        }
        return text.toString();
    }

    /** Complains at the place where a text ends. */
    public void complainAfter(String before, String about, String sentence) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        complain(about, line, before.length() - before.lastIndexOf('\n'), sentence);
    }

    public boolean hasComplaints() {
        return !complaints.isEmpty();
    }

    /** All complaints, in the order of the file; those about other files last. */
    public List<String> complaints() {
        return complaints.stream()
                .sorted(Comparator.comparing(Complaint::elsewhere)
                        .thenComparingInt(Complaint::line)
                        .thenComparingInt(Complaint::column))
                .map(Complaint::text)
                .toList();
    }

    /** Complains that an item is not what is allowed there; gives nothing, for the caller to give in turn. */
    public <T> Optional<T> refuse(Item item, String allowed) {
        complain(item.value(), item.path(), "found " + shown(item.value()) + "; allowed is " + allowed + ".");
        return Optional.empty();
    }

    /** Complains that a word is none of those known. */
    public void unknown(Node at, String path, String kind, String word, Collection<String> known) {
        complain(at, path, unknown(kind, word, known));
    }

    /** The sentence about a word that is none of those known. */
    public static String unknown(String kind, String word, Collection<String> known) {
        String hint = SpellingSuggestion.to(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(known.size() <= LISTABLE ? "; allowed: " + String.join(", ", known) + "." : ".");
        return "no " + kind + " of that name" + hint;
    }

    /** The entries of a mapping by key, those given twice complained of; none where it is not a mapping. */
    public Optional<Map<String, Item>> mapping(Item item, String allowed) {
        if (!(item.value() instanceof MappingNode mapping)) {
            return refuse(item, allowed);
        }
        Map<String, Item> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                complain(key, item.path(), "found " + shown(key) + " as a key; allowed is a name.");
                continue;
            }
            String path = item.path().isEmpty() ? scalar.getValue() : item.path() + "." + scalar.getValue();
            Item first = entries.putIfAbsent(scalar.getValue(), new Item(path, key, entry.getValueNode()));
            if (first != null) {
                complain(key, path, "given a second time; the first is at " + place(first.key()) + ".");
            }
        }
        return Optional.of(entries);
    }

    /** As {@link #mapping}, with every key but the allowed ones complained of. */
    public Optional<Map<String, Item>> mapping(Item item, String allowed, List<String> keys) {
        Optional<Map<String, Item>> entries = mapping(item, allowed);
        entries.ifPresent(found -> found.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                unknown(entry.key(), entry.path(), "key", key, keys);
            }
        }));
        return entries;
    }

    /** The first entry of a key in a mapping, without a complaint where there is none. */
    public static Optional<Item> entry(Node mapping, String key) {
        if (mapping instanceof MappingNode entries) {
            for (NodeTuple entry : entries.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return Optional.of(new Item(key, name, entry.getValueNode()));
                }
            }
        }
        return Optional.empty();
    }

    /** The items of a list, none where it is not one or is empty. */
    public List<Item> list(Item item, String allowed) {
        if (!(item.value() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            refuse(item, allowed);
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            items.add(new Item(item.path() + "[" + items.size() + "]", node));
        }
        return items;
    }

    /** The words of a list, each known and given once; complaints leave words out. */
    public List<String> words(Item item, String kind, List<String> known) {
        Map<String, Item> words = new LinkedHashMap<>();
        for (Item word : list(item, "a list of names of one or more")) {
            text(word).ifPresent(text -> {
                if (!known.contains(text)) {
                    unknown(word.value(), word.path() + ": " + shown(word.value()), kind, text, known);
                } else {
                    once(word, text, words);
                }
            });
        }
        return List.copyOf(words.keySet());
    }

    /** Complains when a value was seen before, else remembers it. */
    public <T> void once(Item item, T value, Map<T, Item> seen) {
        Item first = seen.putIfAbsent(value, item);
        if (first != null) {
            complain(
                    item.value(),
                    item.path(),
                    "found " + shown(item.value()) + " a second time; the first is at " + place(first.value()) + ".");
        }
    }

    /** Any scalar, as written. */
    public Optional<String> text(Item item) {
        if (item.value() instanceof ScalarNode scalar
                && !item.value().getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        boolean blank =
                item.value() instanceof ScalarNode && !item.value().getTag().equals(Tag.NULL);
        return refuse(item, blank ? "a text that is not blank" : "a text");
    }

    /** One of a few words. */
    public Optional<String> word(Item item, String kind, List<String> known) {
        Optional<String> word = text(item);
        if (word.isPresent() && !known.contains(word.get())) {
            unknown(item.value(), item.path() + ": " + shown(item.value()), kind, word.get(), known);
            return Optional.empty();
        }
        return word;
    }

    public Optional<Boolean> flag(Item item) {
        Optional<Boolean> flag = item.value() instanceof ScalarNode scalar ? flag(scalar) : Optional.empty();
        return flag.isPresent() ? flag : refuse(item, "true or false");
    }

    /** YAML 1.2 reads {@code on} and {@code off} as texts. */
    private static Optional<Boolean> flag(ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Optional.of(scalar.getValue().equalsIgnoreCase("true"));
        }
        return switch (scalar.getValue()) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number of 64 bits. */
    public Optional<Long> whole(Item item, long from, long to, String allowed) {
        if (item.value() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            try {
                long number = Long.parseLong(scalar.getValue());
                if (number >= from && number <= to) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException beyond) {
                return refuse(item, allowed);
            }
        }
        return refuse(item, allowed);
    }

    /** A value that a parameter allows. */
    public OptionalDouble value(Item item, Parameter parameter) {
        OptionalDouble value = parameter.words().isEmpty() ? number(item.value()) : worded(item.value(), parameter);
        if (value.isPresent() && parameter.allows(value.getAsDouble())) {
            return value;
        }
        refuse(item, parameter.allowed());
        return OptionalDouble.empty();
    }

    /** YAML reads {@code true} as a flag and {@code on} as a text; a parameter knows both by their spelling. */
    private static OptionalDouble worded(Node node, Parameter parameter) {
        return node instanceof ScalarNode scalar
                ? parameter.read(scalar.getValue().toLowerCase(Locale.ROOT))
                : OptionalDouble.empty();
    }

    /** A finite number in decimal notation, never negative zero. */
    public static OptionalDouble number(Node node) {
        boolean numeric = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        if (numeric && node instanceof ScalarNode scalar) {
            try {
                double value = Double.parseDouble(scalar.getValue()) + 0.0;
                return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            } catch (NumberFormatException notDecimal) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /** Line and column of a node, from 1. */
    public static String place(Node node) {
        return node.getStartMark()
                .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse("an unknown place");
    }

    private static String shown(Node node) {
        if (node instanceof ScalarNode scalar) {
            String value = scalar.getValue();
            String quoted = "'" + (value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value) + "'";
            return node.getTag().equals(Tag.NULL) ? "nothing" : scalar.isPlain() ? quoted : "the text " + quoted;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().isEmpty() ? "an empty list" : "a list";
        }
        return node instanceof MappingNode mapping && mapping.getValue().isEmpty() ? "an empty mapping" : "a mapping";
    }
}
