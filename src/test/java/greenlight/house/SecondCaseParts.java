package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/** The generated part of {@code docs/second-case.md}: which patterns of the second case the ensemble of the first predicts. */
final class SecondCaseParts {
    private static final Path PAGE = Path.of("docs", "second-case.md");
    private static final Path PATTERNS = Path.of("experiments", "worlds", "song-generators-patterns.csv");
    private static final Path RUNS = Path.of("results", "song-generators.csv");

    /** Of a normal distribution, the quantile of a two-sided interval of 95 %. */
    private static final double NORMAL = 1.959964;

    private static final double HALF = 0.5;

    private SecondCaseParts() {}

    static List<GeneratedPart> all() throws IOException {
        List<CSVRecord> runs = GeneratedPart.rows(RUNS);
        StringBuilder table = new StringBuilder("""
                | pattern of the record | source | share of the settings in which it holds | its median over the settings | predicted |
                |---|---|---|---|---|
                """);
        for (CSVRecord pattern : GeneratedPart.rows(PATTERNS)) {
            long holds = runs.stream().filter(run -> holds(run, pattern)).count();
            double share = (double) holds / runs.size();
            double low = wilson(share, runs.size(), -1);
            double high = wilson(share, runs.size(), 1);
            table.append(row(
                    pattern.get("pattern"),
                    pattern.get("source"),
                    percent(share) + " (" + percent(low) + " to " + percent(high) + ")",
                    median(runs, pattern.get("measure")),
                    low > HALF ? "yes, by most" : high < HALF ? "no, by most" : "not resolved"));
        }
        return List.of(new GeneratedPart(PAGE, "song-generators", table.toString()));
    }

    /** A measure that does not apply is in no range. */
    private static boolean holds(CSVRecord run, CSVRecord pattern) {
        String cell = run.get(pattern.get("measure"));
        if (cell.isEmpty()) {
            return false;
        }
        double value = Double.parseDouble(cell);
        String most = pattern.get("at_most");
        return value >= Double.parseDouble(pattern.get("at_least"))
                && (most.isEmpty() || value <= Double.parseDouble(most));
    }

    private static String median(List<CSVRecord> runs, String measure) {
        double[] sorted = runs.stream()
                .map(run -> run.get(measure))
                .mapToDouble(cell -> cell.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cell))
                .sorted()
                .toArray();
        double median = sorted[sorted.length / 2];
        return Double.isInfinite(median) ? "never" : Text.scaled(median);
    }

    /** An end of the interval of a share (Wilson 1927, <i>Journal of the American Statistical Association</i> 22). */
    private static double wilson(double share, int n, int side) {
        double z = NORMAL * NORMAL / n;
        double spread = NORMAL * Math.sqrt(share * (1 - share) / n + z / (4.0 * n));
        return (share + z / 2 + side * spread) / (1 + z);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
