package greenlight.app.cli.market;

import greenlight.app.cli.console.TemporaryFolder;
import greenlight.runner.run.Progress;
import greenlight.runner.run.SingleRun;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What the results of a sweep cost on top of its runs alone.
 *
 * @param text making the text of their rows, as a part of the time of the runs
 * @param tables journal and tables, as such a part
 */
record WritingCost(double text, double tables) {
    /** How often each is timed; the best counts. */
    static final int TURNS = 10;

    private static final double NANO = 1e-9;

    /** The same runs with and without, in turn. */
    static WritingCost of(Experiment experiment, int threads) throws BadExperiment, IOException, InterruptedException {
        SingleRun again = new SingleRun(experiment);
        double alone = Double.POSITIVE_INFINITY;
        double asText = Double.POSITIVE_INFINITY;
        double written = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            alone = Math.min(
                    alone,
                    each(
                            experiment,
                            threads,
                            run -> experiment
                                    .model()
                                    .run(run.scenario(), run.setting(), run.seed(), 1, experiment.tables())));
            asText = Math.min(asText, each(experiment, threads, run -> again.lines(run, 1)));
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                Sweep.Result result =
                        new Sweep(experiment).run(folder.path(), threads, StartMode.OVERWRITE, Progress.none());
                written = Math.min(written, result.elapsed().toNanos() * NANO);
            }
        }
        return new WritingCost(asText / alone - 1, (written - asText) / alone);
    }

    /** Seconds for something done with each run of an experiment. */
    private static double each(Experiment experiment, int threads, Consumer<Run> deed) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (int place = 0; place < experiment.runCount(); place++) {
            Run run = experiment.run(place);
            workers.execute(() -> deed.accept(run));
        }
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("the runs do not end");
        }
        return (System.nanoTime() - start) * NANO;
    }
}
