package greenlight.runner.decision;

import greenlight.runner.format.WholeFile;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.model.Model;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.run.StartMode;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of a search: the experiment, the tables of runs that are its journal, and what it found. */
final class SearchFolder {
    /** Runs of the points found, on fresh replications. */
    static final String FRESH = "fresh.csv";

    /** Runs without an agreement. */
    static final String DISAGREEMENT = "disagreement.csv";

    static final String HISTORY = ResultFiles.HISTORY;

    /** The points found, as a list reads them. */
    static final String LEVELS = "front-points.csv";

    /** The points found and what they are worth: the last file of a search, so the sign that it is finished. */
    static final String FRONT = ResultFiles.FRONT;

    /** The page that is laid out beside the tables. */
    private static final String REPORT = "report.html";

    /** What is searched, and by which state of which model. */
    private static final String STATE = "search.txt";

    private final Experiment experiment;
    private final Path path;

    SearchFolder(Experiment experiment, Path path) {
        this.experiment = experiment;
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    boolean finished() {
        return Files.exists(file(FRONT));
    }

    /**
     * Makes the folder, or refuses what it holds.
     *
     * @throws FolderTaken when it holds anything that is neither to be overwritten nor to be resumed
     * @throws BadExperiment when it holds another search, or this one by another state of the model
     */
    void prepare(StartMode start) throws IOException, BadExperiment {
        SweepFolder.make(path);
        if (start == StartMode.EXTEND) {
            throw new BadExperiment(
                    List.of("A search cannot be extended; give --resume to finish it, or --overwrite."));
        }
        if (start == StartMode.OVERWRITE) {
            SweepFolder.remove(path, files());
        }
        String first = SweepFolder.first(path);
        if (start == StartMode.RESUME && Files.exists(file(STATE))) {
            String there = Files.readString(file(STATE));
            if (!there.equals(state())) {
                throw new BadExperiment(
                        List.of(path + " holds another search, or one by another state of the model; give"
                                + " --overwrite to begin anew, or another folder with --out."));
            }
        } else if (start != StartMode.OVERWRITE && !first.isEmpty()) {
            throw new FolderTaken(path + " holds something already, such as " + first
                    + "; it is left as it is unless --overwrite is given"
                    + (Files.exists(file(STATE)) ? ", or --resume to finish the search." : "."));
        }
        for (Map.Entry<String, String> text : texts().entrySet()) {
            WholeFile.write(file(text.getKey()), text.getValue());
        }
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(STATE, state());
        texts.put(ResultFiles.EXPERIMENT, experiment.text());
        texts.putAll(experiment.enclosed());
        return texts;
    }

    private String state() {
        MessageDigest digest = Fingerprint.digest();
        digest.update(experiment.text().getBytes(StandardCharsets.UTF_8));
        experiment.enclosed().forEach((name, text) -> digest.update((name + text).getBytes(StandardCharsets.UTF_8)));
        Model model = experiment.model();
        return "experiment " + HexFormat.of().formatHex(digest.digest()) + "\nmodel " + model.name() + " "
                + model.version() + " " + model.digest() + "\n";
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(List.of(
                FRONT, LEVELS, HISTORY, FRESH, DISAGREEMENT, RunRows.RUNS, REPORT, ResultFiles.EXPERIMENT, STATE));
        files.addAll(experiment.enclosed().keySet());
        return files;
    }

    /** Sizes of the files that a search leaves, bytes, by name. */
    Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : files()) {
            if (Files.exists(file(name))) {
                sizes.put(name, Files.size(file(name)));
            }
        }
        return sizes;
    }
}
