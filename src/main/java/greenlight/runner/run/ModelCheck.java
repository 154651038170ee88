package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import greenlight.runner.spec.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Holds finished runs of another state of the model, one with another digest, against this one before a sweep uses them:
 * some of them are run again, and every cell must be equal. All are where they are few, otherwise {@link #SAMPLE} of them,
 * evenly spread over the design. Nothing is written.
 */
public final class ModelCheck {
    /** So many runs are run again at the most, of each other state of the model. */
    static final int SAMPLE = 20;

    /** Of folders, how many are named. */
    private static final int MOST_NAMED = 3;

    private final Experiment experiment;
    private final RunRows rows;
    private final String here;
    private final List<String> said = new ArrayList<>();
    private FinishedRunIndex checked;

    /** Where finished runs are found. */
    @FunctionalInterface
    private interface Earlier {
        /** A run as it ended; empty when it did not end in a way that can be compared. */
        Optional<RunResult> at(Run run) throws IOException;
    }

    ModelCheck(Experiment experiment, RunRows rows) {
        this.experiment = experiment;
        this.rows = rows;
        here = experiment.model().digest();
    }

    /** What was run again, a sentence each. */
    List<String> said() {
        return said;
    }

    /**
     * Checks all runs that a sweep goes on with.
     *
     * @param journal how far an unfinished sweep in the folder came; {@code noted} and {@code waiting} are the runs after it
     * @param shelf finished runs that the sweep takes over
     * @return the digests of all states of the model that made runs, this one the last to come
     * @throws BadExperiment when a cell differs: names the run, the cell and both values
     */
    List<String> all(
            Path folder,
            Optional<Checkpoint> journal,
            List<RunResult> noted,
            WaitingFile waiting,
            Optional<FinishedRunIndex> shelf)
            throws IOException, BadExperiment, InterruptedException {
        Set<String> models = new LinkedHashSet<>();
        journal.ifPresent(from -> models.addAll(from.models()));
        if (!experiment.model().isAmong(models)) {
            if (journal.isPresent()) {
                unfinished(folder, journal.get(), noted, waiting);
            }
            if (shelf.isPresent()) {
                finished(shelf.get());
            }
        }
        shelf.ifPresent(earlier -> models.addAll(earlier.models()));
        models.add(here);
        return List.copyOf(models);
    }

    private void unfinished(Path folder, Checkpoint from, List<RunResult> noted, WaitingFile waiting)
            throws IOException, BadExperiment, InterruptedException {
        Map<Integer, RunResult> after = new HashMap<>();
        noted.stream().filter(ended -> ended.index() >= from.next()).forEach(ended -> after.put(ended.index(), ended));
        try (FinishedRunIndex before = FinishedRunIndex.unfinished(experiment, rows, folder, from)) {
            DuplicatePoints twins = DuplicatePoints.of(experiment.design(), experiment.crn());
            BitSet places = new BitSet();
            for (int place = 0; place < experiment.runCount(); place++) {
                boolean there = place < from.next()
                        ? before.has(experiment.run(place).id())
                        : after.containsKey(place) || waiting.has(place);
                if (there && !twins.again(place / experiment.mostReplications())) {
                    places.set(place);
                }
            }
            compare(folder.toString(), from.models(), places, run -> {
                RunResult ended = after.get(run.index());
                if (ended == null && waiting.has(run.index())) {
                    return Optional.of(waiting.get(run.index()));
                }
                return ended == null ? before.find(run, true) : Optional.of(ended);
            });
        }
    }

    /** Checks the runs of finished sweeps, once. */
    void finished(FinishedRunIndex shelf) throws IOException, BadExperiment, InterruptedException {
        if (shelf.equals(checked)
                || (experiment.model().isAmong(shelf.models()) && shelf.models().size() == 1)) {
            return;
        }
        checked = shelf;
        Map<List<String>, BitSet> others = new LinkedHashMap<>();
        DuplicatePoints twins = DuplicatePoints.of(experiment.design(), experiment.crn());
        for (int place = 0; place < experiment.runCount(); place++) {
            String id = experiment.run(place).id();
            if (shelf.has(id) && !twins.again(place / experiment.mostReplications())) {
                List<String> models = shelf.models(id);
                if (!experiment.model().isAmong(models)) {
                    others.computeIfAbsent(models, none -> new BitSet()).set(place);
                }
            }
        }
        for (Map.Entry<List<String>, BitSet> other : others.entrySet()) {
            compare(
                    named(shelf.folders(other.getKey())),
                    other.getKey(),
                    other.getValue(),
                    run -> shelf.find(run, true));
        }
    }

    private static String named(List<Path> folders) {
        List<String> names =
                folders.stream().limit(MOST_NAMED).map(Path::toString).toList();
        return String.join(", ", names)
                + (folders.size() > MOST_NAMED ? " and " + (folders.size() - MOST_NAMED) + " more folders" : "");
    }

    private void compare(String where, List<String> models, BitSet places, Earlier earlier)
            throws IOException, BadExperiment, InterruptedException {
        List<RunResult> then = new ArrayList<>();
        for (int place : sample(places)) {
            earlier.at(experiment.run(place)).filter(ModelCheck::repeatable).ifPresent(then::add);
        }
        Map<Integer, RunResult> now = again(then);
        for (RunResult ended : then) {
            Optional<CellDifference> difference = CellDifference.first(
                    rows.headers(), ended.lines(), now.get(ended.index()).lines());
            if (difference.isPresent()) {
                throw new BadExperiment(refusal(where, models, experiment.run(ended.index()), difference.get()));
            }
        }
        int all = places.cardinality();
        if (all == 0) {
            return;
        }
        said.add(where + ": " + of(models) + "; "
                + (then.size() == all ? "all " + all : then.size() + " of " + all + ", evenly spread over the design,")
                + " finished runs were run again, and every cell is the same.");
    }

    /** Whether it would end the same way elsewhere and another time. */
    private static boolean repeatable(RunResult ended) {
        return ended.status() != Status.TIMEOUT && ended.status() != Status.OUT_OF_MEMORY;
    }

    /** All places where they are few, otherwise some that are evenly spread among them. */
    static List<Integer> sample(BitSet places) {
        int all = places.cardinality();
        int count = Math.min(all, SAMPLE);
        List<Integer> sample = new ArrayList<>();
        int seen = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            // the i-th of those chosen is the first beyond i parts of count
            if ((long) seen * count >= (long) sample.size() * all) {
                sample.add(place);
            }
            seen++;
        }
        return sample;
    }

    private Map<Integer, RunResult> again(List<RunResult> then) throws BadExperiment, InterruptedException {
        Map<Integer, RunResult> now = new HashMap<>();
        ThreadAllocation share =
                ThreadAllocation.of(experiment, Runtime.getRuntime().availableProcessors(), ThreadAllocation.memory());
        try (RunExecutor floor = new RunExecutor(share.runs(), Optional.empty())) {
            for (RunResult ended : then) {
                floor.start(new Repeat(experiment, rows, experiment.run(ended.index()), share.inside()));
            }
            while (now.size() < then.size()) {
                floor.take(Duration.ofDays(1)).ifPresent(ended -> now.put(ended.index(), ended));
            }
        }
        return now;
    }

    /** A run that is run again, however long it takes. */
    private record Repeat(Experiment experiment, RunRows rows, Run subject, int threads) implements RunExecutor.Work {
        @Override
        public RunResult run() {
            return SweepExecution.made(experiment, rows, subject, threads);
        }

        @Override
        public RunResult givenUp(TimeoutException fault, long nanos) {
            return rows.failed(subject, fault, nanos);
        }
    }

    private String of(List<String> models) {
        return "another state of the model made these runs (digest " + String.join(", ", models) + "; this program has "
                + here + ")";
    }

    private List<String> refusal(String where, List<String> models, Run run, CellDifference difference) {
        return List.of(
                where + ": " + of(models) + ", and its results differ: run " + run.id() + " (point " + run.point()
                        + ", replication " + run.replication() + "), " + difference.file()
                        + (difference.column().isEmpty() ? "" : ", column " + difference.column()) + ": found "
                        + CellDifference.shown(difference.there()) + ", this program gets "
                        + CellDifference.shown(difference.here()) + ".",
                "Nothing was changed. Go on with the program that made these runs, or sweep anew: into another folder"
                        + " (--out), or in place of these (--overwrite).");
    }
}
