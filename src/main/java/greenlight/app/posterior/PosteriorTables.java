package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.app.prior.ParameterPrior;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.LearnedWidth;
import greenlight.runner.inference.Population;
import greenlight.runner.inference.Population.Particle;
import greenlight.runner.inference.WeightedSample;
import greenlight.runner.stats.Quantiles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of a calibration: the ensemble of settings, what was learned of each parameter, how each pattern is met. */
public final class PosteriorTables {
    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /**
     * Independent draws that one of the effective size is worth. About 80 of 314 were in the toy of the sampler; with a quarter, the
     * headline answers of two calibrations with other seeds differed by 1.7 times the variance that their intervals gave.
     */
    public static final double INDEPENDENT = 0.15;

    private static final MathContext DIGITS = new MathContext(4);

    private final SequentialCalibration calibration;
    private final Population population;
    private final List<double[][]> again;

    /**
     * The tables of a finished calibration.
     *
     * @param again what fresh runs of its settings measured, as {@link SequentialCalibration#again} gives it
     */
    public PosteriorTables(SequentialCalibration calibration, List<double[][]> again) {
        this.calibration = calibration;
        this.again = again;
        population = calibration.population();
    }

    /** The settings: number, weight, and the value of every uncertain parameter. */
    public CsvTable ensemble() {
        PriorSpace space = calibration.space();
        List<String> header = new ArrayList<>(List.of("setting", "weight"));
        space.priors().forEach(prior -> header.add(prior.parameter().key()));
        CsvTable table = new CsvTable(header.toArray(String[]::new));
        for (int i = 0; i < population.particles().size(); i++) {
            Particle particle = population.particles().get(i);
            List<Object> row = new ArrayList<>(List.of(i + 1L, rounded(particle.weight())));
            row.addAll(space.values(particle.point()).values());
            table.with(row.toArray());
        }
        return table;
    }

    /** The settings' distances from the record: of the runs by which each was kept, and of fresh ones. */
    public CsvTable distances() {
        CsvTable table = new CsvTable("setting", "distance", "distance_again");
        double[] fresh = distancesAgain();
        for (int i = 0; i < fresh.length; i++) {
            table.with(i + 1L, rounded(population.particles().get(i).distance()), rounded(fresh[i]));
        }
        return table;
    }

    /** The distance of each setting's fresh runs from the record. */
    public double[] distancesAgain() {
        return again.stream()
                .map(measured -> Evaluation.of(measured, calibration.target()))
                .mapToDouble(evaluation -> evaluation.distance(calibration.target()))
                .toArray();
    }

    /**
     * Each uncertain parameter: prior, quantiles of the posterior, its width in widths of the prior with the probability of one as far
     * from 1 by chance, whether it differs from the prior, and the pattern that sees it best.
     */
    public CsvTable posterior() {
        CsvTable table = new CsvTable(
                "parameter",
                "known",
                "shape",
                "low",
                "high",
                "q05",
                "q25",
                "q50",
                "q75",
                "q95",
                "width",
                "p",
                "learned",
                "pattern",
                "rank_correlation");
        PriorSpace space = calibration.space();
        Screening screening = calibration.screening();
        for (int dimension = 0; dimension < space.dimensions(); dimension++) {
            ParameterPrior prior = space.priors().get(dimension);
            WeightedSample marginal = population.marginal(dimension);
            LearnedWidth learned = LearnedWidth.of(marginal, INDEPENDENT * population.effectiveSize());
            boolean seen = screening.sees(dimension);
            List<Object> row = new ArrayList<>(List.of(
                    prior.parameter().key(),
                    prior.parameter().basis().name().toLowerCase(java.util.Locale.ROOT),
                    prior.shape().key(),
                    prior.low(),
                    prior.high()));
            for (double share : SHARES) {
                row.add(space.value(dimension, marginal.quantile(share)));
            }
            row.addAll(List.of(
                    rounded(learned.ratio()),
                    rounded(learned.probability()),
                    seen && learned.resolved() && learned.ratio() < 1 ? "yes" : "no",
                    seen ? screening.pattern(dimension).key() : "",
                    rounded(screening.correlation(dimension))));
            table.with(row.toArray());
        }
        return table;
    }

    /**
     * Each pattern: its target, its share of settings that meet it under the prior and in the ensemble, quantiles of fresh runs over both
     * doubts, and the threshold-weighted CRPS against the target's range, in half-widths of it.
     */
    public CsvTable predictive() {
        CsvTable table = new CsvTable(
                "pattern",
                "kind",
                "low",
                "value",
                "high",
                "prior_share",
                "ensemble_share",
                "q05",
                "q25",
                "q50",
                "q75",
                "q95",
                "applies",
                "crps");
        double[] weights = population.weights();
        for (Pattern pattern : Pattern.values()) {
            PredictedPattern predicted = PredictedPattern.of(pattern, again, weights);
            List<Object> row = new ArrayList<>(List.of(
                    pattern.key(),
                    pattern.kind().words(),
                    pattern.low(),
                    pattern.value(),
                    pattern.high(),
                    rounded(calibration.priorShare(pattern)),
                    rounded(predicted.share())));
            double crps = Double.NaN;
            if (predicted.runs().isEmpty()) {
                Arrays.stream(SHARES).forEach(q -> row.add(Double.NaN));
            } else {
                WeightedSample runs = predicted.runs().get();
                Arrays.stream(SHARES).forEach(q -> row.add(rounded(runs.quantile(q))));
                crps = runs.crps(pattern.low(), pattern.high()) / ((pattern.high() - pattern.low()) / 2);
            }
            row.add(rounded(predicted.applies()));
            row.add(Double.isFinite(crps) ? rounded(crps) : Double.NaN);
            table.with(row.toArray());
        }
        return table;
    }

    /** The median of the settings' distances over fresh runs. */
    public double medianDistance() {
        return Quantiles.median(Quantiles.sorted(distancesAgain()));
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? value : new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
