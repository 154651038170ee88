package greenlight.experiment;

import greenlight.parameter.Dial;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads an experiment file (YAML 1.2, UTF-8) for a model. */
public final class ExperimentReader {
    /** Always written, so it may be named among the tables but does not change anything. */
    private static final String RUNS = "runs";

    /** The one dial that may stand at the top. */
    private static final String QUARTERS = "quarters";

    private static final List<String> KEYS = List.of(
            "name",
            "title",
            "scenario",
            "quarters",
            "replications",
            "seed",
            "crn",
            "set",
            "design",
            "record",
            "measures");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Model model;
    private final Page page;

    private ExperimentReader(Model model, Page page) {
        this.model = model;
        this.page = page;
    }

    /**
     * Reads a file.
     *
     * @throws BadExperiment with every fault of the file, or when there is no such file
     * @throws IOException when the file is there but cannot be read
     */
    public static Experiment read(Path file, Model model) throws BadExperiment, IOException {
        if (!Files.exists(file)) {
            throw new BadExperiment(List.of(file + ": there is no such file."));
        }
        if (Files.isDirectory(file)) {
            throw new BadExperiment(List.of(file + ": this is a folder, not an experiment file."));
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IOException(file + " cannot be read: " + Folder.reason(unreadable) + ".", unreadable);
        }
        return read(decoded(bytes, file.toString()), file.toString(), model);
    }

    /**
     * Reads the text of a file.
     *
     * @param file the name that messages begin with
     * @throws BadExperiment with every fault of the text
     */
    public static Experiment read(String text, String file, Model model) throws BadExperiment {
        Page page = new Page(file);
        Optional<Node> root = composed(text, file, page);
        page.throwComplaints();
        return new ExperimentReader(model, page).experiment(root.orElseThrow(), text);
    }

    private static String decoded(byte[] bytes, String file) throws BadExperiment {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean bad = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, true)
                .isError();
        text.flip();
        if (bad) {
            Page page = new Page(file);
            complainAfter(text.toString(), page, "not UTF-8 text.");
            page.throwComplaints();
        }
        return text.toString();
    }

    private static Optional<Node> composed(String text, String file, Page page) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                page.complain(1, 1, "the file is empty; an experiment has at least a name.");
                return Optional.empty();
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                page.complain(documents.next(), "", "a second document; a file holds one experiment.");
            }
            return Optional.of(first);
        } catch (MarkedYamlEngineException fault) {
            Optional<Mark> mark = fault.getProblemMark().or(fault::getContextMark);
            page.complain(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    notYaml(fault.getProblem()));
        } catch (ReaderException fault) {
            String character = "the character U+%04X is not allowed".formatted(fault.getCodePoint());
            complainAfter(
                    text.substring(
                            0,
                            text.offsetByCodePoints(
                                    0, Math.min(fault.getPosition(), text.codePointCount(0, text.length())))),
                    page,
                    notYaml(character));
        } catch (YamlEngineException fault) {
            page.complain(1, 1, notYaml(fault.getMessage()));
        } catch (StackOverflowError tooDeep) {
            page.complain(1, 1, notYaml("nested too deeply"));
        }
        return Optional.empty();
    }

    private static String notYaml(String problem) {
        return "not YAML: " + String.valueOf(problem).strip() + ".";
    }

    /** Complains at the place where a text ends. */
    private static void complainAfter(String before, Page page, String sentence) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        page.complain(line, column, sentence);
    }

    private Experiment experiment(Node root, String text) throws BadExperiment {
        Map<String, Page.Item> entries = page.mapping(new Page.Item("", root), "a mapping of keys to values")
                .orElse(Map.of());
        if (entries.isEmpty()) {
            page.throwComplaints();
        }
        entries.forEach(this::checkKey);

        Optional<Page.Item> name = entry(entries, "name");
        if (name.isEmpty()) {
            page.complain(root, "", "name is missing; allowed are letters, digits, - and _.");
        }
        String folder = name.flatMap(this::name).orElse("");
        String title = entry(entries, "title").flatMap(page::text).orElse(folder);
        Optional<Page.Item> start = entry(entries, "scenario");
        String scenario = start.flatMap(item -> page.word(item, "scenario", model.scenarios()))
                .orElse(model.scenarios().get(0));
        Optional<Page.Item> repeats = entry(entries, "replications");
        Optional<Long> replications = repeats.isEmpty()
                ? Optional.of(1L)
                : repeats.flatMap(item -> page.whole(item, 1, Long.MAX_VALUE, "a whole number from 1"));
        long seed = entry(entries, "seed")
                .flatMap(item -> page.whole(item, Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of 64 bits"))
                .orElse(1L);
        boolean crn = entry(entries, "crn").flatMap(page::flag).orElse(true);

        Map<String, Page.Item> fixed = new LinkedHashMap<>();
        Map<Dial, Double> set = set(entries, fixed);
        start.ifPresent(item -> fixed.put(item.path(), item));

        Optional<Page.Item> varied = entry(entries, "design");
        DesignReader designs = new DesignReader(model, page, fixed, replications.orElse(1L));
        Design design = varied.map(designs::design).orElse(Design.single());
        if (varied.isEmpty() && repeats.isPresent()) {
            designs.checkSize(repeats.get(), BigInteger.ONE);
        }
        List<String> tables = model.tables().stream().map(Model.Table::name).toList();
        List<String> recorded = entry(entries, "record").map(this::recorded).orElse(tables);
        List<String> measured = entry(entries, "measures").map(this::measured).orElse(List.of());
        page.throwComplaints();
        return new Experiment(
                model,
                folder,
                title,
                scenario,
                replications.orElseThrow().intValue(),
                seed,
                crn,
                set,
                design,
                tables.stream().filter(recorded::contains).toList(),
                measured,
                text);
    }

    private static Optional<Page.Item> entry(Map<String, Page.Item> entries, String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private void checkKey(String key, Page.Item entry) {
        boolean known =
                KEYS.contains(key) && (!key.equals(QUARTERS) || dial(model, key).isPresent());
        if (!known && dial(model, key).isPresent()) {
            page.complain(entry.key(), entry.path(), "no key of that name; it is a dial, which goes under set.");
        } else if (!known) {
            page.unknown(entry.key(), entry.path(), "key", key, KEYS);
        }
    }

    private Optional<String> name(Page.Item item) {
        return page.text(item)
                .flatMap(text -> NAME.matcher(text).matches()
                        ? Optional.of(text)
                        : page.refuse(item, "up to 100 letters, digits, - and _, for it names a folder"));
    }

    /** The dials set for every run; notes in {@code fixed} where each was. */
    private Map<Dial, Double> set(Map<String, Page.Item> entries, Map<String, Page.Item> fixed) {
        Map<Dial, Double> set = new LinkedHashMap<>();
        entry(entries, "set")
                .flatMap(item -> page.mapping(item, "a mapping of dials to values"))
                .ifPresent(fixed::putAll);
        entry(entries, QUARTERS)
                .filter(item -> dial(model, QUARTERS).isPresent())
                .ifPresent(item -> {
                    Page.Item other = fixed.putIfAbsent(QUARTERS, item);
                    if (other != null) {
                        page.complain(
                                item.key(),
                                item.path(),
                                "also under set, at " + Page.place(other.key()) + "; allowed is one.");
                    }
                });
        fixed.forEach((key, item) -> {
            Optional<Dial> dial = dial(model, key);
            if (dial.isEmpty()) {
                page.unknown(item.key(), item.path(), "dial", key, keys(model));
            } else {
                page.value(item, dial.get()).ifPresent(value -> set.put(dial.get(), value));
            }
        });
        return set;
    }

    private List<String> recorded(Page.Item item) {
        List<String> names = new ArrayList<>(List.of(RUNS));
        model.tables().forEach(table -> names.add(table.name()));
        return page.words(item, "table", names);
    }

    private List<String> measured(Page.Item item) {
        return page.words(
                item,
                "measure",
                model.measures().stream().map(Model.Column::key).toList());
    }

    static Optional<Dial> dial(Model model, String key) {
        return model.dials().stream()
                .filter(dial -> dial.key().equals(key))
                .findFirst()
                .map(dial -> dial);
    }

    static List<String> keys(Model model) {
        return model.dials().stream().map(Dial::key).toList();
    }
}
