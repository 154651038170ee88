package greenlight.runner.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of text in UTF-8, or in UTF-16 where it begins with the byte-order mark of that. */
public final class TextFile {
    /** The byte-order mark. */
    static final String MARK = "\uFEFF";

    private TextFile() {}

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return charset(in.readNBytes(2));
        }
    }

    /** The encoding of a text by its first bytes: UTF-16 where they are its byte-order mark, otherwise UTF-8. */
    public static Charset charset(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /**
     * Opens a text behind its byte-order mark.
     *
     * @throws BadTable when the file is empty, or its last line has no end, so that it was cut off
     */
    static Reader open(Path file) throws IOException {
        Charset charset = charset(file);
        checkEnd(file, charset);
        byte[] mark = MARK.getBytes(charset);
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), mark.length);
        byte[] start = in.readNBytes(mark.length);
        if (!Arrays.equals(mark, start)) {
            in.unread(start);
        }
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** A file whose last line has no end was cut off: half a number may look like a whole one. */
    private static void checkEnd(Path file, Charset charset) throws IOException {
        byte[] end = "\n".getBytes(charset);
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            if (bytes.size() == 0) {
                throw new BadTable(file + " is empty.");
            }
            ByteBuffer last = ByteBuffer.allocate(end.length);
            bytes.position(Math.max(0, bytes.size() - end.length)).read(last);
            if (!Arrays.equals(end, last.array())) {
                long lines;
                try (var all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines = all.count();
                }
                throw new BadTable(file + ":" + lines + ": the last line has no end; the file was cut off.");
            }
        }
    }
}
