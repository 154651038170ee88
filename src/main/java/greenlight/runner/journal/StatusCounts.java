package greenlight.runner.journal;

import greenlight.runner.model.Status;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many runs ended in which way.
 *
 * @param firstError of the first run, in the order of the design, that did not end well; empty when all did
 */
public record StatusCounts(int[] counts, String firstError) {
    public static final StatusCounts NONE = new StatusCounts(new int[Status.values().length], "");

    public StatusCounts with(Status status, String error) {
        int[] more = Arrays.copyOf(counts, counts.length);
        more[status.ordinal()]++;
        return new StatusCounts(more, firstError.isEmpty() ? error : firstError);
    }

    public int of(Status status) {
        return counts[status.ordinal()];
    }

    public int all() {
        return Arrays.stream(counts).sum();
    }

    void write(DataOutputStream out) throws IOException {
        for (int count : counts) {
            out.writeInt(count);
        }
        out.writeUTF(firstError);
    }

    static StatusCounts read(DataInputStream in) throws IOException {
        int[] counts = new int[Status.values().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readInt();
        }
        return new StatusCounts(counts, in.readUTF());
    }
}
