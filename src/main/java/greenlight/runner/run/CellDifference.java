package greenlight.runner.run;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.journal.RunRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first cell in which the rows of a run in a table and those of the same run, run again, differ.
 *
 * @param row of the run's rows in the table, from 0
 * @param column its name; empty when the number of rows or cells differs
 */
record CellDifference(String file, int row, String column, String there, String here) {
    /**
     * Compares the rows of a run in one table.
     *
     * @param header the table's first line
     */
    static Optional<CellDifference> first(String file, byte[] header, byte[] there, byte[] here) throws IOException {
        if (Arrays.equals(there, here)) {
            return Optional.empty();
        }
        List<List<String>> theirs = cells(there);
        List<List<String>> mine = cells(here);
        for (int row = 0; row < Math.min(theirs.size(), mine.size()); row++) {
            int most = Math.min(theirs.get(row).size(), mine.get(row).size());
            for (int cell = 0; cell < most; cell++) {
                String one = theirs.get(row).get(cell);
                String other = mine.get(row).get(cell);
                if (!one.equals(other)) {
                    String column = cells(header).get(0).get(cell);
                    return Optional.of(new CellDifference(file, row, column, one, other));
                }
            }
        }
        return Optional.of(new CellDifference(file, 0, "", theirs.size() + " rows", mine.size() + " rows"));
    }

    /** Compares the rows of a run in all tables that have a header, {@code runs.csv} first. */
    static Optional<CellDifference> first(
            Map<String, byte[]> headers, Map<String, byte[]> there, Map<String, byte[]> here) throws IOException {
        List<String> files = headers.keySet().stream()
                .sorted((one, other) -> Boolean.compare(!one.equals(RunRows.RUNS), !other.equals(RunRows.RUNS)))
                .toList();
        for (String file : files) {
            Optional<CellDifference> difference = first(
                    file,
                    headers.get(file),
                    there.getOrDefault(file, new byte[0]),
                    here.getOrDefault(file, new byte[0]));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    static List<List<String>> cells(byte[] lines) throws IOException {
        return CsvReader.rows(new String(lines, StandardCharsets.UTF_8));
    }

    /** A cell as a sentence shows it. */
    static String shown(String cell) {
        return cell.isEmpty() ? "an empty cell" : cell;
    }
}
