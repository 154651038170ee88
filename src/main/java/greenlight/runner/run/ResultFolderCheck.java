package greenlight.runner.run;

import greenlight.runner.csv.BadTable;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the folder of a sweep holds before it starts, and whether the sweep may write there.
 *
 * @param unfinished whether it holds a sweep that was not finished
 * @param finished whether it holds one that was
 */
record ResultFolderCheck(Path folder, boolean unfinished, boolean finished) {
    static ResultFolderCheck of(Path folder) {
        boolean unfinished = Journal.in(folder);
        return new ResultFolderCheck(folder, unfinished, !unfinished && hasRuns(folder));
    }

    private static boolean hasRuns(Path folder) {
        return Files.exists(folder.resolve(RunRows.RUNS));
    }

    /** Whether it has finished runs that the sweep takes over. */
    boolean takesOver(StartMode start) {
        return (finished && start == StartMode.EXTEND) || (unfinished && hasRuns(folder));
    }

    /** Makes a folder that can be written to, as the start mode says, or refuses. */
    void prepare(StartMode start, SweepFiles files) throws IOException, BadExperiment {
        SweepFolder.make(folder);
        switch (start) {
            case FRESH -> refuseTaken(unfinished, finished);
            case OVERWRITE -> {
                SweepFolder.remove(folder, scenarios());
                SweepFolder.remove(folder, files.all());
            }
            case RESUME -> {
                if (!unfinished) {
                    // a sweep that was killed before it had a journal
                    SweepFolder.removeParts(folder, files.all());
                    Journal.remove(folder);
                    WaitingFile.remove(folder);
                    refuseTaken(false, false);
                }
            }
            case EXTEND -> {
                if (unfinished) {
                    throw new BadExperiment(List.of(folder + " holds an unfinished sweep; finish it first with --resume"
                            + " and the experiment that it was begun with ("
                            + folder.resolve(ResultFiles.EXPERIMENT + SweepFolder.PART)
                            + ")."));
                }
            }
        }
    }

    /** The scenarios that the sweep there copied, whatever their names: of a finished sweep what it says, of another what is half. */
    private List<String> scenarios() throws IOException {
        Path copies = folder.resolve(ScenarioFiles.FOLDER);
        if (!Files.isDirectory(copies)) {
            return List.of();
        }
        List<String> described = described();
        return SweepFolder.attempt(copies, "read", () -> {
            try (Stream<Path> entries = Files.walk(copies, 2)) {
                return entries.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                        .filter(name -> name.endsWith(SweepFolder.PART) || described.contains(name))
                        .map(name -> name.endsWith(SweepFolder.PART)
                                ? name.substring(0, name.length() - SweepFolder.PART.length())
                                : name)
                        .toList();
            }
        });
    }

    /** None where the description cannot be read: it is overwritten. */
    private List<String> described() throws IOException {
        try {
            return ResultFolder.in(folder).scenarios();
        } catch (BadTable cutOff) {
            return List.of();
        }
    }

    private void refuseTaken(boolean half, boolean whole) throws IOException {
        String first = SweepFolder.first(folder);
        if (first.isEmpty()) {
            return;
        }
        if (half) {
            throw new FolderTaken(folder + " holds an unfinished sweep; it is left as it is unless --resume is given to"
                    + " finish it, or --overwrite to begin anew.");
        }
        throw new FolderTaken(folder + " holds something already, such as " + first
                + "; it is left as it is unless overwriting is asked for"
                + (whole ? ", or extending (--extend takes over its finished runs)." : "."));
    }

    /** Refuses to extend when runs in the folder are not part of the experiment, because they would be lost. */
    void refuseLoss(Experiment experiment, Shard shard, FinishedRunIndex runs) throws BadExperiment {
        int kept = 0;
        for (int place = 0; place < experiment.runCount() && kept < runs.size(); place++) {
            String id = experiment.run(place).id();
            kept += shard.has(id) && runs.has(id) ? 1 : 0;
        }
        if (kept < runs.size()) {
            throw new BadExperiment(List.of(folder + " holds " + (runs.size() - kept) + " of " + runs.size()
                    + " runs that are not part of this experiment and would be lost; give another folder with --out, or"
                    + " --overwrite to replace them."));
        }
    }
}
