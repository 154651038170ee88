package greenlight.runner.run;

import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.results.Execution;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.Provenance;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.Software;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Shard;
import greenlight.runner.spec.Status;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
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
    static final String TIMINGS = "timings.csv";
    static final String EXPERIMENT = ResultFiles.EXPERIMENT;
    static final String RUNS = "runs.csv";

    /** Of runs that are missing, how many are named. */
    private static final int MOST_NAMED = 3;

    /**
     * What a sweep came to.
     *
     * @param counts of runs by how they ended, those taken over included
     * @param firstError of the first run, in the order of the design, that did not end well
     * @param resumed runs that an earlier start of the sweep had done
     * @param reused runs taken over from a finished sweep
     * @param said what the user should know, such as a damaged journal
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

    private final Experiment experiment;
    private final Shard shard;
    private final String command;
    private final RunRows rows;
    private final ModelCheck check;
    private final Map<String, byte[]> heads = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    /** What made the tables: this program, or the one that made the shards. */
    private Software software = Software.here();

    /** A journal this long, bytes, begins anew: what is read again after a stop, and the disk it takes. */
    private long longestJournal = 64L << 20;

    public Sweep(Experiment experiment) {
        this(experiment, Shard.WHOLE, "");
    }

    /**
     * A shard of an experiment.
     *
     * @param command that asked for it, for the record
     */
    public Sweep(Experiment experiment, Shard shard, String command) {
        this.experiment = experiment;
        this.shard = shard;
        this.command = command;
        rows = new RunRows(experiment);
        check = new ModelCheck(experiment, rows);
        heads.put(EXPERIMENT, experiment.text().getBytes(StandardCharsets.UTF_8));
        experiment.enclosed().forEach((name, text) -> heads.put(name, text.getBytes(StandardCharsets.UTF_8)));
        heads.put(TIMINGS, RunRows.line(List.of(ColumnNames.RUN_ID, ColumnNames.SECONDS)));
        heads.putAll(rows.headers());
    }

    /** The same with a shorter journal. */
    Sweep journalUpTo(long bytes) {
        longestJournal = bytes;
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
        ThreadAllocation share = ThreadAllocation.of(experiment, threads, ThreadAllocation.memory());
        boolean unfinished = Journal.in(folder);
        boolean finished = !unfinished && Files.exists(folder.resolve(RUNS));
        if (finished && start == StartMode.RESUME) {
            return left(folder, begun);
        }
        prepare(folder, start, unfinished, finished);
        Optional<FinishedRunIndex> shelf =
                (finished && start == StartMode.EXTEND) || (unfinished && Files.exists(folder.resolve(RUNS)))
                        ? Optional.of(new FinishedRunIndex(experiment, rows, List.of(folder)))
                        : Optional.empty();
        try {
            if (finished && shelf.isPresent()) {
                refuseLoss(folder, shelf.get());
            }
            return swept(folder, share, shelf, false, progress, begun);
        } finally {
            if (shelf.isPresent()) {
                shelf.get().close();
            }
        }
    }

    /** Makes a folder that can be written to, as asked for, or refuses. */
    private void prepare(Path folder, StartMode start, boolean unfinished, boolean finished)
            throws IOException, BadExperiment {
        SweepFolder.make(folder);
        switch (start) {
            case FRESH -> refuseTaken(folder, unfinished, finished);
            case OVERWRITE -> SweepFolder.remove(folder, everyFile());
            case RESUME -> {
                if (!unfinished) {
                    // a sweep that was killed before it had a journal
                    SweepFolder.removeParts(folder, everyFile());
                    Journal.remove(folder);
                    WaitingFile.remove(folder);
                    refuseTaken(folder, false, false);
                }
            }
            case EXTEND -> {
                if (unfinished) {
                    throw new BadExperiment(List.of(folder + " holds an unfinished sweep; finish it first with --resume"
                            + " and the experiment that it was begun with ("
                            + folder.resolve(EXPERIMENT + SweepFolder.PART)
                            + ")."));
                }
            }
        }
    }

    /**
     * Puts the finished shards of an experiment together; whatever no shard holds is named, and nothing is run.
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
        boolean unfinished = Journal.in(folder);
        boolean finished = !unfinished && Files.exists(folder.resolve(RUNS));
        try (FinishedRunIndex shelf = new FinishedRunIndex(experiment, rows, shards.folders())) {
            if (!shelf.doubled().isEmpty()) {
                throw new BadExperiment(List.of("The shards overlap: run " + shelf.doubled() + "."));
            }
            refuseMissing(shelf, shards.missing());
            check.finished(shelf);
            if (finished && start == StartMode.RESUME) {
                return left(folder, begun);
            }
            prepare(folder, start, unfinished, finished);
            return swept(folder, new ThreadAllocation(1, 1), Optional.of(shelf), true, progress, begun);
        } catch (IOException failed) {
            throw stopped(failed);
        }
    }

    private void refuseTaken(Path folder, boolean unfinished, boolean finished) throws IOException {
        String first = SweepFolder.first(folder);
        if (first.isEmpty()) {
            return;
        }
        if (unfinished) {
            throw new FolderTaken(folder + " holds an unfinished sweep; it is left as it is unless --resume is given to"
                    + " finish it, or --overwrite to begin anew.");
        }
        throw new FolderTaken(folder + " holds something already, such as " + first
                + "; it is left as it is unless overwriting is asked for"
                + (finished ? ", or extending (--extend takes over its finished runs)." : "."));
    }

    /** A finished sweep of the same experiment has nothing to resume. */
    private Result left(Path folder, long begun) throws IOException, BadExperiment, InterruptedException {
        byte[] kept = SweepFolder.attempt(
                folder.resolve(EXPERIMENT), "read", () -> Files.readAllBytes(folder.resolve(EXPERIMENT)));
        StatusCounts tally;
        try (FinishedRunIndex shelf = new FinishedRunIndex(experiment, rows, List.of(folder))) {
            int first = new RunScheduler(experiment, shard, none(), 1).start(any -> false);
            boolean same = first < 0 || shelf.has(experiment.run(first).id());
            if (!same || !Arrays.equals(kept, heads.get(EXPERIMENT))) {
                throw new BadExperiment(
                        List.of(folder + " holds the finished sweep of another experiment or version; give"
                                + " --extend to take over those of its runs that are the same, --overwrite to replace it, or"
                                + " another folder with --out."));
            }
            check.finished(shelf);
            said.addAll(check.said());
            tally = shelf.tally();
        }
        said.add("The sweep in " + folder + " is finished already; nothing was run.");
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : heads.keySet()) {
            sizes.put(name, Files.size(folder.resolve(name)));
        }
        return result(folder, tally, tally.all(), 0, begun, sizes);
    }

    /** Refuses to extend where runs of the folder are not part of the experiment: they would be gone. */
    private void refuseLoss(Path folder, FinishedRunIndex shelf) throws BadExperiment {
        int kept = 0;
        for (int place = 0; place < experiment.runCount() && kept < shelf.size(); place++) {
            String id = experiment.run(place).id();
            kept += shard.has(id) && shelf.has(id) ? 1 : 0;
        }
        if (kept < shelf.size()) {
            throw new BadExperiment(List.of(folder + " holds " + (shelf.size() - kept) + " of " + shelf.size()
                    + " runs that are not part of this experiment and would be lost; give another folder with --out, or"
                    + " --overwrite to replace them."));
        }
    }

    private void refuseMissing(FinishedRunIndex shelf, List<String> shards) throws BadExperiment {
        List<String> missing = new ArrayList<>();
        int most = experiment.mostReplications();
        int count = 0;
        for (int place = 0; place < experiment.runCount(); place++) {
            Run run = experiment.run(place);
            // of replications that the precision decides on, the first ones are always there
            if (place % most < experiment.replications() && !shelf.has(run.id())) {
                count++;
                if (missing.size() < MOST_NAMED) {
                    missing.add(run.id() + " (point " + run.point() + ", replication " + run.replication() + ")");
                }
            }
        }
        if (count == 0) {
            return;
        }
        String lack = "The shards lack " + count + " of " + experiment.runCount() + " runs, such as "
                + String.join(", ", missing) + ".";
        if (shards.isEmpty()) {
            throw new BadExperiment(List.of(lack));
        }
        String named = String.join(", ", shards.subList(0, Math.min(MOST_NAMED, shards.size())))
                + (shards.size() > MOST_NAMED ? " and " + (shards.size() - MOST_NAMED) + " more" : "");
        throw new BadExperiment(List.of(
                lack,
                shards.size() == 1
                        ? "Shard " + named + " is not among them: give its folder too, or run it with sweep --shard."
                        : "Shards " + named
                                + " are not among them: give their folders too, or run them with sweep --shard."));
    }

    /** What any sweep of the model may have written. */
    private List<String> everyFile() {
        List<String> files = new ArrayList<>(List.of(
                RUNS,
                TIMINGS,
                EXPERIMENT,
                ResultFiles.DATA_PACKAGE,
                ResultFiles.RUN_CRATE,
                Journal.NAME,
                Journal.FRESH,
                WaitingFile.NAME));
        files.addAll(heads.keySet());
        experiment.model().tables().forEach(table -> files.add(table.name() + ".csv"));
        return files;
    }

    private Result swept(
            Path folder,
            ThreadAllocation share,
            Optional<FinishedRunIndex> shelf,
            boolean merging,
            Progress progress,
            long begun)
            throws BadExperiment, IOException, InterruptedException {
        List<RunResult> noted = new ArrayList<>();
        Optional<Journal.Reading> before = Journal.in(folder) ? read(folder, noted) : Optional.empty();
        Checkpoint from = before.flatMap(Journal.Reading::checkpoint).orElseGet(this::none);
        if (before.isPresent() && before.get().done()) {
            return named(folder, from, from.tally().all(), 0, begun);
        }
        try (WaitingFile waiting = new WaitingFile(folder, from.experiment(), experiment.runCount())) {
            if (before.isPresent()) {
                waiting.recall(from.next());
                sayLost(folder.resolve(WaitingFile.NAME), waiting.lost());
            } else {
                WaitingFile.remove(folder);
            }
            Optional<Checkpoint> journal = before.flatMap(Journal.Reading::checkpoint);
            Checkpoint by = from.by(models(folder, journal, noted, waiting, shelf));
            if (before.isPresent()) {
                again(folder, by, noted);
            }
            return written(folder, share, shelf, merging, progress, begun, by, noted, waiting, before.isPresent());
        }
    }

    private void sayLost(Path file, long lost) {
        if (lost > 0) {
            said.add(file + " ends in " + lost
                    + " bytes that were cut off or damaged; what stands before them is used.");
        }
    }

    private Result written(
            Path folder,
            ThreadAllocation share,
            Optional<FinishedRunIndex> shelf,
            boolean merging,
            Progress progress,
            long begun,
            Checkpoint from,
            List<RunResult> noted,
            WaitingFile waiting,
            boolean before)
            throws BadExperiment, IOException, InterruptedException {
        SweepFolder parts = SweepFolder.open(folder, List.copyOf(heads.keySet()), from.marks());
        try {
            if (from.marks().isEmpty()) {
                headed(parts);
            }
            try (SweepExecution session = new SweepExecution(
                    experiment, rows, shard, folder, share, parts, from, shelf, merging, waiting, longestJournal)) {
                session.keep(before);
                for (RunResult ended : noted) {
                    session.recall(ended);
                }
                int recalled = session.ended();
                session.work(progress);
                Checkpoint last = session.done(whole -> beside(parts, whole, share.threads()));
                return named(folder, last, recalled, session.reused(), begun);
            }
        } finally {
            parts.abandon();
        }
    }

    /** Checks runs of other states of the model; returns the digests of all that made runs, this one's too. */
    private List<String> models(
            Path folder,
            Optional<Checkpoint> journal,
            List<RunResult> noted,
            WaitingFile waiting,
            Optional<FinishedRunIndex> shelf)
            throws IOException, BadExperiment, InterruptedException {
        List<String> models = check.all(folder, journal, noted, waiting, shelf);
        said.addAll(check.said());
        if (!check.said().isEmpty()) {
            said.add("The digests of all these states are noted in " + folder.resolve(ResultFiles.DATA_PACKAGE) + ".");
        }
        return models;
    }

    /** Writes the journal anew with the lines of all its runs: the tables are about to be cut off where it begins. */
    private static void again(Path folder, Checkpoint from, List<RunResult> noted) throws IOException {
        SweepFolder.attempt(folder.resolve(Journal.NAME), "written", () -> {
            Journal.begin(folder, from, noted).close();
            return folder;
        });
    }

    /** Begins every table with its first line; a sweep that goes on from no checkpoint does so again. */
    private void headed(SweepFolder parts) throws IOException {
        parts.write(heads);
        parts.flush();
    }

    /** Reads the journal of an unfinished sweep; empty when nothing of it is of use. */
    private Optional<Journal.Reading> read(Path folder, List<RunResult> noted) throws IOException, BadExperiment {
        Journal.Reading read =
                SweepFolder.attempt(folder.resolve(Journal.NAME), "read", () -> Journal.read(folder, noted::add));
        if (read.lost() > 0) {
            said.add("The journal of " + folder + " ends in " + read.lost() + " bytes that were cut off or damaged; "
                    + (read.checkpoint().isPresent()
                            ? "what stands before them is used."
                            : "nothing before them is of use, and the sweep begins anew."));
        }
        if (read.checkpoint().isEmpty()) {
            return Optional.empty();
        }
        if (!read.checkpoint().get().experiment().equals(digest())) {
            throw new BadExperiment(List.of(folder
                    + " holds an unfinished sweep of another experiment, version or shard"
                    + " than this; the experiment it was begun with is " + folder.resolve(EXPERIMENT + SweepFolder.PART)
                    + ". Finish it with that, or give --overwrite to begin anew."));
        }
        return Optional.of(read);
    }

    /** Writes what stands beside the tables; returns all files of the sweep. */
    private Map<String, Fingerprint> beside(SweepFolder parts, Checkpoint whole, int threads) throws IOException {
        Instant start = Instant.ofEpochMilli(whole.begun());
        int ok = whole.tally().of(Status.OK);
        Execution execution = Execution.here(
                command, threads, start, Instant.now(), ok, whole.tally().all() - ok);
        Map<String, byte[]> texts =
                Provenance.of(experiment, shard, whole.marks(), software, whole.models(), execution);
        parts.add(texts);
        return parts.forced();
    }

    /** Gives the files of a whole sweep their names, {@code runs.csv} last. */
    private Result named(Path folder, Checkpoint last, int resumed, int reused, long begun) throws IOException {
        List<String> names = new ArrayList<>(last.marks().keySet());
        names.remove(RUNS);
        names.add(RUNS);
        SweepFolder.name(folder, names);
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
                List.copyOf(said),
                Duration.ofNanos(System.nanoTime() - begun),
                folder,
                sizes);
    }

    private Checkpoint none() {
        return new Checkpoint(
                digest(), System.currentTimeMillis(), 0, new double[0], StatusCounts.NONE, Map.of(), List.of());
    }

    /** What a journal must agree in: the file as read, what it names, its points, the model's version and the shard. */
    private String digest() {
        MessageDigest digest = Fingerprint.digest();
        heads.forEach((name, head) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(head);
        });
        digest.update((experiment.model().version() + "\n" + shard + "\n" + experiment.replications() + "\n"
                        + experiment.seed() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
