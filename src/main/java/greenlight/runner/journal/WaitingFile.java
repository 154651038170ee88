package greenlight.runner.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs that ended long before their turn to be written: replications go round the points, and the tables are in the order
 * of the design. They wait on disk with their lines, survive a kill, and are read back one at a time, so they take no
 * memory of the program however many they are.
 */
public final class WaitingFile implements AutoCloseable {
    public static final String NAME = "waiting.part";

    private static final byte EXPERIMENT = 1;
    private static final byte RUN = 2;

    private final Path path;
    private final String experiment;
    private final int places;

    /** Of each place, where its record begins, plus one; 0 where none waits. There once a run waits. */
    private Optional<DiskLongs> index = Optional.empty();

    private long length;
    private long lost;
    private int size;
    private Optional<RecordFile> end = Optional.empty();
    private Optional<RandomAccessFile> reading = Optional.empty();

    /**
     * A file in a folder, which is made when the first run has to wait.
     *
     * @param experiment digest of what is run
     * @param places of runs in the design
     */
    public WaitingFile(Path folder, String experiment, int places) {
        path = folder.resolve(NAME);
        this.experiment = experiment;
        this.places = places;
    }

    /**
     * Reads what an earlier start left, as far as it is intact and of the same experiment; changes nothing.
     *
     * @param from runs before this place are in the tables
     */
    public void recall(int from) throws IOException {
        if (!Files.isRegularFile(path)) {
            return;
        }
        try (RecordFile.Reader records = new RecordFile.Reader(path)) {
            boolean known = false;
            for (Optional<RecordFile.Content> next = records.next(); next.isPresent(); next = records.next()) {
                byte[] record = next.get().bytes();
                boolean head = next.get().kind() == EXPERIMENT;
                known = head ? new String(record, StandardCharsets.UTF_8).equals(experiment) : known;
                if (!next.get().whole() || !known) {
                    break;
                }
                if (!head) {
                    int place = RunResult.of(record).index();
                    if (place >= from && place < places && !has(place)) {
                        note(place, length);
                    }
                }
                length = records.position();
            }
            lost = records.size() - length;
        }
    }

    /** Bytes of what an earlier start left that were cut off or damaged. */
    public long lost() {
        return lost;
    }

    /** Lets a run wait. */
    public void add(RunResult ended) throws IOException {
        SweepFolder.attempt(path, "written", () -> {
            if (end.isEmpty()) {
                end = Optional.of(RecordFile.at(path, length));
                if (length == 0) {
                    end.get().append(EXPERIMENT, List.of(experiment.getBytes(StandardCharsets.UTF_8)));
                }
            }
            long from = end.get().length();
            end.get().append(RUN, ended.pieces());
            note(ended.index(), from);
            return path;
        });
    }

    private void note(int place, long from) throws IOException {
        if (index.isEmpty()) {
            index = Optional.of(new DiskLongs(places));
        }
        index.get().put(place, from + 1);
        size++;
    }

    /** Whether the run of a place waits. */
    public boolean has(int place) {
        return index.isPresent() && index.get().get(place) > 0;
    }

    /** How many runs wait. */
    public int size() {
        return size;
    }

    /** The run of a place that waits. */
    public RunResult get(int place) throws IOException {
        return SweepFolder.attempt(path, "read", () -> {
            if (reading.isEmpty()) {
                reading = Optional.of(new RandomAccessFile(path.toFile(), "r"));
            }
            return RunResult.of(
                    RecordFile.read(reading.get(), index.orElseThrow().get(place) - 1));
        });
    }

    /** The run of a place waits no longer: its turn has come. */
    public void remove(int place) {
        index.orElseThrow().put(place, 0);
        size--;
    }

    /** Makes the runs that wait safe against a power cut. */
    public void force() throws IOException {
        if (end.isPresent()) {
            SweepFolder.attempt(path, "written", () -> {
                end.get().force();
                return path;
            });
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (end.isPresent()) {
                end.get().close();
            }
            if (reading.isPresent()) {
                reading.get().close();
            }
        } finally {
            if (index.isPresent()) {
                index.get().close();
            }
        }
    }

    /** Removes the file of a sweep that starts over, or whose tables have their names. */
    public static void remove(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        SweepFolder.attempt(path, "removed", () -> Files.deleteIfExists(path));
    }
}
