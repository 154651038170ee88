package greenlight.runner.csv;

import greenlight.runner.format.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) read row by row, also as pandas, R and spreadsheets save it: with a byte-order mark, in UTF-16, with
 * lines of Windows, with commas at the ends of lines, and with a column of row numbers that has no name. What is wrong with a
 * file is said with file, line and column, and where another delimiter or a decimal comma is the likely cause, so is that.
 */
public final class CsvReader implements AutoCloseable {
    /** What pandas and R write for a cell without a value. */
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", "<NA>", "N/A", "#N/A", "NULL", "null");

    /** What pandas calls a column of row numbers when it has read it from a file. */
    private static final String UNNAMED = "Unnamed: ";

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> header;
    /** Places of the columns in the header, by name. */
    private final Map<String, Integer> placesByName = new HashMap<>();
    /** Places in the file of the columns of the header. */
    private final int[] places;
    /** How many cells the first line has. */
    private final int width;

    private CSVRecord row;
    private long line = 1;

    private CsvReader(Path file, CSVParser parser) throws BadTable, IOException {
        this.file = file;
        this.parser = parser;
        rows = parser.iterator();
        if (!advance()) {
            throw new BadTable(file + " is empty.");
        }
        width = row.size();
        List<String> names = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int place = 0; place < width; place++) {
            String name = row.get(place).strip();
            if (!name.isEmpty() && !name.startsWith(UNNAMED)) {
                names.add(name);
                kept.add(place);
            }
        }
        header = List.copyOf(names);
        for (int place = 0; place < header.size(); place++) {
            placesByName.putIfAbsent(header.get(place), place);
        }
        places = kept.stream().mapToInt(Integer::intValue).toArray();
        checkHeader();
    }

    private void checkHeader() throws BadTable {
        if (header.isEmpty()) {
            throw new BadTable(file + ":1: no column has a name; the first line of a table names its columns.");
        }
        String first = header.get(0);
        if (first.startsWith("#") || first.startsWith("//")) {
            throw new BadTable(
                    file + ":1: the line is a comment, which CSV does not have; take out the lines that begin with "
                            + (first.startsWith("#") ? "#" : "//") + ".");
        }
        if (header.size() == 1) {
            for (String[] delimiter : new String[][] {{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}}) {
                if (first.contains(delimiter[0])) {
                    throw new BadTable(file + ":1: the cells are parted by " + delimiter[1]
                            + "; allowed are commas, and points in decimals: save the table as CSV with commas.");
                }
            }
        }
    }

    /** This, unless two of its columns have one name. */
    private CsvReader withoutTwins() throws BadTable {
        Set<String> seen = new LinkedHashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new BadTable(file + ":1: two columns are called " + name + "; a name may stand once.");
            }
        }
        return this;
    }

    /**
     * Opens a table that a program wrote.
     *
     * @throws BadTable when the file is not a table, or its last line has no end, so that it was cut off
     * @throws IOException when it cannot be read
     */
    public static CsvReader open(Path file) throws IOException, BadTable {
        try {
            return new CsvReader(file, CSVFormat.RFC4180.parse(TextFile.open(file))).withoutTwins();
        } catch (AccessDeniedException denied) {
            throw new IOException(file + " cannot be read: permission denied.", denied);
        }
    }

    /**
     * Reads the text of a table that may have been written by hand: its last line needs no end, and two columns may have one
     * name.
     *
     * @param file where the text stands, for messages
     * @throws BadTable when it is not a table
     */
    public static CsvReader of(String text, Path file) throws BadTable, IOException {
        return new CsvReader(
                file,
                CSVFormat.RFC4180.parse(new StringReader(text.startsWith(TextFile.MARK) ? text.substring(1) : text)));
    }

    public Path file() {
        return file;
    }

    /** The names of the columns; those without a name, such as row numbers, are left out. */
    public List<String> header() {
        return header;
    }

    /**
     * The place of a column in the header, from 0.
     *
     * @throws BadTable when there is none of this name
     */
    public int place(String name) throws BadTable {
        Integer place = placesByName.get(name);
        if (place == null) {
            throw new BadTable(
                    file + ":1: the column " + name + " is missing; there is " + String.join(", ", header) + ".");
        }
        return place;
    }

    /** The place in the file of a column of the header, from 1. */
    public int column(int place) {
        return places[place] + 1;
    }

    /** The line in which the row begins, from 1; a cell may hold ends of lines. */
    public long line() {
        return line;
    }

    /**
     * Moves to the next row that is not blank; false at the end.
     *
     * @throws BadTable also when the row has not the cells of the header
     */
    public boolean next() throws BadTable, IOException {
        if (!nextRow()) {
            return false;
        }
        Optional<String> misfit = misfit();
        if (misfit.isPresent()) {
            throw new BadTable(file + ":" + line + ": " + misfit.get());
        }
        return true;
    }

    /** Moves to the next row that is not blank, which may be a misfit; false at the end. */
    public boolean nextRow() throws BadTable, IOException {
        do {
            line = parser.getCurrentLineNumber() + 1;
            if (!advance()) {
                return false;
            }
        } while (row.size() == 1 && row.get(0).isBlank());
        return true;
    }

    /** Why the cells of the row are not those of the header; empty when they are. */
    public Optional<String> misfit() {
        boolean fits = row.size() >= width;
        for (int place = width; place < row.size(); place++) {
            fits &= row.get(place).isBlank();
        }
        return fits ? Optional.empty() : Optional.of(described());
    }

    /** The misfit in words, with its likely cause. */
    private String described() {
        String count = "the row has " + Text.count(row.size(), "cell") + "; the header has " + width + ".";
        String start = row.get(0).strip();
        if (start.startsWith("#") || start.startsWith("//")) {
            return count + " It seems to be a comment, which CSV does not have.";
        }
        if (row.size() == 1 && (start.contains(";") || start.contains("\t"))) {
            return count + " Its cells seem to be parted by " + (start.contains(";") ? "semicolons" : "tabs") + ".";
        }
        return row.size() > width
                ? count + " A decimal comma parts cells, and so does a row number that the header does not name:"
                        + " write decimals with a point, and save the table without row numbers."
                : count;
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

    /** The cell of a column, as it is written. */
    public String cell(int place) {
        return row.get(places[place]);
    }

    /**
     * The cell of a column by its name.
     *
     * @throws BadTable when there is no such column
     */
    public String cell(String name) throws BadTable {
        return cell(place(name));
    }

    /** The cells of lines that have no header, line by line. */
    public static List<List<String>> rows(String lines) throws IOException {
        try (CSVParser parsed = CSVFormat.RFC4180.parse(new StringReader(lines))) {
            return parsed.stream().map(CSVRecord::toList).toList();
        }
    }

    /** Whether a cell has no value. */
    public static boolean missing(String cell) {
        return cell.isEmpty() || (!isDigit(cell.charAt(0)) && MISSING.contains(cell));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** The number of a cell in decimal notation, such as {@code 2}, {@code 2.0} or {@code 1e+05}; empty for anything else. */
    public static OptionalDouble number(String cell) {
        return NUMBER.matcher(cell).matches()
                ? OptionalDouble.of(Double.parseDouble(cell) + 0.0)
                : OptionalDouble.empty();
    }

    /** Yes (1) or no (0), as tools write them: true and false in any case, on and off, yes and no, 1 and 0; empty for anything else. */
    public static OptionalDouble yesOrNo(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1", "1.0" -> OptionalDouble.of(1);
            case "false", "off", "no", "0", "0.0" -> OptionalDouble.of(0);
            default -> OptionalDouble.empty();
        };
    }

    /** What may be the cause when a cell is no number; empty when nothing is likely. */
    public static String cause(String cell) {
        return DECIMAL_COMMA.matcher(cell).matches() ? " Decimals are written with a point." : "";
    }

    /** A cell as a whole number within bounds; also with a fraction of zero or an exponent, as other tools write it. */
    public long whole(int place, long from, long to) throws BadTable {
        String cell = cell(place).strip();
        try {
            long value = cell.chars().allMatch(letter -> isDigit((char) letter))
                    ? Long.parseLong(cell)
                    : new BigDecimal(cell).longValueExact();
            if (value >= from && value <= to) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException none) {
            // refused below
        }
        throw bad(place, (cell.isEmpty() ? "nothing" : cell) + " is not a whole number that fits here." + cause(cell));
    }

    public BadTable bad(int place, String what) {
        return new BadTable(file + ":" + line + ": column " + column(place) + " (" + header.get(place) + "): " + what);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
