package greenlight.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All runs of an experiment, several at once, written in the order of the design: {@code <table>.csv} for each table,
 * {@code timings.csv}, {@code experiment.yaml} and {@code runs.csv}, the last to appear. Only {@code timings.csv} may
 * differ between two equal sweeps.
 */
public final class Sweep {
    private static final String TIMINGS = "timings.csv";
    private static final String EXPERIMENT = "experiment.yaml";
    private static final String RUNS = "runs.csv";

    /**
     * What a sweep came to.
     *
     * @param ok runs that ended well
     * @param failed runs that did not; their rows say why
     * @param firstError of the first failed run in the order of the design
     * @param files sizes in bytes, by name
     */
    public record Result(
            int ok, int failed, Optional<String> firstError, Duration elapsed, Path folder, Map<String, Long> files) {}

    /** A run that ended, as text by file. */
    private record Ended(Map<String, byte[]> lines, Optional<String> error) {}

    private record Failures(int count, Optional<String> first) {
        Failures with(Optional<String> error) {
            return error.isEmpty() ? this : new Failures(count + 1, first.or(() -> error));
        }
    }

    private final Experiment experiment;
    private final Rows rows;

    public Sweep(Experiment experiment) {
        this.experiment = experiment;
        this.rows = new Rows(experiment);
    }

    /**
     * Runs and writes everything. A run that fails becomes a row that says so, and the others go on.
     *
     * @param folder made if need be
     * @param threads at work in all, at least 1: for runs side by side, or inside a run where few fit
     * @param overwrite whether the files of an earlier sweep in the folder are replaced; any other file stays
     * @throws BadExperiment when a run does not fit into memory; nothing has been written then
     * @throws FolderTaken when the folder holds anything and is not to be overwritten
     * @throws IOException in one sentence that names the file, when one cannot be written
     * @throws InterruptedException when the calling thread is interrupted; what was written is removed
     */
    public Result run(Path folder, int threads, boolean overwrite, Progress progress)
            throws BadExperiment, IOException, InterruptedException {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads; allowed is 1 or more.");
        }
        long start = System.nanoTime();
        Share share = Share.of(experiment, threads, Share.memory());
        Map<String, byte[]> headers = rows.headers();
        try (Folder results = Folder.open(folder, files(headers), everyFile(), overwrite)) {
            results.write(EXPERIMENT, experiment.text().getBytes(StandardCharsets.UTF_8));
            results.write(TIMINGS, Rows.csv(List.of(List.of("run_id", "seconds"))));
            for (Map.Entry<String, byte[]> header : headers.entrySet()) {
                results.write(header.getKey(), header.getValue());
            }
            Failures failures = write(results, share, progress);
            Map<String, Long> sizes = results.finish();
            return new Result(
                    experiment.runCount() - failures.count(),
                    failures.count(),
                    failures.first(),
                    Duration.ofNanos(System.nanoTime() - start),
                    folder,
                    sizes);
        }
    }

    /** How many runs may have started and not be written: bounds the memory a slow run makes the others take. */
    static int window(int threads) {
        return 4 * threads + 64;
    }

    private static List<String> files(Map<String, byte[]> headers) {
        List<String> files = new ArrayList<>(List.of(EXPERIMENT, TIMINGS));
        files.addAll(headers.keySet());
        return files;
    }

    /** What any sweep of the model may have written. */
    private List<String> everyFile() {
        List<String> files = new ArrayList<>(List.of(RUNS, TIMINGS, EXPERIMENT));
        experiment.model().tables().forEach(table -> files.add(table.name() + ".csv"));
        return files;
    }

    private Failures write(Folder results, Share share, Progress progress) throws IOException, InterruptedException {
        int total = experiment.runCount();
        Failures failures = new Failures(0, Optional.empty());
        ExecutorService workers = Executors.newFixedThreadPool(share.runs(), Sweep::worker);
        try {
            Deque<Future<Ended>> ahead = new ArrayDeque<>();
            progress.begin();
            int next = 0;
            for (int written = 0; written < total; written++) {
                while (next < total && ahead.size() < window(share.runs())) {
                    int index = next++;
                    ahead.add(workers.submit(() -> end(experiment.run(index), share.inside())));
                }
                Ended ended = ahead.remove().get();
                for (Map.Entry<String, byte[]> lines : ended.lines().entrySet()) {
                    results.write(lines.getKey(), lines.getValue());
                }
                failures = failures.with(ended.error());
                progress.done(written + 1, total);
            }
            return failures;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a run could not be recorded", broken.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "sweep");
        thread.setDaemon(true);
        return thread;
    }

    @SuppressWarnings("CatchThrowable") // also a stack or memory used up is the failure of one run
    private Ended end(Run run, int inside) {
        long start = System.nanoTime();
        Map<String, byte[]> lines = new LinkedHashMap<>();
        Optional<String> error = Optional.empty();
        try {
            Model.Outcome outcome = experiment.model().run(run.scenario(), run.setting(), run.seed(), inside);
            lines.putAll(rows.ok(run, outcome));
        } catch (Throwable fault) {
            error = Optional.of(sentence(fault));
            lines.putAll(rows.failed(run, error.get()));
        }
        lines.put(TIMINGS, Rows.timing(run, System.nanoTime() - start));
        return new Ended(lines, error);
    }

    private static String sentence(Throwable fault) {
        String name = fault.getClass().getSimpleName().isEmpty()
                ? fault.getClass().getName()
                : fault.getClass().getSimpleName();
        String message = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        return (name + message).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
