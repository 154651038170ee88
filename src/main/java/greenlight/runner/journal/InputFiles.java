package greenlight.runner.journal;

import greenlight.runner.results.ResultFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a sweep reads, which must not lie where it writes: results would spoil it for the next sweep. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * Refuses a folder of results that holds the experiment's file or the folder of one of its scenarios, or is one. Results keep a
     * copy of both, which may be swept again where they are.
     */
    public static void refuseIn(Path results, Experiment experiment) throws BadExperiment, IOException {
        List<Path> read = new ArrayList<>(experiment.source().folders());
        Path file = experiment.source().file().filter(Files::exists).orElse(null);
        if (file != null && Files.isDirectory(results)) {
            Path folder = file.toRealPath().getParent();
            if (isCopy(file) && folder.equals(results.toRealPath())) {
                return;
            }
            if (folder.equals(results.toRealPath())) {
                read.add(file);
            }
        }
        refuseIn(results, read);
    }

    /** Refuses a folder of results in which something lies that is read, or that is read itself. */
    public static void refuseIn(Path results, List<Path> read) throws BadExperiment, IOException {
        if (!Files.isDirectory(results)) {
            return;
        }
        for (Path each : read) {
            if (Files.exists(each) && each.toRealPath().startsWith(results.toRealPath())) {
                throw new BadExperiment(List.of(results
                        + (Files.isSameFile(results, each) ? " is read itself" : " holds " + each + ", which is read")
                        + ", and results would spoil it; give another folder with --out."));
            }
        }
    }

    /** Whether a file is the experiment that a sweep wrote down. */
    private static boolean isCopy(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean described = Files.exists(file.resolveSibling(ResultFiles.DATA_PACKAGE));
        return name.equals(ResultFiles.EXPERIMENT + SweepFolder.PART)
                || (name.equals(ResultFiles.EXPERIMENT) && described);
    }
}
