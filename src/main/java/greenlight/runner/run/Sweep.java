package greenlight.runner.run;

import greenlight.runner.execution.RunScheduler;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.InputFiles;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.model.Status;
import greenlight.runner.results.Execution;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.Provenance;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.Software;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All runs of an experiment, several at once, written in the order of the design: {@code <table>.csv} for each table,
 * {@code timings.csv}, {@code experiment.yaml} and {@code runs.csv}, the last to appear. Only {@code timings.csv} may
 * differ between two equal sweeps.
 *
 * <p>A sweep that was stopped, killed or ran out of disk goes on where it was with {@link StartMode#RESUME}.
 */
public final class Sweep {
    /**
     * What a sweep came to.
     *
     * @param counts of runs by how they ended, those taken over included
     * @param firstError of the first run, in the order of the design, that did not end well
     * @param resumed runs that an earlier start of the sweep had done
     * @param reused runs taken over from a finished sweep
     * @param said notes, a sentence each, such as that the journal is damaged
     * @param files sizes in bytes, by name
     */
    public record Result(
            Map<Status, Integer> counts,
            Optional<String> firstError,
            int resumed,
            int reused,
            List<String> said,
            Duration elapsed,
            Path folder,
            Map<String, Long> files) {
        /** Runs that ended well. */
        public int ok() {
            return counts.get(Status.OK);
        }

        /** Runs that did not; their rows say why. */
        public int failed() {
            return counts.values().stream().mapToInt(Integer::intValue).sum() - ok();
        }
    }

    /** Tables that are computed from the runs of a whole sweep. */
    @FunctionalInterface
    public interface Judgement {
        /**
         * The tables, by file.
         *
         * @param runs the table of runs
         */
        Map<String, byte[]> tables(Path runs) throws IOException;
    }

    private final Experiment experiment;
    private final Shard shard;
    private final String command;
    private final RunRows rows;
    private final ReproducibilityCheck check;
    private final SweepFiles files;
    private final List<String> notes = new ArrayList<>();

    /** What made the tables: this program, or the one that made the shards. */
    private Software software = Software.here();

    /** A journal of this length, bytes, is begun again: what is read again after a stop, and the disk it takes. */
    private long longestJournal = 64L << 20;

    private Judgement judgement = runs -> Map.of();

    public Sweep(Experiment experiment) {
        this(experiment, Shard.WHOLE, "");
    }

    /**
     * A shard of an experiment.
     *
     * @param command as it was given, for the record
     */
    public Sweep(Experiment experiment, Shard shard, String command) {
        this.experiment = experiment;
        this.shard = shard;
        this.command = command;
        rows = new RunRows(experiment);
        check = new ReproducibilityCheck(experiment, rows);
        files = new SweepFiles(experiment, rows);
    }

    /** The same with a shorter journal. */
    Sweep journalUpTo(long bytes) {
        longestJournal = bytes;
        return this;
    }

    /** The same with further tables, which are written and described with the others. */
    public Sweep judged(Judgement by) {
        judgement = by;
        return this;
    }

    /**
     * Runs and writes everything. A run that fails becomes a row that says so, and the others go on.
     *
     * @param folder made if need be
     * @param threads at work in all, at least 1: for runs side by side, or inside a run where few fit
     * @param start what to do with what the folder holds
     * @throws BadExperiment when a run does not fit into memory, or the folder holds something else than is to be resumed
     *     or extended, or runs of another state of the model that come out otherwise now; nothing has been written then
     * @throws FolderTaken when the folder holds anything and is not to be overwritten
     * @throws IOException in one sentence that names the file, when one cannot be read or written; the sweep can be
     *     resumed
     * @throws InterruptedException when the calling thread is interrupted; the sweep can be resumed
     */
    public Result run(Path folder, int threads, StartMode start, Progress progress)
            throws BadExperiment, IOException, InterruptedException {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads; allowed is 1 or more.");
        }
        try {
            return stoppable(folder, threads, start, progress);
        } catch (IOException failed) {
            throw stopped(failed);
        }
    }

    /** Some calls of the file system end with a fault of their own when the thread is interrupted. */
    private static IOException stopped(IOException failed) throws InterruptedException {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                Thread.interrupted();
                InterruptedException interrupt = new InterruptedException();
                interrupt.initCause(failed);
                throw interrupt;
            }
        }
        return failed;
    }

    private Result stoppable(Path folder, int threads, StartMode start, Progress progress)
            throws BadExperiment, IOException, InterruptedException {
        long begun = System.nanoTime();
        ThreadAllocation allocation = ThreadAllocation.of(experiment, threads, ThreadAllocation.memory());
        InputFiles.refuseIn(folder, experiment);
        ResultFolderCheck there = ResultFolderCheck.of(folder);
        if (start == StartMode.RESUME || start == StartMode.EXTEND) {
            files.refuseOther(folder, shard);
            files.refuseOtherMeasures(folder);
        }
        if (there.finished() && start == StartMode.RESUME) {
            return alreadyFinished(folder, begun);
        }
        there.prepare(start, files);
        Optional<FinishedRunIndex> finished = there.takesOver(start)
                ? Optional.of(new FinishedRunIndex(experiment, rows, List.of(folder)))
                : Optional.empty();
        try {
            if (there.finished() && finished.isPresent()) {
                there.refuseLoss(experiment, shard, finished.get());
            }
            return swept(folder, allocation, finished, false, progress, begun);
        } finally {
            if (finished.isPresent()) {
                finished.get().close();
            }
        }
    }

    /**
     * Merges the finished shards of an experiment; runs that none of them holds are named, and nothing is run.
     *
     * @param start FRESH, OVERWRITE or RESUME
     * @throws BadExperiment when a run is missing or there twice, or the shards are of another version, or of another
     *     state of the model and come out otherwise now; nothing has been written then
     */
    public Result merge(Shards shards, Path folder, StartMode start, Progress progress)
            throws BadExperiment, IOException, InterruptedException {
        long begun = System.nanoTime();
        shards.check(experiment, folder);
        software = shards.software();
        ResultFolderCheck there = ResultFolderCheck.of(folder);
        try (FinishedRunIndex finished = new FinishedRunIndex(experiment, rows, shards.folders())) {
            if (!finished.doubled().isEmpty()) {
                throw new BadExperiment(List.of("The shards overlap: run " + finished.doubled() + "."));
            }
            shards.refuseMissing(experiment, finished);
            check.finished(finished);
            if (there.finished() && start == StartMode.RESUME) {
                return alreadyFinished(folder, begun);
            }
            there.prepare(start, files);
            return swept(folder, new ThreadAllocation(1, 1), Optional.of(finished), true, progress, begun);
        } catch (IOException failed) {
            throw stopped(failed);
        }
    }

    /** A finished sweep of the same experiment has nothing to resume. */
    private Result alreadyFinished(Path folder, long begun) throws IOException, BadExperiment, InterruptedException {
        byte[] kept = SweepFolder.attempt(
                folder.resolve(ResultFiles.EXPERIMENT),
                "read",
                () -> Files.readAllBytes(folder.resolve(ResultFiles.EXPERIMENT)));
        StatusCounts counts;
        try (FinishedRunIndex finished = new FinishedRunIndex(experiment, rows, List.of(folder))) {
            int first = RunScheduler.first(experiment, shard);
            boolean same = first < 0 || finished.has(experiment.run(first).id());
            if (!same || !Arrays.equals(kept, files.heads().get(ResultFiles.EXPERIMENT))) {
                throw new BadExperiment(
                        List.of(folder + " holds the finished sweep of another experiment or version; give"
                                + " --extend to take over those of its runs that are the same, --overwrite to replace it, or"
                                + " another folder with --out."));
            }
            check.finished(finished);
            notes.addAll(check.notes());
            counts = finished.tally();
        }
        notes.add("The sweep in " + folder + " is finished already; nothing was run.");
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : files.heads().keySet()) {
            sizes.put(name, Files.size(folder.resolve(name)));
        }
        return result(folder, counts, counts.all(), 0, begun, sizes);
    }

    private Result swept(
            Path folder,
            ThreadAllocation allocation,
            Optional<FinishedRunIndex> finished,
            boolean merging,
            Progress progress,
            long begun)
            throws BadExperiment, IOException, InterruptedException {
        try (RecoveredSweep earlier = new RecoveredSweep(folder, files.digest(shard), experiment.runCount(), notes)) {
            if (earlier.done()) {
                return named(folder, earlier.from(), earlier.from().tally().all(), 0, begun);
            }
            earlier.goOn(models(earlier, finished));
            SweepFolder parts = SweepFolder.open(
                    folder, List.copyOf(files.heads().keySet()), earlier.from().marks());
            try {
                if (earlier.from().marks().isEmpty()) {
                    parts.write(files.heads());
                    parts.flush();
                }
                try (SweepExecution execution = new SweepExecution(
                        experiment, rows, shard, allocation, parts, earlier, finished, merging, longestJournal)) {
                    int recalled = execution.ended();
                    execution.work(progress);
                    Checkpoint last = execution.done(whole -> beside(folder, parts, whole, allocation.threads()));
                    return named(folder, last, recalled, execution.reused(), begun);
                }
            } finally {
                parts.abandon();
            }
        }
    }

    /** Checks runs of other states of the model; returns the digests of all that made runs, this one's too. */
    private List<String> models(RecoveredSweep earlier, Optional<FinishedRunIndex> finished)
            throws IOException, BadExperiment, InterruptedException {
        List<String> models = check.all(earlier, finished);
        notes.addAll(check.notes());
        if (!check.notes().isEmpty()) {
            notes.add("The digests of all these states are noted in "
                    + earlier.folder().resolve(ResultFiles.DATA_PACKAGE) + ".");
        }
        return models;
    }

    /** Writes what is computed from the runs, and what describes all; returns all files of the sweep. */
    private Map<String, Fingerprint> beside(Path folder, SweepFolder parts, Checkpoint whole, int threads)
            throws IOException {
        parts.flush();
        parts.add(judgement.tables(folder.resolve(RunRows.RUNS + SweepFolder.PART)));
        Instant start = Instant.ofEpochMilli(whole.begun());
        int ok = whole.tally().of(Status.OK);
        Execution execution = Execution.here(
                command, threads, start, Instant.now(), ok, whole.tally().all() - ok);
        Map<String, byte[]> texts =
                Provenance.of(experiment, shard, parts.forced(), software, whole.models(), execution);
        parts.add(texts);
        return parts.forced();
    }

    /** Gives the files of a whole sweep their names, {@code runs.csv} last. */
    private Result named(Path folder, Checkpoint last, int resumed, int reused, long begun) throws IOException {
        List<String> names = new ArrayList<>(last.marks().keySet());
        names.remove(RunRows.RUNS);
        names.add(RunRows.RUNS);
        SweepFolder.name(folder, names);
        UnfinishedSweep.remove(folder, files);
        SweepFolder.attempt(folder.resolve(Journal.NAME), "removed", () -> {
            WaitingFile.remove(folder);
            Journal.remove(folder);
            return folder;
        });
        Map<String, Long> sizes = new LinkedHashMap<>();
        last.marks().forEach((name, mark) -> sizes.put(name, mark.bytes()));
        return result(folder, last.tally(), resumed, reused, begun, sizes);
    }

    private Result result(
            Path folder, StatusCounts tally, int resumed, int reused, long begun, Map<String, Long> sizes) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, tally.of(status));
        }
        return new Result(
                counts,
                Optional.of(tally.firstError()).filter(error -> !error.isEmpty()),
                resumed,
                reused,
                List.copyOf(notes),
                Duration.ofNanos(System.nanoTime() - begun),
                folder,
                sizes);
    }
}
