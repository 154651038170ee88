package greenlight.runner.design;

import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.sample.Sample;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * Which points an experiment visits: a table with a row for each point and a column for each factor. Rows are computed
 * when they are needed, so a large design takes little memory.
 */
public final class Design {
    /**
     * What a design varies.
     *
     * @param parameter the parameter it turns; empty for the scenario, whose levels are places in {@link Model#scenarios()}
     * @param range what it may be
     */
    public record Factor(String key, Optional<Parameter> parameter, FactorRange range) {
        public static final String SCENARIO = ColumnNames.SCENARIO;

        public static Factor of(Parameter parameter, FactorRange range) {
            return new Factor(parameter.key(), Optional.of(parameter), range);
        }

        public static Factor scenario(FactorRange range) {
            return new Factor(SCENARIO, Optional.empty(), range);
        }
    }

    /** The trait of a list that names the columns of its file that are left out. */
    public static final String LEFT_OUT = "left_out";

    private final String type;
    private final Map<String, Object> traits;
    private final List<Factor> factors;
    private final int points;
    private final IntFunction<double[]> rows;
    /** A seed for each point, or none where the experiment gives them. */
    private final long[] seeds;

    private final Optional<SearchGoal> goal;

    private Design(String type, Map<String, ?> traits, List<Factor> factors, int points, IntFunction<double[]> rows) {
        this(type, traits, factors, points, rows, new long[0]);
    }

    private Design(
            String type,
            Map<String, ?> traits,
            List<Factor> factors,
            int points,
            IntFunction<double[]> rows,
            long[] seeds) {
        this(type, traits, factors, points, rows, seeds, Optional.empty());
    }

    private Design(
            String type,
            Map<String, ?> traits,
            List<Factor> factors,
            int points,
            IntFunction<double[]> rows,
            long[] seeds,
            Optional<SearchGoal> goal) {
        this.goal = goal;
        this.type = type;
        this.traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
        this.factors = List.copyOf(factors);
        this.points = points;
        this.rows = rows;
        this.seeds = seeds;
    }

    /** One point, with nothing varied. */
    public static Design single() {
        return new Design("single", Map.of(), List.of(), 1, point -> new double[0]);
    }

    /** The points as given, each with a level for every factor. */
    public static Design list(List<Factor> factors, double[][] points) {
        return new Design(DesignType.LIST.word(), Map.of(), factors, points.length, point -> points[point]);
    }

    /**
     * The points of a file as given, each with a level for every factor.
     *
     * @param seeds of the points, in their order; empty when the file gives none
     * @param leftOut the columns of the file that are no factors
     */
    public static Design list(List<Factor> factors, double[][] points, long[] seeds, List<String> leftOut) {
        Map<String, Object> traits = new LinkedHashMap<>();
        if (seeds.length > 0) {
            traits.put("own_seeds", true);
        }
        if (!leftOut.isEmpty()) {
            traits.put(LEFT_OUT, List.copyOf(leftOut));
        }
        return new Design(
                DesignType.LIST.word(), traits, factors, points.length, point -> points[point], seeds.clone());
    }

    /**
     * Every combination of the levels of every factor; the last factor changes fastest, as in nested loops.
     *
     * @param factors with {@link FactorRange.Levels}
     * @throws ArithmeticException beyond 2^31 - 1 points
     */
    public static Design factorial(List<Factor> factors) {
        double[][] levels = levels(factors);
        int points = 1;
        for (double[] of : levels) {
            points = Math.multiplyExact(points, of.length);
        }
        return new Design(DesignType.FACTORIAL.word(), Map.of(), factors, points, point -> {
            double[] row = new double[levels.length];
            int slower = point;
            for (int factor = levels.length - 1; factor >= 0; factor--) {
                row[factor] = levels[factor][slower % levels[factor].length];
                slower /= levels[factor].length;
            }
            return row;
        });
    }

    /**
     * The baseline, then for each factor its levels one after another but for the baseline's, the others at the baseline.
     *
     * @param factors with {@link FactorRange.Levels}
     * @param baseline a level for every factor
     */
    public static Design oneAtATime(List<Factor> factors, double[] baseline) {
        double[][] levels = levels(factors);
        int[] ends = new int[levels.length];
        int points = 1;
        for (int factor = 0; factor < levels.length; factor++) {
            double usual = baseline[factor];
            levels[factor] = Arrays.stream(levels[factor])
                    .filter(level -> level != usual)
                    .toArray();
            points = Math.addExact(points, levels[factor].length);
            ends[factor] = points;
        }
        Map<String, Double> usual = new LinkedHashMap<>();
        for (int factor = 0; factor < levels.length; factor++) {
            usual.put(factors.get(factor).key(), baseline[factor]);
        }
        Map<String, ?> traits = Map.of("baseline", Collections.unmodifiableMap(usual));
        return new Design(DesignType.ONE_AT_A_TIME.word(), traits, factors, points, point -> {
            double[] row = baseline.clone();
            if (point > 0) {
                int factor = 0;
                while (point >= ends[factor]) {
                    factor++;
                }
                row[factor] = levels[factor][point - (ends[factor] - levels[factor].length)];
            }
            return row;
        });
    }

    /**
     * The points of a sample, each coordinate taken to the range of its factor.
     *
     * @param traits the sample's numbers, as {@link #traits()} names them
     */
    public static Design sampled(DesignType type, Map<String, ?> traits, List<Factor> factors, Sample sample) {
        return new Design(type.word(), traits, factors, sample.points(), point -> {
            double[] row = sample.point(point);
            for (int factor = 0; factor < row.length; factor++) {
                row[factor] = factors.get(factor).range().at(row[factor]);
            }
            return row;
        });
    }

    /**
     * The same points under a type that judges them; of a search they are the first generation.
     *
     * @param judged by what
     */
    public Design judged(DesignType by, SearchGoal judged) {
        return new Design(by.word(), traits, factors, points, rows, seeds, Optional.of(judged));
    }

    private static double[][] levels(List<Factor> factors) {
        return factors.stream()
                .map(factor -> ((FactorRange.Levels) factor.range())
                        .values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /** The word of its type in an experiment file; {@code single} where the file names no design. */
    public String type() {
        return type;
    }

    /**
     * What else defines it, under the keys of an experiment file and in their order: {@code points}; {@code base} and
     * {@code second_order}; {@code trajectories} and {@code levels}; {@code baseline}, the level of each factor by its
     * key; of a file of points {@code own_seeds} and {@code left_out}.
     */
    public Map<String, Object> traits() {
        return traits;
    }

    /** What its points are judged by; empty where a design only visits them. */
    public Optional<SearchGoal> goal() {
        return goal;
    }

    public List<Factor> factors() {
        return factors;
    }

    /** How many points there are; they count from 0. */
    public int points() {
        return points;
    }

    /** The levels of the factors at a point, in their order. */
    public double[] point(int point) {
        return rows.apply(point);
    }

    /** The seed that a file gives a point; empty where it gives none, so that the experiment does. */
    public OptionalLong seed(int point) {
        return seeds.length == 0 ? OptionalLong.empty() : OptionalLong.of(seeds[point]);
    }

    /** Whether every point has a seed of its own. */
    public boolean hasSeeds() {
        return seeds.length > 0;
    }

    /** The level of a factor at a point. */
    public double level(int point, int factor) {
        return point(point)[factor];
    }
}
