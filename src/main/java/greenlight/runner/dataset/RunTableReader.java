package greenlight.runner.dataset;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Status;
import greenlight.runner.results.DescribedColumn;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Reads {@code runs.csv} and what {@code datapackage.json} beside it says of it. */
public final class RunTableReader {
    private static final List<String> ENDS =
            Arrays.stream(Status.values()).map(Status::word).toList();
    private static final List<String> KEYS = List.of("run_id", "point", "replication", "seed");

    private final Path csv;
    private final ResultFolder described;
    private final Map<String, DescribedColumn> fields = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** The rows as they are read. */
    private int[] point = new int[64];

    private int[] replication = new int[64];
    private long[] seed = new long[64];
    private boolean[] ok = new boolean[64];
    private final List<String> ids = new ArrayList<>();
    /** By replication; 0 where none is seen. */
    private int[] settings = {};

    private int size;
    private int failed;

    private RunTableReader(Path csv, ResultFolder described, Optional<DescribedTable> table) {
        this.csv = csv;
        this.described = described;
        table.ifPresent(runs -> runs.columns().forEach(column -> fields.put(column.name(), column)));
    }

    /** The file of runs in a folder, or the file itself when one is named. */
    public static Path file(Path where) {
        return Files.isDirectory(where) ? where.resolve("runs.csv") : where;
    }

    /** The names of the measures in a table of runs: what stands behind the column {@code error}. */
    public static List<String> measures(Path where) throws IOException, BadTable {
        Path csv = there(where);
        try (CsvReader table = CsvReader.open(csv)) {
            return table.header()
                    .subList(table.place("error") + 1, table.header().size());
        }
    }

    private static Path there(Path where) throws IOException {
        Path csv = file(where);
        if (!Files.exists(csv)) {
            throw new IOException(
                    csv + " cannot be read: there is no such file; is " + where + " a folder that a sweep wrote?");
        }
        return csv;
    }

    /**
     * Reads the runs of a folder, or of a single file.
     *
     * @param wanted which measures to keep
     * @param keepIds whether each row's {@code run_id} is kept, which other tables refer to
     * @param edited whether to accept a file that was changed since it was written
     * @throws BadTable when the content is not that of a table of runs
     * @throws IOException when a file cannot be read
     */
    public static RunTable read(Path where, Predicate<String> wanted, boolean keepIds, boolean edited)
            throws IOException, BadTable {
        Path csv = there(where);
        ResultFolder described = Files.isDirectory(where) ? ResultFolder.in(where) : ResultFolder.undescribed(where);
        Optional<DescribedTable> table = described.table("runs");
        if (table.isPresent() && !edited) {
            refuseChanged(described, table.get());
        }
        return new RunTableReader(csv, described, table).read(wanted, keepIds);
    }

    /**
     * Refuses a table that is not the one that was written.
     *
     * @throws BadTable when it was changed since
     */
    public static void refuseChanged(ResultFolder described, DescribedTable table) throws IOException, BadTable {
        Optional<String> fault = described.fault(table);
        if (fault.isPresent()) {
            throw new BadTable(fault.get()
                    + " It was cut off or edited; run the sweep again, or say --edited to analyse it" + " as it is.");
        }
    }

    private RunTable read(Predicate<String> wanted, boolean keepIds) throws IOException, BadTable {
        List<Column> turned = new ArrayList<>();
        List<Column> measures = new ArrayList<>();
        try (CsvReader table = CsvReader.open(csv)) {
            List<String> names = table.header();
            int status = table.place("status");
            int error = table.place("error");
            int setting = names.subList(0, status).indexOf(ColumnNames.SETTING);
            int[] keys = new int[KEYS.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = table.place(KEYS.get(i));
            }
            Column[] columns = new Column[names.size()];
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (KEYS.contains(name) || i == status || i == error || i == setting) {
                    continue;
                }
                boolean factor =
                        fields.containsKey(name) ? fields.get(name).role().equals("factor") : i < status;
                if (factor || wanted.test(name)) {
                    columns[i] = column(name);
                }
                if (factor) {
                    turned.add(columns[i]);
                } else if (columns[i] != null) {
                    measures.add(columns[i]);
                }
            }
            while (table.next()) {
                row(table, keys, status, columns, keepIds);
                setting(table, setting);
            }
        }
        if (size == 0) {
            throw new BadTable(csv + " has a header and no runs.");
        }
        List<Factor> factors = turned.stream().map(this::factor).toList();
        int[] numbers = numbered();
        DesignInfo plan = plan(factors, numbers.length);
        if (failed > 0) {
            warnings.add(Text.count(failed, "run") + " of " + Text.grouped(size) + " failed and "
                    + (failed == 1 ? "is" : "are") + " left out.");
        }
        checkCount();
        if (failed == size) {
            throw new BadTable(csv + " has no run that went well; the column error says why.");
        }
        return new RunTable(
                plan,
                factors,
                measures,
                new RunTable.Rows(
                        Arrays.copyOf(point, size),
                        Arrays.copyOf(replication, size),
                        Arrays.copyOf(seed, size),
                        Arrays.copyOf(ok, size),
                        ids,
                        settings,
                        failed),
                numbers,
                warnings);
    }

    private Column column(String name) {
        DescribedColumn field = fields.get(name);
        return field == null ? new Column(name) : new Column(field.column());
    }

    /** The range is what the package says, in ends or levels, else what occurs. */
    private Factor factor(Column column) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < column.size(); row++) {
            from = Math.min(from, column.at(row));
            to = Math.max(to, column.at(row));
        }
        DescribedColumn field = fields.get(column.name());
        if (field == null) {
            return new Factor(column, "", false, from, to, Double.NaN);
        }
        from = field.from().orElse(from);
        return new Factor(
                column,
                field.known(),
                field.log() && from > 0,
                from,
                field.to().orElse(to),
                field.standard().isEmpty() ? Double.NaN : column.value(field.standard()));
    }

    private void row(CsvReader table, int[] keys, int status, Column[] columns, boolean keepIds) throws BadTable {
        if (size == point.length) {
            int more = size + (size >> 1);
            point = Arrays.copyOf(point, more);
            replication = Arrays.copyOf(replication, more);
            seed = Arrays.copyOf(seed, more);
            ok = Arrays.copyOf(ok, more);
        }
        point[size] = (int) table.whole(keys[1], 0, Integer.MAX_VALUE);
        replication[size] = (int) table.whole(keys[2], 0, Integer.MAX_VALUE - 1);
        seed[size] = seed(table, keys[3]);
        if (keepIds) {
            ids.add(table.cell(keys[0]));
        }
        String ended = table.cell(status);
        if (!ENDS.contains(ended)) {
            throw table.bad(status, ended + " is not how a run ends; allowed are " + String.join(", ", ENDS) + ".");
        }
        ok[size] = ended.equals(Status.OK.word());
        failed += ok[size] ? 0 : 1;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null && !columns[i].add(table.cell(i))) {
                String cell = table.cell(i);
                throw table.bad(i, cell + " is not " + kind(columns[i].type()) + "." + CsvReader.cause(cell));
            }
        }
        size++;
    }

    /** The setting of the row just read: the same at every point. */
    private void setting(CsvReader table, int place) throws BadTable {
        if (place < 0) {
            return;
        }
        int of = replication[size - 1];
        int number = (int) table.whole(place, 1, Integer.MAX_VALUE);
        if (of >= settings.length) {
            settings = Arrays.copyOf(settings, of + 1);
        }
        if (settings[of] > 0 && settings[of] != number) {
            throw table.bad(
                    place,
                    "replication " + of + " has setting " + number + " here and " + settings[of]
                            + " above; a replication has one setting at every point.");
        }
        settings[of] = number;
    }

    /** A seed has 64 bits, of which R and spreadsheets keep the first 53: then it is no seed any more, but tells others apart. */
    private static long seed(CsvReader table, int place) throws BadTable {
        String cell = table.cell(place);
        OptionalDouble rounded = CsvReader.number(cell);
        boolean exact = cell.chars().allMatch(letter -> letter == '-' || Character.isDigit(letter));
        return exact || rounded.isEmpty()
                ? table.whole(place, Long.MIN_VALUE, Long.MAX_VALUE)
                : (long) rounded.getAsDouble();
    }

    private static String kind(Model.Column.Type type) {
        return switch (type) {
            case REAL -> "a number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case TEXT -> "a word as those above it";
        };
    }

    /** Numbers the points from 0 without gaps; returns the numbers of the file. */
    private int[] numbered() throws BadTable {
        int[] numbers = Arrays.stream(point, 0, size).sorted().distinct().toArray();
        int width = Arrays.stream(replication, 0, size).max().orElse(0) + 1;
        BitSet seen = new BitSet();
        for (int row = 0; row < size; row++) {
            int given = point[row];
            point[row] = Arrays.binarySearch(numbers, given);
            int cell = Math.addExact(Math.multiplyExact(point[row], width), replication[row]);
            if (seen.get(cell)) {
                throw new BadTable(csv + ":" + (row + 2) + ": replication " + replication[row] + " of point " + given
                        + " stands here for the second time.");
            }
            seen.set(cell);
        }
        return numbers;
    }

    private void checkCount() {
        String runs = described.experiment("runs");
        if (!runs.isEmpty() && !runs.equals(Integer.toString(size))) {
            warnings.add(csv + " has " + Text.count(size, "run") + "; the experiment has "
                    + Text.grouped(Long.parseLong(runs)) + ".");
        }
    }

    private DesignInfo plan(List<Factor> factors, int points) {
        DesignGuess guess = new DesignGuess(factors, firstRows(points));
        boolean common = hasCommonSeeds();
        String type = described.experiment("design", "type");
        if (!type.isEmpty()) {
            String second = described.experiment("design", "second_order");
            String levels = described.experiment("design", "levels");
            return new DesignInfo(
                    described.experiment("name"),
                    described.experiment("title"),
                    type,
                    common,
                    second.isEmpty() ? guess.isSecondOrder() : Boolean.parseBoolean(second),
                    levels.isEmpty() ? 0 : Integer.parseInt(levels),
                    false);
        }
        DesignInfo guessed = new DesignInfo("", "", guess.type(), common, false, 0, true);
        warnings.add("No " + ResultFiles.DATA_PACKAGE + " tells the design; from its points it is taken for "
                + guessed.designInWords() + ".");
        return guessed;
    }

    /** The first row of each point. */
    private int[] firstRows(int points) {
        int[] first = new int[points];
        for (int row = size - 1; row >= 0; row--) {
            first[point[row]] = row;
        }
        return first;
    }

    /** Whether every replication has one seed at all points. */
    private boolean hasCommonSeeds() {
        Map<Integer, Long> seeds = new HashMap<>();
        for (int row = 0; row < size; row++) {
            Long earlier = seeds.putIfAbsent(replication[row], seed[row]);
            if (earlier != null && earlier != seed[row]) {
                return false;
            }
        }
        return true;
    }
}
