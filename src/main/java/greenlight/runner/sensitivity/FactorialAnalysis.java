package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.PointMatching;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.Effects.Interaction;
import greenlight.runner.sensitivity.Effects.Level;
import greenlight.runner.sensitivity.Effects.Main;
import greenlight.runner.sensitivity.Effects.Share;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Effects of factors in designs whose points can be matched: factorial, one at a time, lists. */
public final class FactorialAnalysis {
    /** A share of the variance below this is an error of rounding. */
    private static final double ROUNDING = 1e-12;

    /** Most pairs of levels in a table: a longer one would not be read. */
    private static final int MOST_FACTORS_CROSSED = 12;

    private static final int RESAMPLES = 200;
    private static final long WORK = 40_000_000L;

    private final RunTable runs;
    private final PointMatching matching;
    private final List<Factor> factors;
    private final boolean common;
    private final Map<Factor, List<Map<List<Double>, Integer>>> contexts = new HashMap<>();

    public FactorialAnalysis(RunTable runs) {
        this.runs = runs;
        matching = new PointMatching(runs);
        common = runs.plan().common();
        factors = runs.factors().stream()
                .filter(factor -> matching.levels(factor).size() > 1)
                .toList();
        factors.forEach(factor -> contexts.put(factor, matching.contexts(Set.of(factor))));
    }

    /**
     * What each factor does to a measure.
     *
     * @param whole whether interactions and the division of the variance are wanted as well
     */
    public Effects of(Response response, boolean yesOrNo, NoiseDecomposition noise, boolean whole) {
        List<Level> levels = new ArrayList<>();
        List<Main> mains = new ArrayList<>();
        for (Factor factor : factors) {
            double reference = matching.reference(factor);
            for (double level : matching.levels(factor)) {
                levels.add(level(response, factor, level, yesOrNo));
                if (level != reference) {
                    List<int[]> sets =
                            PointMatching.sets(contexts.get(factor), List.of(List.of(level), List.of(reference)));
                    Contrast.Result result = new Contrast(sets, Contrast.DIFFERENCE).of(response, common);
                    mains.add(new Main(factor, reference, level, result.used(), result.estimate()));
                }
            }
        }
        return new Effects(
                levels, mains, whole ? interactions(response) : List.of(), whole ? shares(response, noise) : List.of());
    }

    private Level level(Response response, Factor factor, double level, boolean yesOrNo) {
        int[] points = IntStream.range(0, runs.points())
                .filter(point -> runs.level(point, factor) == level)
                .toArray();
        return new Level(factor, level, count(response, points), mean(response, points, yesOrNo, common));
    }

    private static int count(Response response, int[] points) {
        return IntStream.of(points)
                .map(point -> response.moments(point).count())
                .sum();
    }

    /**
     * The mean over all runs of some points; with common random numbers, replications are what varies, over an ensemble its
     * settings with their runs.
     */
    public static Estimate mean(Response response, int[] points, boolean yesOrNo, boolean common) {
        if (response.overSettings()) {
            return OverSettings.mean(response, points, yesOrNo);
        }
        int count = count(response, points);
        double sum = 0;
        double variance = 0;
        int repeated = 0;
        double[] blocks = new double[response.replications()];
        int[] sizes = new int[response.replications()];
        for (int point : points) {
            Moments moments = response.moments(point);
            if (moments.count() == 0) {
                continue;
            }
            sum += moments.mean() * moments.count();
            variance += moments.count() > 1 ? moments.variance() * moments.count() : 0;
            repeated += moments.count() > 1 ? 1 : 0;
            for (int replication = 0; replication < blocks.length; replication++) {
                double value = response.at(point, replication);
                if (!Double.isNaN(value)) {
                    blocks[replication] += value - moments.mean();
                    sizes[replication]++;
                }
            }
        }
        double mean = sum / count;
        if (count == 0 || repeated == 0) {
            return count == 0 ? Estimate.NONE : Estimate.bare(mean);
        }
        double error;
        int freedom;
        if (common) {
            double[] deviations = new double[blocks.length];
            for (int replication = 0; replication < blocks.length; replication++) {
                deviations[replication] =
                        sizes[replication] > 0 ? blocks[replication] / sizes[replication] : Double.NaN;
            }
            Moments moments = Moments.of(deviations);
            error = moments.error();
            freedom = moments.count() - 1;
        } else {
            error = Math.sqrt(variance) / count;
            freedom = count - repeated;
        }
        if (yesOrNo && error == 0 && (mean == 0 || mean == 1)) {
            return Estimate.allOrNone(mean, common ? freedom + 1 : count);
        }
        Estimate estimate = Estimate.student(mean, error, freedom);
        return yesOrNo ? estimate.clamped(0, 1) : estimate;
    }

    private List<Interaction> interactions(Response response) {
        List<Interaction> interactions = new ArrayList<>();
        boolean crossed =
                runs.plan().design().equals("factorial") || runs.plan().design().equals("list");
        for (int i = 0; crossed && i < factors.size() && factors.size() <= MOST_FACTORS_CROSSED; i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                cross(response, factors.get(i), factors.get(j), interactions);
            }
        }
        return interactions;
    }

    private void cross(Response response, Factor first, Factor second, List<Interaction> into) {
        List<Map<List<Double>, Integer>> places = matching.contexts(Set.of(first, second));
        double from = matching.reference(first);
        double base = matching.reference(second);
        for (double level : matching.levels(first)) {
            for (double other : matching.levels(second)) {
                if (level == from || other == base) {
                    continue;
                }
                List<int[]> sets = PointMatching.sets(
                        places,
                        List.of(
                                List.of(level, other),
                                List.of(from, other),
                                List.of(level, base),
                                List.of(from, base)));
                if (!sets.isEmpty()) {
                    Estimate estimate = new Contrast(sets, Contrast.INTERACTION)
                            .of(response, common)
                            .estimate();
                    into.add(new Interaction(first, second, from, level, base, other, estimate));
                }
            }
        }
    }

    /** The division of variance in a full factorial, with intervals from resampled replications. */
    private List<Share> shares(Response response, NoiseDecomposition noise) {
        boolean whole = runs.plan().design().equals("factorial")
                && IntStream.range(0, runs.points()).noneMatch(point -> Double.isNaN(response.mean(point)));
        if (!whole || Double.isNaN(noise.within()) || !(noise.between() + noise.within() > 0)) {
            return List.of();
        }
        double[] point = division(response, noise);
        long size = (long) response.points() * response.replications();
        int resamples = (int) Math.max(50, Math.min(RESAMPLES, WORK / size));
        double[][] drawn = new double[point.length][resamples];
        UniformRandomProvider random = Bootstrap.random();
        int[] picked = new int[Math.toIntExact(size)];
        for (int resample = 0; resample < resamples; resample++) {
            int across = response.replications();
            for (int place = 0; place < picked.length; place++) {
                picked[place] = common && place >= across ? picked[place - across] : random.nextInt(across);
            }
            Response other = response.resampled((at, replication) -> picked[at * across + replication]);
            double[] division = division(other, NoiseDecomposition.plain(other, common));
            for (int i = 0; i < point.length; i++) {
                drawn[i][resample] = division[i];
            }
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            String what =
                    i < factors.size() ? factors.get(i).name() : i == factors.size() ? "interactions" : noise(response);
            shares.add(new Share(what, Bootstrap.normal(point[i], drawn[i]).clamped(0, 1)));
        }
        return shares;
    }

    /** What the variance at a point is made of. */
    private static String noise(Response response) {
        return response.overSettings() ? "settings and noise" : "noise";
    }

    /** Of each factor alone, of interactions, of noise; they add up to one unless a correction stops at zero. */
    private double[] division(Response response, NoiseDecomposition noise) {
        double[] shares = new double[factors.size() + 2];
        double whole = noise.between() + noise.within();
        double points = response.points();
        double left = noise.between() * (points - 1) / points;
        double scale = (points - 1) / points * noise.between() + noise.within();
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            Map<Double, double[]> sums = new HashMap<>();
            for (int point = 0; point < response.points(); point++) {
                double[] sum = sums.computeIfAbsent(runs.level(point, factor), level -> new double[2]);
                sum[0] += response.mean(point);
                sum[1]++;
            }
            double[] means =
                    sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
            Moments moments = Moments.of(means);
            double error = noise.error() * means.length / points;
            double variance = Math.max(0, moments.variance() - error) * (means.length - 1) / means.length;
            shares[i] = variance / scale;
            left -= variance;
        }
        shares[factors.size()] = left > ROUNDING * scale ? left / scale : 0;
        shares[factors.size() + 1] = noise.within() / scale;
        return whole > 0 ? shares : new double[shares.length];
    }
}
