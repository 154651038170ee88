package greenlight.market.chance;

/**
 * Where all randomness comes from. A draw is decided by its agent, purpose and quarter; nothing is shared or used up, so
 * neither order nor threads change it.
 */
public final class Chance {
    private final long seed;

    public Chance(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    /** The draws for one purpose in one quarter. */
    public Draws draws(RandomStream purpose, int quarter) {
        return Draws.of(seed, purpose, quarter);
    }
}
