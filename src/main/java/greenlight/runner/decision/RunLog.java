package greenlight.runner.decision;

import greenlight.runner.journal.SweepFolder;
import greenlight.runner.model.Status;
import greenlight.runner.spec.BadExperiment;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A table of runs that is its own journal: each line is written as soon as it and all before it are known, so that a
 * search that was killed goes on from its last whole line. It is called {@code *.part} until it is whole.
 */
final class RunLog implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final Deque<String> known = new ArrayDeque<>();
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private final int resumed;
    private String firstError = "";
    private final FileOutputStream out;

    /**
     * Opens a table where it was left, or begins it.
     *
     * @param header its first line
     * @throws BadExperiment when what is there has another header
     */
    RunLog(Path file, byte[] header) throws IOException, BadExperiment {
        this.file = file;
        part = file.resolveSibling(file.getFileName() + SweepFolder.PART);
        if (Files.exists(file)) {
            Files.move(file, part);
        }
        String text = Files.exists(part) ? Files.readString(part) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        String first = new String(header, StandardCharsets.UTF_8);
        if (!whole.isEmpty() && !whole.startsWith(first)) {
            throw other();
        }
        String kept = whole.isEmpty() ? first : whole;
        kept.lines().skip(1).forEach(known::add);
        resumed = known.size();
        out = new FileOutputStream(part.toFile(), true);
        out.getChannel().truncate(kept.getBytes(StandardCharsets.UTF_8).length);
        if (whole.isEmpty()) {
            out.getChannel().truncate(0);
            out.write(header);
        }
    }

    private BadExperiment other() {
        return new BadExperiment(
                List.of(part + " holds other runs than those of this search; give --overwrite to begin anew."));
    }

    /**
     * The line of a run that the table has already; empty where it is not known yet.
     *
     * @param id of the run whose turn it is
     */
    String known(String id) throws BadExperiment {
        if (known.isEmpty()) {
            return "";
        }
        String line = known.remove();
        if (!line.startsWith(id + ",")) {
            throw other();
        }
        return line;
    }

    /** Appends the line of the run whose turn it is. */
    void append(byte[] line) throws IOException {
        out.write(line);
    }

    /** Counts a run of the table, by how it ended. */
    void count(Status status, String error) {
        counts.merge(status, 1, Integer::sum);
        firstError = firstError.isEmpty() ? error : firstError;
    }

    /** Runs by how they ended. */
    Map<Status, Integer> counts() {
        return counts;
    }

    /** Why the first run that did not end well did not; empty where all did. */
    String firstError() {
        return firstError;
    }

    /** Lines that an earlier start had written. */
    int resumed() {
        return resumed;
    }

    /** Gives the whole table its name. */
    void finish() throws IOException {
        out.getFD().sync();
        out.close();
        Files.move(part, file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
