package greenlight.app.cli.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.market.model.MarketModel;
import greenlight.runner.export.Parquet;
import greenlight.runner.results.Described;
import greenlight.runner.spec.ExperimentReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String SMALL = """
            name: Small
            replications: 2
            set: {users: 500, quarters: 9}
            design: {type: list, points: [{gpu_price: 2, litigation: on}, {gpu_price: 50.5e-1, litigation: off}]}
            """;

    @TempDir
    private Path folder;

    private Path swept(String text) throws Exception {
        Path results = folder.resolve("swept");
        Described.sweep(ExperimentReader.read(text, "x.yaml", new MarketModel()), results);
        return results;
    }

    private static List<List<String>> cells(Path file) throws Exception {
        try (Reader in = Files.newBufferedReader(file);
                CSVParser rows = CSVFormat.RFC4180.parse(in)) {
            return rows.stream().map(CSVRecord::toList).toList();
        }
    }

    @Test
    void aBehaviorSpaceTableHasARowForEachRunAndQuarter() throws Exception {
        Path results = swept(SMALL);
        Said said = Said.by("export", results.toString(), "--format", "behaviorspace");
        assertThat(said.code()).isZero();
        Path file = results.resolve("behaviorspace.csv");
        assertThat(said.out()).startsWith(file.toString());
        assertThat(Files.readAllLines(file)).allMatch(line -> line.startsWith("\"") && line.endsWith("\""));
        List<List<String>> cells = cells(file);
        assertThat(cells.get(0)).containsExactly("BehaviorSpace results (Greenlight 1.2.3)", "Table version 2.0");
        assertThat(cells.get(1)).containsExactly("greenlight");
        assertThat(cells.get(2)).containsExactly("Small");
        assertThat(cells.get(3).get(0)).matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d:\\d{3} \\+0000");
        assertThat(cells.get(4)).containsExactly("min-pxcor", "max-pxcor", "min-pycor", "max-pycor");
        assertThat(cells.get(5)).containsExactly("0", "0", "0", "0");
        List<String> header = cells.get(6);
        assertThat(header)
                .startsWith("[run number]", "replication", "seed", "gpu_price", "litigation", "[step]", "active_users")
                .contains("hype")
                .doesNotContain("strategy", "runway")
                .doesNotHaveDuplicates();
        List<List<String>> rows = cells.subList(7, cells.size());
        assertThat(rows).hasSize(4 * 9);
        List<CSVRecord> quarters = Tables.rows(results.resolve("quarters.csv")).stream()
                .filter(row -> row.get("kind").equals("market"))
                .toList();
        List<CSVRecord> runs = Tables.rows(results.resolve("runs.csv"));
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            assertThat(row).hasSameSizeAs(header);
            assertThat(row.get(0)).isEqualTo(Integer.toString(i / 9 + 1));
            assertThat(row.get(2)).isEqualTo(runs.get(i / 9).get("seed"));
            assertThat(row.get(3)).isEqualTo(i < 18 ? "2" : "5.05");
            assertThat(row.get(4)).isEqualTo(i < 18 ? "true" : "false");
            assertThat(row.get(5)).isEqualTo(Integer.toString(i % 9));
            for (String reading :
                    List.of("active_users", "quarter_clips", "hype", "quarter_gpu_price", "quarter_raised")) {
                String written = row.get(header.indexOf(reading));
                String was = quarters.get(i).get(reading);
                assertThat(written.isEmpty()).isEqualTo(was.isEmpty());
                assertThat(written.isEmpty() || Double.parseDouble(written) == Double.parseDouble(was))
                        .isTrue();
            }
        }
    }

    @Test
    void withoutQuartersItHasARowForEachRun() throws Exception {
        Path results = swept(SMALL + "record: [runs]\nmeasures: [headline_signed, headline_life, clips]\n");
        Path file = folder.resolve("deep/table.csv");
        Said said = Said.by("export", results.toString(), "--format=behaviorspace", "--out", file.toString());
        assertThat(said.code()).isZero();
        List<List<String>> cells = cells(file);
        assertThat(cells.get(6)).endsWith("[step]", "headline_signed", "headline_life", "clips");
        assertThat(cells).hasSize(7 + 4);
        CSVRecord first = Tables.rows(results.resolve("runs.csv")).get(0);
        assertThat(cells.get(7))
                .endsWith(
                        "8",
                        first.get("headline_signed").toLowerCase(Locale.ROOT),
                        first.get("headline_life"),
                        Long.toString((long) Double.parseDouble(first.get("clips"))));
    }

    @Test
    void nothingIsOverwrittenUnasked() throws Exception {
        Path results = swept(SMALL);
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        String[] words = {"export", results.toString(), "--format", "behaviorspace", "--out", file.toString()};
        Said refused = Said.by(words);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already; give --overwrite");
        assertThat(file).hasContent("mine");
        List<String> insistent = new ArrayList<>(List.of(words));
        insistent.addAll(List.of("--overwrite", "--measures"));
        assertThat(Said.by(insistent.toArray(String[]::new)).code()).isZero();
        assertThat(cells(file)).hasSize(7 + 4);
    }

    @Test
    void whatCannotBeExportedIsRefusedInASentence() throws Exception {
        Path results = swept(SMALL);
        assertSaid(2, "There is no file", "export", results.resolve("no").toString(), "--format", "behaviorspace");
        assertSaid(
                2,
                "--format is cvs; allowed is parquet, behaviorspace.",
                "export",
                results.toString(),
                "--format",
                "cvs");
        assertSaid(2, "--format needs FORMAT", "export", results.toString());
        assertSaid(
                2,
                "--measures is for behaviorspace",
                "export",
                results.toString(),
                "--format",
                "parquet",
                "--measures");
        assertSaid(3, "has no datapackage.json", "export", folder.toString(), "--format", "behaviorspace");
        Path runs = results.resolve("runs.csv");
        String was = Files.readString(runs);
        Files.writeString(runs, was.replaceFirst("\n.*\n", "\n"));
        assertSaid(2, "is not the file that was written", "export", results.toString(), "--format", "behaviorspace");
        Files.delete(runs);
        assertSaid(2, "runs.csv is missing", "export", results.toString(), "--format", "behaviorspace");
        Files.writeString(results.resolve("datapackage.json"), "{\"resources\": [");
        assertSaid(
                2,
                "this is not JSON; it was cut off or edited",
                "export",
                results.toString(),
                "--format",
                "behaviorspace");
        Files.writeString(results.resolve("datapackage.json"), "[1]");
        assertSaid(2, "describes no table runs", "export", results.toString(), "--format", "behaviorspace");
        assertThat(results.resolve("behaviorspace.csv")).doesNotExist();
    }

    private static void assertSaid(int code, String words, String... command) {
        Said said = Said.by(command);
        assertThat(said.err()).contains(words);
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void withoutItsLibraryParquetIsRefused() throws Exception {
        assumeTrue(!Parquet.isThere(), "DuckDB is on the class path");
        assertSaid(2, "Parquet needs DuckDB", "export", swept(SMALL).toString(), "--format", "parquet");
    }

    /** Runs under {@code mvn -Pparquet test}. */
    @Test
    void parquetHoldsEveryCellWithTheTypeOfItsColumn() throws Exception {
        assumeTrue(Parquet.isThere(), "DuckDB is not on the class path; the profile parquet puts it there");
        Path results = swept(SMALL);
        assertThat(Said.by("export", results.toString(), "--format", "parquet").code())
                .isZero();
        byte[] once = Files.readAllBytes(results.resolve("parquet/quarters.parquet"));
        assertThat(Said.by("export", results.toString(), "--format", "parquet").code())
                .isEqualTo(2);
        assertThat(Said.by("export", results.toString(), "--format", "parquet", "--overwrite")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(results.resolve("parquet/quarters.parquet")))
                .isEqualTo(once);
        Described described = Described.in(results);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String name : List.of("runs", "quarters", "events", "timings")) {
                List<CSVRecord> rows = Tables.rows(results.resolve(name + ".csv"));
                try (ResultSet read = database.createStatement()
                        .executeQuery("FROM '" + results.resolve("parquet/" + name + ".parquet") + "'")) {
                    for (CSVRecord row : rows) {
                        assertThat(read.next()).isTrue();
                        for (String column : row.toMap().keySet()) {
                            assertThat(same(
                                            described
                                                    .field(name, column)
                                                    .get("type")
                                                    .asString(),
                                            row.get(column),
                                            read.getObject(column)))
                                    .as(name + "." + column + ": " + row.get(column))
                                    .isTrue();
                        }
                    }
                    assertThat(read.next()).isFalse();
                }
            }
        }
    }

    private static boolean same(String type, String cell, Object value) {
        if (cell.isEmpty()) {
            return value == null;
        }
        return switch (type) {
            case "integer" -> value.equals(Long.valueOf(cell));
            case "number" -> value.equals(Double.valueOf(cell));
            case "boolean" -> value.equals(Boolean.valueOf(cell));
            default -> value.equals(cell);
        };
    }
}
