package greenlight.runner.journal;

import greenlight.runner.model.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A run that ended, as it goes into the journal and from there into the tables.
 *
 * @param index its place in the order of the design
 * @param value of the measure that a stopping rule watches; not-a-number when there is none
 * @param error why it did not end well; empty when it did
 * @param lines CSV text for each file that it adds to
 */
public record RunResult(int index, String id, Status status, double value, String error, Map<String, byte[]> lines) {
    /** How its lines are read back. */
    @FunctionalInterface
    interface Lines {
        /** The next file's text, of a length in bytes. */
        byte[] next(String file, int bytes) throws IOException;
    }

    /** What it is and how long its lines are; these follow, or where they are to be found. */
    byte[] head() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(index);
            out.writeUTF(id);
            out.writeByte(status.ordinal());
            out.writeDouble(value);
            out.writeUTF(error);
            out.writeInt(lines.size());
            for (Map.Entry<String, byte[]> of : lines.entrySet()) {
                out.writeUTF(of.getKey());
                out.writeInt(of.getValue().length);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The head, then the lines. */
    List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>(List.of(head()));
        pieces.addAll(lines.values());
        return pieces;
    }

    /** Reads back what {@link #pieces} gave. */
    static RunResult of(byte[] record) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
        return of(in, (file, bytes) -> in.readNBytes(bytes));
    }

    /** Reads back what begins with a {@link #head}. */
    static RunResult of(DataInputStream in, Lines next) throws IOException {
        int index = in.readInt();
        String id = in.readUTF();
        Status status = Status.values()[in.readByte()];
        double value = in.readDouble();
        String error = in.readUTF();
        int files = in.readInt();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (int file = 0; file < files; file++) {
            lengths.put(in.readUTF(), in.readInt());
        }
        Map<String, byte[]> lines = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> of : lengths.entrySet()) {
            lines.put(of.getKey(), next.next(of.getKey(), of.getValue()));
        }
        return new RunResult(index, id, status, value, error, lines);
    }

    /** The same without the lines of some files. */
    public RunResult without(Predicate<String> files) {
        Map<String, byte[]> rest = new LinkedHashMap<>(lines);
        rest.keySet().removeIf(files);
        return new RunResult(index, id, status, value, error, rest);
    }

    /** Bytes of all its lines. */
    public int bytes() {
        return lines.values().stream().mapToInt(text -> text.length).sum();
    }
}
