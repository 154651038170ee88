package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.model.Model;
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
import java.util.concurrent.TimeoutException;

/**
 * A sweep from one start to its end or the next stop. A run that ended is written to the tables when its turn comes, and
 * then noted in the journal; one that has to wait is noted before, or waits in a file of its own. Now and then the tables are made safe and the journal
 * begins anew, so it stays short.
 */
final class SweepExecution implements AutoCloseable {
    /** So often all that ended is noted: what a kill may cost beyond the runs in flight. */
    private static final Duration NOTED = Duration.ofMillis(100);

    /** As often it is made safe against a power cut, but on a slow disk in one part of so many of the time at most. */
    private static final int SELDOM = 10;

    private static final double NANOS = 1e9;

    private final Experiment experiment;
    private final RunRows rows;
    private final Path folder;
    private final ThreadAllocation share;
    private final RunScheduler agenda;
    private final RunExecutor floor;
    private final SweepFolder parts;
    private final Checkpoint from;
    private final DuplicatePoints twins;

    private final WaitingRuns waiting;
    private final boolean merging;

    /** Bytes, of the journal and of what it tells of, beyond which it begins anew. */
    private final long longest;

    private Journal journal;
    private StatusCounts tally;

    /** Bytes of the tables that the journal tells of. */
    private long told;

    /** Runs started that have not come back. */
    private int started;

    /** Whether runs ended that are not noted and made safe. */
    private boolean unsafe;

    /** When all that ended was last noted. */
    private long noted = System.nanoTime();

    /** When it is to be made safe next. */
    private long due = noted;

    private int reused;

    /** A run in the tables, and where its lines begin, by file. */
    private record Written(RunResult ended, Map<String, Long> from) {}

    SweepExecution(
            Experiment experiment,
            RunRows rows,
            Shard shard,
            Path folder,
            ThreadAllocation share,
            SweepFolder parts,
            Checkpoint from,
            Optional<FinishedRunIndex> finished,
            boolean merging,
            WaitingFile waitingFile,
            long longest)
            throws IOException {
        this.experiment = experiment;
        this.rows = rows;
        this.folder = folder;
        this.share = share;
        this.parts = parts;
        this.from = from;
        this.longest = longest;
        this.merging = merging;
        // finished shards are at hand in any order, so none of their runs needs to wait
        agenda = new RunScheduler(experiment, shard, from, merging ? 1 : RunScheduler.WINDOW);
        if (experiment.precision().isPresent()) {
            recall(waitingFile);
        }
        waiting = new WaitingRuns(experiment, finished, merging, waitingFile, window(share.runs()) / 2);
        twins = DuplicatePoints.of(experiment.design(), experiment.crn());
        tally = from.tally();
        floor = new RunExecutor(
                share.runs(),
                experiment.timeout().isPresent()
                        ? Optional.of(
                                Duration.ofNanos((long) (experiment.timeout().getAsDouble() * NANOS)))
                        : Optional.empty());
    }

    /** How many runs may be on their way between their start and the disk: bounds the memory that their rows take. */
    static int window(int threads) {
        return 4 * threads + 64;
    }

    /** What a stopping rule watches in the runs that an earlier session left waiting. */
    private void recall(WaitingFile earlier) throws IOException {
        for (int place = from.next(); place < experiment.runCount(); place++) {
            if (earlier.has(place)) {
                agenda.ended(place, earlier.get(place).value());
            }
        }
    }

    /** A run that an earlier session noted in the journal, and whose lines the tables do not hold. */
    void recall(RunResult ended) throws IOException {
        if (ended.index() >= from.next() && !waiting.has(ended.index())) {
            agenda.ended(ended.index(), ended.value());
            waiting.recall(ended);
            write();
        }
    }

    /** Goes on with the journal of an earlier session, all of which is intact, or begins one. */
    void keep(boolean before) throws IOException {
        journal = SweepFolder.attempt(
                folder.resolve(Journal.NAME),
                "written",
                () -> before ? Journal.continued(folder) : Journal.begin(folder, from, List.of()));
    }

    /** How many runs have ended. */
    int ended() {
        return tally.all() + waiting.size();
    }

    int reused() {
        return reused;
    }

    StatusCounts tally() {
        return tally;
    }

    /** Runs what is left to run. */
    void work(Progress progress) throws IOException, BadExperiment, InterruptedException {
        int total = agenda.total();
        Runnable telling = () -> progress.done(ended(), total);
        progress.begin(ended());
        for (start(telling); !over(); start(telling)) {
            if (!waiting.has(agenda.write())) {
                take();
            }
            write();
            secure();
            telling.run();
        }
        progress.end();
    }

    private boolean over() throws IOException {
        write();
        return agenda.over();
    }

    /** Starts runs as far as the window allows; those that a finished sweep holds are taken over. */
    private void start(Runnable telling) throws IOException, BadExperiment {
        while (started < window(share.runs()) / 2) {
            int place = agenda.start(waiting::has);
            if (place < 0) {
                return;
            }
            Optional<RunResult> earlier = waiting.finished(place);
            if (earlier.isPresent()) {
                reused++;
                came(earlier.get(), true);
                write();
                secure();
                telling.run();
            } else {
                Run run = experiment.run(place);
                if (merging) {
                    throw new BadExperiment(List.of("The shards lack run " + run.id() + " (point " + run.point()
                            + ", replication " + run.replication() + ")."));
                }
                started++;
                floor.start(new Work(run));
            }
        }
    }

    /** Waits for a run to end, but not longer than what ended may be left unnoted; takes all that have ended by then. */
    private void take() throws IOException, InterruptedException {
        Optional<RunResult> ended = floor.take(unsafe ? NOTED : Duration.ofDays(1));
        while (ended.isPresent()) {
            started--;
            came(ended.get(), false);
            ended = floor.take(Duration.ZERO);
        }
    }

    private void came(RunResult ended, boolean reusing) throws IOException {
        unsafe = true;
        agenda.ended(ended.index(), ended.value());
        waiting.add(ended, reusing);
    }

    /** Writes to the tables all runs whose turn has come, then notes them. */
    private void write() throws IOException {
        List<Written> fresh = new ArrayList<>();
        for (Optional<WaitingRuns.Waiting> next = waiting.take(agenda.write());
                next.isPresent();
                next = waiting.take(agenda.write())) {
            RunResult ended = lines(next.get().ended());
            Map<String, Long> from = parts.write(ended.lines());
            if (!next.get().noted()) {
                fresh.add(new Written(ended, from));
            }
            told += ended.bytes();
            tally = tally.with(ended.status(), ended.error());
            agenda.wrote();
            if (fresh.size() >= window(share.runs()) || journal.length() + told > longest) {
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

    /** What of a run goes into the tables: details of a point that equals an earlier one are there. */
    private RunResult lines(RunResult ended) {
        return twins.again(ended.index() / experiment.mostReplications()) ? ended.without(rows::detail) : ended;
    }

    /** Now and then notes all that ended and makes it safe; begins the journal anew when it tells of much. */
    private void secure() throws IOException {
        if (journal.length() + told > longest) {
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
        noting(() -> {
            Journal fresh = Journal.begin(
                    folder,
                    now,
                    waiting.inMemory().stream().map(WaitingRuns.Waiting::ended).toList());
            journal.close();
            journal = fresh;
        });
        waiting.force();
        waiting.inMemory().forEach(WaitingRuns.Waiting::note);
        told = 0;
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
                from.experiment(), from.begun(), agenda.next(), agenda.values(), tally, parts.forced(), from.models());
    }

    /** What is written when all tables are whole. */
    interface Ending {
        /** Writes it; returns all files of the sweep. */
        Map<String, Fingerprint> write(Checkpoint whole) throws IOException;
    }

    /** Every table is whole: notes so, after which only their names are missing. */
    Checkpoint done(Ending ending) throws IOException {
        Checkpoint last = here().with(ending.write(here()));
        noting(() -> Journal.end(folder, last));
        return last;
    }

    /** Notes what waits for its turn: a sweep that is stopped loses only the runs in flight. */
    @Override
    public void close() throws IOException {
        floor.close();
        try {
            if (journal != null) {
                noteWaiting();
            }
        } finally {
            waiting.close();
            if (journal != null) {
                journal.close();
            }
        }
    }

    /** One run, from its start to the lines of the tables. */
    @SuppressWarnings("CatchThrowable") // also a stack or memory used up is the failure of one run
    static RunResult made(Experiment experiment, RunRows rows, Run run, int threads) {
        long start = System.nanoTime();
        try {
            Model.Outcome outcome = experiment.model().run(run.scenario(), run.setting(), run.seed(), threads);
            return rows.ok(run, outcome, System.nanoTime() - start);
        } catch (Throwable fault) {
            return rows.failed(run, fault, System.nanoTime() - start);
        }
    }

    /** A run that waits for its turn on the floor. */
    private final class Work implements RunExecutor.Work {
        private final Run run;

        Work(Run run) {
            this.run = run;
        }

        @Override
        public RunResult run() {
            return made(experiment, rows, run, share.inside());
        }

        @Override
        public RunResult givenUp(TimeoutException fault, long nanos) {
            return rows.failed(run, fault, nanos);
        }
    }
}
