package greenlight.runner.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file read row by row; whatever is wrong with it is told with file, line and column. */
public final class CsvReader implements AutoCloseable {
    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> header;
    private CSVRecord row;

    private CsvReader(Path file, CSVParser parser) throws BadTable, IOException {
        this.file = file;
        this.parser = parser;
        rows = parser.iterator();
        if (!advance()) {
            throw new BadTable(file + " is empty.");
        }
        header = row.toList();
        if (new LinkedHashSet<>(header).size() < header.size()) {
            throw new BadTable(file + ":1: two columns have the same name.");
        }
    }

    public static CsvReader open(Path file) throws IOException, BadTable {
        try {
            checkEnd(file);
            return new CsvReader(file, CSVFormat.RFC4180.parse(Files.newBufferedReader(file)));
        } catch (AccessDeniedException denied) {
            throw new IOException(file + " cannot be read: permission denied.", denied);
        }
    }

    /** A file whose last line has no end was cut off: half a number may look like a whole one. */
    private static void checkEnd(Path file) throws IOException, BadTable {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            if (bytes.size() == 0) {
                throw new BadTable(file + " is empty.");
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1).read(last);
            if (last.get(0) != '\n') {
                long lines;
                try (var all = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                    lines = all.count();
                }
                throw new BadTable(file + ":" + lines + ": the last line has no end; the file was cut off.");
            }
        }
    }

    public Path file() {
        return file;
    }

    public List<String> header() {
        return header;
    }

    /** Moves to the next row; false at the end. */
    public boolean next() throws BadTable, IOException {
        if (!advance()) {
            return false;
        }
        if (row.size() != header.size()) {
            throw new BadTable(file + ":" + parser.getCurrentLineNumber() + ": the row has "
                    + Wording.count(row.size(), "cell") + "; the header has " + header.size() + ".");
        }
        return true;
    }

    private boolean advance() throws BadTable, IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            row = rows.next();
            return true;
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw new BadTable(file + ": this is not UTF-8 text, somewhere behind line "
                        + parser.getCurrentLineNumber() + ".");
            }
            if (failed.getCause() instanceof CSVException) {
                throw new BadTable(file + ":" + parser.getCurrentLineNumber() + ": a quotation mark is out of place.");
            }
            throw failed.getCause();
        }
    }

    public String cell(int place) {
        return row.get(place);
    }

    /** A cell as a whole number within bounds. */
    public long whole(int place, long from, long to) throws BadTable {
        try {
            long value = Long.parseLong(cell(place));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw bad(place, (cell(place).isEmpty() ? "nothing" : cell(place)) + " is not a whole number that fits here.");
    }

    public BadTable bad(int place, String what) {
        return new BadTable(file + ":" + parser.getCurrentLineNumber() + ": column " + (place + 1) + " ("
                + header.get(place) + "): " + what);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
