package greenlight.runner.spec;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.FactorRange;
import greenlight.runner.design.ParameterGroup;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.yaml.YamlDiagnostics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the {@code factors} of a design: which parameters are varied, and within what. */
final class FactorReader {
    static final String TURNED = "a mapping of parameters to values";

    /** A factor of a design by levels; they are counted before they are made, for there may be too many. */
    record Levelled(YamlDiagnostics.Item at, BigInteger count, Supplier<Factor> made) {
        Factor factor() {
            return made.get();
        }
    }

    /** A factor as the file names it: the parameter, or none for the scenario, and what it says of its range, if anything. */
    private record Named(YamlDiagnostics.Item at, Optional<Parameter> parameter, boolean bare) {}

    private final Model model;
    private final YamlDiagnostics page;
    private final Map<String, YamlDiagnostics.Item> fixed;
    private final LevelReader ranges;

    /**
     * A reader.
     *
     * @param fixed what is set for every run and may not be varied, by key
     */
    FactorReader(Model model, YamlDiagnostics page, Map<String, YamlDiagnostics.Item> fixed) {
        this.model = model;
        this.page = page;
        this.fixed = fixed;
        ranges = new LevelReader(page);
    }

    /** The factors of a design by levels; complaints leave factors out. */
    List<Levelled> levelled(YamlDiagnostics.Item item) {
        List<Levelled> factors = new ArrayList<>();
        for (Named named : named(item)) {
            levels(named)
                    .ifPresent(levels -> factors.add(new Levelled(
                            named.at(),
                            levels.count(),
                            () -> factor(
                                    named, FactorRange.Levels.of(levels.values().get())))));
        }
        return factors;
    }

    /** The factors of a design by ranges; complaints leave factors out. */
    List<Factor> sampled(YamlDiagnostics.Item item) {
        List<Factor> factors = new ArrayList<>();
        for (Named named : named(item)) {
            range(named).ifPresent(range -> factors.add(factor(named, range)));
        }
        return factors;
    }

    private static Factor factor(Named named, FactorRange range) {
        return named.parameter().map(parameter -> Factor.of(parameter, range)).orElseGet(() -> Factor.scenario(range));
    }

    private List<Named> named(YamlDiagnostics.Item item) {
        Map<String, YamlDiagnostics.Item> entries = new LinkedHashMap<>();
        boolean listed = item.value() instanceof SequenceNode;
        if (listed) {
            Map<String, YamlDiagnostics.Item> seen = new LinkedHashMap<>();
            for (YamlDiagnostics.Item each : page.list(item, "a list of one parameter or more")) {
                page.text(each).ifPresent(key -> {
                    page.once(each, key, seen);
                    entries.put(key, each);
                });
            }
        } else {
            page.mapping(item, TURNED + ", or a list of parameters").ifPresent(entries::putAll);
            if (item.value() instanceof MappingNode mapping
                    && mapping.getValue().isEmpty()) {
                page.refuse(item, "a mapping of at least one parameter to values, or a list of parameters");
            }
        }
        Set<String> taken = new HashSet<>(entries.keySet());
        taken.addAll(fixed.keySet());
        List<Named> factors = new ArrayList<>();
        entries.forEach((key, entry) -> {
            Optional<ParameterGroup> group = Arrays.stream(ParameterGroup.values())
                    .filter(each -> !listed && each.key().equals(key))
                    .findFirst();
            if (group.isPresent()) {
                factors.addAll(several(entry, group.get(), taken));
            } else if (check(entry, key)) {
                boolean bare = listed || entry.value().getTag().equals(Tag.NULL);
                factors.add(new Named(entry, model.parameter(key), bare));
            }
        });
        return factors;
    }

    /** The parameters of a group but for those set or varied elsewhere; they are taken. */
    private List<Named> several(YamlDiagnostics.Item item, ParameterGroup group, Set<String> taken) {
        List<String> known = group.words(model);
        List<String> words = item.value() instanceof SequenceNode
                ? page.words(item, group.kind(), known)
                : page.word(item, group.kind(), known).map(List::of).orElse(List.of());
        List<Named> parameters = model.parameters().stream()
                .map(parameter -> (Parameter) parameter)
                .filter(group.named(words))
                .filter(parameter -> taken.add(parameter.key()))
                .map(parameter -> new Named(item, Optional.of(parameter), true))
                .toList();
        if (!words.isEmpty() && parameters.isEmpty()) {
            page.complain(item.key(), item.path(), "no parameter is left, for all are set or varied by name.");
        }
        return parameters;
    }

    /** Whether a key may be varied; complains where not. */
    boolean check(YamlDiagnostics.Item item, String key) {
        Optional<String> wrong = wrong(key);
        wrong.ifPresent(sentence -> page.complain(item.key(), item.path(), sentence));
        return wrong.isEmpty();
    }

    /** Why a key may not be varied; none where it may. */
    Optional<String> wrong(String key) {
        YamlDiagnostics.Item other = fixed.get(key);
        if (other != null) {
            return Optional.of("varied here and set at " + YamlDiagnostics.place(other.key()) + "; allowed is one.");
        }
        if (key.equals(Factor.SCENARIO) || model.parameter(key).isPresent()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(model.keysNear(key));
        keys.add(Factor.SCENARIO);
        return Optional.of(YamlDiagnostics.unknown("parameter", key, keys));
    }

    /** One level of a parameter, or where there is none of the scenario. */
    Optional<Double> level(YamlDiagnostics.Item item, Optional<Parameter> parameter) {
        if (parameter.isPresent()) {
            OptionalDouble value = page.value(item, parameter.get());
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
        return page.word(item, Factor.SCENARIO, model.scenarios())
                .map(name -> (double) model.scenarios().indexOf(name));
    }

    private static boolean numeric(Named named) {
        return named.parameter().map(parameter -> parameter.words().isEmpty()).orElse(false);
    }

    /** All that a factor of words may be. */
    private double[] words(Named named) {
        int count = named.parameter()
                .map(Parameter::words)
                .orElseGet(model::scenarios)
                .size();
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private Optional<FactorRange> range(Named named) {
        if (!numeric(named)) {
            return named.bare()
                    ? Optional.of(FactorRange.Levels.of(words(named)))
                    : listed(named, 2, "a list of two values or more, or nothing for all")
                            .map(FactorRange.Levels::of);
        }
        if (!named.bare() && !(named.at().value() instanceof MappingNode)) {
            return listed(named, 2, "a list of two values or more, or from, to and scale")
                    .map(FactorRange.Levels::of);
        }
        return ranges.interval(named.parameter().orElseThrow(), entries(named), List.of("from", "to", "scale"))
                .map(interval -> interval);
    }

    private Optional<LevelReader.Levels> levels(Named named) {
        if (!numeric(named)) {
            return named.bare()
                    ? Optional.of(LevelReader.Levels.of(words(named)))
                    : listed(named, 1, "a list of one value or more").map(LevelReader.Levels::of);
        }
        if (!named.bare() && !(named.at().value() instanceof MappingNode)) {
            return listed(named, 1, "a list of one value or more, or from, to, and step or levels")
                    .map(LevelReader.Levels::of);
        }
        List<String> keys = List.of("from", "to", "step", "levels", "scale");
        Map<String, YamlDiagnostics.Item> entries = entries(named);
        YamlDiagnostics.Item step = entries.get("step");
        OptionalDouble stride = step == null
                ? OptionalDouble.empty()
                : ranges.stride(step, named.parameter().orElseThrow());
        return ranges.interval(named.parameter().orElseThrow(), entries, keys)
                .filter(interval -> step == null || stride.isPresent())
                .flatMap(interval -> ranges.levels(entries, interval, stride));
    }

    private Optional<double[]> listed(Named named, int least, String allowed) {
        List<YamlDiagnostics.Item> items = page.list(named.at(), allowed);
        if (!items.isEmpty() && items.size() < least) {
            return page.refuse(named.at(), allowed);
        }
        Map<Double, YamlDiagnostics.Item> seen = new LinkedHashMap<>();
        int complete = 0;
        for (YamlDiagnostics.Item each : items) {
            Optional<Double> level = level(each, named.parameter());
            level.ifPresent(value -> page.once(each, value, seen));
            complete += level.isPresent() ? 1 : 0;
        }
        return items.isEmpty() || complete < items.size()
                ? Optional.empty()
                : Optional.of(
                        seen.keySet().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Map<String, YamlDiagnostics.Item> entries(Named named) {
        return named.bare() ? Map.of() : page.mapping(named.at(), "a mapping").orElseThrow();
    }
}
