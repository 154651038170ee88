package greenlight.runner.export;

import greenlight.runner.export.ExportedResults.Column;
import greenlight.runner.export.ExportedResults.Table;
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
    public static void write(Table table, Path file) throws IOException {
        try (Connection database = DriverManager.getConnection(URL);
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = 1"); // the order of row groups would be the machine's
            statement.execute(copy(table, file));
        } catch (SQLException failed) {
            throw new IOException(
                    table.file() + " cannot be written as " + file + ": "
                            + failed.getMessage().lines().findFirst().orElse("") + ".",
                    failed);
        }
    }

    private static String copy(Table table, Path file) {
        String columns = table.columns().stream()
                .map(column -> quoted(column.name()) + ": " + quoted(type(column)))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT * FROM read_csv(" + quoted(table.file().toString())
                + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {"
                + columns + "})) TO " + quoted(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {datapackage_resource: "
                + quoted(table.description().toString()) + "})";
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case "integer" -> "BIGINT";
            case "number" -> "DOUBLE";
            case "boolean" -> "BOOLEAN";
            default -> "VARCHAR";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
