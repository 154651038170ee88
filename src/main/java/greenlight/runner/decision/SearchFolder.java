package greenlight.runner.decision;

import greenlight.runner.format.WholeFile;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.journal.InputFiles;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.model.Model;
import greenlight.runner.results.Execution;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.Provenance;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.run.StartMode;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of a search: the experiment, the tables of runs that are its journal, and what it found. */
final class SearchFolder {
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

    /** Whether the last file of a search is there. */
    boolean finished() {
        return Files.exists(file(ResultFiles.FRONT));
    }

    /**
     * Makes the folder, or refuses what it holds.
     *
     * @throws FolderTaken when it holds anything that is neither to be overwritten nor to be resumed
     * @throws BadExperiment when it holds another search, or this one by another state of the model
     */
    void prepare(StartMode start) throws IOException, BadExperiment {
        if (start == StartMode.EXTEND) {
            throw new BadExperiment(
                    List.of("A search cannot be extended; give --resume to finish it, or --overwrite."));
        }
        InputFiles.refuseIn(path, experiment);
        SweepFolder.make(path);
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
            Path file = file(text.getKey());
            // of a search that goes on the time of its first file stays, at which it began
            if (!Files.exists(file) || !Files.readString(file).equals(text.getValue())) {
                WholeFile.write(file, text.getValue());
            }
        }
    }

    /** When the search was begun, before it was stopped if it was. */
    Instant begun() throws IOException {
        return Files.getLastModifiedTime(file(STATE)).toInstant();
    }

    /**
     * Writes what was found beside the tables of runs, and what describes all; the front, by which a search is known to be
     * finished, comes last.
     *
     * @param found tables, by file, the front last
     * @param runs the experiments at the points of each table of runs, by file
     */
    void finish(Map<String, String> found, Map<String, Experiment> runs, Execution execution) throws IOException {
        Map<String, Fingerprint> written = new LinkedHashMap<>();
        for (String name : texts().keySet()) {
            if (!name.equals(STATE)) {
                written.put(name, Fingerprint.of(file(name)));
            }
        }
        for (String name : runs.keySet()) {
            written.put(name, Fingerprint.of(file(name)));
        }
        found.forEach((name, text) -> written.put(name, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8))));
        for (Map.Entry<String, byte[]> text :
                Provenance.ofSearch(experiment, runs, written, execution).entrySet()) {
            WholeFile.write(file(text.getKey()), part -> Files.write(part, text.getValue()));
        }
        for (Map.Entry<String, String> table : found.entrySet()) {
            WholeFile.write(file(table.getKey()), table.getValue());
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
        experiment.enclosed().forEach((name, text) -> {
            if (ScenarioFiles.copied(name).isEmpty()) {
                digest.update((name + text).getBytes(StandardCharsets.UTF_8));
            }
        });
        experiment.ownScenarios().values().forEach(read -> digest.update(read.getBytes(StandardCharsets.UTF_8)));
        Model model = experiment.model();
        return "experiment " + HexFormat.of().formatHex(digest.digest()) + "\nmodel " + model.name() + " "
                + model.version() + " " + model.digest() + "\n";
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(List.of(
                ResultFiles.FRONT,
                ResultFiles.FRONT_POINTS,
                ResultFiles.HISTORY,
                ResultFiles.FRESH,
                ResultFiles.DISAGREEMENT,
                RunRows.RUNS,
                ResultFiles.DATA_PACKAGE,
                ResultFiles.RUN_CRATE,
                REPORT,
                ResultFiles.EXPERIMENT,
                STATE));
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
