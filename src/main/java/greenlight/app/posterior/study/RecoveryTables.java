package greenlight.app.posterior.study;

import greenlight.app.prior.ParameterPrior;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.SimulationBasedCalibration;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The tables of a recovery: coverage by parameter and rank histograms. Parameters that a record's screening sees are told
 * apart from the others, whose posteriors are nearly their priors, and whose ranks therefore say little. The ranks of one
 * record's parameters depend on each other; intervals over several parameters are by bootstrap over records.
 */
public final class RecoveryTables {
    /**
     * What a calibration says of the setting that made its record, by uncertain parameter.
     *
     * @param ranks of the known coordinates in their posteriors, 0 to 1
     * @param seen whether the screening of this record sees the parameter
     * @param widths standard deviations of the posteriors over those of the priors
     */
    record Recovered(double[] ranks, boolean[] seen, double[] widths) {}

    /** Rows of {@link #coverage} over all parameters. */
    public static final String ALL_SEEN = "all_seen";

    public static final String ALL_UNSEEN = "all_unseen";

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final int BINS = 10;
    private static final MathContext DIGITS = new MathContext(4);

    private final List<ParameterPrior> priors;
    private final List<Recovered> records;

    RecoveryTables(List<ParameterPrior> priors, List<Recovered> records) {
        this.priors = priors;
        this.records = records;
    }

    /**
     * Each parameter over the records that see it, then all that are seen and all that are not: how often the central 50 and
     * 90 % of the posterior hold the known value, the mean width of posteriors in widths of the prior; over all parameters
     * also the probability of ranks as uneven, by a chi-square test that takes them as independent and is therefore too small.
     */
    public CsvTable coverage() {
        CsvTable table = new CsvTable(
                "parameter",
                "records",
                "ranks",
                "coverage50",
                "coverage50_low",
                "coverage50_high",
                "coverage90",
                "coverage90_low",
                "coverage90_high",
                "width",
                "p");
        for (int dimension = 0; dimension < priors.size(); dimension++) {
            int at = dimension;
            double[] ranks = records.stream()
                    .filter(record -> record.seen()[at])
                    .mapToDouble(record -> record.ranks()[at])
                    .toArray();
            double width = records.stream()
                    .filter(record -> record.seen()[at])
                    .mapToDouble(record -> record.widths()[at])
                    .average()
                    .orElse(Double.NaN);
            List<Object> row = new ArrayList<>(
                    List.of(priors.get(dimension).parameter().key(), (long) ranks.length, (long) ranks.length));
            for (double probability : new double[] {HALF, MOST}) {
                add(
                        row,
                        ranks.length > 0 ? new SimulationBasedCalibration(ranks).coverage(probability) : Estimate.NONE);
            }
            row.add(rounded(width));
            row.add(Double.NaN);
            table.with(row.toArray());
        }
        return table.with(overall(ALL_SEEN, true)).with(overall(ALL_UNSEEN, false));
    }

    private Object[] overall(String name, boolean seen) {
        double[] ranks = ranks(seen);
        List<Object> row = new ArrayList<>(List.of(
                name,
                IntStream.range(0, records.size())
                        .filter(record -> of(record, seen).length > 0)
                        .count(),
                (long) ranks.length));
        for (double probability : new double[] {HALF, MOST}) {
            add(row, share(seen, rank -> Math.abs(rank - HALF) <= probability / 2));
        }
        double width = records.stream()
                .flatMapToDouble(record -> IntStream.range(0, priors.size())
                        .filter(dimension -> record.seen()[dimension] == seen)
                        .mapToDouble(dimension -> record.widths()[dimension]))
                .average()
                .orElse(Double.NaN);
        row.add(rounded(width));
        row.add(ranks.length > 0 ? rounded(new SimulationBasedCalibration(ranks).uniformity(BINS)) : Double.NaN);
        return row.toArray();
    }

    /** The share of ranks with a property, with the interval of a bootstrap over records. */
    private Estimate share(boolean seen, DoublePredicate property) {
        double[] having = new double[records.size()];
        double[] of = new double[records.size()];
        for (int record = 0; record < having.length; record++) {
            double[] ranks = of(record, seen);
            having[record] = Arrays.stream(ranks).filter(property).count();
            of[record] = ranks.length;
        }
        if (DoubleStream.of(of).sum() == 0) {
            return Estimate.NONE;
        }
        return Bootstrap.percentile(having.length, drawn -> {
            double all = Arrays.stream(drawn).mapToDouble(record -> of[record]).sum();
            return all == 0
                    ? 0
                    : Arrays.stream(drawn).mapToDouble(record -> having[record]).sum() / all;
        });
    }

    /**
     * The rank histograms: counts of the parameters that are seen, with the interval of a bootstrap over records and the count
     * of uniform ranks, and of all parameters.
     */
    public CsvTable ranks() {
        CsvTable table =
                new CsvTable("from", "to", "seen", "seen_low", "seen_high", "expected_seen", "all", "expected_all");
        double[] seen = ranks(true);
        double[] all = DoubleStream.concat(Arrays.stream(seen), Arrays.stream(ranks(false)))
                .toArray();
        int[] ofSeen = seen.length > 0 ? new SimulationBasedCalibration(seen).histogram(BINS) : new int[BINS];
        int[] ofAll = new SimulationBasedCalibration(all).histogram(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            int at = bin;
            Estimate share = share(true, rank -> Math.min(BINS - 1, (int) (rank * BINS)) == at);
            table.with(
                    (double) bin / BINS,
                    (double) (bin + 1) / BINS,
                    (long) ofSeen[bin],
                    rounded(share.low() * seen.length),
                    rounded(share.high() * seen.length),
                    rounded((double) seen.length / BINS),
                    (long) ofAll[bin],
                    rounded((double) all.length / BINS));
        }
        return table;
    }

    /** The ranks of all records' parameters that are seen, or are not. */
    private double[] ranks(boolean seen) {
        return IntStream.range(0, records.size())
                .mapToObj(record -> of(record, seen))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private double[] of(int record, boolean seen) {
        Recovered of = records.get(record);
        return IntStream.range(0, priors.size())
                .filter(dimension -> of.seen()[dimension] == seen)
                .mapToDouble(dimension -> of.ranks()[dimension])
                .toArray();
    }

    private static void add(List<Object> row, Estimate estimate) {
        row.addAll(List.of(rounded(estimate.value()), rounded(estimate.low()), rounded(estimate.high())));
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? value : new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
