package greenlight.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A sweep from one start to its end or the next stop. A run that ended is noted in the journal first, then written to the
 * tables when its turn comes. Now and then the tables are made safe and the journal begins anew, so it stays short.
 */
final class Session implements AutoCloseable {
    /** The journal is made safe against a power cut so often. */
    private static final Duration SAFE = Duration.ofMillis(100);

    private static final double NANOS = 1e9;

    private final Experiment experiment;
    private final Rows rows;
    private final Path folder;
    private final Share share;
    private final Agenda agenda;
    private final Floor floor;
    private final Folder parts;
    private final Checkpoint from;
    private final Twins twins;

    /** Runs that ended before their turn, by place; their memory is bounded by the window. */
    private final Map<Integer, Ended> waiting = new HashMap<>();

    /** Bytes beyond which the journal begins anew. */
    private final long longest;

    private Journal journal;
    private Tally tally;

    /** Runs started and not written. */
    private int ahead;

    /** Runs noted since the journal was last made safe. */
    private boolean unsafe;

    private long safe = System.nanoTime();
    private int reused;

    Session(
            Experiment experiment,
            Rows rows,
            Shard shard,
            Path folder,
            Share share,
            Folder parts,
            Checkpoint from,
            long longest) {
        this.experiment = experiment;
        this.rows = rows;
        this.folder = folder;
        this.share = share;
        this.parts = parts;
        this.from = from;
        this.longest = longest;
        agenda = new Agenda(experiment, shard, from);
        twins = Twins.of(experiment);
        tally = from.tally();
        floor = new Floor(
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

    /** A run that an earlier session noted and did not write. */
    void recall(Ended ended) throws IOException {
        if (ended.index() >= from.next() && waiting.putIfAbsent(ended.index(), ended) == null) {
            agenda.ended(ended.index(), ended.value());
            ahead++;
            write();
        }
    }

    /** Goes on with the journal of an earlier session, or begins one. */
    void keep(Optional<Journal.Reading> before) throws IOException {
        journal = Folder.attempt(
                folder.resolve(Journal.NAME),
                "written",
                () -> before.isPresent()
                        ? Journal.continued(folder, before.get().intact())
                        : Journal.begin(folder, from, List.of()));
    }

    /** How many runs earlier sessions had done. */
    int recalled() {
        return tally.all() + waiting.size();
    }

    int reused() {
        return reused;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Runs what is left to run.
     *
     * @param shelf finished runs that are taken over instead
     * @param merging whether every run must be there, failed ones too
     */
    void work(Optional<Shelf> shelf, boolean merging, Progress progress)
            throws IOException, BadExperiment, InterruptedException {
        int total = agenda.total();
        progress.begin(recalled());
        for (start(shelf, merging); !over(); start(shelf, merging)) {
            if (!waiting.containsKey(agenda.write())) {
                take();
            }
            write();
            secure();
            progress.done(tally.all(), total);
        }
        progress.end();
    }

    private boolean over() throws IOException {
        write();
        return agenda.over();
    }

    /** Starts runs as far as the window allows; what those that are written wait for is always started. */
    private void start(Optional<Shelf> shelf, boolean merging) throws IOException, BadExperiment {
        while (ahead < window(share.runs()) || agenda.pressing(share.runs())) {
            int place = agenda.start(waiting::containsKey);
            if (place < 0) {
                return;
            }
            ahead++;
            Run run = experiment.run(place);
            Optional<Ended> earlier = shelf.isPresent() ? shelf.get().find(run, merging) : Optional.empty();
            if (earlier.isEmpty() && merging) {
                throw new BadExperiment(List.of("The shares lack run " + run.id() + " (point " + run.point()
                        + ", replication " + run.replication() + ")."));
            }
            if (earlier.isPresent()) {
                reused++;
                note(earlier.get());
                write();
            } else {
                floor.start(new Work(run));
            }
        }
    }

    /** Waits for a run to end, but not longer than the journal may be unsafe; takes all that have ended by then. */
    private void take() throws IOException, InterruptedException {
        Optional<Ended> ended = floor.take(unsafe ? SAFE : Duration.ofDays(1));
        while (ended.isPresent()) {
            note(ended.get());
            ended = floor.take(Duration.ZERO);
        }
    }

    private void note(Ended ended) throws IOException {
        Folder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            journal.note(ended);
            return journal;
        });
        unsafe = true;
        waiting.put(ended.index(), ended);
        agenda.ended(ended.index(), ended.value());
    }

    /** Writes to the tables all runs whose turn has come; details of a point that equals an earlier one are there. */
    private void write() throws IOException {
        for (Ended ended = waiting.remove(agenda.write()); ended != null; ended = waiting.remove(agenda.write())) {
            boolean told = twins.again(ended.index() / experiment.mostReplications());
            for (Map.Entry<String, byte[]> lines : ended.lines().entrySet()) {
                if (!told || !rows.detail(lines.getKey())) {
                    parts.write(lines.getKey(), lines.getValue());
                }
            }
            tally = tally.with(ended.status(), ended.error());
            ahead--;
            agenda.wrote();
        }
    }

    /** Makes safe what was noted, at most ten times a second; begins the journal anew when it is long. */
    private void secure() throws IOException {
        if (journal.length() > longest) {
            checkpoint();
            return;
        }
        long now = System.nanoTime();
        if (unsafe && now - safe >= SAFE.toNanos()) {
            force();
            safe = now;
        }
    }

    private void force() throws IOException {
        Folder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            journal.force();
            return journal;
        });
        unsafe = false;
    }

    private void checkpoint() throws IOException {
        Checkpoint now = here();
        Folder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            Journal fresh = Journal.begin(folder, now, waiting.values());
            journal.close();
            journal = fresh;
            return fresh;
        });
        unsafe = false;
    }

    private Checkpoint here() throws IOException {
        return new Checkpoint(from.experiment(), from.begun(), agenda.next(), agenda.values(), tally, parts.forced());
    }

    /** What is written when all tables are whole. */
    interface Ending {
        /** Writes it; returns all files of the sweep. */
        Map<String, Fingerprint> write(Checkpoint whole) throws IOException;
    }

    /** Every table is whole: notes so, after which only their names are missing. */
    Checkpoint done(Ending ending) throws IOException {
        Checkpoint last = here().with(ending.write(here()));
        Folder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            Journal fresh = Journal.begin(folder, last, List.of());
            fresh.done();
            fresh.close();
            return fresh;
        });
        return last;
    }

    @Override
    public void close() throws IOException {
        floor.close();
        if (journal != null) {
            journal.close();
        }
    }

    /** One run, from its start to the lines of the tables. */
    @SuppressWarnings("CatchThrowable") // also a stack or memory used up is the failure of one run
    static Ended made(Experiment experiment, Rows rows, Run run, int threads) {
        long start = System.nanoTime();
        try {
            Model.Outcome outcome = experiment.model().run(run.scenario(), run.setting(), run.seed(), threads);
            return rows.ok(run, outcome, System.nanoTime() - start);
        } catch (Throwable fault) {
            return rows.failed(run, fault, System.nanoTime() - start);
        }
    }

    /** A run that waits for its turn on the floor. */
    private final class Work implements Floor.Work {
        private final Run run;

        Work(Run run) {
            this.run = run;
        }

        @Override
        public Ended run() {
            return made(experiment, rows, run, share.inside());
        }

        @Override
        public Ended givenUp(TimeoutException fault, long nanos) {
            return rows.failed(run, fault, nanos);
        }
    }
}
