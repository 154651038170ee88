package greenlight.runner.spec;

/**
 * A part of an experiment's runs, fixed by their ids: the same run is in the same shard whatever the order of the
 * design.
 *
 * @param part from 1
 * @param of how many shards there are
 */
public record Shard(int part, int of) {
    /** All runs. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int HEXADECIMAL = 16;

    public Shard {
        if (of < 1 || part < 1 || part > of) {
            throw new IllegalArgumentException("shard " + part + "/" + of + "; allowed is i/n with i from 1 to n.");
        }
    }

    /** Whether it is all of the experiment. */
    public boolean whole() {
        return of == 1;
    }

    /** Whether a run belongs to the shard. */
    public boolean has(String runId) {
        return whole()
                || Long.remainderUnsigned(Long.parseUnsignedLong(runId.substring(1), HEXADECIMAL), of) == part - 1;
    }

    @Override
    public String toString() {
        return part + "/" + of;
    }
}
