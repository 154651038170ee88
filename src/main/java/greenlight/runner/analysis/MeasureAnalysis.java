package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.PointMatching;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.Distribution;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.FactorialAnalysis;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.InteractionTable;
import greenlight.runner.sensitivity.MorrisAnalysis;
import greenlight.runner.sensitivity.NoiseDecomposition;
import greenlight.runner.sensitivity.SampleAnalysis;
import greenlight.runner.sensitivity.SobolAnalysis;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that is found of one measure; what a design does not estimate is empty.
 *
 * @param spread over all runs
 * @param noise its part in the variance
 * @param effects from designs whose points can be matched
 * @param screening from Morris trajectories
 * @param indices from Saltelli designs
 * @param given from samples, and from the base rows of Saltelli designs
 * @param heats of pairs of factors in full factorials and lists
 */
public record MeasureAnalysis(
        Column measure,
        Distribution spread,
        NoiseDecomposition noise,
        Optional<Effects> effects,
        Optional<ElementaryEffects> screening,
        Optional<SobolIndices> indices,
        Optional<GivenDataSensitivity> given,
        List<InteractionTable> heats) {
    /** Share of noise in a measure's variance above which the rest is too small to be attributed to factors. */
    private static final double DROWNED = 0.95;

    /** With more factors there are too many heat maps to read. */
    private static final int MOST_CROSSED = 8;

    /** A factor of more levels than this was sampled, not set to levels. */
    private static final int MOST_LEVELS = 200;

    /** The study of a measure of the runs. */
    public static MeasureAnalysis of(RunTable runs, Column measure) {
        return of(runs, measure, true);
    }

    /**
     * The same, perhaps in part.
     *
     * @param whole whether interactions are looked for and the variance is divided, where the design allows
     */
    public static MeasureAnalysis of(RunTable runs, Column measure, boolean whole) {
        return of(runs, measure, Response.of(runs, measure), whole);
    }

    static MeasureAnalysis of(RunTable runs, Column measure, Response response) {
        return of(runs, measure, response, true);
    }

    private static MeasureAnalysis of(RunTable runs, Column measure, Response response, boolean whole) {
        boolean yesOrNo = measure.isBoolean();
        boolean common = runs.plan().common();
        NoiseDecomposition noise = NoiseDecomposition.of(response, common);
        Distribution spread = Distribution.of(response, yesOrNo, common);
        MeasureAnalysis plain = new MeasureAnalysis(
                measure,
                spread,
                noise,
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
            case "latin-hypercube", "sobol" -> plain.with(sample(runs, response, noise, all(runs)));
            default -> plain.matched(runs, response, whole);
        };
    }

    private static int[] all(RunTable runs) {
        return IntStream.range(0, runs.points()).toArray();
    }

    /** Whether the points differ hardly more than their noise, so that no share of a factor can be estimated. */
    public boolean drowned() {
        return noise.share().bounded() && noise.share().value() > DROWNED;
    }

    /** The factor with the greatest clear estimate, by what the design estimates best. */
    public Optional<String> strongest() {
        if (drowned() && (indices.isPresent() || given.isPresent())) {
            return Optional.empty();
        }
        if (indices.isPresent()) {
            return indices.get().factors().stream()
                    .filter(index -> index.total().low() > 0)
                    .max(Comparator.comparingDouble(index -> index.total().value()))
                    .map(index -> index.factor().name());
        }
        if (screening.isPresent()) {
            return screening.get().factors().stream()
                    .filter(effect -> effect.muStar().low() > 0)
                    .max(Comparator.comparingDouble(effect -> effect.muStar().value()))
                    .map(effect -> effect.factor().name());
        }
        if (given.isPresent()) {
            return given.get().factors().stream()
                    .filter(row -> row.first().low() > 0)
                    .max(Comparator.comparingDouble(row -> row.first().value()))
                    .map(row -> row.factor().name());
        }
        return effects.flatMap(found -> found.mains().stream()
                .filter(main -> main.difference().clear())
                .max(Comparator.comparingDouble(
                        main -> Math.abs(main.difference().value())))
                .map(main -> main.factor().name()));
    }

    private static GivenDataSensitivity sample(
            RunTable runs, Response response, NoiseDecomposition noise, int[] points) {
        return new SampleAnalysis(runs.factors()).of(runs, response, noise.error(), points);
    }

    private MeasureAnalysis with(ElementaryEffects found) {
        return new MeasureAnalysis(measure, spread, noise, effects, Optional.of(found), indices, given, heats);
    }

    private MeasureAnalysis with(GivenDataSensitivity found) {
        return new MeasureAnalysis(measure, spread, noise, effects, screening, indices, Optional.of(found), heats);
    }

    private MeasureAnalysis saltelli(RunTable runs, Response response) {
        SobolAnalysis analysis = new SobolAnalysis(runs.factors(), runs.plan().second());
        int[] base = IntStream.range(0, runs.points())
                .filter(point -> {
                    int place = runs.number(point) % analysis.width();
                    return place == 0 || place == analysis.width() - 1;
                })
                .toArray();
        SobolIndices found = analysis.of(runs, response, noise, runs.plan().common());
        GivenDataSensitivity curves = sample(runs, response, noise, base);
        return new MeasureAnalysis(
                measure, spread, noise, effects, screening, Optional.of(found), Optional.of(curves), heats);
    }

    private MeasureAnalysis matched(RunTable runs, Response response, boolean whole) {
        PointMatching matching = new PointMatching(runs);
        boolean sampled = runs.factors().stream()
                .anyMatch(factor -> matching.levels(factor).size() > MOST_LEVELS);
        if (sampled) {
            return with(sample(runs, response, noise, all(runs)));
        }
        Effects found = new FactorialAnalysis(runs).of(response, measure.isBoolean(), noise, whole);
        boolean none = found.mains().stream().allMatch(main -> main.pairs() == 0);
        if (none && runs.points() > 2 * runs.factors().size()) {
            return with(sample(runs, response, noise, all(runs)));
        }
        boolean crossed =
                !runs.plan().design().equals("one-at-a-time") && runs.factors().size() <= MOST_CROSSED;
        return new MeasureAnalysis(
                measure,
                spread,
                noise,
                Optional.of(found),
                screening,
                indices,
                given,
                crossed ? heats(runs, response) : List.of());
    }

    private List<InteractionTable> heats(RunTable runs, Response response) {
        PointMatching matching = new PointMatching(runs);
        List<Factor> factors = runs.factors().stream()
                .filter(factor -> matching.levels(factor).size() > 1)
                .toList();
        List<InteractionTable> heats = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                heats.add(heat(runs, response, matching, factors.get(i), factors.get(j)));
            }
        }
        return heats;
    }

    private InteractionTable heat(
            RunTable runs, Response response, PointMatching matching, Factor first, Factor second) {
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
                boolean yesOrNo = measure.isBoolean();
                means[i][j] = FactorialAnalysis.mean(
                        response, points, yesOrNo, runs.plan().common());
                counts[i][j] = IntStream.of(points)
                        .map(point -> response.moments(point).count())
                        .sum();
            }
        }
        return new InteractionTable(first, second, down, across, means, counts);
    }
}
