package greenlight.runner.analysis;

import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A table of runs made in a test: its points, and what a run of each comes to. */
public final class Made {
    private final String[] factors;
    private final String[] measures;
    private final String[][] points;
    private final int replications;

    /** The cells of a run's measures; null for a run that failed. */
    @FunctionalInterface
    public interface Outcome {
        String[] of(int point, int replication);
    }

    public Made(String factors, String measures, String[][] points, int replications) {
        this.factors = factors.split(" ", -1);
        this.measures = measures.split(" ", -1);
        this.points = points;
        this.replications = replications;
    }

    /** Writes {@code runs.csv} into a folder; all points share their seeds. */
    public Path write(Path folder, Outcome outcome) throws IOException {
        StringBuilder text = new StringBuilder("run_id,point,replication,seed,");
        text.append(String.join(",", factors)).append(",status,error,");
        text.append(String.join(",", measures)).append('\n');
        for (int point = 0; point < points.length; point++) {
            for (int replication = 0; replication < replications; replication++) {
                String[] cells = outcome.of(point, replication);
                text.append("r").append(point).append('-').append(replication).append(',');
                text.append(point).append(',').append(replication).append(',').append(1000 + replication);
                text.append(',').append(String.join(",", points[point]));
                text.append(cells == null ? ",failed,it broke" + ",".repeat(measures.length) : ",ok,,");
                text.append(cells == null ? "" : String.join(",", cells)).append('\n');
            }
        }
        Files.writeString(folder.resolve("runs.csv"), text);
        return folder;
    }

    /** Writes the runs and reads them again. */
    public RunTable runs(Path folder, Outcome outcome) throws IOException, BadTable {
        return RunTableReader.read(write(folder, outcome), name -> true, true, false);
    }

    /** Says of the table what a sweep would. */
    public static void describe(Path folder, String design, Function<String, String> factorFields) throws IOException {
        String header = Files.readAllLines(folder.resolve("runs.csv")).get(0);
        String[] names = header.split(",", -1);
        StringBuilder fields = new StringBuilder();
        int status = header.substring(0, header.indexOf(",status")).split(",", -1).length;
        for (int i = 4; i < names.length; i++) {
            if (i != status && i != status + 1) {
                String role = i < status ? "factor" : "measure";
                String more = i < status ? factorFields.apply(names[i]) : "\"type\": \"number\"";
                fields.append(fields.isEmpty() ? "" : ",\n")
                        .append("{\"name\": \"" + names[i] + "\", \"role\": \"" + role + "\", " + more + "}");
            }
        }
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"experiment\": {\"name\": \"made\", \"title\": \"Made up\", \"design\": " + design
                        + "}, \"resources\": [{\"name\": \"runs\", \"path\": \"runs.csv\", \"schema\": {\"fields\": ["
                        + fields + "]}}]}\n");
    }
}
