package greenlight.runner.run;

import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.measure.MeasuredModel;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.results.DescribedColumn;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.Layout;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.scenario.ScenarioCopy;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a sweep writes, and what each begins with: an experiment's text is whole, a table has its header. */
final class SweepFiles {
    private final Experiment experiment;
    private final Map<String, byte[]> heads = new LinkedHashMap<>();

    SweepFiles(Experiment experiment, RunRows rows) {
        this.experiment = experiment;
        heads.put(ResultFiles.EXPERIMENT, experiment.text().getBytes(StandardCharsets.UTF_8));
        experiment.enclosed().forEach((name, text) -> heads.put(name, text.getBytes(StandardCharsets.UTF_8)));
        heads.put(RunRows.TIMINGS, RunRows.line(List.of(ColumnNames.RUN_ID, ColumnNames.SECONDS)));
        heads.putAll(rows.headers());
    }

    /** What each file begins with, by name. */
    Map<String, byte[]> heads() {
        return Collections.unmodifiableMap(heads);
    }

    /** What any sweep of the model may have written. */
    List<String> all() {
        List<String> files = new ArrayList<>(List.of(
                RunRows.RUNS,
                RunRows.TIMINGS,
                ResultFiles.EXPERIMENT,
                ResultFiles.DATA_PACKAGE,
                ResultFiles.RUN_CRATE,
                ResultFiles.ROBUST,
                ResultFiles.REGRET,
                ResultFiles.FAILURES,
                ResultFiles.FAILURE_TREES,
                Journal.NAME,
                Journal.FRESH,
                WaitingFile.NAME));
        files.addAll(heads.keySet());
        experiment.model().tables().forEach(table -> files.add(table.name() + ".csv"));
        return files;
    }

    /**
     * Refuses to go on in a folder whose sweep went through another ensemble or from other scenarios: its runs are other runs. Of a
     * scenario, what the model reads counts.
     */
    void refuseOther(Path folder, Shard shard) throws IOException, BadExperiment {
        for (String name : experiment.ownScenarios().keySet()) {
            if (!ScenarioCopy.agrees(folder, experiment.model(), name)) {
                throw new BadExperiment(List.of(changed(folder, name, shard)));
            }
        }
        Optional<Path> other =
                experiment.enclosed().containsKey(Ensemble.FILE) ? other(folder, Ensemble.FILE) : Optional.empty();
        if (other.isPresent()) {
            throw new BadExperiment(List.of("The ensemble was changed: " + other.get()
                    + ", over which the sweep in "
                    + folder + " runs, is not the one that this experiment names. Go on with that file (--over "
                    + other.get() + "), give another folder with --out, or --overwrite to begin anew."));
        }
    }

    private String changed(Path folder, String scenario, Shard shard) throws IOException {
        Path copy = folder.resolve(ScenarioFiles.FOLDER).resolve(scenario);
        for (String name : experiment.enclosed().keySet()) {
            if (ScenarioFiles.copied(name).equals(Optional.of(scenario))) {
                copy = other(folder, name).orElse(copy);
            }
        }
        Path begun = folder.resolve(ResultFiles.EXPERIMENT + SweepFolder.PART);
        String instead = Files.isRegularFile(begun)
                ? "Go on from that copy (sweep " + begun + " --out " + folder
                        + (shard.of() > 1 ? " --shard " + shard : "") + " --resume)"
                : "Put that copy in its place";
        return "The scenario was changed: " + copy + ", from which the sweep in " + folder
                + " starts, is not what this experiment names. " + instead
                + ", give another folder with --out, or --overwrite to begin anew.";
    }

    /** Refuses to take over runs in which a measure of the experiment's own was another one: its name does not say what it is. */
    void refuseOtherMeasures(Path folder) throws IOException, BadExperiment {
        List<String> faults = new ArrayList<>();
        List<Model.Column> own = MeasuredModel.own(experiment.model());
        Optional<DescribedTable> runs =
                own.isEmpty() ? Optional.empty() : ResultFolder.in(folder).table(Layout.RUNS);
        if (runs.isPresent()) {
            for (DescribedColumn there : runs.get().columns()) {
                for (Model.Column here : own) {
                    String was = there.column().meaning();
                    if (there.name().equals(here.key()) && !was.equals(here.meaning())) {
                        faults.add("The measure " + here.key() + " was changed: in " + folder + " it is \"" + was
                                + "\", here \"" + here.meaning() + "\". Give it another name, give another folder"
                                + " with --out, or --overwrite to begin anew.");
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new BadExperiment(faults);
        }
    }

    /** The file of a name that a folder keeps, where it is another than this experiment's. */
    private Optional<Path> other(Path folder, String name) throws IOException {
        for (String each : List.of(name, name + SweepFolder.PART)) {
            Path kept = folder.resolve(each);
            if (Files.isRegularFile(kept)
                    && !Arrays.equals(
                            heads.get(name), SweepFolder.attempt(kept, "read", () -> Files.readAllBytes(kept)))) {
                return Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    /** What a journal must agree in: the file as read, what it names, its points, the model's version and the shard. */
    String digest(Shard shard) {
        MessageDigest digest = Fingerprint.digest();
        heads.forEach((name, head) -> {
            if (ScenarioFiles.copied(name).isEmpty()) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(head);
            }
        });
        experiment.ownScenarios().values().forEach(read -> digest.update(read.getBytes(StandardCharsets.UTF_8)));
        digest.update((experiment.model().version() + "\n" + shard + "\n" + experiment.replications() + "\n"
                        + experiment.seed() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
