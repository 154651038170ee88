package greenlight.runner.journal;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An array of longs, 0 at first, in a mapped file that is gone with the program: it takes no heap. */
final class DiskLongs implements AutoCloseable {
    /** The most that one can have. */
    static final int MOST = Integer.MAX_VALUE / Long.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final LongBuffer longs;

    DiskLongs(int length) throws IOException {
        file = Files.createTempFile("greenlight-index", null);
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        longs = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) length * Long.BYTES)
                .asLongBuffer();
    }

    long get(int place) {
        return longs.get(place);
    }

    void put(int place, long value) {
        longs.put(place, value);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
