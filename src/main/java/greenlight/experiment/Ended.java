package greenlight.experiment;

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

/**
 * A run that ended, as it goes into the journal and from there into the tables.
 *
 * @param index its place in the order of the design
 * @param value of the measure that a stopping rule watches; not-a-number when there is none
 * @param error why it did not end well; empty when it did
 * @param lines CSV text for each file that it adds to
 */
record Ended(int index, String id, Status status, double value, String error, Map<String, byte[]> lines) {
    /** What the journal holds of it, one piece after the other: what it is, then the lines, which are not copied. */
    List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
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
        pieces.add(bytes.toByteArray());
        pieces.addAll(lines.values());
        return pieces;
    }

    static Ended of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
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
                lines.put(of.getKey(), in.readNBytes(of.getValue()));
            }
            return new Ended(index, id, status, value, error, lines);
        }
    }
}
