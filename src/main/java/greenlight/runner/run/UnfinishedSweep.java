package greenlight.runner.run;

import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.journal.WaitingFile;
import greenlight.runner.model.Model;
import greenlight.runner.model.Status;
import greenlight.runner.results.Execution;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.Provenance;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.Software;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Shard;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sweep that was stopped, or is at work: the runs that ended, written as results of their own, so that they can be
 * analysed. Nothing of the sweep itself is changed, and it can go on.
 */
public final class UnfinishedSweep {
    /** The folder within the sweep's own that takes the tables of the runs that ended. */
    private static final String PARTIAL = "partial";

    /** What an analysis of these tables writes beside them: tables, a tree in words, figures, the report. */
    private static final Pattern ANALYSIS =
            Pattern.compile("report\\.html|analysis/[^/]+\\.(csv|txt)|analysis/figures/[^/]+\\.(csv|svg|png)");

    private final Path folder;
    private final Experiment experiment;
    private final RunRows rows;

    /**
     * The runs that ended, as results.
     *
     * @param folder of their tables
     * @param ended how many they are
     * @param all how many the sweep has, at most
     * @param fewest replications that ended at a point
     * @param most replications that ended at a point
     */
    public record Partial(Path folder, int ended, int all, int points, int fewest, int most) {
        /** A sentence that says how much is missing. */
        public String sentence(Path sweep) {
            String each = fewest == most ? "" + most : fewest + " to " + most;
            return sweep + " holds an unfinished sweep: " + ended + " of " + all + " runs have ended, " + each
                    + " at each of " + points + " points. Their tables are in " + folder
                    + ", and only they are analysed; sweep --resume runs the others.";
        }
    }

    private UnfinishedSweep(Path folder, List<Model> models) throws IOException, BadExperiment {
        this.folder = folder;
        Path partial = folder.resolve(PARTIAL);
        Optional<Checkpoint> from = SweepFolder.attempt(
                        folder.resolve(Journal.NAME), "read", () -> Journal.read(folder, ended -> {}))
                .checkpoint();
        List<Model> makers = models.stream()
                .filter(model -> from.isPresent() && model.isAmong(from.get().models()))
                .toList();
        SweepFolder.make(partial);
        copyExperiment(makers.isEmpty() ? models : makers, partial);
        experiment = experiment(
                partial.resolve(ResultFiles.EXPERIMENT),
                makers.isEmpty() ? models : makers,
                from.map(Checkpoint::experiment).orElse(""));
        rows = new RunRows(experiment);
    }

    /** Models of one jar may have one digest: the experiment is of the model by which it is the one of the journal. */
    private static Experiment experiment(Path file, List<Model> models, String digest)
            throws IOException, BadExperiment {
        for (Model model : models) {
            try {
                Experiment read = ExperimentReader.read(file, model);
                if (new SweepFiles(read, new RunRows(read)).digest(Shard.WHOLE).equals(digest)) {
                    return read;
                }
            } catch (BadExperiment ofAnother) {
                // the next model may have these parameters
            }
        }
        return ExperimentReader.read(file, models);
    }

    /**
     * Writes the runs that ended into the folder {@code partial} of the sweep's own; what was there is replaced.
     *
     * @param models that may have made the runs: the one that the journal identifies, else the one that the experiment
     *     names, else the first
     * @return empty when the folder holds no unfinished sweep
     * @throws BadExperiment when its journal is of no use, or no run has ended
     */
    public static Optional<Partial> write(Path folder, List<Model> models) throws IOException, BadExperiment {
        if (!Journal.in(folder) || Files.exists(folder.resolve(RunRows.RUNS))) {
            return Optional.empty();
        }
        return Optional.of(new UnfinishedSweep(folder, models).partial());
    }

    /** Removes the tables of the runs that ended and what an analysis wrote beside them; other files stay. */
    static void remove(Path folder, SweepFiles files) throws IOException {
        Path partial = folder.resolve(PARTIAL);
        if (!Files.isDirectory(partial)) {
            return;
        }
        SweepFolder.remove(partial, files.all());
        SweepFolder.attempt(partial, "removed", () -> {
            try (Stream<Path> entries = Files.walk(partial, 3)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    String name = partial.relativize(entry).toString().replace(File.separatorChar, '/');
                    if (ANALYSIS.matcher(name).matches()
                            || (Files.isDirectory(entry)
                                    && SweepFolder.first(entry).isEmpty())) {
                        Files.delete(entry);
                    }
                }
            }
            return partial;
        });
    }

    /** The experiment's files, under their names: all that is begun but for the tables. */
    private void copyExperiment(List<Model> models, Path partial) throws IOException {
        List<String> others = new ArrayList<>(List.of(RunRows.RUNS, RunRows.TIMINGS));
        models.forEach(model -> model.tables().forEach(table -> others.add(table.name() + ".csv")));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.{yaml,csv}" + SweepFolder.PART)) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                String plain = name.substring(0, name.length() - SweepFolder.PART.length());
                if (!others.contains(plain)) {
                    Path copy = partial.resolve(plain);
                    SweepFolder.attempt(
                            copy, "written", () -> Files.copy(part, copy, StandardCopyOption.REPLACE_EXISTING));
                }
            }
        }
        copyScenarios(partial);
    }

    private void copyScenarios(Path partial) throws IOException {
        Path scenarios = folder.resolve(ScenarioFiles.FOLDER);
        if (!Files.isDirectory(scenarios)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scenarios, 2)) {
            for (Path part : files.filter(file -> file.toString().endsWith(SweepFolder.PART))
                    .toList()) {
                String name = folder.relativize(part).toString();
                Path copy = partial.resolve(name.substring(0, name.length() - SweepFolder.PART.length()));
                SweepFolder.attempt(copy, "written", () -> {
                    Files.createDirectories(copy.getParent());
                    return Files.copy(part, copy, StandardCopyOption.REPLACE_EXISTING);
                });
            }
        }
    }

    private Partial partial() throws IOException, BadExperiment {
        List<RunResult> noted = new ArrayList<>();
        Journal.Reading journal =
                SweepFolder.attempt(folder.resolve(Journal.NAME), "read", () -> Journal.read(folder, noted::add));
        if (journal.checkpoint().isEmpty() || journal.done()) {
            throw new BadExperiment(List.of(folder + " holds an unfinished sweep whose "
                    + (journal.done() ? "files only wait for their names" : "journal is damaged")
                    + "; finish it with sweep --resume."));
        }
        Checkpoint from = journal.checkpoint().get();
        Map<Integer, RunResult> after = new HashMap<>();
        noted.forEach(ended -> after.put(ended.index(), ended));
        try (WaitingFile waiting = new WaitingFile(folder, from.experiment(), experiment.runCount());
                FinishedRunIndex before = FinishedRunIndex.unfinished(experiment, rows, folder, from)) {
            waiting.recall(from.next());
            return write(from, place -> {
                if (place < from.next()) {
                    return before.find(experiment.run(place), true);
                }
                return waiting.has(place) ? Optional.of(waiting.get(place)) : Optional.ofNullable(after.get(place));
            });
        }
    }

    /** Where the run of a place is found, if it ended. */
    @FunctionalInterface
    private interface Ended {
        Optional<RunResult> at(int place) throws IOException;
    }

    private Partial write(Checkpoint from, Ended runs) throws IOException, BadExperiment {
        Path partial = folder.resolve(PARTIAL);
        SweepFiles files = new SweepFiles(experiment, rows);
        DuplicatePoints duplicates = DuplicatePoints.of(experiment.design(), experiment.crn());
        int most = experiment.mostReplications();
        int[] ended = new int[experiment.design().points()];
        StatusCounts counts = StatusCounts.NONE;
        SweepFolder.remove(partial, List.of(RunRows.RUNS));
        try (SweepFolder parts =
                SweepFolder.open(partial, List.copyOf(files.heads().keySet()), Map.of())) {
            parts.write(files.heads());
            for (int place = 0; place < experiment.runCount(); place++) {
                Optional<RunResult> run = runs.at(place);
                if (run.isPresent()) {
                    ended[place / most]++;
                    counts = counts.with(run.get().status(), run.get().error());
                    parts.write(
                            duplicates.again(place / most)
                                    ? run.get().without(rows::detail).lines()
                                    : run.get().lines());
                }
            }
            if (counts.all() == 0) {
                throw new BadExperiment(List.of(
                        folder + " holds an unfinished sweep of which no run has ended; run it with sweep --resume."));
            }
            Map<String, Fingerprint> marks = parts.forced();
            int ok = counts.of(Status.OK);
            Execution execution =
                    Execution.here("", 1, Instant.ofEpochMilli(from.begun()), Instant.now(), ok, counts.all() - ok);
            parts.add(Provenance.of(experiment, Shard.WHOLE, marks, Software.here(), from.models(), execution));
            List<String> names = new ArrayList<>(parts.forced().keySet());
            names.remove(RunRows.RUNS);
            names.add(RunRows.RUNS);
            SweepFolder.name(partial, names);
        }
        return new Partial(
                partial,
                counts.all(),
                experiment.runCount(),
                ended.length,
                Arrays.stream(ended).min().orElse(0),
                Arrays.stream(ended).max().orElse(0));
    }
}
