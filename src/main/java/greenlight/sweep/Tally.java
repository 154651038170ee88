package greenlight.sweep;

import greenlight.experiment.Status;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many runs ended in which way.
 *
 * @param firstError of the first run, in the order of the design, that did not end well; empty when all did
 */
record Tally(int[] counts, String firstError) {
    static final Tally NONE = new Tally(new int[Status.values().length], "");

    Tally with(Status status, String error) {
        int[] more = Arrays.copyOf(counts, counts.length);
        more[status.ordinal()]++;
        return new Tally(more, firstError.isEmpty() ? error : firstError);
    }

    int of(Status status) {
        return counts[status.ordinal()];
    }

    int all() {
        return Arrays.stream(counts).sum();
    }

    void write(DataOutputStream out) throws IOException {
        for (int count : counts) {
            out.writeInt(count);
        }
        out.writeUTF(firstError);
    }

    static Tally read(DataInputStream in) throws IOException {
        int[] counts = new int[Status.values().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readInt();
        }
        return new Tally(counts, in.readUTF());
    }
}
