package greenlight.runner.run;

import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.spec.BadExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an earlier start of a sweep left in its folder: how far the tables are whole, and the runs that ended after that.
 * Where there was none, the tables begin.
 */
final class RecoveredSweep implements AutoCloseable {
    private final Path folder;
    private final List<RunResult> noted = new ArrayList<>();
    private final WaitingFile waiting;
    private final boolean resumed;
    private final boolean done;
    private Checkpoint from;

    /**
     * Reads the journal and the runs that wait; changes nothing but that runs without a journal are removed.
     *
     * @param digest of what is run
     * @param places of runs in the design
     * @param said takes a sentence about each file that is damaged
     * @throws BadExperiment when it is the sweep of another experiment
     */
    RecoveredSweep(Path folder, String digest, int places, List<String> said) throws IOException, BadExperiment {
        this.folder = folder;
        Optional<Journal.Reading> journal = Journal.in(folder) ? read(digest, said) : Optional.empty();
        resumed = journal.isPresent();
        done = resumed && journal.get().done();
        from = journal.flatMap(Journal.Reading::checkpoint)
                .orElseGet(() -> new Checkpoint(
                        digest, System.currentTimeMillis(), 0, new double[0], StatusCounts.NONE, Map.of(), List.of()));
        waiting = new WaitingFile(folder, digest, places);
        if (!resumed) {
            WaitingFile.remove(folder);
        } else if (!done) {
            waiting.recall(from.next());
            if (waiting.lost() > 0) {
                said.add(folder.resolve(WaitingFile.NAME) + " ends in " + waiting.lost()
                        + " bytes that were cut off or damaged; what is before them is used.");
            }
        }
    }

    /** Reads the journal; empty when nothing of it is of use. */
    private Optional<Journal.Reading> read(String digest, List<String> said) throws IOException, BadExperiment {
        Journal.Reading read =
                SweepFolder.attempt(folder.resolve(Journal.NAME), "read", () -> Journal.read(folder, noted::add));
        if (read.lost() > 0) {
            said.add("The journal of " + folder + " ends in " + read.lost() + " bytes that were cut off or damaged; "
                    + (read.checkpoint().isPresent()
                            ? "what is before them is used."
                            : "nothing before them is of use, and the sweep begins anew."));
        }
        if (read.checkpoint().isEmpty()) {
            return Optional.empty();
        }
        if (!read.checkpoint().get().experiment().equals(digest)) {
            throw new BadExperiment(List.of(folder
                    + " holds an unfinished sweep of another experiment, version or shard"
                    + " than this; the experiment it was begun with is "
                    + folder.resolve(ResultFiles.EXPERIMENT + SweepFolder.PART)
                    + ". Finish it with that, or give --overwrite to begin anew."));
        }
        return Optional.of(read);
    }

    Path folder() {
        return folder;
    }

    /** Whether an earlier start left anything of use. */
    boolean resumed() {
        return resumed;
    }

    /** Whether every table is whole and only waits for its name. */
    boolean done() {
        return done;
    }

    /** How far the tables are whole. */
    Checkpoint from() {
        return from;
    }

    /** Runs in the journal, in the order in which they were noted; the tables may hold some of them. */
    List<RunResult> noted() {
        return noted;
    }

    /** Runs that wait for their turn. */
    WaitingFile waiting() {
        return waiting;
    }

    /**
     * Goes on with other states of the model at work, too. Rewrites a journal that was there with the lines of all its
     * runs: the tables are about to be cut off where it begins.
     */
    void goOn(List<String> models) throws IOException {
        from = from.by(models);
        if (resumed) {
            SweepFolder.attempt(folder.resolve(Journal.NAME), "written", () -> {
                Journal.begin(folder, from, noted).close();
                return folder;
            });
        }
    }

    @Override
    public void close() throws IOException {
        waiting.close();
    }
}
