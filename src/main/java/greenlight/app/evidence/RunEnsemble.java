package greenlight.app.evidence;

import greenlight.market.measure.Measure;
import greenlight.runner.model.Model;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs that belong together, several at once; their measures in the order of the runs given. */
public final class RunEnsemble {
    /** One run to make. */
    public record Wanted(String scenario, Setting setting, long seed) {}

    private final List<double[]> measures;

    private RunEnsemble(List<double[]> measures) {
        this.measures = measures;
    }

    /**
     * Makes all runs.
     *
     * @param threads runs at once
     * @param done called with how many runs are done, after each
     * @throws IllegalStateException when one of them fails
     * @throws InterruptedException when the calling thread is interrupted
     */
    public static RunEnsemble of(Model model, List<Wanted> runs, int threads, IntConsumer done)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ensemble");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<double[]>> pending = new ArrayList<>();
            for (Wanted run : runs) {
                pending.add(workers.submit(() ->
                        model.run(run.scenario(), run.setting(), run.seed(), 1).measures()));
            }
            List<double[]> measures = new ArrayList<>();
            for (Future<double[]> run : pending) {
                measures.add(run.get());
                done.accept(measures.size());
            }
            return new RunEnsemble(measures);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A run failed: " + failed.getCause(), failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** The measures of a run, in the order of {@link Measure}. */
    public double[] measures(int run) {
        return measures.get(run);
    }

    /** A measure of some of the runs; not-a-number where it does not apply. */
    public double[] values(Measure measure, int from, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = measures.get(from + i)[measure.ordinal()];
        }
        return values;
    }

    public int size() {
        return measures.size();
    }
}
