package greenlight.runner.measure;

import greenlight.runner.measure.Summary.How;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.yaml.YamlDiagnostics;
import greenlight.runner.yaml.YamlDiagnostics.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads own measures of a reading: which one, of whom, and how its values over a run come to one number. */
final class ReadingReader {
    static final String READING = "reading";
    static final String ENTITY = "entity";
    static final String KIND = "kind";
    static final String ACROSS = "across";
    static final String HOW = "how";

    static final List<String> KEYS = List.of(READING, ENTITY, KIND, ACROSS, HOW);

    /** How the entities of a kind come to one number. */
    static final List<String> WAYS = List.of("sum", "mean");

    private final Model model;
    private final YamlDiagnostics page;
    private final List<ReadingSource> sources;

    /** What only the whole design shows: where an entity is named, and where a step is. */
    private final Map<Item, String> entities = new LinkedHashMap<>();

    private final Map<Item, String> steps = new LinkedHashMap<>();

    ReadingReader(Model model, YamlDiagnostics page) {
        this.model = model;
        this.page = page;
        sources = ReadingSource.of(model);
    }

    /** The measure of a definition, which has a reading; empty, with a complaint, where it is not right. */
    Optional<ReadMeasure> read(String name, Map<String, Item> entries) {
        Optional<ReadingSource> source = source(entries.get(READING));
        Optional<Summary> summary = summary(entries);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        int before = page.complaints().size();
        Optional<String> kind = kind(source.get(), entries);
        Optional<String> entity = entity(source.get(), entries);
        boolean mean = across(entries);
        return summary.isEmpty() || page.complaints().size() > before
                ? Optional.empty()
                : Optional.of(ReadMeasure.of(name, source.get(), entity, kind, mean, summary.get()));
    }

    private Optional<ReadingSource> source(Item item) {
        if (sources.isEmpty()) {
            page.complain(
                    item.key(), item.path(), "the model " + model.name() + " has no readings; name measures instead.");
            return Optional.empty();
        }
        Optional<ReadingSource> source = page.word(
                        item, READING, sources.stream().map(ReadingSource::key).toList())
                .flatMap(key ->
                        sources.stream().filter(each -> each.key().equals(key)).findFirst());
        if (source.isPresent() && source.get().words()) {
            page.complain(
                    item.value(),
                    item.path(),
                    source.get().key() + " is in words; a measure needs a reading in numbers.");
            return Optional.empty();
        }
        return source;
    }

    private Optional<String> kind(ReadingSource source, Map<String, Item> entries) {
        Item item = entries.get(KIND);
        if (item == null) {
            return Optional.empty();
        }
        if (entries.containsKey(ENTITY)) {
            page.complain(item.key(), item.path(), "entity is given as well; allowed is one of them.");
            return Optional.empty();
        }
        if (!entries.containsKey(ACROSS)) {
            page.complain(item.key(), item.path(), "across is missing; allowed is across: sum, or across: mean.");
        }
        if (source.place(ColumnRole.ENTITY_KIND) < 0) {
            page.complain(item.key(), item.path(), source.key() + " is of no kinds; leave it out.");
            return Optional.empty();
        }
        List<String> kinds = source.column(ColumnRole.ENTITY_KIND).words();
        Optional<String> kind = kinds.isEmpty() ? page.text(item) : page.word(item, KIND, kinds);
        return kind.filter(word -> has(source, word, item, "the kind " + word));
    }

    /** Whether a kind has a reading; complains where it has not. */
    private boolean has(ReadingSource source, String kind, Item at, String who) {
        List<String> kinds = model.kindsWith(source.key());
        if (kinds.isEmpty() || kinds.contains(kind)) {
            return true;
        }
        page.complain(
                at.value(),
                at.path(),
                who + " has no " + source.key() + "; the kinds that have it: " + String.join(", ", kinds) + ".");
        return false;
    }

    private Optional<String> entity(ReadingSource source, Map<String, Item> entries) {
        Item item = entries.get(ENTITY);
        boolean entities = source.place(ColumnRole.ENTITY) >= 0;
        if (item != null && !entities) {
            page.complain(item.key(), item.path(), source.key() + " is of no entities; leave it out.");
        }
        if (!entities || entries.containsKey(KIND)) {
            return Optional.empty();
        }
        Map<String, Set<String>> known = known(source);
        if (item != null) {
            return named(source, item, known);
        }
        Item reading = entries.get(READING);
        if (known.isEmpty()) {
            page.complain(reading.key(), reading.path(), "entity is missing; name the one whose reading it is.");
            return Optional.empty();
        }
        Map.Entry<String, Set<String>> whole = known.entrySet().iterator().next();
        List<String> kinds = model.kindsWith(source.key());
        if (!kinds.isEmpty() && whole.getValue().stream().noneMatch(kinds::contains)) {
            page.complain(
                    reading.value(),
                    reading.path(),
                    whole.getKey() + " has no " + source.key() + "; name an entity, or as kind one of "
                            + String.join(", ", kinds) + ".");
            return Optional.empty();
        }
        return Optional.of(whole.getKey());
    }

    private Optional<String> named(ReadingSource source, Item item, Map<String, Set<String>> known) {
        if (known.isEmpty()) {
            return page.text(item);
        }
        Optional<String> name = page.word(item, ENTITY, List.copyOf(known.keySet()));
        name.ifPresent(word -> entities.put(item, word));
        return name.filter(word -> {
            Set<String> kinds = known.get(word);
            List<String> with = model.kindsWith(source.key());
            return kinds.isEmpty()
                    || kinds.stream().anyMatch(with::contains)
                    || has(source, kinds.iterator().next(), item, word);
        });
    }

    /** The entities of all scenarios, each with the kinds that it has in some; the whole first. */
    private Map<String, Set<String>> known(ReadingSource source) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        for (String scenario : model.scenarios()) {
            model.entities(scenario)
                    .forEach((name, kind) -> known.computeIfAbsent(name, none -> new LinkedHashSet<>())
                            .add(kind));
        }
        if (known.isEmpty()) {
            source.column(ColumnRole.ENTITY).words().forEach(name -> known.put(name, Set.of()));
        }
        return known;
    }

    /** Whether the entities of a kind come to their mean, else to their sum. */
    private boolean across(Map<String, Item> entries) {
        Item item = entries.get(ACROSS);
        if (item == null) {
            return false;
        }
        if (!entries.containsKey(KIND)) {
            page.complain(item.key(), item.path(), "goes with kind; name a kind of entities, or leave it out.");
            return false;
        }
        return page.word(item, "way", WAYS).map("mean"::equals).orElse(false);
    }

    /** The words for how; those of a model without readings are the general ones. */
    List<String> how() {
        return How.words(stepsWord());
    }

    private String stepsWord() {
        return sources.isEmpty() ? "steps" : sources.get(0).steps();
    }

    /** How a way is written, such as {@code how: last}. */
    String example(String word) {
        How how = How.values()[how().indexOf(word)];
        if (how.plain()) {
            return "how: " + word;
        }
        List<String> labels = labels(model.scenarios().get(0));
        String argument = how == How.AT ? (labels.isEmpty() ? "12" : labels.get(0)) : "\"> 0\"";
        return "how: {" + word + ": " + argument + "}";
    }

    private Optional<Summary> summary(Map<String, Item> entries) {
        Item item = entries.get(HOW);
        if (item == null) {
            Item reading = entries.get(READING);
            page.complain(reading.key(), reading.path(), "how is missing; allowed: " + String.join(", ", how()) + ".");
            return Optional.empty();
        }
        if (!(item.value() instanceof MappingNode)) {
            return page.word(item, "way", how()).flatMap(word -> {
                How plain = How.values()[how().indexOf(word)];
                return plain.plain() ? Optional.of(Summary.of(plain)) : page.refuse(item, example(word));
            });
        }
        Map<String, Item> given = page.mapping(item, "a mapping").orElse(Map.of());
        if (given.size() != 1) {
            return page.refuse(item, "one way, such as " + example(How.AT.word("")));
        }
        Item argument = given.values().iterator().next();
        String word = given.keySet().iterator().next();
        if (!how().contains(word)) {
            page.unknown(argument.key(), argument.path(), "way", word, how());
            return Optional.empty();
        }
        How how = How.values()[how().indexOf(word)];
        return switch (how) {
            case AT -> step(argument).map(label -> new Summary(how, label, Optional.empty()));
            case WHERE, FIRST_WHERE -> condition(argument).map(held -> new Summary(how, "", Optional.of(held)));
            default -> page.refuse(item, example(word));
        };
    }

    private Optional<Condition> condition(Item item) {
        return page.text(item).flatMap(text -> {
            Optional<Condition> condition = Condition.of(text);
            return condition.isPresent()
                    ? condition
                    : page.refuse(item, "a comparison with a number, such as \"> 1e6\"");
        });
    }

    /** The label of a step that a run may have. */
    private Optional<String> step(Item item) {
        Set<String> known = new LinkedHashSet<>();
        model.scenarios().forEach(scenario -> known.addAll(labels(scenario)));
        Optional<String> label = known.isEmpty() ? page.text(item) : page.word(item, "step", List.copyOf(known));
        label.filter(known::contains).ifPresent(word -> steps.put(item, word));
        return label;
    }

    /** The labels of the longest run from a scenario. */
    private List<String> labels(String scenario) {
        Setting setting = model.setting(scenario);
        Optional<Parameter> horizon = model.horizon();
        return model.steps(
                scenario, horizon.map(most -> setting.with(most, most.to())).orElse(setting));
    }

    /** Complains about entities and steps that no run has. */
    void check(int points, IntFunction<String> start, IntFunction<Setting> setting) {
        entities.forEach((item, name) -> {
            if (IntStream.range(0, points)
                            .mapToObj(start)
                            .noneMatch(scenario -> model.entities(scenario).containsKey(name))
                    && !model.entities(start.apply(0)).isEmpty()) {
                page.complain(
                        item.value(),
                        item.path(),
                        name + " is not in " + start.apply(0) + "; name one of these: "
                                + String.join(
                                        ", ", model.entities(start.apply(0)).keySet()) + ".");
            }
        });
        steps.forEach((item, label) -> {
            if (IntStream.range(0, points)
                    .noneMatch(point -> model.steps(start.apply(point), setting.apply(point))
                            .contains(label))) {
                List<String> there = new ArrayList<>(model.steps(start.apply(0), setting.apply(0)));
                page.complain(
                        item.value(),
                        item.path(),
                        "no run reaches " + label + "; allowed is " + there.get(0) + " to "
                                + there.get(there.size() - 1) + ".");
            }
        });
    }
}
