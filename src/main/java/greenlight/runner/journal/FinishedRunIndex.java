package greenlight.runner.journal;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.csv.TableScan;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Status;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finished runs of earlier sweeps, found by {@code run_id}, so that they need not be run again. The places of
 * their lines are kept in a mapped file, so the index takes no heap however long the tables are.
 */
public final class FinishedRunIndex implements AutoCloseable {
    private static final String RUNS = RunRows.RUNS;
    private static final int HEXADECIMAL = 16;

    /**
     * Where tables are found.
     *
     * @param suffix after their names
     * @param lengths bytes of them that count, by file; all where it is empty
     * @param models digests of the states of the model that made their runs
     */
    private record Place(Path folder, String suffix, Map<String, Fingerprint> lengths, List<String> models) {
        Path file(String name) {
            return folder.resolve(name + suffix);
        }

        long length(String name) throws IOException {
            return lengths.containsKey(name) ? lengths.get(name).bytes() : Files.size(file(name));
        }
    }

    /** One folder's tables, open. */
    private record Source(Place place, List<FileChannel> tables, List<String> header) {}

    private final Experiment experiment;
    private final RunRows rows;
    private final List<String> names;
    private final List<Source> sources = new ArrayList<>();
    private final DiskLongs index;
    /** Longs of an entry: id, source, then from and to in each table. */
    private final int stride;

    private final int slots;
    private int size;
    private String doubled = "";

    /**
     * Indexes finished sweeps.
     *
     * @throws BadExperiment when a sweep lacks a table or a column that the experiment wants
     */
    public FinishedRunIndex(Experiment experiment, RunRows rows, List<Path> folders) throws IOException, BadExperiment {
        this(places(folders), experiment, rows);
    }

    private static List<Place> places(List<Path> folders) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Path folder : folders) {
            places.add(new Place(folder, "", Map.of(), ResultFolder.in(folder).models()));
        }
        return places;
    }

    /** Indexes the tables of an unfinished sweep, as far as a checkpoint says that they are whole. */
    public static FinishedRunIndex unfinished(Experiment experiment, RunRows rows, Path folder, Checkpoint from)
            throws IOException, BadExperiment {
        return new FinishedRunIndex(
                from.marks().isEmpty()
                        ? List.of()
                        : List.of(new Place(folder, SweepFolder.PART, from.marks(), from.models())),
                experiment,
                rows);
    }

    private FinishedRunIndex(List<Place> places, Experiment experiment, RunRows rows)
            throws IOException, BadExperiment {
        this.experiment = experiment;
        this.rows = rows;
        names = new ArrayList<>(rows.headers().keySet());
        names.remove(RUNS);
        names.add(0, RUNS);
        names.add(RunRows.TIMINGS);
        stride = 2 + 2 * names.size();
        long bytes = 0;
        for (Place place : places) {
            bytes += place.length(RUNS);
        }
        // a line of runs.csv is longer than thirty bytes, so this is at most half full
        slots = (int) Math.min(DiskLongs.MOST / stride, 2 * (bytes / 30 + 1));
        index = new DiskLongs(slots * stride);
        try {
            for (Place place : places) {
                add(place);
            }
        } catch (IOException | BadExperiment failed) {
            close();
            throw failed;
        }
    }

    private void add(Place place) throws IOException, BadExperiment {
        List<FileChannel> tables = new ArrayList<>();
        Map<String, byte[]> headers = rows.headers();
        for (String name : names) {
            Path file = place.file(name);
            if (!Files.isRegularFile(file)) {
                throw new BadExperiment(List.of(place.folder() + " holds no " + name
                        + ", which this experiment records; its runs cannot be taken over."));
            }
            tables.add(FileChannel.open(file, StandardOpenOption.READ));
        }
        Source opened = new Source(place, tables, header(place.file(RUNS)));
        sources.add(opened);
        for (String measure : experiment.measures()) {
            if (!opened.header().contains(measure)) {
                throw new BadExperiment(List.of(place.file(RUNS) + " has no column " + measure
                        + ", which this experiment measures; its runs cannot be taken over."));
            }
        }
        for (int table = 0; table < names.size(); table++) {
            String name = names.get(table);
            byte[] header = headers.get(name);
            if (header != null && table > 0 && !starts(place.file(name), header)) {
                throw new BadExperiment(List.of(place.file(name)
                        + " has other columns than this experiment records; its runs cannot be taken over."));
            }
            int of = table;
            int source = sources.size() - 1;
            TableScan.of(place.file(name), place.length(name), (id, from, to) -> note(id, of, source, from, to));
        }
    }

    private static List<String> header(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? List.of() : CsvReader.rows(line).get(0);
        }
    }

    private static boolean starts(Path file, byte[] header) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(header.length), header);
        }
    }

    /** The lines of a run are contiguous: the first begins its range, the others extend it. */
    private void note(long id, int table, int source, long from, long to) {
        int at = slot(id);
        if (table == 0 && index.get(at + 1) == 0) {
            index.put(at, id);
            index.put(at + 1, source + 1L);
            size++;
        } else if (table == 0 && doubled.isEmpty() && index.get(at + 1) != source + 1L) {
            doubled = "r" + HexFormat.of().toHexDigits(id) + " is in "
                    + sources.get((int) index.get(at + 1) - 1).place().folder() + " and in "
                    + sources.get(source).place().folder();
        }
        if (index.get(at + 1) != source + 1L) {
            return;
        }
        long end = index.get(at + 3 + 2 * table);
        if (end == 0) {
            index.put(at + 2 + 2 * table, from);
        }
        // of equal points the first row counts
        if (end == 0 || (end == from && table > 0)) {
            index.put(at + 3 + 2 * table, to);
        }
    }

    /** The slot of a run in the index, or the one that it would take. */
    private int slot(long id) {
        int slot = (int) Long.remainderUnsigned(id, slots);
        while (index.get(slot * stride + 1) != 0 && index.get(slot * stride) != id) {
            slot = (slot + 1) % slots;
        }
        return slot * stride;
    }

    private static long number(String runId) {
        return Long.parseUnsignedLong(runId.substring(1), HEXADECIMAL);
    }

    /** How many runs there are, failed ones too. */
    public int size() {
        return size;
    }

    /** How the runs ended. */
    public StatusCounts tally() throws IOException {
        StatusCounts tally = StatusCounts.NONE;
        for (Source source : sources) {
            try (CsvReader table = CsvReader.open(source.place().file(RUNS))) {
                while (table.next()) {
                    tally = tally.with(Status.of(table.cell(ColumnNames.STATUS)), table.cell(ColumnNames.ERROR));
                }
            }
        }
        return tally;
    }

    /** The id of the first run that is in two folders, and which; empty when none is. */
    public String doubled() {
        return doubled;
    }

    public boolean has(String runId) {
        return index.get(slot(number(runId)) + 1) != 0;
    }

    /** Digests of all states of the model that made the runs. */
    public List<String> models() {
        return sources.stream()
                .flatMap(source -> source.place().models().stream())
                .distinct()
                .toList();
    }

    /** Those that made the folder in which a run is. */
    public List<String> models(String runId) {
        return sources.get((int) index.get(slot(number(runId)) + 1) - 1).place().models();
    }

    /** The folders that these made. */
    public List<Path> folders(List<String> models) {
        return sources.stream()
                .map(Source::place)
                .filter(place -> place.models().equals(models))
                .map(Place::folder)
                .toList();
    }

    /** A run as it ended earlier, with its new place in the design; empty when it is not there, or did not end well. */
    public Optional<RunResult> find(Run run, boolean failedToo) throws IOException {
        if (!has(run.id())) {
            return Optional.empty();
        }
        Map<String, byte[]> lines = lines(run.id());
        byte[] line = lines.remove(RUNS);
        List<String> header =
                sources.get((int) index.get(slot(number(run.id())) + 1) - 1).header();
        List<String> row =
                CsvReader.rows(new String(line, StandardCharsets.UTF_8)).get(0);
        Status status = Status.of(row.get(header.indexOf(ColumnNames.STATUS)));
        if (status != Status.OK && !failedToo) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        for (String measure : experiment.measures()) {
            cells.add(row.get(header.indexOf(measure)));
        }
        return Optional.of(rows.again(run, status, row.get(header.indexOf(ColumnNames.ERROR)), cells, lines));
    }

    /** What the tables hold of a run, by file, as they are written there; none when it is not there. */
    public Map<String, byte[]> lines(String runId) throws IOException {
        Map<String, byte[]> lines = new LinkedHashMap<>();
        int at = slot(number(runId));
        if (index.get(at + 1) == 0) {
            return lines;
        }
        Source source = sources.get((int) index.get(at + 1) - 1);
        for (int table = 0; table < names.size(); table++) {
            long from = index.get(at + 2 + 2 * table);
            long to = index.get(at + 3 + 2 * table);
            if (to > 0) {
                String name = names.get(table);
                FileChannel open = source.tables().get(table);
                Path file = source.place().file(name);
                lines.put(name, SweepFolder.attempt(file, "read", () -> bytes(open, from, (int) (to - from))));
            }
        }
        return lines;
    }

    private static byte[] bytes(FileChannel table, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (table.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it was cut off while it was read");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        for (Source source : sources) {
            for (FileChannel table : source.tables()) {
                table.close();
            }
        }
        index.close();
    }
}
