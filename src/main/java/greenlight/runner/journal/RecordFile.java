package greenlight.runner.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A file that only grows, of records: each has a kind, a length and a checksum, so that damage is found. */
final class RecordFile implements AutoCloseable {
    /** The first bytes of a record say what it is. */
    private static final int MAGIC = 0x474C4A00;

    /** Magic and kind, length, checksum. */
    private static final int HEAD = 12;

    /** A record that claims to be longer is damaged. */
    private static final int LONGEST = 1 << 30;

    /** Not a channel: an interrupt would close it. */
    private final RandomAccessFile file;

    private long length;
    private boolean forced;

    private RecordFile(RandomAccessFile file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Opens a file to append after its first bytes; cuts off the rest. */
    static RecordFile at(Path path, long length) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(length);
            file.seek(length);
            return new RecordFile(file, length);
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Adds a record whose content is in pieces; it is safe against a power cut after {@link #force()}. */
    void append(byte kind, List<byte[]> pieces) throws IOException {
        int bytes = pieces.stream().mapToInt(piece -> piece.length).reduce(0, Math::addExact);
        ByteBuffer record = ByteBuffer.allocate(HEAD + bytes);
        record.putInt(MAGIC + kind).putInt(bytes).putInt(checksum(kind, pieces));
        pieces.forEach(record::put);
        try {
            file.write(record.array());
        } catch (IOException failed) {
            file.setLength(length);
            throw failed;
        }
        length += record.capacity();
        forced = false;
    }

    void force() throws IOException {
        if (!forced) {
            file.getFD().sync();
            forced = true;
        }
    }

    /** Bytes so far. */
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static int checksum(byte kind, List<byte[]> pieces) {
        CRC32C checksum = new CRC32C();
        checksum.update(kind);
        pieces.forEach(checksum::update);
        return (int) checksum.getValue();
    }

    /**
     * A record as it was read.
     *
     * @param whole whether its checksum is that of its content
     */
    record Content(byte kind, byte[] bytes, boolean whole) {}

    /** Reads the records of a file in order. */
    static final class Reader implements AutoCloseable {
        private final DataInputStream in;
        private final long size;
        private long position;

        Reader(Path path) throws IOException {
            size = Files.size(path);
            in = new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16));
        }

        /** The next record, which may be damaged; empty where the file ends, or where what follows is no record. */
        Optional<Content> next() throws IOException {
            try {
                byte kind = (byte) (in.readInt() - MAGIC);
                int bytes = in.readInt();
                int checksum = in.readInt();
                if (bytes < 0 || bytes > LONGEST) {
                    return Optional.empty();
                }
                byte[] record = in.readNBytes((int) Math.min(bytes, size - position));
                boolean whole = record.length == bytes && checksum == checksum(kind, List.of(record));
                position += HEAD + record.length;
                return Optional.of(new Content(kind, record, whole));
            } catch (EOFException end) {
                return Optional.empty();
            }
        }

        /** Bytes of the file. */
        long size() {
            return size;
        }

        /** Where the next record begins. */
        long position() {
            return position;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Reads a record that begins at a place. */
    static byte[] read(RandomAccessFile file, long from) throws IOException {
        file.seek(from);
        byte kind = (byte) (file.readInt() - MAGIC);
        byte[] record = new byte[Math.max(0, Math.min(LONGEST, file.readInt()))];
        int checksum = file.readInt();
        file.readFully(record);
        if (checksum != checksum(kind, List.of(record))) {
            throw new IOException("it was changed while the sweep was at work");
        }
        return record;
    }
}
