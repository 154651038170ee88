package greenlight.runner.execution;

import greenlight.runner.format.Decimal;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.util.List;

/**
 * How a sweep's threads are allocated: to runs at once, and to the inside of each run. Runs go side by side as
 * far as there are runs and memory; what threads are left work inside the runs.
 */
public record ThreadAllocation(int runs, int inside) {
    /** In all. */
    public int threads() {
        return runs * inside;
    }

    private static final double GIGABYTE = 1e9;
    /** Part of the heap that runs may fill; the rest is for rows on their way to the files. */
    private static final double USABLE = 0.75;

    /**
     * Allocates threads.
     *
     * @param threads in all, at least 1
     * @param memory that all runs together may take, bytes
     * @throws BadExperiment when not even one run fits, with what would
     */
    public static ThreadAllocation of(Experiment experiment, int threads, long memory) throws BadExperiment {
        long heaviest = 1;
        for (int point = 0; point < experiment.design().points(); point++) {
            for (Setting setting : experiment.settings(point).toList()) {
                long bytes = experiment.model().bytes(setting);
                if (bytes > memory) {
                    throw new BadExperiment(List.of("A run of point " + point + " takes "
                            + Decimal.brief(hundredths(bytes)) + " GB of memory, and "
                            + Decimal.brief(hundredths(memory)) + " GB can be used; what fits is "
                            + experiment.model().fitting(setting, memory)
                            + ", or more memory (JAVA_OPTS=-Xmx...)."));
                }
                heaviest = Math.max(heaviest, bytes);
            }
        }
        long fit = Math.min(Math.min(threads, experiment.runCount()), memory / heaviest);
        int runs = (int) Math.max(1, fit);
        return new ThreadAllocation(runs, Math.max(1, threads / runs));
    }

    /** What runs may take of this program's memory, bytes. */
    public static long memory() {
        return (long) (USABLE * Runtime.getRuntime().maxMemory());
    }

    private static double hundredths(long bytes) {
        return Math.round(bytes / GIGABYTE * 100) / 100.0;
    }
}
