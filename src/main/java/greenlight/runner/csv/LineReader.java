package greenlight.runner.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lines of a large table, run by run: all of them, or of a table beyond a size those of runs spread evenly over it,
 * so that a report is written in seconds whatever the sweep. A sample begins anywhere in the bytes of the file, where no reader
 * of whole tables can.
 */
public final class LineReader {
    /** Bytes read at most, about. */
    private static final long MOST = 64_000_000;

    private final Path table;
    private final Set<String> seen = new HashSet<>();
    private final String first;
    private boolean whole;

    /** A line, out of which cells are cut when they are wanted. */
    public record Line(String text) {
        /** The cell in a place, from 0. */
        public String cell(int place) {
            if (text.indexOf('"') >= 0) {
                return cells().get(place);
            }
            int from = 0;
            for (int i = 0; i < place; i++) {
                from = text.indexOf(',', from) + 1;
            }
            int end = text.indexOf(',', from);
            return end < 0 ? text.substring(from) : text.substring(from, end);
        }

        /** All its cells. */
        public List<String> cells() {
            if (text.indexOf('"') < 0) {
                return List.of(text.split(",", -1));
            }
            try {
                return CsvReader.rows(text).get(0);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Reads the first line. */
    public LineReader(Path table) throws IOException {
        this.table = table;
        try (FileChannel file = FileChannel.open(table)) {
            byte[] start = read(file, 0, 1 << 16);
            first = new String(start, 0, end(start, 0), StandardCharsets.UTF_8);
        }
    }

    /** The names of the columns. */
    public List<String> header() {
        return new Line(first).cells();
    }

    /** Whether all runs were read. */
    public boolean isWhole() {
        return whole;
    }

    /** Runs of which lines were read. */
    public int runs() {
        return seen.size();
    }

    /**
     * Hands over lines without the header. The first column is the run's id, and the lines of a run stand together.
     *
     * @param runs how many runs the table has
     */
    public void read(int runs, Consumer<Line> taker) throws IOException {
        try (FileChannel file = FileChannel.open(table)) {
            long size = file.size();
            whole = size <= MOST;
            long begin = first.getBytes(StandardCharsets.UTF_8).length + 1L;
            if (whole) {
                byte[] all = read(file, begin, (int) (size - begin));
                for (int at = 0; at < all.length; ) {
                    int end = end(all, at);
                    hand(all, at, end, taker);
                    at = end + 1;
                }
                return;
            }
            int block = (int) Math.min(MOST, 11 * (size / Math.max(1, runs)) / 5);
            int blocks = (int) Math.max(1, MOST / Math.max(1, block));
            for (int i = 0; i < blocks; i++) {
                double place = (0.5 + i * 0.6180339887498949) % 1; // the golden section meets no beat of the design
                long from = begin + (long) (place * Math.max(0, size - begin - block));
                oneRun(read(file, from, block), taker);
            }
        }
    }

    /** The first run that begins in a block, when it also ends there. */
    private void oneRun(byte[] block, Consumer<Line> taker) {
        int at = end(block, 0) + 1;
        int before = -1; // where the line before begins
        int begin = -1;
        while (at < block.length) {
            int end = end(block, at);
            if (end == block.length) {
                return; // cut off
            }
            if (before >= 0 && !sameRun(block, before, at)) {
                if (begin >= 0) {
                    if (seen.add(id(block, begin, at))) {
                        for (int line = begin; line < at; ) {
                            int lineEnd = end(block, line);
                            taker.accept(line(block, line, lineEnd));
                            line = lineEnd + 1;
                        }
                    }
                    return;
                }
                begin = at;
            }
            before = at;
            at = end + 1;
        }
    }

    /** Whether two lines begin with the same id. */
    private static boolean sameRun(byte[] bytes, int one, int other) {
        int length = 0;
        while (other + length < bytes.length && bytes[one + length] == bytes[other + length]) {
            if (bytes[one + length] == ',') {
                return true;
            }
            length++;
        }
        return false;
    }

    private void hand(byte[] bytes, int from, int end, Consumer<Line> taker) {
        if (end > from) {
            seen.add(id(bytes, from, end));
            taker.accept(line(bytes, from, end));
        }
    }

    private static Line line(byte[] bytes, int from, int end) {
        return new Line(new String(bytes, from, end - from, StandardCharsets.UTF_8));
    }

    private static String id(byte[] bytes, int from, int end) {
        int comma = from;
        while (comma < end && bytes[comma] != ',') {
            comma++;
        }
        return new String(bytes, from, comma - from, StandardCharsets.UTF_8);
    }

    private static int end(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - from)));
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until it is full
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }
}
