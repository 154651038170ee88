package greenlight.runner.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds where in a table the lines of each run are. It looks for nothing but ids and ends of lines in the bytes, since tables
 * of gigabytes are looked through whenever a sweep is resumed; {@link CsvReader}, which cuts cells, takes several times as long.
 */
public final class TableScan {
    /** Bytes of a table read at once. */
    private static final int BLOCK = 1 << 16;

    /** A run's id in front of a line: r, 16 digits, a comma. */
    private static final int ID = 18;

    private static final int HEXADECIMAL = 16;

    private TableScan() {}

    /** What is done with a line. */
    @FunctionalInterface
    public interface Lines {
        /**
         * A line of a run.
         *
         * @param id the run's, as a number
         * @param from where it begins, bytes
         * @param to where the next one begins
         */
        void accept(long id, long from, long to) throws IOException;
    }

    /**
     * Reads a table and hands over its lines but the first, in order.
     *
     * @param bytes of the table that count
     * @throws IOException when a line does not begin with an id
     */
    public static void of(Path file, long bytes, Lines lines) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            byte[] head = new byte[ID];
            long position = 0;
            long from = 0;
            int read = 0;
            boolean quoted = false;
            boolean first = true;
            while (position < bytes) {
                int length = in.read(block, 0, (int) Math.min(block.length, bytes - position));
                if (length < 0) {
                    break;
                }
                for (int i = 0; i < length; i++) {
                    byte letter = block[i];
                    if (read < ID) {
                        head[read++] = letter;
                    }
                    if (letter == '"') {
                        quoted = !quoted;
                    } else if (letter == '\n' && !quoted) {
                        long next = position + i + 1;
                        if (!first) {
                            lines.accept(id(file, head, read), from, next);
                        }
                        first = false;
                        from = next;
                        read = 0;
                    }
                }
                position += length;
            }
        }
    }

    private static long id(Path file, byte[] head, int length) throws IOException {
        long id = 0;
        boolean good = length == ID && head[0] == 'r' && head[ID - 1] == ',';
        for (int i = 1; good && i < ID - 1; i++) {
            int digit = head[i] <= '9' ? head[i] - '0' : head[i] - 'a' + 10;
            good = digit >= 0 && digit < HEXADECIMAL && (head[i] <= '9' || head[i] >= 'a');
            id = id << 4 | digit;
        }
        if (!good) {
            String cell = new String(head, 0, length, StandardCharsets.US_ASCII);
            throw new IOException(file + " has a line that does not begin with a run_id: " + cell.strip() + ".");
        }
        return id;
    }
}
