package greenlight.runner.journal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What ended since the last checkpoint, so that a sweep survives being killed. A file of records: a checkpoint, twice,
 * then runs in the order in which they were noted, then perhaps a mark that all is
 * done. A run whose turn has come is in the tables before it is noted, and its record says where, and with which
 * checksum; one that waits for its turn is noted with its lines, here or in
 * {@link WaitingFile}. A record that was cut off or altered, or refers to lines that are not there, ends what can be read;
 * the records before it count.
 */
public final class Journal implements AutoCloseable {
    public static final String NAME = "journal.part";
    public static final String FRESH = "journal.new";

    private static final byte CHECKPOINT = 1;
    private static final byte RUN = 2;
    private static final byte DONE = 3;
    private static final byte WRITTEN = 4;

    private final RecordFile file;

    private Journal(RecordFile file) {
        this.file = file;
    }

    /** Writes a new journal from a checkpoint and the runs after it; replaces an earlier one in one step. */
    public static Journal begin(Path folder, Checkpoint checkpoint, Collection<RunResult> runs) throws IOException {
        return begin(folder, checkpoint, runs, false);
    }

    /** Notes that every table is whole and only waits for its name. */
    public static void end(Path folder, Checkpoint whole) throws IOException {
        begin(folder, whole, List.of(), true).close();
    }

    private static Journal begin(Path folder, Checkpoint checkpoint, Collection<RunResult> runs, boolean done)
            throws IOException {
        RecordFile file = RecordFile.at(folder.resolve(FRESH), 0);
        Journal journal = new Journal(file);
        try {
            List<byte[]> bytes = List.of(checkpoint.bytes());
            file.append(CHECKPOINT, bytes);
            file.append(CHECKPOINT, bytes);
            for (RunResult run : runs) {
                journal.note(run);
            }
            if (done) {
                file.append(DONE, List.of());
            }
            journal.force();
            Files.move(
                    folder.resolve(FRESH),
                    folder.resolve(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return journal;
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Notes a run with its lines; it is safe against a power cut after {@link #force()}. */
    public void note(RunResult ended) throws IOException {
        file.append(RUN, ended.pieces());
    }

    /**
     * Notes a run whose lines are in the tables, and in the hands of the system: where they begin. They must be made
     * safe before this journal is.
     */
    public void written(RunResult ended, Map<String, Long> from) throws IOException {
        ByteBuffer where = ByteBuffer.allocate(from.size() * (Long.BYTES + Integer.BYTES));
        ended.lines()
                .forEach((file, text) ->
                        where.putLong(from.get(file)).putInt(RecordFile.checksum(WRITTEN, List.of(text))));
        file.append(WRITTEN, List.of(ended.head(), where.array()));
    }

    public void force() throws IOException {
        file.force();
    }

    /** Bytes so far. */
    public long length() {
        return file.length();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Removes the journal of a sweep whose tables have their names. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
        Files.deleteIfExists(folder.resolve(FRESH));
    }

    /**
     * What could be read of a journal.
     *
     * @param checkpoint empty when not even that could be read
     * @param done whether every table is whole
     * @param intact bytes that could be read
     * @param lost bytes after these
     */
    public record Reading(Optional<Checkpoint> checkpoint, boolean done, long intact, long lost) {}

    /** Reads the journal in a folder as far as it is intact, handing over its runs in order. */
    public static Reading read(Path folder, Consumer<RunResult> runs) throws IOException {
        Optional<Checkpoint> checkpoint = Optional.empty();
        boolean done = false;
        long intact = 0;
        try (RecordFile.Reader records = new RecordFile.Reader(folder.resolve(NAME));
                Tables tables = new Tables(folder)) {
            try {
                for (Optional<RecordFile.Content> next = records.next(); next.isPresent(); next = records.next()) {
                    byte kind = next.get().kind();
                    boolean whole = next.get().whole();
                    // the checkpoint is written twice
                    if (!whole && !(kind == CHECKPOINT && intact == 0)) {
                        break;
                    }
                    if (whole && kind == CHECKPOINT) {
                        checkpoint = Optional.of(Checkpoint.of(next.get().bytes()));
                    } else if (whole && checkpoint.isPresent() && (kind == RUN || kind == WRITTEN)) {
                        runs.accept(tables.run(kind, next.get().bytes()));
                    } else if (whole) {
                        done = kind == DONE;
                    }
                    intact = records.position();
                }
            } catch (EOFException | FileNotFoundException end) {
                // a table lacks lines that the journal refers to
            }
            return new Reading(checkpoint, done, intact, records.size() - intact);
        }
    }

    /** The tables as far as they are written, open for reading while the journal is read. */
    private static final class Tables implements AutoCloseable {
        private final Path folder;
        private final Map<String, RandomAccessFile> open = new HashMap<>();

        Tables(Path folder) {
            this.folder = folder;
        }

        /** A run with its lines, from the record or from the tables. */
        RunResult run(int kind, byte[] record) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
            return RunResult.of(
                    in,
                    (file, bytes) ->
                            kind == RUN ? in.readNBytes(bytes) : lines(file, bytes, in.readLong(), in.readInt()));
        }

        private byte[] lines(String file, int bytes, long from, int checksum) throws IOException {
            RandomAccessFile table = open.get(file);
            if (table == null) {
                table = new RandomAccessFile(
                        folder.resolve(file + SweepFolder.PART).toFile(), "r");
                open.put(file, table);
            }
            byte[] lines = new byte[bytes];
            table.seek(from);
            table.readFully(lines);
            if (RecordFile.checksum(WRITTEN, List.of(lines)) != checksum) {
                throw new EOFException();
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            for (RandomAccessFile table : open.values()) {
                table.close();
            }
        }
    }

    /** Goes on writing a journal of which all is intact. */
    public static Journal continued(Path folder) throws IOException {
        return new Journal(RecordFile.at(folder.resolve(NAME), Files.size(folder.resolve(NAME))));
    }

    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }
}
