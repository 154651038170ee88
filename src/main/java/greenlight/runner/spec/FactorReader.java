package greenlight.runner.spec;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.FactorRange;
import greenlight.runner.format.Decimal;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the {@code factors} of a design: which parameters are varied, and within what. */
final class FactorReader {
    static final String TURNED = "a mapping of parameters to values";

    /** Digits of a level that is stepped to, so that 0.1 + 2 * 0.1 is 0.3. */
    private static final MathContext ROUND = new MathContext(12);

    /** A step smaller than this part of the range's ends would be lost in rounding. */
    private static final double FINEST = 1e-11;

    /** Of a step: how far short of the end the last one may fall and still be taken. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    static final List<String> SCALES =
            Arrays.stream(Parameter.Scale.values()).map(FactorReader::word).toList();

    /** Lines that stand for several parameters. */
    enum Several {
        SWITCHES("the on/off parameters of a group") {
            @Override
            Predicate<Parameter> named(List<String> words) {
                return parameter -> parameter.kind() == Parameter.Kind.SWITCH && words.contains(parameter.group());
            }

            @Override
            List<String> words(Model model) {
                return distinct(model, parameter -> parameter.kind() == Parameter.Kind.SWITCH, Parameter::group);
            }
        },
        GROUP("all parameters of a group") {
            @Override
            Predicate<Parameter> named(List<String> words) {
                return parameter -> words.contains(parameter.group());
            }

            @Override
            List<String> words(Model model) {
                return distinct(model, parameter -> true, Parameter::group);
            }
        },
        KNOWN("all parameters whose default is known in that way") {
            @Override
            Predicate<Parameter> named(List<String> words) {
                return parameter -> words.contains(word(parameter.basis()));
            }

            @Override
            List<String> words(Model model) {
                return distinct(model, parameter -> true, parameter -> word(parameter.basis()));
            }
        };

        private final String meaning;

        Several(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        String key() {
            return word(this);
        }

        /** What its words name. */
        String kind() {
            return this == KNOWN ? "kind of knowledge" : "group";
        }

        /** Which parameters the words stand for. */
        abstract Predicate<Parameter> named(List<String> words);

        /** The words it knows. */
        abstract List<String> words(Model model);

        private static List<String> distinct(Model model, Predicate<Parameter> some, Function<Parameter, String> word) {
            return model.parameters().stream()
                    .map(parameter -> (Parameter) parameter)
                    .filter(some)
                    .map(word)
                    .distinct()
                    .toList();
        }
    }

    /** A factor of a design by levels; they are counted before they are made, for there may be too many. */
    record Levelled(YamlDiagnostics.Item at, BigInteger count, Supplier<Factor> made) {
        Factor factor() {
            return made.get();
        }
    }

    /** The levels of a factor, not yet made. */
    private record Levels(BigInteger count, Supplier<double[]> values) {
        static Levels of(double... values) {
            return new Levels(BigInteger.valueOf(values.length), () -> values);
        }
    }

    /** A factor as the file names it: the parameter, or none for the scenario, and what it says of its range, if anything. */
    private record Named(YamlDiagnostics.Item at, Optional<Parameter> parameter, boolean bare) {}

    private final Model model;
    private final YamlDiagnostics page;
    private final Map<String, YamlDiagnostics.Item> fixed;

    /**
     * A reader.
     *
     * @param fixed what is set for every run and may not be varied, by key
     */
    FactorReader(Model model, YamlDiagnostics page, Map<String, YamlDiagnostics.Item> fixed) {
        this.model = model;
        this.page = page;
        this.fixed = fixed;
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

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
            Optional<Several> several = Arrays.stream(Several.values())
                    .filter(each -> !listed && each.key().equals(key))
                    .findFirst();
            if (several.isPresent()) {
                factors.addAll(several(entry, several.get(), taken));
            } else if (check(entry, key)) {
                boolean bare = listed || entry.value().getTag().equals(Tag.NULL);
                factors.add(new Named(entry, ExperimentReader.parameter(model, key), bare));
            }
        });
        return factors;
    }

    /** The parameters that a line stands for but for those set or varied elsewhere, which it takes. */
    private List<Named> several(YamlDiagnostics.Item item, Several several, Set<String> taken) {
        List<String> known = several.words(model);
        List<String> words = item.value() instanceof SequenceNode
                ? page.words(item, several.kind(), known)
                : page.word(item, several.kind(), known).map(List::of).orElse(List.of());
        List<Named> parameters = model.parameters().stream()
                .map(parameter -> (Parameter) parameter)
                .filter(several.named(words))
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
        if (key.equals(Factor.SCENARIO)
                || ExperimentReader.parameter(model, key).isPresent()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(ExperimentReader.keys(model));
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
        return interval(named.parameter().orElseThrow(), entries(named), List.of("from", "to", "scale"))
                .map(interval -> interval);
    }

    private Optional<Levels> levels(Named named) {
        if (!numeric(named)) {
            return named.bare()
                    ? Optional.of(Levels.of(words(named)))
                    : listed(named, 1, "a list of one value or more").map(Levels::of);
        }
        if (!named.bare() && !(named.at().value() instanceof MappingNode)) {
            return listed(named, 1, "a list of one value or more, or from, to, and step or levels")
                    .map(Levels::of);
        }
        List<String> keys = List.of("from", "to", "step", "levels", "scale");
        Map<String, YamlDiagnostics.Item> entries = entries(named);
        YamlDiagnostics.Item step = entries.get("step");
        OptionalDouble stride = step == null
                ? OptionalDouble.empty()
                : stride(step, named.parameter().orElseThrow());
        return interval(named.parameter().orElseThrow(), entries, keys)
                .filter(interval -> step == null || stride.isPresent())
                .flatMap(interval -> levels(entries, interval, stride));
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

    /** A range of numbers, what is not said taken from the parameter. */
    private Optional<FactorRange.Interval> interval(
            Parameter parameter, Map<String, YamlDiagnostics.Item> entries, List<String> keys) {
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                page.unknown(entry.key(), entry.path(), "key", key, keys);
            }
        });
        OptionalDouble from = end(entries, "from", parameter, parameter.from());
        OptionalDouble to = end(entries, "to", parameter, parameter.to());
        Optional<Parameter.Scale> scale = entries.containsKey("scale")
                ? page.word(entries.get("scale"), "scale", SCALES)
                        .map(word -> Parameter.Scale.values()[SCALES.indexOf(word)])
                : Optional.of(parameter.scale());
        if (from.isEmpty() || to.isEmpty() || scale.isEmpty() || !keys.containsAll(entries.keySet())) {
            return Optional.empty();
        }
        double least = from.getAsDouble();
        double most = to.getAsDouble();
        if (most <= least && !(most == least && entries.containsKey("step"))) {
            YamlDiagnostics.Item at = entries.getOrDefault("to", entries.get("from"));
            String above = entries.containsKey("step") ? "not below" : "above";
            return entries.containsKey("to")
                    ? page.refuse(at, "a number " + above + " from, " + Decimal.brief(least))
                    : page.refuse(at, "a number below to, " + Decimal.brief(most));
        }
        if (scale.get() == Parameter.Scale.LOG && least <= 0) {
            return page.refuse(
                    entries.get("scale"),
                    "linear, for a logarithmic scale begins above 0 and from is " + Decimal.brief(least));
        }
        return Optional.of(
                new FactorRange.Interval(least, most, scale.get(), parameter.kind() == Parameter.Kind.INTEGER));
    }

    private OptionalDouble end(
            Map<String, YamlDiagnostics.Item> entries, String key, Parameter parameter, double usual) {
        return entries.containsKey(key) ? page.value(entries.get(key), parameter) : OptionalDouble.of(usual);
    }

    /** The two ends, or as many levels as asked for, or a level at every step. */
    private Optional<Levels> levels(
            Map<String, YamlDiagnostics.Item> entries, FactorRange.Interval range, OptionalDouble stride) {
        YamlDiagnostics.Item step = entries.get("step");
        YamlDiagnostics.Item count = entries.get("levels");
        if (step != null && (count != null || entries.containsKey("scale"))) {
            String other = count != null ? "levels" : "scale";
            page.complain(step.key(), step.path(), other + " is given as well; allowed is one of them.");
            return Optional.empty();
        }
        if (step != null) {
            return stepped(step, range, stride.getAsDouble());
        }
        return count == null ? Optional.of(Levels.of(range.from(), range.to())) : counted(count, range);
    }

    private Optional<Levels> counted(YamlDiagnostics.Item item, FactorRange.Interval range) {
        double most = range.whole() ? range.to() - range.from() + 1 : Experiment.MOST_RUNS;
        long limit = (long) Math.min(most, Experiment.MOST_RUNS);
        Optional<Long> count = page.whole(item, 2, limit, "a whole number from 2 to " + limit);
        return count.map(n -> new Levels(BigInteger.valueOf(n), () -> spaced(range, n.intValue())))
                .filter(levels -> !range.whole() || distinct(item, levels));
    }

    /** Whole levels on a logarithmic scale may fall together near its beginning. */
    private boolean distinct(YamlDiagnostics.Item item, Levels levels) {
        double[] values = levels.values().get();
        long different = Arrays.stream(values).distinct().count();
        if (different < values.length) {
            page.refuse(item, "a smaller number: of so many levels only " + different + " differ as whole numbers");
        }
        return different == values.length;
    }

    private static double[] spaced(FactorRange.Interval range, int count) {
        double[] levels = new double[count];
        FactorRange.Interval line = new FactorRange.Interval(range.from(), range.to(), range.scale(), false);
        for (int i = 0; i < count; i++) {
            double level = line.at(i / (count - 1.0));
            boolean end = i == 0 || i == count - 1;
            levels[i] = end ? level : range.whole() ? Math.rint(level) : rounded(new BigDecimal(level), range);
        }
        return levels;
    }

    private static double rounded(BigDecimal level, FactorRange.Interval range) {
        return Math.max(range.from(), Math.min(range.to(), level.round(ROUND).doubleValue()));
    }

    private OptionalDouble stride(YamlDiagnostics.Item item, Parameter parameter) {
        boolean whole = parameter.kind() == Parameter.Kind.INTEGER;
        OptionalDouble step = YamlDiagnostics.number(item.value());
        if (step.isEmpty() || step.getAsDouble() <= 0 || (whole && step.getAsDouble() % 1 != 0)) {
            page.refuse(item, (whole ? "a whole number" : "a number") + " above 0");
            return OptionalDouble.empty();
        }
        return step;
    }

    private Optional<Levels> stepped(YamlDiagnostics.Item item, FactorRange.Interval range, double step) {
        double finest = Math.max(Math.abs(range.from()), Math.abs(range.to())) * FINEST;
        if (step < finest) {
            return page.refuse(item, "a step that shows in 12 digits, at least " + Decimal.brief(finest));
        }
        BigDecimal start = exact(range.from());
        BigDecimal stride = exact(step);
        BigDecimal strides = exact(range.to()).subtract(start).divide(stride, MathContext.DECIMAL128);
        BigInteger count = strides.add(SLACK).toBigInteger().add(BigInteger.ONE);
        return Optional.of(new Levels(count, () -> {
            double[] levels = new double[count.intValueExact()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = rounded(start.add(stride.multiply(BigDecimal.valueOf(i))), range);
            }
            return levels;
        }));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(Decimal.text(value));
    }
}
