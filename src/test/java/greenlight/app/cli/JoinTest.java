package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.runner.export.Parquet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The joins of {@code docs/columns.md}, run on the tables of a sweep over parameters that are read every quarter too. */
class JoinTest {
    private static final String PYTHON =
            Optional.ofNullable(System.getenv("PYTHON")).orElse("python3");

    @TempDir
    static Path folder;

    private static int quarters;

    @BeforeAll
    static void sweepOverPricesAndTrust() throws IOException {
        Path file = Files.writeString(folder.resolve("join.yaml"), """
                name: join
                quarters: 6
                replications: 2
                set: {users: 200}
                design:
                  type: list
                  points:
                    - {price: 10, trust: 0.3, enterprise_worth: 2}
                    - {price: 20, trust: 0.4, enterprise_worth: 3}
                """);
        Said said = Said.by(
                "sweep", file.toString(), "--out", folder.resolve("join").toString());
        assertThat(said.code()).as(said.err()).isZero();
        quarters = Tables.rows(folder.resolve("join/quarters.csv")).size();
        assertThat(quarters).isPositive();
    }

    @Test
    void tablesShareTheirKeysAndNoOtherName() throws IOException {
        assertThat(shared("runs.csv", "quarters.csv")).containsExactly("run_id");
        assertThat(shared("runs.csv", "events.csv")).containsExactly("run_id");
        assertThat(shared("runs.csv", "timings.csv")).containsExactly("run_id");
        assertThat(shared("quarters.csv", "events.csv")).containsExactly("run_id", "quarter", "label");
    }

    private static List<String> shared(String one, String other) throws IOException {
        List<String> names = new ArrayList<>(header(one));
        names.retainAll(header(other));
        return names;
    }

    private static List<String> header(String table) throws IOException {
        return List.of(
                Files.readAllLines(folder.resolve("join").resolve(table)).get(0).split(",", -1));
    }

    @Test
    void duckDbJoinsByTheKeysAlone() throws Exception {
        assumeTrue(Parquet.isThere(), "DuckDB is not on the class path; the profile parquet puts it there");
        String join = block("sql")
                .replace("'runs.csv'", quoted("runs.csv"))
                .replace("'quarters.csv'", quoted("quarters.csv"));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute(join);
            try (ResultSet count = statement.executeQuery("SELECT count(*), count(DISTINCT price) FROM joined")) {
                assertThat(count.next()).isTrue();
                assertThat(count.getInt(1)).isEqualTo(quarters);
                assertThat(count.getInt(2)).isEqualTo(2);
            }
        }
    }

    @Test
    void pandasJoinsByTheKeysAlone() throws Exception {
        assumeTrue(runs(PYTHON, "-c", "import pandas"), "pandas is not installed for " + PYTHON);
        Path script = Files.writeString(folder.resolve("join/join.py"), block("python") + "print(len(joined))\n");
        assertThat(output(PYTHON, script.toString())).isEqualTo(Integer.toString(quarters));
    }

    @Test
    void rJoinsByTheKeysAlone() throws Exception {
        assumeTrue(runs("Rscript", "--version"), "R is not installed");
        Path script = Files.writeString(folder.resolve("join/join.R"), block("r") + "cat(nrow(joined))\n");
        assertThat(output("Rscript", "--vanilla", script.toString())).isEqualTo(Integer.toString(quarters));
    }

    private static String quoted(String table) {
        return "'" + folder.resolve("join").resolve(table).toString().replace("'", "''") + "'";
    }

    /** The block of a language in the document. */
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/columns.md")));
        assertThat(block.find()).as(language).isTrue();
        assertThat(block.group(1).lines()).hasSize(3);
        return block.group(1);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return started(command).waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = started(command);
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
            return text.strip();
        }
    }

    private static Process started(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .directory(folder.resolve("join").toFile())
                .redirectErrorStream(true)
                .start();
    }
}
