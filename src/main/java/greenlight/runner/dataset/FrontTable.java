package greenlight.runner.dataset;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The front of a search, read back.
 *
 * @param levers names of what was varied
 * @param objectives names of the objectives
 * @param maximised whether each objective is to be large
 * @param rows the points found
 * @param hypervolume by generation, from the first one
 */
public record FrontTable(
        List<String> levers, List<String> objectives, boolean[] maximised, List<Row> rows, double[] hypervolume) {
    private static final String FRESH = "_fresh";
    private static final String BEST = "_best";

    /** The part of the generations at the end, by which the search is judged to have settled or not. */
    private static final double END = 0.2;

    /**
     * A point.
     *
     * @param point its number
     * @param levels of the levers, as in the table
     * @param searched value of each objective in the search; not-a-number where it has none
     * @param fresh the same on fresh replications
     * @param feasible whether it keeps the constraints there
     * @param dominated whether another point dominates it there
     * @param bargain whether it is the parties' bargain
     */
    public record Row(
            int point,
            List<String> levels,
            double[] searched,
            double[] fresh,
            boolean feasible,
            boolean dominated,
            boolean bargain) {
        /** Whether it keeps the constraints and no other point betters it on fresh replications. */
        public boolean holds() {
            return feasible && !dominated;
        }
    }

    /**
     * Reads the front and the history of a finished search.
     *
     * @param large names of the objectives that are to be large
     * @throws BadTable when a column is missing
     */
    public static FrontTable read(Path folder, Set<String> large) throws IOException, BadTable {
        List<String> objectives = new ArrayList<>();
        List<Double> volumes = new ArrayList<>();
        try (CsvReader history = CsvReader.open(folder.resolve(ResultFiles.HISTORY))) {
            history.header().stream()
                    .filter(name -> name.endsWith(BEST))
                    .forEach(name -> objectives.add(name.substring(0, name.length() - BEST.length())));
            while (history.next()) {
                volumes.add(number(history.cell("hypervolume")));
            }
        }
        boolean[] maximised = new boolean[objectives.size()];
        for (int i = 0; i < maximised.length; i++) {
            maximised[i] = large.contains(objectives.get(i));
        }
        try (CsvReader front = CsvReader.open(folder.resolve(ResultFiles.FRONT))) {
            List<String> header = front.header();
            int first = front.place(objectives.get(0));
            List<String> levers = header.subList(front.place("candidate") + 1, first);
            List<Row> rows = new ArrayList<>();
            while (front.next()) {
                List<String> levels = new ArrayList<>();
                for (String lever : levers) {
                    levels.add(front.cell(lever));
                }
                double[] searched = new double[objectives.size()];
                double[] fresh = new double[objectives.size()];
                for (int i = 0; i < fresh.length; i++) {
                    searched[i] = number(front.cell(objectives.get(i)));
                    fresh[i] = number(front.cell(objectives.get(i) + FRESH));
                }
                rows.add(new Row(
                        rows.size(),
                        levels,
                        searched,
                        fresh,
                        yes(front, "feasible" + FRESH),
                        yes(front, "dominated" + FRESH),
                        header.contains("nash") && yes(front, "nash")));
            }
            double[] volume = volumes.stream().mapToDouble(Double::doubleValue).toArray();
            return new FrontTable(List.copyOf(levers), objectives, maximised, rows, volume);
        }
    }

    private static double number(String cell) {
        return CsvReader.number(cell).orElse(Double.NaN);
    }

    private static boolean yes(CsvReader table, String column) throws BadTable {
        return CsvReader.yesOrNo(table.cell(column)).orElse(0) == 1;
    }

    /** The point with the best fresh value of an objective among those that hold; none where none does. */
    public Optional<Row> best(int objective) {
        Comparator<Row> byValue = Comparator.comparingDouble(row -> row.fresh()[objective]);
        return rows.stream()
                .filter(row -> row.holds() && !Double.isNaN(row.fresh()[objective]))
                .max(maximised[objective] ? byValue : byValue.reversed());
    }

    /**
     * How much of the hypervolume was won in the last fifth of the generations, a share of it; not-a-number where there is no
     * volume.
     */
    public double lateGrowth() {
        int last = hypervolume.length - 1;
        return (hypervolume[last] - hypervolume[(int) Math.round(last * (1 - END))]) / hypervolume[last];
    }

    /** The levels of a lever as numbers: those of words are numbered in their order. */
    public double[] numbers(int lever) {
        List<String> cells = rows.stream().map(row -> row.levels().get(lever)).toList();
        List<String> words = cells.stream().distinct().sorted().toList();
        boolean numeric = cells.stream().map(CsvReader::number).allMatch(OptionalDouble::isPresent);
        double[] numbers = new double[cells.size()];
        Arrays.setAll(numbers, i -> numeric ? number(cells.get(i)) : words.indexOf(cells.get(i)));
        return numbers;
    }
}
