package greenlight.runner.run;

import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs that ended before their turn to be written. Some of those that are written next are kept in memory; the others wait
 * in a file, or where they are runs of a finished sweep in its tables.
 */
final class WaitingRuns implements AutoCloseable {
    /** A run in memory, and whether it is noted in the journal. */
    static final class Waiting {
        private final RunResult ended;
        private final boolean reused;
        private boolean noted;

        private Waiting(RunResult ended, boolean reused, boolean noted) {
            this.ended = ended;
            this.reused = reused;
            this.noted = noted;
        }

        RunResult ended() {
            return ended;
        }

        boolean noted() {
            return noted;
        }

        void note() {
            noted = true;
        }
    }

    private final Experiment experiment;
    private final Optional<FinishedRunIndex> finished;
    private final boolean failedToo;
    private final WaitingFile file;
    private final int most;

    /** In memory, by place. */
    private final TreeMap<Integer, Waiting> near = new TreeMap<>();

    /** Places of runs that wait in the tables of a finished sweep. */
    private final BitSet there = new BitSet();

    private int thereCount;

    /**
     * No run waits but those of a file.
     *
     * @param finished runs of an earlier sweep that may be taken over, {@code failedToo} or not
     * @param most of runs in memory
     */
    WaitingRuns(
            Experiment experiment, Optional<FinishedRunIndex> finished, boolean failedToo, WaitingFile file, int most) {
        this.experiment = experiment;
        this.finished = finished;
        this.failedToo = failedToo;
        this.file = file;
        this.most = most;
    }

    /** Whether the run of a place waits. */
    boolean has(int place) {
        return near.containsKey(place) || there.get(place) || file.has(place);
    }

    /** How many runs wait. */
    int size() {
        return near.size() + thereCount + file.size();
    }

    /** A run that an earlier start noted in the journal. */
    void recall(RunResult ended) {
        near.put(ended.index(), new Waiting(ended, false, true));
    }

    /** The same run as a finished sweep holds; empty when it is not there. */
    Optional<RunResult> finished(int place) throws IOException {
        return finished.isPresent() ? finished.get().find(experiment.run(place), failedToo) : Optional.empty();
    }

    /**
     * A run ended.
     *
     * @param reused whether it is of a finished sweep
     */
    void add(RunResult ended, boolean reused) throws IOException {
        near.put(ended.index(), new Waiting(ended, reused, false));
        if (near.size() > most) {
            Waiting last = near.pollLastEntry().getValue();
            if (last.reused) {
                there.set(last.ended.index());
                thereCount++;
            } else {
                file.add(last.ended);
            }
        }
    }

    /** Takes the run of a place, which waits no longer; empty when it does not wait. */
    Optional<Waiting> take(int place) throws IOException {
        if (near.containsKey(place)) {
            return Optional.of(near.remove(place));
        }
        if (place >= 0 && there.get(place)) {
            there.clear(place);
            thereCount--;
            return finished(place).map(ended -> new Waiting(ended, true, false));
        }
        if (place >= 0 && file.has(place)) {
            RunResult ended = file.get(place);
            file.remove(place);
            return Optional.of(new Waiting(ended, false, true));
        }
        return Optional.empty();
    }

    /** Those in memory. */
    Collection<Waiting> inMemory() {
        return near.values();
    }

    /** Makes those in the file safe against a power cut. */
    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
