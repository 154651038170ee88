package greenlight.runner.batch;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.execution.RunExecutor;
import greenlight.runner.execution.RunTask;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Status;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers points as they come: each is run as a list sweep would run it, and each of its runs is a row, written as soon as it
 * ends. What is read but not yet answered is bounded, so a caller that sends faster than runs end waits.
 */
public final class Batch {
    /** Runs that are begun or wait, for each thread. */
    private static final int WAITING = 8;

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final double NANO = 1e-9;
    private static final String REFUSED = "refused";

    /**
     * How a batch went.
     *
     * @param refused points that could not be run
     * @param closed whether the reader of the rows went away before the end
     */
    public record Ended(long ok, long failed, long refused, boolean closed) {}

    private final Experiment base;
    private final int threads;
    private final boolean ordered;
    private final RunRows rows;
    private final List<String> columns = new ArrayList<>();
    private final Semaphore room;
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();
    private final AtomicReference<PointFormat> format = new AtomicReference<>();
    private final AtomicReference<IOException> unreadable = new AtomicReference<>();
    /** What ended the reading that should not have. */
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

    /** Why the first line is no header; nothing can be read without one. */
    private final AtomicReference<String> headless = new AtomicReference<>();

    private final TreeMap<Integer, String> waiting = new TreeMap<>();
    private PrintStream out;
    private int begun;
    private int next;
    private long ok;
    private long failed;
    private long refused;
    private boolean closed;

    /**
     * A batch.
     *
     * @param base what points set something over: a single point, whose replications, seed, ensemble, time limit and measures hold
     * @param threads at work
     * @param ordered whether rows come in the order of the points, else as runs end
     */
    public Batch(Experiment base, int threads, boolean ordered) {
        this.base = base;
        this.threads = threads;
        this.ordered = ordered;
        rows = new RunRows(base.recording(List.of()));
        columns.add("id");
        for (String column : header()) {
            if (!column.equals(ColumnNames.POINT)) {
                columns.add(column);
            }
        }
        room = new Semaphore(threads * WAITING);
    }

    private List<String> header() {
        try (CsvReader table = CsvReader.of(
                new String(rows.headers().get(RunRows.RUNS), StandardCharsets.UTF_8), Path.of(RunRows.RUNS))) {
            return table.header();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Answers all points of a stream.
     *
     * @throws IOException when the points cannot be read
     * @throws BadExperiment when the first line is neither a header of CSV nor a JSON object
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Ended run(InputStream points, PrintStream answers) throws IOException, BadExperiment, InterruptedException {
        out = answers;
        Optional<Duration> timeout = base.timeout().isPresent()
                ? Optional.of(Duration.ofNanos((long) (base.timeout().getAsDouble() / NANO)))
                : Optional.empty();
        try (RunExecutor executor = new RunExecutor(threads, timeout)) {
            Thread reader = new Thread(() -> read(points, executor), "points");
            reader.setDaemon(true);
            reader.start();
            while (!closed() && (reader.isAlive() || !ids.isEmpty())) {
                Optional<RunResult> ended = executor.take(PATIENCE);
                if (ended.isPresent()) {
                    answer(ended.get());
                }
            }
        }
        if (unreadable.get() != null) {
            throw unreadable.get();
        }
        if (broken.get() != null) {
            throw broken.get();
        }
        if (headless.get() != null) {
            throw new BadExperiment(List.of(headless.get()));
        }
        return new Ended(ok, failed, refused, closed());
    }

    private synchronized boolean closed() {
        return closed;
    }

    private void read(InputStream points, RunExecutor executor) {
        LineSource lines = new LineSource(points);
        try {
            while (!closed()) {
                Optional<String> line = Optional.empty();
                try {
                    line = lines.next();
                    if (line.isEmpty()) {
                        return;
                    }
                    if (line.get().isBlank()) {
                        continue;
                    }
                    if (format.get() == null) {
                        begin(line.get());
                        if (format.get() instanceof PointFormat.Csv) {
                            continue;
                        }
                    }
                    submit(line.get(), lines.number(), executor);
                } catch (BadPoint bad) {
                    if (format.get() == null) {
                        headless.set("line " + lines.number() + ": " + bad.getMessage());
                        return;
                    }
                    refuse(Long.toString(lines.number()), bad.getMessage());
                }
            }
        } catch (IOException fault) {
            unreadable.set(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            if (!closed()) { // else runs are no longer taken
                broken.set(fault);
            }
        }
    }

    private void begin(String first) throws BadPoint {
        PointFormat found = PointFormat.of(first);
        format.set(found);
        write(found.header(columns));
    }

    private void submit(String line, long number, RunExecutor executor) throws BadPoint, InterruptedException {
        Map<String, String> keys = format.get().read(line);
        Point point;
        try {
            point = Point.of(keys, number, base);
        } catch (BadPoint bad) {
            refuse(Point.id(keys, number), bad.getMessage());
            return;
        }
        for (int replication = 0; replication < point.experiment().replications() && !closed(); replication++) {
            room.acquire();
            int place = begun++;
            int time = replication;
            ids.put(place, point.id());
            executor.start(new RunTask(
                    point.experiment(), rows, () -> at(place, point.experiment().run(time)), 1));
        }
    }

    private static Run at(int place, Run run) {
        return new Run(place, run.point(), run.replication(), run.seed(), run.scenario(), run.setting(), run.id());
    }

    private void refuse(String id, String sentence) throws InterruptedException {
        room.acquire();
        int place = begun++;
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(
                    switch (column) {
                        case "id" -> id;
                        case ColumnNames.STATUS -> REFUSED;
                        case ColumnNames.ERROR -> sentence;
                        default -> "";
                    });
        }
        synchronized (this) {
            refused++;
        }
        put(place, format.get().row(columns, cells));
    }

    private void answer(RunResult ended) {
        String id = ids.get(ended.index());
        List<String> cells = new ArrayList<>(List.of(id));
        String line = new String(ended.lines().get(RunRows.RUNS), StandardCharsets.UTF_8);
        List<String> names = header();
        try (CsvReader table = CsvReader.of(String.join(",", names) + "\n" + line, Path.of(RunRows.RUNS))) {
            table.nextRow();
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).equals(ColumnNames.POINT)) {
                    cells.add(table.cell(i));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        synchronized (this) {
            if (ended.status() == Status.OK) {
                ok++;
            } else {
                failed++;
            }
        }
        put(ended.index(), format.get().row(columns, cells));
        ids.remove(ended.index());
    }

    /** Writes a row, or keeps it until those before it are written. */
    private synchronized void put(int place, String row) {
        if (!ordered) {
            write(row);
            room.release();
            return;
        }
        waiting.put(place, row);
        while (!waiting.isEmpty() && waiting.firstKey() == next) {
            write(waiting.pollFirstEntry().getValue());
            room.release();
            next++;
        }
    }

    private synchronized void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        closed |= out.checkError(); // flushes
    }
}
