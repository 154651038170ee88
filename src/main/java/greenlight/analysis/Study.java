package greenlight.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that is found of one measure; what a design does not tell is empty.
 *
 * @param spread over all runs
 * @param luck its part in the variance
 * @param effects from designs whose points can be matched
 * @param screening from Morris trajectories
 * @param indices from Saltelli designs
 * @param given from samples, and from the base rows of Saltelli designs
 * @param heats of pairs of factors in full factorials and lists
 */
public record Study(
        Column measure,
        Spread spread,
        Luck luck,
        Optional<Effects> effects,
        Optional<Screening> screening,
        Optional<Indices> indices,
        Optional<GivenData> given,
        List<Heat> heats) {
    /** Of a measure's variance, the share of luck beyond which the rest is too little to be divided. */
    private static final double DROWNED = 0.95;

    /** More factors than this give more heat maps than anybody looks at. */
    private static final int MOST_CROSSED = 8;

    /** A factor of more levels than this was sampled, not set to levels. */
    private static final int MOST_LEVELS = 200;

    /** The study of a measure of the runs. */
    public static Study of(Runs runs, Column measure) {
        return of(runs, measure, true);
    }

    /**
     * The same, perhaps in part.
     *
     * @param whole whether interactions are looked for and the variance is divided, where the design allows
     */
    public static Study of(Runs runs, Column measure, boolean whole) {
        return of(runs, measure, Response.of(runs, measure), whole);
    }

    static Study of(Runs runs, Column measure, Response response) {
        return of(runs, measure, response, true);
    }

    private static Study of(Runs runs, Column measure, Response response, boolean whole) {
        boolean yesOrNo = measure.type() == Column.Type.BOOLEAN;
        boolean common = runs.plan().common();
        Luck luck = Luck.of(response, common);
        Spread spread = Spread.of(response, yesOrNo, common);
        Study plain = new Study(
                measure,
                spread,
                luck,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        if (!spread.varies() || runs.factors().isEmpty() || runs.points() < 2) {
            return plain;
        }
        return switch (runs.plan().design()) {
            case "morris" -> plain.with(new MorrisAnalysis(runs.factors()).of(runs, response));
            case "saltelli" -> plain.saltelli(runs, response);
            case "latin-hypercube", "sobol" -> plain.with(sample(runs, response, luck, all(runs)));
            default -> plain.matched(runs, response, whole);
        };
    }

    private static int[] all(Runs runs) {
        return IntStream.range(0, runs.points()).toArray();
    }

    /** Whether the points differ hardly more than their luck, so that no share of what differs can be told. */
    public boolean drowned() {
        return luck.share().bounded() && luck.share().value() > DROWNED;
    }

    private static GivenData sample(Runs runs, Response response, Luck luck, int[] points) {
        return new SampleAnalysis(runs.factors()).of(runs, response, luck.error(), points);
    }

    private Study with(Screening found) {
        return new Study(measure, spread, luck, effects, Optional.of(found), indices, given, heats);
    }

    private Study with(GivenData found) {
        return new Study(measure, spread, luck, effects, screening, indices, Optional.of(found), heats);
    }

    private Study saltelli(Runs runs, Response response) {
        SobolAnalysis analysis = new SobolAnalysis(runs.factors(), runs.plan().second());
        int[] base = IntStream.range(0, runs.points())
                .filter(point -> {
                    int place = runs.number(point) % analysis.width();
                    return place == 0 || place == analysis.width() - 1;
                })
                .toArray();
        Indices found = analysis.of(runs, response, luck, runs.plan().common());
        GivenData curves = sample(runs, response, luck, base);
        return new Study(measure, spread, luck, effects, screening, Optional.of(found), Optional.of(curves), heats);
    }

    private Study matched(Runs runs, Response response, boolean whole) {
        Matching matching = new Matching(runs);
        boolean sampled = runs.factors().stream()
                .anyMatch(factor -> matching.levels(factor).size() > MOST_LEVELS);
        if (sampled) {
            return with(sample(runs, response, luck, all(runs)));
        }
        Effects found = new FactorialAnalysis(runs).of(response, measure.type() == Column.Type.BOOLEAN, luck, whole);
        boolean none = found.mains().stream().allMatch(main -> main.pairs() == 0);
        if (none && runs.points() > 2 * runs.factors().size()) {
            return with(sample(runs, response, luck, all(runs)));
        }
        boolean crossed =
                !runs.plan().design().equals("one-at-a-time") && runs.factors().size() <= MOST_CROSSED;
        return new Study(
                measure,
                spread,
                luck,
                Optional.of(found),
                screening,
                indices,
                given,
                crossed ? heats(runs, response) : List.of());
    }

    private List<Heat> heats(Runs runs, Response response) {
        Matching matching = new Matching(runs);
        List<Factor> factors = runs.factors().stream()
                .filter(factor -> matching.levels(factor).size() > 1)
                .toList();
        List<Heat> heats = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                heats.add(heat(runs, response, matching, factors.get(i), factors.get(j)));
            }
        }
        return heats;
    }

    private Heat heat(Runs runs, Response response, Matching matching, Factor first, Factor second) {
        List<Double> down = matching.levels(first);
        List<Double> across = matching.levels(second);
        Estimate[][] means = new Estimate[down.size()][across.size()];
        int[][] counts = new int[down.size()][across.size()];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means[i].length; j++) {
                double level = down.get(i);
                double other = across.get(j);
                int[] points = IntStream.range(0, runs.points())
                        .filter(point -> runs.level(point, first) == level && runs.level(point, second) == other)
                        .toArray();
                boolean yesOrNo = measure.type() == Column.Type.BOOLEAN;
                means[i][j] = FactorialAnalysis.mean(
                        response, points, yesOrNo, runs.plan().common());
                counts[i][j] = IntStream.of(points)
                        .map(point -> response.moments(point).count())
                        .sum();
            }
        }
        return new Heat(first, second, down, across, means, counts);
    }
}
