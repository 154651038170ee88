package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.execution.RunExecutor;
import greenlight.runner.execution.RunTask;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.model.Status;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
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

/**
 * Holds finished runs of another state of the model, one with another digest, against this one before a sweep uses them:
 * some of them are run again, and every cell must be equal. All are where they are few, otherwise {@link #SAMPLE} of them,
 * evenly spread over the design. Nothing is written.
 */
public final class ReproducibilityCheck {
    /** The most runs of each other state of the model that are run again. */
    static final int SAMPLE = 20;

    /** Of folders, how many are named. */
    private static final int MOST_NAMED = 3;

    private final Experiment experiment;
    private final RunRows rows;
    private final String here;
    private final List<String> notes = new ArrayList<>();
    private FinishedRunIndex checked;

    /** Where finished runs are found. */
    @FunctionalInterface
    private interface Earlier {
        /** A run as it ended; empty when it did not end in a way that can be compared. */
        Optional<RunResult> at(Run run) throws IOException;
    }

    ReproducibilityCheck(Experiment experiment, RunRows rows) {
        this.experiment = experiment;
        this.rows = rows;
        here = experiment.model().digest();
    }

    /** What was run again, a sentence each. */
    List<String> notes() {
        return notes;
    }

    /**
     * Checks all runs that a sweep goes on with.
     *
     * @param earlier what an earlier start left
     * @param finished runs of finished sweeps that are taken over
     * @return the digests of all states of the model that made runs, this one the last to come
     * @throws BadExperiment when a cell differs: names the run, the cell and both values
     */
    List<String> all(RecoveredSweep earlier, Optional<FinishedRunIndex> finished)
            throws IOException, BadExperiment, InterruptedException {
        Set<String> models = new LinkedHashSet<>(earlier.from().models());
        if (!experiment.model().isAmong(models)) {
            if (earlier.resumed()) {
                unfinished(earlier);
            }
            if (finished.isPresent()) {
                finished(finished.get());
            }
        }
        finished.ifPresent(index -> models.addAll(index.models()));
        models.add(here);
        return List.copyOf(models);
    }

    private void unfinished(RecoveredSweep earlier) throws IOException, BadExperiment, InterruptedException {
        Checkpoint from = earlier.from();
        WaitingFile waiting = earlier.waiting();
        Map<Integer, RunResult> after = new HashMap<>();
        earlier.noted().stream()
                .filter(ended -> ended.index() >= from.next())
                .forEach(ended -> after.put(ended.index(), ended));
        try (FinishedRunIndex before = FinishedRunIndex.unfinished(experiment, rows, earlier.folder(), from)) {
            DuplicatePoints duplicates = DuplicatePoints.of(experiment.design(), experiment.crn());
            BitSet places = new BitSet();
            for (int place = 0; place < experiment.runCount(); place++) {
                boolean there = place < from.next()
                        ? before.has(experiment.run(place).id())
                        : after.containsKey(place) || waiting.has(place);
                if (there && !duplicates.again(place / experiment.mostReplications())) {
                    places.set(place);
                }
            }
            compare(earlier.folder().toString(), from.models(), places, run -> {
                if (run.index() < from.next()) {
                    return before.find(run, true);
                }
                RunResult ended = after.get(run.index());
                return Optional.of(ended == null ? waiting.get(run.index()) : ended);
            });
        }
    }

    /** Checks the runs of finished sweeps, once. */
    void finished(FinishedRunIndex index) throws IOException, BadExperiment, InterruptedException {
        if (index.equals(checked)
                || (experiment.model().isAmong(index.models()) && index.models().size() == 1)) {
            return;
        }
        checked = index;
        Map<List<String>, BitSet> others = new LinkedHashMap<>();
        DuplicatePoints duplicates = DuplicatePoints.of(experiment.design(), experiment.crn());
        for (int place = 0; place < experiment.runCount(); place++) {
            String id = experiment.run(place).id();
            if (index.has(id) && !duplicates.again(place / experiment.mostReplications())) {
                List<String> models = index.models(id);
                if (!experiment.model().isAmong(models)) {
                    others.computeIfAbsent(models, none -> new BitSet()).set(place);
                }
            }
        }
        for (Map.Entry<List<String>, BitSet> other : others.entrySet()) {
            compare(
                    named(index.folders(other.getKey())),
                    other.getKey(),
                    other.getValue(),
                    run -> index.find(run, true));
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
            earlier.at(experiment.run(place))
                    .filter(ReproducibilityCheck::repeatable)
                    .ifPresent(then::add);
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
        notes.add(where + ": " + of(models) + "; "
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
        ThreadAllocation allocation =
                ThreadAllocation.of(experiment, Runtime.getRuntime().availableProcessors(), ThreadAllocation.memory());
        try (RunExecutor executor = new RunExecutor(allocation.runs(), Optional.empty())) {
            for (RunResult ended : then) {
                executor.start(new RunTask(experiment, rows, () -> experiment.run(ended.index()), allocation.inside()));
            }
            while (now.size() < then.size()) {
                executor.take(Duration.ofDays(1)).ifPresent(ended -> now.put(ended.index(), ended));
            }
        }
        return now;
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
