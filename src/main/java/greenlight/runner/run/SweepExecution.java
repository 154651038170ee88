package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.execution.RunExecutor;
import greenlight.runner.execution.RunScheduler;
import greenlight.runner.execution.RunTask;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep from one start to its end or the next stop. A run that ended is written to the tables when its turn comes, and
 * then noted in the journal; one that has to wait is noted before, or waits in a file of its own. From time to time the
 * tables are forced to the disk and a new journal replaces the old one, so it stays short.
 */
final class SweepExecution implements AutoCloseable {
    /** Time between two notes of all that ended: the work that a kill may cost beyond the runs in progress. */
    private static final Duration NOTED = Duration.ofMillis(100);

    /** Forcing files to the disk takes at most one part in this many of the time. */
    private static final int SELDOM = 50;

    private static final double NANOS = 1e9;

    private final Experiment experiment;
    private final RunRows rows;
    private final Path folder;
    private final ThreadAllocation allocation;
    private final RunScheduler scheduler;
    private final RunExecutor executor;
    private final SweepFolder parts;
    private final Checkpoint from;
    private final DuplicatePoints duplicates;

    private final WaitingRuns waiting;
    private final boolean merging;

    /** Bytes, of the journal and of the tables it accounts for, beyond which it is begun again. */
    private final long longest;

    private Journal journal;
    private StatusCounts counts;

    /** Bytes of the tables that the journal accounts for, less its own length when it began: it opens with the runs in memory. */
    private long journalled;

    /** Runs that were started and have not ended. */
    private int started;

    /** Whether runs ended that are not noted and made safe. */
    private boolean unsafe;

    /** When all that ended was last noted. */
    private long noted = System.nanoTime();

    /** When the files are forced to the disk next. */
    private long due = noted;

    private int reused;

    /** A run in the tables, and where its lines begin, by file. */
    private record Written(RunResult ended, Map<String, Long> from) {}

    /**
     * Goes on with what an earlier start left, or begins a journal.
     *
     * @param finished runs of finished sweeps that are taken over
     * @param merging whether every run must be among them, failed ones too
     * @param longest bytes of the journal, and of what it notes, beyond which it is begun again
     */
    SweepExecution(
            Experiment experiment,
            RunRows rows,
            Shard shard,
            ThreadAllocation allocation,
            SweepFolder parts,
            RecoveredSweep earlier,
            Optional<FinishedRunIndex> finished,
            boolean merging,
            long longest)
            throws IOException {
        this.experiment = experiment;
        this.rows = rows;
        this.allocation = allocation;
        this.parts = parts;
        this.merging = merging;
        this.longest = longest;
        folder = earlier.folder();
        from = earlier.from();
        counts = from.tally();
        duplicates = DuplicatePoints.of(experiment.design(), experiment.crn());
        // the runs of finished shards are at hand in any order, so none of them needs to wait
        scheduler = new RunScheduler(experiment, shard, from, merging ? 1 : RunScheduler.WINDOW);
        waiting = new WaitingRuns(experiment, finished, merging, earlier.waiting(), window(allocation.runs()) / 2);
        executor = new RunExecutor(
                allocation.runs(),
                experiment.timeout().stream()
                        .mapToObj(seconds -> Duration.ofNanos((long) (seconds * NANOS)))
                        .findFirst());
        journal = SweepFolder.attempt(
                folder.resolve(Journal.NAME),
                "written",
                () -> earlier.resumed() ? Journal.continued(folder) : Journal.begin(folder, from, List.of()));
        if (experiment.precision().isPresent()) {
            recall(earlier.waiting());
        }
        for (RunResult ended : earlier.noted()) {
            recall(ended);
        }
    }

    /** How many runs may be between their start and the disk: bounds the memory of their rows. */
    static int window(int threads) {
        return 4 * threads + 64;
    }

    /** What a stopping rule watches in the runs that an earlier start left waiting. */
    private void recall(WaitingFile earlier) throws IOException {
        for (int place = from.next(); place < experiment.runCount(); place++) {
            if (earlier.has(place)) {
                scheduler.ended(place, earlier.get(place).value());
            }
        }
    }

    /** A run that an earlier start noted in the journal, and whose lines the tables do not hold. */
    void recall(RunResult ended) throws IOException {
        if (ended.index() >= from.next() && !waiting.has(ended.index())) {
            scheduler.ended(ended.index(), ended.value());
            waiting.recall(ended);
            write();
        }
    }

    /** How many runs have ended. */
    int ended() {
        return counts.all() + waiting.size();
    }

    int reused() {
        return reused;
    }

    /** Runs what is left to run. */
    void work(Progress progress) throws IOException, BadExperiment, InterruptedException {
        int total = scheduler.total();
        Runnable report = () -> progress.done(ended(), total);
        progress.begin(ended());
        for (start(report); !over(); start(report)) {
            if (!waiting.has(scheduler.write())) {
                take();
            }
            write();
            secure();
            report.run();
        }
        progress.end();
    }

    private boolean over() throws IOException {
        write();
        return scheduler.over();
    }

    /** Starts runs as far as the window allows; those that a finished sweep holds are taken over. */
    private void start(Runnable report) throws IOException, BadExperiment {
        while (started < window(allocation.runs()) / 2) {
            int place = scheduler.start(waiting::has);
            if (place < 0) {
                return;
            }
            Optional<RunResult> earlier = waiting.finished(place);
            if (earlier.isPresent()) {
                reused++;
                came(earlier.get(), true);
                write();
                secure();
                report.run();
            } else {
                if (merging) {
                    Run run = experiment.run(place);
                    throw new BadExperiment(List.of("The shards lack run " + run.id() + " (point " + run.point()
                            + ", replication " + run.replication() + ")."));
                }
                started++;
                executor.start(new RunTask(experiment, rows, () -> experiment.run(place), allocation.inside()));
            }
        }
    }

    /** Waits for a run to end, but not longer than what ended may be left unnoted; takes all that have ended by then. */
    private void take() throws IOException, InterruptedException {
        Optional<RunResult> ended = executor.take(unsafe ? NOTED : Duration.ofDays(1));
        while (ended.isPresent()) {
            started--;
            came(ended.get(), false);
            ended = executor.take(Duration.ZERO);
        }
    }

    private void came(RunResult ended, boolean reusing) throws IOException {
        unsafe = true;
        scheduler.ended(ended.index(), ended.value());
        waiting.add(ended, reusing);
    }

    /** Writes to the tables all runs whose turn has come, then notes them. */
    private void write() throws IOException {
        List<Written> fresh = new ArrayList<>();
        for (Optional<WaitingRuns.Waiting> next = waiting.take(scheduler.write());
                next.isPresent();
                next = waiting.take(scheduler.write())) {
            RunResult ended = lines(next.get().ended());
            Map<String, Long> from = parts.write(ended.lines());
            if (!next.get().noted()) {
                fresh.add(new Written(ended, from));
            }
            journalled += ended.bytes();
            counts = counts.with(ended.status(), ended.error());
            scheduler.wrote();
            if (fresh.size() >= window(allocation.runs()) || journal.length() + journalled > longest) {
                break;
            }
        }
        if (!fresh.isEmpty()) {
            parts.flush();
            for (Written run : fresh) {
                noting(() -> journal.written(run.ended, run.from));
            }
        }
    }

    /** The rows of a run for the tables, without details where an equal earlier point has them. */
    private RunResult lines(RunResult ended) {
        return duplicates.again(ended.index() / experiment.mostReplications()) ? ended.without(rows::detail) : ended;
    }

    /** From time to time notes all that ended and forces it to the disk; replaces a long journal by a new one. */
    private void secure() throws IOException {
        if (journal.length() + journalled > longest) {
            checkpoint();
            return;
        }
        long now = System.nanoTime();
        if (!unsafe || now - noted < NOTED.toNanos()) {
            return;
        }
        noteWaiting();
        noted = now;
        if (now - due >= 0) {
            parts.force();
            waiting.force();
            noting(journal::force);
            unsafe = false;
            long end = System.nanoTime();
            due = end + SELDOM * (end - now);
        }
    }

    private void noteWaiting() throws IOException {
        for (WaitingRuns.Waiting late : waiting.inMemory()) {
            if (!late.noted()) {
                noting(() -> journal.note(late.ended()));
                late.note();
            }
        }
    }

    private void checkpoint() throws IOException {
        Checkpoint now = here();
        waiting.force();
        noting(() -> {
            Journal fresh = Journal.begin(
                    folder,
                    now,
                    waiting.inMemory().stream().map(WaitingRuns.Waiting::ended).toList());
            journal.close();
            journal = fresh;
        });
        waiting.inMemory().forEach(WaitingRuns.Waiting::note);
        journalled = -journal.length();
        unsafe = false;
    }

    /** Something done with the journal. */
    @FunctionalInterface
    private interface Noting {
        void run() throws IOException;
    }

    private void noting(Noting noting) throws IOException {
        SweepFolder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            noting.run();
            return folder;
        });
    }

    private Checkpoint here() throws IOException {
        return new Checkpoint(
                from.experiment(),
                from.begun(),
                scheduler.next(),
                scheduler.values(),
                counts,
                parts.forced(),
                from.models());
    }

    /** What is written when all tables are whole; returns all files of the sweep. */
    interface Ending {
        Map<String, Fingerprint> write(Checkpoint whole) throws IOException;
    }

    /** Every table is whole: notes so, after which only their names are missing. */
    Checkpoint done(Ending ending) throws IOException {
        Checkpoint last = here().with(ending.write(here()));
        noting(() -> Journal.end(folder, last));
        return last;
    }

    /** Notes what waits for its turn: a sweep that is stopped loses only the runs in progress. */
    @Override
    public void close() throws IOException {
        executor.close();
        try {
            noteWaiting();
        } finally {
            waiting.close();
            journal.close();
        }
    }
}
