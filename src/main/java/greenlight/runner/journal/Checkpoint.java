package greenlight.runner.journal;

import greenlight.runner.model.Model;
import greenlight.runner.results.Fingerprint;
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
 * How far the tables of a sweep are known to be whole.
 *
 * @param experiment digest of what is run: a journal of another experiment is of no use
 * @param begun when the sweep was first started, milliseconds since 1970
 * @param next place of the first run that the tables do not hold
 * @param values of the watched measure at the point in progress, for a stopping rule
 * @param tally of the runs in the tables
 * @param marks how long the tables are and what they hold, by file
 * @param models digests of the states of the model that made the runs, in the order of their first use
 */
public record Checkpoint(
        String experiment,
        long begun,
        int next,
        double[] values,
        StatusCounts tally,
        Map<String, Fingerprint> marks,
        List<String> models) {
    public Checkpoint with(Map<String, Fingerprint> files) {
        return new Checkpoint(experiment, begun, next, values, tally, files, models);
    }

    /** The same with other states of the model at work. */
    public Checkpoint by(List<String> digests) {
        return new Checkpoint(experiment, begun, next, values, tally, marks, digests);
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(experiment);
            out.writeLong(begun);
            out.writeInt(next);
            out.writeInt(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
            tally.write(out);
            out.writeInt(marks.size());
            for (Map.Entry<String, Fingerprint> mark : marks.entrySet()) {
                out.writeUTF(mark.getKey());
                out.writeLong(mark.getValue().bytes());
                out.writeUTF(mark.getValue().sha256());
            }
            out.writeInt(models.size());
            for (String model : models) {
                out.writeUTF(model);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static Checkpoint of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String experiment = in.readUTF();
            long begun = in.readLong();
            int next = in.readInt();
            double[] values = new double[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
            StatusCounts tally = StatusCounts.read(in);
            int files = in.readInt();
            Map<String, Fingerprint> marks = new LinkedHashMap<>();
            for (int file = 0; file < files; file++) {
                marks.put(in.readUTF(), new Fingerprint(in.readLong(), in.readUTF()));
            }
            return new Checkpoint(experiment, begun, next, values, tally, marks, models(in));
        }
    }

    /** A journal of a program that noted no digests ends here. */
    private static List<String> models(DataInputStream in) throws IOException {
        if (in.available() == 0) {
            return List.of(Model.UNKNOWN);
        }
        List<String> models = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            models.add(in.readUTF());
        }
        return List.copyOf(models);
    }
}
