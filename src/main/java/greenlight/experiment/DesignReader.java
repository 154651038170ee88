package greenlight.experiment;

import greenlight.experiment.Design.Factor;
import greenlight.parameter.Decimal;
import greenlight.parameter.Dial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads the {@code design} of an experiment file. */
final class DesignReader {
    private static final String LIST = "list";
    private static final String FACTORIAL = "factorial";
    private static final String TURNED = "a mapping of dials to values";

    /** Digits of a level that is stepped to, so that 0.1 + 2 * 0.1 is 0.3. */
    private static final MathContext ROUND = new MathContext(12);

    /** A step smaller than this part of the range's ends would be lost in rounding. */
    private static final double FINEST = 1e-11;

    /** Of a step: how far short of the end the last one may fall and still be taken. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    /** The levels of a factor, counted before they are made: there may be too many. */
    private record Levels(BigInteger count, Supplier<double[]> values) {
        static Levels of(double[] values) {
            return new Levels(BigInteger.valueOf(values.length), () -> values);
        }
    }

    private final Model model;
    private final Page page;
    private final Map<String, Page.Item> fixed;
    private final long replications;

    /**
     * A reader.
     *
     * @param fixed what is set for every run and may not be varied, by key
     */
    DesignReader(Model model, Page page, Map<String, Page.Item> fixed, long replications) {
        this.model = model;
        this.page = page;
        this.fixed = fixed;
        this.replications = replications;
    }

    /** The design, or a single point where there are complaints. */
    Design design(Page.Item item) {
        Map<String, Page.Item> entries = page.mapping(
                        item, "a mapping with type, and points or factors", List.of("type", "points", "factors"))
                .orElse(Map.of());
        if (!(item.value() instanceof MappingNode)) {
            return Design.single();
        }
        Optional<String> type = Optional.empty();
        if (entries.containsKey("type")) {
            type = page.word(entries.get("type"), "design", List.of(LIST, FACTORIAL));
        } else {
            page.complain(item.value(), item.path(), "type is missing; allowed is list or factorial.");
        }
        boolean listed = type.map(LIST::equals).orElse(entries.containsKey("points"));
        Page.Item wanted = entries.get(listed ? "points" : "factors");
        Page.Item stray = entries.get(listed ? "factors" : "points");
        if (type.isPresent() && stray != null) {
            page.complain(
                    stray.key(),
                    stray.path(),
                    "not in a " + type.get() + (listed ? "; it has points." : "; it has factors."));
        }
        if (wanted == null) {
            if (type.isPresent()) {
                page.complain(item.value(), item.path(), (listed ? "points are" : "factors are") + " missing.");
            }
            return Design.single();
        }
        return listed ? list(item, wanted) : factorial(item, wanted);
    }

    /** Complains when there are more runs than allowed. */
    void checkSize(Page.Item item, BigInteger points) {
        BigInteger runs = points.multiply(BigInteger.valueOf(replications));
        if (runs.compareTo(BigInteger.valueOf(Experiment.MOST_RUNS)) > 0) {
            page.complain(
                    item.key(),
                    item.path(),
                    "found " + runs + " runs (" + points + " times " + replications + "); allowed are at most "
                            + Experiment.MOST_RUNS + ".");
        }
    }

    private Design list(Page.Item design, Page.Item item) {
        List<Page.Item> rows = page.list(item, "a list of points, each " + TURNED);
        checkSize(design, BigInteger.valueOf(rows.size()));
        Map<String, Optional<Factor>> factors = new LinkedHashMap<>();
        Page.Item first = null;
        Map<List<Double>, Page.Item> seen = new LinkedHashMap<>();
        for (Page.Item row : rows) {
            Optional<Map<String, Page.Item>> cells = page.mapping(row, TURNED);
            if (cells.isEmpty()) {
                continue;
            }
            if (cells.get().isEmpty()) {
                page.refuse(row, TURNED);
                continue;
            }
            if (first == null) {
                first = row;
                cells.get().forEach((key, cell) -> factors.put(key, factor(cell, key)));
            }
            List<Double> point = point(row, cells.get(), factors, first);
            Page.Item same = point.size() == factors.size() ? seen.putIfAbsent(point, row) : null;
            if (same != null) {
                page.complain(
                        row.value(),
                        row.path(),
                        "the same point as at " + Page.place(same.value()) + "; allowed is each once.");
            }
        }
        if (page.hasComplaints()) {
            return Design.single();
        }
        double[][] points = seen.keySet().stream()
                .map(point -> point.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return Design.list(factors.values().stream().flatMap(Optional::stream).toList(), points);
    }

    /** The levels of a point in the order of the factors; fewer than those after a complaint. */
    private List<Double> point(
            Page.Item row, Map<String, Page.Item> cells, Map<String, Optional<Factor>> factors, Page.Item first) {
        cells.forEach((key, cell) -> {
            if (!factors.containsKey(key) && factor(cell, key).isPresent()) {
                page.complain(
                        cell.key(),
                        cell.path(),
                        "not set by the first point, at " + Page.place(first.value()) + "; all points set the same.");
            }
        });
        List<Double> levels = new ArrayList<>();
        factors.forEach((key, factor) -> {
            if (!cells.containsKey(key)) {
                page.complain(
                        row.value(),
                        row.path(),
                        key + " is not set as in the first point, at " + Page.place(first.value())
                                + "; all points set the same.");
            } else if (factor.isPresent()) {
                level(cells.get(key), factor.get()).ifPresent(levels::add);
            }
        });
        return levels;
    }

    private Design factorial(Page.Item design, Page.Item item) {
        Optional<Map<String, Page.Item>> entries = page.mapping(item, TURNED);
        if (entries.isPresent() && entries.get().isEmpty()) {
            page.refuse(item, "a mapping of at least one dial to values");
        }
        List<Factor> factors = new ArrayList<>();
        List<Levels> levels = new ArrayList<>();
        entries.orElse(Map.of())
                .forEach((key, entry) -> factor(entry, key).ifPresent(factor -> {
                    levels(entry, factor).ifPresent(levels::add);
                    factors.add(factor);
                }));
        if (factors.size() == levels.size()) {
            checkSize(design, levels.stream().map(Levels::count).reduce(BigInteger.ONE, BigInteger::multiply));
        }
        return page.hasComplaints()
                ? Design.single()
                : Design.factorial(
                        factors, levels.stream().map(of -> of.values().get()).toArray(double[][]::new));
    }

    private Optional<Factor> factor(Page.Item item, String key) {
        Page.Item other = fixed.get(key);
        if (other != null) {
            page.complain(
                    item.key(), item.path(), "varied here and set at " + Page.place(other.key()) + "; allowed is one.");
        }
        if (key.equals(Factor.SCENARIO.key())) {
            return Optional.of(Factor.SCENARIO);
        }
        Optional<Factor> factor = ExperimentReader.dial(model, key).map(Factor::of);
        if (factor.isEmpty()) {
            List<String> known = new ArrayList<>(ExperimentReader.keys(model));
            known.add(Factor.SCENARIO.key());
            page.unknown(item.key(), item.path(), "dial", key, known);
        }
        return factor;
    }

    private Optional<Double> level(Page.Item item, Factor factor) {
        if (factor.dial().isPresent()) {
            OptionalDouble value = page.value(item, factor.dial().get());
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
        return page.word(item, "scenario", model.scenarios())
                .map(name -> (double) model.scenarios().indexOf(name));
    }

    private Optional<Levels> levels(Page.Item item, Factor factor) {
        boolean numeric = factor.dial().map(dial -> dial.words().isEmpty()).orElse(false);
        if (numeric && item.value() instanceof MappingNode) {
            return stepped(item, factor.dial().orElseThrow());
        }
        Map<Double, Page.Item> seen = new LinkedHashMap<>();
        int complete = 0;
        List<Page.Item> items =
                page.list(item, "a list of one value or more" + (numeric ? ", or from, to and step" : ""));
        for (Page.Item each : items) {
            Optional<Double> level = level(each, factor);
            level.ifPresent(value -> page.once(each, value, seen));
            complete += level.isPresent() ? 1 : 0;
        }
        return items.isEmpty() || complete < items.size()
                ? Optional.empty()
                : Optional.of(Levels.of(
                        seen.keySet().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private Optional<Levels> stepped(Page.Item item, Dial dial) {
        List<String> keys = List.of("from", "to", "step");
        Map<String, Page.Item> entries = page.mapping(item, "a mapping", keys).orElseThrow();
        for (String key : keys) {
            if (!entries.containsKey(key)) {
                page.complain(item.value(), item.path(), key + " is missing; allowed is from, to and step.");
            }
        }
        OptionalDouble from = end(entries, "from", dial);
        OptionalDouble to = end(entries, "to", dial);
        OptionalDouble step = step(entries, dial);
        if (from.isEmpty() || to.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        double least = from.getAsDouble();
        double most = to.getAsDouble();
        if (most < least) {
            return page.refuse(entries.get("to"), "a number not below from, " + Decimal.brief(least));
        }
        double finest = Math.max(Math.abs(least), Math.abs(most)) * FINEST;
        if (step.getAsDouble() < finest) {
            return page.refuse(
                    entries.get("step"), "a step that shows in 12 digits, at least " + Decimal.brief(finest));
        }
        return Optional.of(stepped(least, most, step.getAsDouble()));
    }

    private OptionalDouble end(Map<String, Page.Item> entries, String key, Dial dial) {
        return entries.containsKey(key) ? page.value(entries.get(key), dial) : OptionalDouble.empty();
    }

    private OptionalDouble step(Map<String, Page.Item> entries, Dial dial) {
        if (!entries.containsKey("step")) {
            return OptionalDouble.empty();
        }
        boolean whole = dial.kind() == Dial.Kind.INTEGER;
        OptionalDouble step = Page.number(entries.get("step").value());
        if (step.isEmpty() || step.getAsDouble() <= 0 || (whole && step.getAsDouble() % 1 != 0)) {
            page.refuse(entries.get("step"), (whole ? "a whole number" : "a number") + " above 0");
            return OptionalDouble.empty();
        }
        return step;
    }

    /** From one number towards another in equal steps, both ends within. */
    private static Levels stepped(double from, double to, double step) {
        BigDecimal start = exact(from);
        BigDecimal stride = exact(step);
        BigDecimal strides = exact(to).subtract(start).divide(stride, MathContext.DECIMAL128);
        BigInteger count = strides.add(SLACK).toBigInteger().add(BigInteger.ONE);
        return new Levels(count, () -> {
            double[] levels = new double[count.intValueExact()];
            for (int i = 0; i < levels.length; i++) {
                BigDecimal level = start.add(stride.multiply(BigDecimal.valueOf(i)));
                levels[i] = Math.max(from, Math.min(to, level.round(ROUND).doubleValue()));
            }
            return levels;
        });
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(Decimal.text(value));
    }
}
