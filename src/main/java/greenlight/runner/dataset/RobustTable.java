package greenlight.runner.dataset;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How given points hold up over the settings of an ensemble, read back.
 *
 * @param levers names of what the points differ in
 * @param objectives names of the objectives
 * @param units of the objectives; empty where nothing is said
 * @param rows the points, from the one that meets all constraints in most settings; of equal ones, first the one with the
 *     least mean regret in the first objective
 */
public record RobustTable(List<String> levers, List<String> objectives, List<String> units, List<Row> rows) {
    private static final String REGRET = "_regret";
    private static final String HIGH = REGRET + "_90";
    private static final String SATISFICING = "satisficing";

    /**
     * A point; not-a-number where an objective has no value.
     *
     * @param point its number
     * @param levels of the levers, numbers with three digits
     * @param means over the settings, an objective each
     * @param regrets against the best of the points in the same setting, their mean
     * @param high the 90 % quantile of the regrets
     * @param satisficing share of the settings in which it meets all constraints
     */
    public record Row(
            String point, List<String> levels, double[] means, double[] regrets, double[] high, double satisficing) {}

    /**
     * Reads the table of a folder; empty where it has none.
     *
     * @throws BadTable when a column is missing
     */
    public static Optional<RobustTable> read(Path folder) throws IOException, BadTable {
        Path file = folder.resolve(ResultFiles.ROBUST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (CsvReader table = CsvReader.open(file)) {
            List<String> header = table.header();
            List<String> objectives = header.stream()
                    .filter(name -> header.contains(name + REGRET))
                    .toList();
            List<String> levers = header.subList(table.place(ColumnNames.POINT) + 1, table.place(objectives.get(0)));
            List<Row> rows = new ArrayList<>();
            while (table.next()) {
                List<String> levels = new ArrayList<>();
                for (String lever : levers) {
                    levels.add(brief(table.cell(lever)));
                }
                rows.add(new Row(
                        table.cell(ColumnNames.POINT),
                        levels,
                        numbers(table, objectives, ""),
                        numbers(table, objectives, REGRET),
                        numbers(table, objectives, HIGH),
                        number(table.cell(SATISFICING))));
            }
            rows.sort(Comparator.comparingDouble((Row row) -> -row.satisficing())
                    .thenComparingDouble(row -> row.regrets()[0]));
            return Optional.of(new RobustTable(List.copyOf(levers), objectives, units(folder, objectives), rows));
        }
    }

    private static List<String> units(Path folder, List<String> objectives) throws IOException {
        Optional<DescribedTable> described = ResultFolder.in(folder).tables().stream()
                .filter(table -> table.path().equals(ResultFiles.ROBUST))
                .findFirst();
        return objectives.stream()
                .map(name -> described.stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.name().equals(name))
                        .map(column -> column.column().unit())
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static double[] numbers(CsvReader table, List<String> objectives, String suffix) throws BadTable {
        double[] numbers = new double[objectives.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(table.cell(objectives.get(i) + suffix));
        }
        return numbers;
    }

    private static String brief(String cell) {
        return CsvReader.number(cell).stream()
                .mapToObj(Text::scaled)
                .findFirst()
                .orElse(cell);
    }

    private static double number(String cell) {
        return CsvReader.number(cell).orElse(Double.NaN);
    }
}
