package greenlight.runner.export;

import greenlight.runner.model.Model;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * Tables as Parquet files with the types of their description, which goes into the files' metadata under
 * {@code datapackage_resource}. DuckDB writes them; its driver is not part of the program, only of its class path where
 * somebody put it there.
 */
public final class Parquet {
    private static final String URL = "jdbc:duckdb:";

    private Parquet() {}

    /** Whether the driver is there. */
    public static boolean isThere() {
        try {
            return DriverManager.getDriver(URL) != null;
        } catch (SQLException none) {
            return false;
        }
    }

    /**
     * Writes one table; an empty field becomes a null. Equal tables become equal files.
     *
     * @throws IOException in one sentence, when the table or the file does not let it
     */
    public static void write(ResultFolder results, DescribedTable table, Path file) throws IOException {
        try (Connection database = DriverManager.getConnection(URL);
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = 1"); // the order of row groups would be the machine's
            statement.execute(copy(results, table, file));
        } catch (SQLException failed) {
            throw new IOException(
                    table.file(results.folder()) + " cannot be written as " + file + ": "
                            + failed.getMessage().lines().findFirst().orElse("") + ".",
                    failed);
        }
    }

    private static String copy(ResultFolder results, DescribedTable table, Path file) {
        String columns = table.columns().stream()
                .map(column -> quoted(column.name()) + ": " + quoted(type(column.column())))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT * FROM read_csv("
                + quoted(table.file(results.folder()).toString())
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {"
                + columns + "})) TO " + quoted(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {datapackage_resource: "
                + quoted(results.json(table)) + "})";
    }

    private static String type(Model.Column column) {
        return switch (column.type()) {
            case INTEGER -> "BIGINT";
            case REAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
