package greenlight.runner.measure;

import greenlight.runner.measure.CombinedMeasure.Operation;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import greenlight.runner.model.Setting;
import greenlight.runner.yaml.YamlDiagnostics;
import greenlight.runner.yaml.YamlDiagnostics.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads the key {@code measures} of an experiment file: names of the model's measures and, as mappings, definitions of the
 * experiment's own.
 */
public final class OwnMeasureReader {
    static final String NAME = "name";
    static final String FORM = "[a-z][a-z0-9_]{0,59}";

    private static final Pattern COLUMN = Pattern.compile(FORM);

    /** The most measures of which each needs the next. */
    private static final int LONGEST_CHAIN = 100;

    private final Model model;
    private final YamlDiagnostics page;
    private final ReadingReader readings;
    private final Optional<Item> given;
    private final List<String> keys = new ArrayList<>();

    /** The entries of each own measure, by its name or, where it has none that is right, its place. */
    private final Map<String, Map<String, Item>> definitions = new LinkedHashMap<>();

    /** Those that are right, by name. */
    private final Map<String, OwnMeasure> measures = new LinkedHashMap<>();

    /** Of those that are made of two others, how many there are one after another. */
    private final Map<String, Integer> chains = new LinkedHashMap<>();

    private boolean tooLong;

    /**
     * Reads the measures.
     *
     * @param given the list; empty where a file has none
     */
    public OwnMeasureReader(Model model, YamlDiagnostics page, Optional<Item> given) {
        this.model = model;
        this.page = page;
        this.given = given;
        readings = new ReadingReader(model, page);
        given.ifPresent(this::read);
    }

    /** The model with the measures that are right; the model itself where there are none. */
    public Model model() {
        List<OwnMeasure> own = definitions.keySet().stream()
                .filter(measures::containsKey)
                .map(measures::get)
                .toList();
        return own.isEmpty() ? model : new MeasuredModel(model, own);
    }

    /** The keys of the measures that the file names or defines; none where it does neither. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** The keys of all measures that there are, also of own ones that are not right: they are complained of already. */
    public List<String> known() {
        Stream<String> own = definitions.keySet().stream().filter(COLUMN.asMatchPredicate());
        return Stream.concat(model.measures().stream().map(Column::key), own).toList();
    }

    /** Complains where a list of measures lacks one that another key of the file needs. */
    public void require(String measure, String by) {
        given.filter(list -> !keys.contains(measure))
                .ifPresent(list -> page.complain(
                        list.key(), list.path(), measure + " is missing, which " + by + " needs; add it here."));
    }

    /**
     * Complains about entities and steps that no run has.
     *
     * @param points of the design
     * @param start the scenario of a point
     * @param setting of a point
     */
    public void check(int points, IntFunction<String> start, IntFunction<Setting> setting) {
        readings.check(points, start, setting);
    }

    private void read(Item list) {
        List<String> plain = model.measures().stream().map(Column::key).toList();
        Map<String, String> taken = ColumnNames.uses(model);
        Map<String, Item> named = new LinkedHashMap<>();
        for (Item item : page.list(list, "a list of names of one or more")) {
            if (item.value() instanceof MappingNode) {
                define(item, taken);
            } else {
                page.word(item, "measure", plain).ifPresent(key -> page.once(item, key, named));
            }
        }
        keys.addAll(named.keySet());
        keys.addAll(definitions.keySet());
        definitions.forEach((name, entries) -> {
            if (entries.containsKey(ReadingReader.READING)) {
                readings.read(name, entries).ifPresent(measure -> measures.put(name, measure));
            }
        });
        for (String name : definitions.keySet()) {
            column(name, new ArrayList<>());
        }
    }

    /** Notes a definition under its name, where it has one. */
    private void define(Item item, Map<String, String> taken) {
        Map<String, Item> entries = page.mapping(item, "a mapping").orElse(Map.of());
        entries.forEach((key, entry) -> checkKey(entry, key));
        Item name = entries.get(NAME);
        if (name == null) {
            page.complain(item.value(), item.path(), "name is missing; give the column a name.");
        }
        checkForm(item, entries);
        Optional<String> word = Optional.ofNullable(name).flatMap(page::text);
        definitions.put(named(name, word, taken) ? word.orElseThrow() : item.path(), entries);
    }

    /** Whether a measure has a name that it can have; a complaint says why not. */
    private boolean named(Item name, Optional<String> word, Map<String, String> taken) {
        if (word.isPresent() && !COLUMN.matcher(word.get()).matches()) {
            page.refuse(name, "a column name: up to 60 small letters, digits and _, a letter first");
        } else if (word.isPresent() && taken.containsKey(word.get())) {
            page.complain(
                    name.value(),
                    name.path(),
                    word.get() + " is taken, by " + taken.get(word.get()) + "; choose another name.");
        } else if (word.isPresent()) {
            taken.put(word.get(), "the measure at " + YamlDiagnostics.place(name.value()));
            return true;
        }
        return false;
    }

    private static List<String> forms() {
        return Stream.concat(Stream.of(ReadingReader.READING), Operation.words().stream())
                .toList();
    }

    static List<String> keysOfEntries() {
        return Stream.of(List.of(NAME), ReadingReader.KEYS, Operation.words())
                .flatMap(List::stream)
                .toList();
    }

    private void checkKey(Item entry, String key) {
        if (readings.how().contains(key)) {
            page.complain(entry.key(), entry.path(), key + " goes under how, as in " + readings.example(key) + ".");
        } else if (!keysOfEntries().contains(key)) {
            page.unknown(entry.key(), entry.path(), "key", key, keysOfEntries());
        }
    }

    /** A measure is read, or made of two others. */
    private void checkForm(Item item, Map<String, Item> entries) {
        List<String> given = forms().stream().filter(entries::containsKey).toList();
        if (given.isEmpty()) {
            page.complain(
                    item.value(),
                    item.path(),
                    "reading is missing; allowed is one of " + String.join(", ", forms()) + ".");
        }
        for (String more : given.subList(Math.min(1, given.size()), given.size())) {
            Item other = entries.get(more);
            page.complain(other.key(), other.path(), given.get(0) + " is given as well; allowed is one of them.");
        }
        if (!given.isEmpty() && !given.get(0).equals(ReadingReader.READING)) {
            ReadingReader.KEYS.stream()
                    .filter(key -> !forms().contains(key) && entries.containsKey(key))
                    .map(entries::get)
                    .forEach(entry -> page.complain(
                            entry.key(), entry.path(), "goes with reading; " + given.get(0) + " takes two measures."));
        }
    }

    /**
     * The column of a measure, which is the model's or the experiment's own; empty where it cannot be said.
     *
     * @param within own measures that need it, from the first on
     */
    private Optional<Column> column(String name, List<String> within) {
        if (measures.containsKey(name)) {
            return Optional.of(measures.get(name).column());
        }
        if (!definitions.containsKey(name)) {
            return model.measures().stream()
                    .filter(measure -> measure.key().equals(name))
                    .findFirst();
        }
        Map<String, Item> entries = definitions.get(name);
        for (Operation operation : Operation.values()) {
            Item pair = entries.get(operation.word());
            if (pair != null && !entries.containsKey(ReadingReader.READING)) {
                within.add(name);
                Optional<CombinedMeasure> combined = combined(name, operation, pair, within);
                within.remove(name);
                if (combined.isEmpty()) {
                    entries.remove(operation.word()); // complained of once
                }
                combined.ifPresent(measure -> measures.put(name, measure));
                return combined.map(CombinedMeasure::column);
            }
        }
        return Optional.empty();
    }

    private Optional<CombinedMeasure> combined(String name, Operation operation, Item pair, List<String> within) {
        String allowed = "a list of two measures";
        List<Item> items = page.list(pair, allowed);
        if (items.size() != 2) {
            return items.isEmpty() ? Optional.empty() : page.refuse(pair, allowed);
        }
        List<Column> columns = new ArrayList<>();
        for (Item item : items) {
            Optional<String> word = page.word(item, "measure", known());
            if (word.isPresent() && within.contains(word.get())) {
                List<String> circle = new ArrayList<>(within);
                circle.subList(0, circle.indexOf(word.get())).clear();
                circle.add(word.get());
                page.complain(
                        item.value(),
                        item.path(),
                        word.get() + " is computed from itself: " + String.join(", ", circle)
                                + "; name a measure that does not need " + name + ".");
            } else if (within.size() > LONGEST_CHAIN) {
                tooLong(item, within.get(0));
            } else {
                word.flatMap(key -> column(key, within)).ifPresent(columns::add);
            }
        }
        if (columns.size() != 2) {
            return Optional.empty();
        }
        String first = columns.get(0).unit();
        String second = columns.get(1).unit();
        if (operation == Operation.DIFFERENCE && !first.equals(second)) {
            page.complain(
                    pair.value(),
                    pair.path(),
                    columns.get(0).key() + " is in " + unit(first) + ", "
                            + columns.get(1).key() + " in " + unit(second)
                            + "; a difference needs two measures of one unit.");
            return Optional.empty();
        }
        int chain = 1
                + columns.stream()
                        .mapToInt(column -> chains.getOrDefault(column.key(), 0))
                        .max()
                        .orElse(0);
        if (chain > LONGEST_CHAIN) {
            tooLong(pair, name);
            return Optional.empty();
        }
        chains.put(name, chain);
        return Optional.of(CombinedMeasure.of(name, operation, columns.get(0), columns.get(1)));
    }

    /** Complains of a chain that is too long, once. */
    private void tooLong(Item at, String name) {
        if (!tooLong) {
            page.complain(
                    at.value(),
                    at.path(),
                    name + " is computed from measures each of which needs the next, more than " + LONGEST_CHAIN
                            + " of them; allowed are " + LONGEST_CHAIN + ".");
        }
        tooLong = true;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "no unit" : unit;
    }
}
