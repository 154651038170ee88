package greenlight.app.cli.market;

import greenlight.app.cli.console.TemporaryFolder;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import greenlight.runner.run.Progress;
import greenlight.runner.run.SingleRun;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Small runs, of which a sweep has many, recorded as a row each.
 *
 * @param users in each
 */
record SmallRuns(int users, int quarters) {
    private static final double NANO = 1e-9;
    private static final int TEN = 10;

    /** More runs than any computer here makes in a minute. */
    private static final int MANY = 1_000_000;

    /** Workers whose finished runs one thread writes. */
    private static final int WORKERS = 32;

    private static final int WRITTEN = 20_000;
    private static final int TIMED = 2_000;

    /** Runs a second: in the first second, in the first ten, and in the last third of the time. */
    record Rates(double first, double ten, double steady) {
        /**
         * The rates of runs that ended.
         *
         * @param ended how many, by second; at least three of these
         */
        static Rates of(int[] ended) {
            int seconds = ended.length;
            return new Rates(
                    rate(ended, 0, 1),
                    rate(ended, 0, Math.min(TEN, seconds)),
                    rate(ended, seconds - seconds / 3, seconds));
        }

        private static double rate(int[] ended, int from, int to) {
            return Arrays.stream(ended, from, to).sum() / (double) (to - from);
        }
    }

    /**
     * What becomes of a run on the one thread that schedules, writes and notes, and the run itself, seconds of processor
     * time.
     */
    record Serial(double writer, double run) {
        /** The part of a run. */
        double share() {
            return writer / run;
        }
    }

    private Experiment experiment(Model model, int runs) throws BadExperiment {
        String text = "name: bench\nreplications: " + runs + "\nset: {users: " + users + ", quarters: " + quarters
                + "}\nrecord: [runs]\n";
        return ExperimentReader.read(text, "bench", model);
    }

    /**
     * How quickly they go from now on, and later.
     *
     * @param seconds to run them, at least 3; the first ten are these where they are fewer
     */
    Rates rates(int threads, int seconds) throws BadExperiment, InterruptedException {
        Experiment experiment = experiment(new MarketModel(), MANY);
        SingleRun again = new SingleRun(experiment);
        AtomicInteger next = new AtomicInteger();
        AtomicIntegerArray ended = new AtomicIntegerArray(seconds + 1);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (int worker = 0; worker < threads; worker++) {
            workers.execute(() -> {
                int second = 0;
                while (second < seconds) {
                    again.lines(experiment.run(next.getAndIncrement()), 1);
                    second = (int) Math.min(seconds, (System.nanoTime() - start) * NANO);
                    ended.incrementAndGet(second);
                }
            });
        }
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("the runs do not end");
        }
        return Rates.of(IntStream.range(0, seconds).map(ended::get).toArray());
    }

    /** A sweep whose runs are at hand, as they would be with 32 workers, against runs alone; both warm. */
    Serial serial() throws BadExperiment, IOException, InterruptedException {
        MarketModel model = new MarketModel();
        Experiment experiment = experiment(model, MANY);
        double run = Double.NaN;
        double writer = Double.NaN;
        for (int round = 0; round < 2; round++) {
            double start = processorTime();
            for (int place = 0; place < TIMED; place++) {
                Run each = experiment.run(place);
                model.run(each.scenario(), each.setting(), each.seed(), 1, experiment.tables());
            }
            run = (processorTime() - start) / TIMED;
            Run first = experiment.run(0);
            Experiment atHand =
                    experiment(ready(model, model.run(first.scenario(), first.setting(), first.seed(), 1)), WRITTEN);
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                start = processorTime();
                new Sweep(atHand).run(folder.path(), WORKERS, StartMode.OVERWRITE, Progress.none());
                writer = (processorTime() - start) / WRITTEN;
            }
        }
        return new Serial(writer, run);
    }

    /** Of this thread, seconds. */
    private static double processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * NANO;
    }

    /** The model, but each run comes out as one that is over. */
    private static Model ready(Model model, Model.Outcome over) {
        return (Model) Proxy.newProxyInstance(
                Model.class.getClassLoader(),
                new Class<?>[] {Model.class},
                (self, method, arguments) -> method.getName().equals("run") ? over : method.invoke(model, arguments));
    }
}
