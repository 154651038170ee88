package greenlight.app.posterior.study;

import greenlight.app.posterior.PriorSpace;
import greenlight.app.posterior.Screening;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.Target;
import greenlight.app.posterior.study.CalibrationSeries.Case;
import greenlight.app.posterior.study.RecoveryTables.Recovered;
import greenlight.app.prior.PriorTable;
import greenlight.runner.csv.BadTable;
import greenlight.runner.inference.Draws;
import greenlight.runner.inference.LearnedWidth;
import greenlight.runner.inference.Population;
import greenlight.runner.inference.WeightedSample;
import greenlight.runner.model.Model;
import greenlight.runner.sample.SplitMix64;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Recovery of known settings (Talts and others 2018, arXiv:1804.06788): settings are drawn from the priors, one run of each
 * leaves a synthetic record, and a calibration to that record should have the setting anywhere in its posterior with equal
 * probability.
 */
public final class RecoveryStudy {
    /** Children of a record's seed. */
    private static final int SETTING = 0;

    private static final int RUN = 1;
    private static final int CALIBRATION = 2;

    private final PriorSpace space = new PriorSpace(PriorTable.priors());
    private final List<double[]> known = new ArrayList<>();
    private final CalibrationSeries series;

    /**
     * A study that has its records and has not calibrated to them.
     *
     * @param plan of each calibration; its seed is that of the study
     * @param records how many there are
     * @param work where the calibrations are noted
     */
    public RecoveryStudy(Model model, Plan plan, int records, Path work) throws InterruptedException {
        SequentialCalibration simulator = new SequentialCalibration(model, plan, space, Target.record());
        List<Case> cases = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            long seed = SplitMix64.child(plan.seed(), record);
            double[] point = new Draws(SplitMix64.child(seed, SETTING)).uniforms(space.dimensions());
            known.add(point);
            cases.add(new Case(
                    "record-" + (record + 1),
                    plan.withSeed(SplitMix64.child(seed, CALIBRATION)),
                    Target.synthetic(simulator.simulated(point, SplitMix64.child(seed, RUN)))));
        }
        series = new CalibrationSeries(model, work, cases);
    }

    /** The calibrations to the records. */
    public CalibrationSeries calibrations() {
        return series;
    }

    /**
     * Calibrates to all records, from where it was left.
     *
     * @param threads runs at once
     * @param done is given the number of runs so far
     */
    public RecoveryTables run(int threads, IntConsumer done) throws IOException, BadTable, InterruptedException {
        return new RecoveryTables(
                space.priors(),
                series.run(threads, done, (record, calibration) -> recovered(known.get(record), calibration)));
    }

    /** The coordinates in the unit cube are compared, in which whole numbers have no ties. */
    private static Recovered recovered(double[] point, SequentialCalibration calibration) {
        Population population = calibration.population();
        Screening screening = calibration.screening();
        double[] ranks = new double[point.length];
        boolean[] seen = new boolean[point.length];
        double[] widths = new double[point.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            WeightedSample marginal = population.marginal(dimension);
            ranks[dimension] = marginal.rank(point[dimension]);
            seen[dimension] = screening.sees(dimension);
            widths[dimension] =
                    LearnedWidth.of(marginal, population.effectiveSize()).ratio();
        }
        return new Recovered(ranks, seen, widths);
    }
}
