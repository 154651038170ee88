package greenlight.experiment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
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
    byte[] bytes() {
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
                out.write(of.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Ended of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int index = in.readInt();
            String id = in.readUTF();
            Status status = Status.values()[in.readByte()];
            double value = in.readDouble();
            String error = in.readUTF();
            int files = in.readInt();
            Map<String, byte[]> lines = new LinkedHashMap<>();
            for (int file = 0; file < files; file++) {
                String name = in.readUTF();
                lines.put(name, in.readNBytes(in.readInt()));
            }
            return new Ended(index, id, status, value, error, lines);
        }
    }
}
