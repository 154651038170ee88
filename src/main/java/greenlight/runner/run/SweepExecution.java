package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A sweep from one start to its end or the next stop. A run that ended is written to the tables when its turn comes, and
 * then noted in the journal; one that has to wait is noted before. Now and then the tables are made safe and the journal
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

    /** Runs that ended before their turn, by place; their memory is bounded by the window. */
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    /** Bytes, of the journal and of what it tells of, beyond which it begins anew. */
    private final long longest;

    private Journal journal;
    private StatusCounts tally;

    /** Bytes of the tables that the journal tells of. */
    private long told;

    /** Runs started and not written. */
    private int ahead;

    /** Whether runs ended that are not noted and made safe. */
    private boolean unsafe;

    /** When all that ended was last noted. */
    private long noted = System.nanoTime();

    /** When it is to be made safe next. */
    private long due = noted;

    private int reused;

    /** A run that ended, and whether it is noted. */
    private static final class Waiting {
        private final RunResult ended;
        private boolean noted;

        Waiting(RunResult ended, boolean noted) {
            this.ended = ended;
            this.noted = noted;
        }
    }

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
            long longest) {
        this.experiment = experiment;
        this.rows = rows;
        this.folder = folder;
        this.share = share;
        this.parts = parts;
        this.from = from;
        this.longest = longest;
        agenda = new RunScheduler(experiment, shard, from);
        twins = DuplicatePoints.of(experiment.design(), experiment.crn());
        tally = from.tally();
        floor = new RunExecutor(
                share.runs(),
                experiment.timeout().isPresent()
                        ? Optional.of(
                                Duration.ofNanos((long) (experiment.timeout().getAsDouble() * NANOS)))
                        : Optional.empty());
    }

    /** How many runs may have started and not be written: bounds the memory a slow run makes the others take. */
    static int window(int threads) {
        return 4 * threads + 64;
    }

    /** A run that an earlier session noted, and whose lines the tables do not hold. */
    void recall(RunResult ended) throws IOException {
        if (ended.index() >= from.next() && waiting.putIfAbsent(ended.index(), new Waiting(ended, true)) == null) {
            agenda.ended(ended.index(), ended.value());
            ahead++;
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

    /** How many runs earlier sessions had done. */
    int recalled() {
        return tally.all() + waiting.size();
    }

    int reused() {
        return reused;
    }

    StatusCounts tally() {
        return tally;
    }

    /**
     * Runs what is left to run.
     *
     * @param shelf finished runs that are taken over instead
     * @param merging whether every run must be there, failed ones too
     */
    void work(Optional<FinishedRunIndex> shelf, boolean merging, Progress progress)
            throws IOException, BadExperiment, InterruptedException {
        int total = agenda.total();
        Runnable telling = () -> progress.done(tally.all(), total);
        progress.begin(recalled());
        for (start(shelf, merging, telling); !over(); start(shelf, merging, telling)) {
            if (!waiting.containsKey(agenda.write())) {
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

    /** Starts runs as far as the window allows; what those that are written wait for is always started. */
    private void start(Optional<FinishedRunIndex> shelf, boolean merging, Runnable telling)
            throws IOException, BadExperiment {
        while (ahead < window(share.runs()) || agenda.pressing(share.runs())) {
            int place = agenda.start(waiting::containsKey);
            if (place < 0) {
                return;
            }
            ahead++;
            Run run = experiment.run(place);
            Optional<RunResult> earlier = shelf.isPresent() ? shelf.get().find(run, merging) : Optional.empty();
            if (earlier.isEmpty() && merging) {
                throw new BadExperiment(List.of("The shares lack run " + run.id() + " (point " + run.point()
                        + ", replication " + run.replication() + ")."));
            }
            if (earlier.isPresent()) {
                reused++;
                came(earlier.get());
                write();
                secure();
                telling.run();
            } else {
                floor.start(new Work(run));
            }
        }
    }

    /** Waits for a run to end, but not longer than what ended may be left unnoted; takes all that have ended by then. */
    private void take() throws IOException, InterruptedException {
        Optional<RunResult> ended = floor.take(unsafe ? NOTED : Duration.ofDays(1));
        while (ended.isPresent()) {
            came(ended.get());
            ended = floor.take(Duration.ZERO);
        }
    }

    private void came(RunResult ended) {
        unsafe = true;
        waiting.put(ended.index(), new Waiting(ended, false));
        agenda.ended(ended.index(), ended.value());
    }

    /** Writes to the tables all runs whose turn has come, then notes them. */
    private void write() throws IOException {
        List<Written> fresh = new ArrayList<>();
        for (Waiting next = waiting.remove(agenda.write()); next != null; next = waiting.remove(agenda.write())) {
            RunResult ended = lines(next.ended);
            Map<String, Long> from = parts.write(ended.lines());
            if (!next.noted) {
                fresh.add(new Written(ended, from));
            }
            tally = tally.with(ended.status(), ended.error());
            ahead--;
            agenda.wrote();
        }
        if (!fresh.isEmpty()) {
            parts.flush();
            for (Written run : fresh) {
                noting(() -> journal.written(run.ended, run.from));
                told += run.ended.bytes();
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
            noting(journal::force);
            unsafe = false;
            long end = System.nanoTime();
            due = end + SELDOM * (end - now);
        }
    }

    private void noteWaiting() throws IOException {
        for (Waiting late : waiting.values()) {
            if (!late.noted) {
                noting(() -> journal.note(late.ended));
                late.noted = true;
            }
        }
    }

    private void checkpoint() throws IOException {
        Checkpoint now = here();
        noting(() -> {
            Journal fresh = Journal.begin(
                    folder,
                    now,
                    waiting.values().stream().map(late -> late.ended).toList());
            journal.close();
            journal = fresh;
        });
        waiting.values().forEach(late -> late.noted = true);
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
        if (journal != null) {
            try {
                noteWaiting();
            } finally {
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
