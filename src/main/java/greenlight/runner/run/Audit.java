package greenlight.runner.run;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.design.DuplicatePoints;
import greenlight.runner.execution.RunTask;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Compares the results of a finished sweep with the same runs, run again. */
public final class Audit implements AutoCloseable {
    private final Experiment experiment;
    private final Path folder;
    private final RunRows rows;
    private final FinishedRunIndex finished;
    private final DuplicatePoints duplicates;

    /** A row of the table of runs, as it is written; its line counts from 1. */
    private record Row(long line, String id, String point, String replication) {
        static Row of(CsvReader table) throws BadTable {
            return new Row(
                    table.line(),
                    table.cell(ColumnNames.RUN_ID),
                    table.cell(ColumnNames.POINT),
                    table.cell(ColumnNames.REPLICATION));
        }
    }

    /**
     * The first cell in which a table and a run that was run again differ.
     *
     * @param line of the file, from 1; the header is the first
     * @param column its name; empty when the number of rows or cells differs
     */
    public record Difference(Path file, long line, String column, String runId, String there, String here) {}

    /**
     * Opens the results in a folder.
     *
     * @param experiment as the folder's {@code experiment.yaml} says it
     * @throws BadExperiment when a table or a column is missing
     */
    public Audit(Experiment experiment, Path folder) throws IOException, BadExperiment {
        this.experiment = experiment;
        this.folder = folder;
        rows = new RunRows(experiment);
        finished = new FinishedRunIndex(experiment, rows, List.of(folder));
        duplicates = DuplicatePoints.of(experiment.design(), experiment.crn());
    }

    /** How many runs the folder holds. */
    public int size() {
        return finished.size();
    }

    /** Digests of the states of the model that made the runs. */
    public List<String> models() {
        return finished.models();
    }

    /** Whether this state of the model is among them. */
    public boolean sameModel() {
        return experiment.model().isAmong(finished.models());
    }

    /** Runs of the folder, chosen at random without repetition, in the order of the file. */
    public List<Run> choose(int count, long seed) throws IOException, BadExperiment {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> chosen = new ArrayList<>();
        try (CsvReader table = runs()) {
            for (long seen = 1; table.next(); seen++) {
                if (chosen.size() < count) {
                    chosen.add(Row.of(table));
                } else {
                    long place = random.nextLong(seen);
                    if (place < count) {
                        chosen.set((int) place, Row.of(table));
                    }
                }
            }
        }
        chosen.sort(Comparator.comparingLong(Row::line));
        List<Run> runs = new ArrayList<>();
        for (Row row : chosen) {
            runs.add(run(row));
        }
        return runs;
    }

    /** The run of an id; when there is none, the error names the nearest id. */
    public Run find(String runId) throws IOException, BadExperiment {
        List<String> ids = new ArrayList<>();
        try (CsvReader table = runs()) {
            while (table.next()) {
                if (table.cell(ColumnNames.RUN_ID).equals(runId)) {
                    return run(Row.of(table));
                }
                ids.add(table.cell(ColumnNames.RUN_ID));
            }
        }
        throw new BadExperiment(List.of(folder.resolve(RunRows.RUNS) + " has no run " + runId
                + SpellingSuggestion.to(runId, ids)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; its first is " + (ids.isEmpty() ? "none" : ids.get(0)) + ".")));
    }

    private CsvReader runs() throws IOException {
        return CsvReader.open(folder.resolve(RunRows.RUNS));
    }

    /** The run of a row, which must be one of the experiment: or the results are of another version, or edited. */
    private Run run(Row row) throws BadExperiment {
        int most = experiment.mostReplications();
        long point =
                whole(row, ColumnNames.POINT, row.point(), experiment.design().points());
        long replication = whole(row, ColumnNames.REPLICATION, row.replication(), most);
        Run run = experiment.run((int) (point * most + replication));
        if (!run.id().equals(row.id())) {
            throw new BadExperiment(List.of(folder.resolve(RunRows.RUNS) + ", line " + row.line()
                    + ": run " + row.id() + " is not the run of point " + point + ", replication " + replication
                    + " by this program (" + experiment.model().name() + " "
                    + experiment.model().version()
                    + "), which is " + run.id() + "; another version made these results, or the row was edited."));
        }
        return experiment.run(duplicates.first((int) point) * most + (int) replication);
    }

    private long whole(Row row, String column, String cell, int below) throws BadExperiment {
        if (!cell.matches("\\d{1,9}") || Integer.parseInt(cell) >= below) {
            throw new BadExperiment(List.of(folder.resolve(RunRows.RUNS) + ", line " + row.line() + ", " + column
                    + ": found '" + cell + "'; allowed is a whole number from 0 to " + (below - 1) + "."));
        }
        return Long.parseLong(cell);
    }

    /**
     * Runs a run again, and compares every cell of every table.
     *
     * @param counts rows that agree are added to, by file name
     * @return the first cell that differs; empty when none does
     */
    public Optional<Difference> check(Run run, int threads, Map<String, Integer> counts) throws IOException {
        Map<String, byte[]> here = new LinkedHashMap<>(
                new RunTask(experiment, rows, () -> run, threads).run().lines());
        here.remove(RunRows.TIMINGS);
        Map<String, byte[]> there = finished.lines(run.id());
        for (String name : rows.headers().keySet()) {
            byte[] mine = here.getOrDefault(name, new byte[0]);
            byte[] theirs = there.getOrDefault(name, new byte[0]);
            Optional<CellDifference> cell =
                    CellDifference.first(name, rows.headers().get(name), theirs, mine);
            if (cell.isPresent()) {
                return Optional.of(difference(cell.get(), run.id()));
            }
            counts.merge(name, CellDifference.cells(mine).size(), Integer::sum);
        }
        return Optional.empty();
    }

    private Difference difference(CellDifference cell, String runId) throws IOException {
        Path file = folder.resolve(cell.file());
        return new Difference(
                file, firstLine(file, runId) + cell.row(), cell.column(), runId, cell.there(), cell.here());
    }

    /** The line on which a run's rows begin; the last line where there are none. */
    private static long firstLine(Path file, String runId) throws IOException {
        try (CsvReader table = CsvReader.open(file)) {
            while (table.next()) {
                if (table.cell(ColumnNames.RUN_ID).equals(runId)) {
                    return table.line();
                }
            }
            return table.line() - 1;
        }
    }

    @Override
    public void close() throws IOException {
        finished.close();
    }
}
