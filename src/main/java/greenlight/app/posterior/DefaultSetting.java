package greenlight.app.posterior;

import greenlight.app.prior.ParameterPrior;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.Population;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The setting of the default world: the most central one of the ensemble that comes as near to the record as half of the ensemble
 * does. It is central in the parameters that the patterns see. The others are at the middle of their priors, which are their
 * posteriors; since the patterns may see them jointly all the same, the setting is run again as it is here, rounded. So it
 * is the medoid (Kaufman and Rousseeuw 1990) or the next from the middle outwards, never the nearest to the record.
 */
public final class DefaultSetting {
    private static final double MIDDLE = 0.5;

    /** Significant digits of a default. */
    private static final MathContext DIGITS = new MathContext(2);

    private final PriorSpace space;
    private final Screening screening;
    private final int index;
    private final int place;
    private final double[] point;
    private final double distance;

    private DefaultSetting(
            PriorSpace space, Screening screening, int index, int place, double[] point, double distance) {
        this.space = space;
        this.screening = screening;
        this.index = index;
        this.place = place;
        this.point = point;
        this.distance = distance;
    }

    /**
     * The default setting that a finished calibration gives; the medoid where none of its settings is near enough.
     *
     * @param near greatest distance from the record, in half-widths of the targets
     * @param runs fresh runs of each setting
     * @param threads runs at once
     * @param done is given the number of runs so far
     */
    public static DefaultSetting of(
            SequentialCalibration calibration, double near, int runs, int threads, IntConsumer done)
            throws InterruptedException {
        PriorSpace space = calibration.space();
        Screening screening = calibration.screening();
        Population population = calibration.population();
        int[] outwards = population.central(screening.seen());
        List<double[]> points = population.particles().stream()
                .map(particle -> completed(space, screening, particle.point()))
                .toList();
        double[] distances = calibration.again(points, runs, threads, done).stream()
                .map(measured -> Evaluation.of(measured, calibration.target()))
                .mapToDouble(evaluation -> evaluation.distance(calibration.target()))
                .toArray();
        int place = place(outwards, distances, near);
        int index = outwards[place];
        return new DefaultSetting(space, screening, index, place, points.get(index), distances[index]);
    }

    /** The first place of an order whose distance is within a bound; the first of all where none is. */
    static int place(int[] order, double[] distances, double near) {
        for (int place = 0; place < order.length; place++) {
            if (distances[order[place]] <= near) {
                return place;
            }
        }
        return 0;
    }

    /** A point with the middle of the prior where no pattern sees a parameter, rounded. */
    private static double[] completed(PriorSpace space, Screening screening, double[] point) {
        double[] completed = new double[point.length];
        for (int dimension = 0; dimension < point.length; dimension++) {
            double coordinate = screening.sees(dimension) ? point[dimension] : MIDDLE;
            completed[dimension] = space.rounded(dimension, coordinate, DIGITS);
        }
        return completed;
    }

    /** The number of the setting in the ensemble, from 1. */
    public int setting() {
        return index + 1;
    }

    /** How many settings are more central, and farther from the record. */
    public int passedOver() {
        return place;
    }

    /** Its distance from the record over fresh runs, in half-widths of the targets. */
    public double distance() {
        return distance;
    }

    /** A row for each uncertain parameter: its default, and whether the patterns see it or it is at the middle of its prior. */
    public CsvTable table() {
        CsvTable table = new CsvTable("parameter", "default", "from");
        for (int dimension = 0; dimension < point.length; dimension++) {
            ParameterPrior prior = space.priors().get(dimension);
            table.with(
                    prior.parameter().key(),
                    space.value(dimension, point[dimension]),
                    screening.sees(dimension) ? "ensemble" : "middle of the prior");
        }
        return table;
    }
}
