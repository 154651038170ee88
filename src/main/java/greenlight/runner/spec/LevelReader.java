package greenlight.runner.spec;

import greenlight.runner.design.FactorRange;
import greenlight.runner.format.Decimal;
import greenlight.runner.model.Parameter;
import greenlight.runner.yaml.YamlDiagnostics;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads the range of a numeric factor, and the levels within it: their number, or the step from one to the next. */
final class LevelReader {
    /** Digits of a level that is stepped to, so that 0.1 + 2 * 0.1 is 0.3. */
    private static final MathContext ROUND = new MathContext(12);

    /** A step smaller than this part of the range's ends would be lost in rounding. */
    private static final double FINEST = 1e-11;

    /** Of a step: how far short of the end the last one may fall and still be taken. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    static final List<String> SCALES = Arrays.stream(Parameter.Scale.values())
            .map(scale -> scale.name().toLowerCase(Locale.ROOT))
            .toList();

    /** Distances of whole levels may differ by this part of the narrowest: what rounding does to wide ones. */
    private static final double UNEVEN = 0.1;

    /** Of levels, how many a message names. */
    private static final int MOST_NAMED = 8;

    /** The levels of a factor, not yet made. */
    record Levels(BigInteger count, Supplier<double[]> values) {
        static Levels of(double... values) {
            return new Levels(BigInteger.valueOf(values.length), () -> values);
        }
    }

    private final YamlDiagnostics page;

    LevelReader(YamlDiagnostics page) {
        this.page = page;
    }

    /** A range of numbers, what is not said taken from the parameter. */
    Optional<FactorRange.Interval> interval(
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

    /** The two ends, or a number of levels, or a level at every step. */
    Optional<Levels> levels(
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
                .filter(levels -> !range.whole() || (distinct(item, levels) && even(item, range, levels)));
    }

    /** Whole levels on a linear scale are at equal distances only where the range divides by their number less one. */
    private boolean even(YamlDiagnostics.Item item, FactorRange.Interval range, Levels levels) {
        double[] values = levels.values().get();
        double[] gaps = IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] - values[i - 1])
                .toArray();
        double narrowest = Arrays.stream(gaps).min().orElseThrow();
        double widest = Arrays.stream(gaps).max().orElseThrow();
        if (range.scale() == Parameter.Scale.LOG || widest - narrowest <= UNEVEN * narrowest) {
            return true;
        }
        long width = (long) (range.to() - range.from());
        int count = values.length;
        String even = LongStream.concat(
                        LongStream.iterate(count - 1L, n -> n >= 2, n -> n - 1)
                                .filter(n -> width % (n - 1) == 0)
                                .limit(1),
                        LongStream.iterate(count + 1L, n -> n <= width + 1, n -> n + 1)
                                .filter(n -> width % (n - 1) == 0)
                                .limit(1))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" or "));
        page.refuse(
                item,
                "a number of levels at equal distances, such as " + even + ", or a list of levels: as whole numbers "
                        + Arrays.stream(values)
                                .limit(MOST_NAMED)
                                .mapToObj(Decimal::brief)
                                .collect(Collectors.joining(", "))
                        + (count > MOST_NAMED ? ", ..." : "") + " are at unequal ones");
        return false;
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

    OptionalDouble stride(YamlDiagnostics.Item item, Parameter parameter) {
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
