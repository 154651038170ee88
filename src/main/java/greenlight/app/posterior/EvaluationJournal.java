package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.csv.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The evaluations of a calibration in the order in which they were asked for, each written as soon as it and all before it are
 * known: a calibration that was killed goes on from them. A row is an evaluation, a column a pattern.
 */
final class EvaluationJournal {
    private static final String NUMBER = "evaluation";

    private final Path file;
    private int count;

    private EvaluationJournal(Path file) {
        this.file = file;
    }

    /** A new journal; an earlier one in its place is lost. */
    static EvaluationJournal begin(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        CsvWriter header = new CsvWriter().cell(NUMBER);
        for (Pattern pattern : Pattern.values()) {
            header.cell(pattern.key());
        }
        Files.write(file, header.end().bytes());
        return new EvaluationJournal(file);
    }

    /**
     * A journal that goes on; its last line is cut off where a kill left half of it.
     *
     * @param known is given the evaluations so far, in order
     * @throws BadTable when the file is no journal of these patterns
     */
    static EvaluationJournal resume(Path file, List<Evaluation> known) throws IOException, BadTable {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
        EvaluationJournal journal = new EvaluationJournal(file);
        try (CsvReader rows = CsvReader.open(file)) {
            int[] places = new int[Pattern.values().length];
            for (Pattern pattern : Pattern.values()) {
                places[pattern.ordinal()] = rows.place(pattern.key());
            }
            int number = rows.place(NUMBER);
            while (rows.next()) {
                rows.whole(number, journal.count, journal.count);
                double[] distances = new double[places.length];
                for (int i = 0; i < places.length; i++) {
                    String cell = rows.cell(places[i]);
                    double distance = CsvReader.number(cell).orElse(Double.NaN);
                    if (!(distance >= 0 && distance <= Evaluation.MOST)) {
                        throw rows.bad(places[i], cell + " is no distance from 0 to " + Evaluation.MOST + ".");
                    }
                    distances[i] = distance;
                }
                known.add(new Evaluation(distances));
                journal.count++;
            }
        }
        return journal;
    }

    /** Appends evaluations. */
    void add(List<Evaluation> evaluations) throws IOException {
        CsvWriter lines = new CsvWriter();
        for (Evaluation evaluation : evaluations) {
            lines.cell(count++);
            for (double distance : evaluation.byPattern()) {
                lines.cell(distance);
            }
            lines.end();
        }
        Files.write(file, lines.bytes(), StandardOpenOption.APPEND);
    }
}
