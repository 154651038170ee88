package greenlight.runner.dataset;

import greenlight.runner.stats.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What one measure came to: a value for each replication of each point, not-a-number where there is none. */
public final class Response {
    private final int points;
    private final int replications;
    private final double[] values;
    private final Moments[] moments;
    private final int[] settings;

    public Response(int points, int replications, double[] values) {
        this(points, replications, values, new int[0]);
    }

    /**
     * A response over an ensemble.
     *
     * @param settings the number of each replication's setting, the same at every point; empty without an ensemble
     */
    public Response(int points, int replications, double[] values, int[] settings) {
        this.points = points;
        this.replications = replications;
        this.values = values;
        this.settings = settings.clone();
        moments = new Moments[points];
        for (int point = 0; point < points; point++) {
            moments[point] = Moments.of(values, point * replications, (point + 1) * replications);
        }
    }

    public static Response of(RunTable runs, Column measure) {
        double[] values = new double[Math.multiplyExact(runs.points(), runs.replications())];
        for (int point = 0; point < runs.points(); point++) {
            for (int replication = 0; replication < runs.replications(); replication++) {
                int row = runs.row(point, replication);
                values[point * runs.replications() + replication] = row < 0 ? Double.NaN : measure.at(row);
            }
        }
        return new Response(runs.points(), runs.replications(), values, runs.settings());
    }

    public int points() {
        return points;
    }

    public int replications() {
        return replications;
    }

    /** The replications of each setting, in the settings' order; none without an ensemble. */
    public List<int[]> settings() {
        return IntStream.of(settings)
                .sorted()
                .distinct()
                .mapToObj(number -> IntStream.range(0, settings.length)
                        .filter(replication -> settings[replication] == number)
                        .toArray())
                .toList();
    }

    /** Whether replications go through an ensemble. */
    public boolean overSettings() {
        return settings.length > 0;
    }

    public double at(int point, int replication) {
        return values[point * replications + replication];
    }

    /** Over the replications of a point. */
    public Moments moments(int point) {
        return moments[point];
    }

    /** Of a point; not-a-number where no replication has a value. */
    public double mean(int point) {
        return moments[point].mean();
    }

    /** How far noise makes the means of two points vary together; zero where nothing is repeated. */
    public double covariance(int one, int other, boolean common) {
        if (one == other) {
            Moments moments = moments(one);
            return moments.count() > 1 ? moments.variance() / moments.count() : 0;
        }
        double sum = 0;
        int count = 0;
        for (int replication = 0; common && replication < replications; replication++) {
            double product = (at(one, replication) - mean(one)) * (at(other, replication) - mean(other));
            if (!Double.isNaN(product)) {
                sum += product;
                count++;
            }
        }
        return count > 1 ? sum / (count - 1) / count : 0;
    }

    /** All values there are. */
    public double[] all() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** The same with other replications in the place of these. */
    public Response resampled(Picks picks) {
        double[] others = new double[values.length];
        for (int point = 0; point < points; point++) {
            for (int replication = 0; replication < replications; replication++) {
                others[point * replications + replication] = at(point, picks.at(point, replication));
            }
        }
        return new Response(points, replications, others);
    }

    /** Which replication stands in for which. */
    @FunctionalInterface
    public interface Picks {
        int at(int point, int replication);
    }
}
