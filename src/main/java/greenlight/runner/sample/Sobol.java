package greenlight.runner.sample;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The first points of a Sobol' sequence (Sobol' 1967, with the direction numbers of Joe and Kuo 2008), scrambled by
 * Owen's (1995) nested uniform scrambling: none is skipped, none lies at a corner by rule, and every property of balance
 * is kept. More points begin with the fewer ones. Balanced where the number of points is a power of two.
 */
public final class Sobol implements Sample {
    /** Binary digits of a coordinate. */
    private static final int BITS = 52;

    private static final double SCALE = 1L << BITS;

    private final int points;
    private final SobolSequenceGenerator sequence;
    private final long[] scrambles;

    /** A sample with a number of points and of dimensions, 1 to 21,201. */
    public Sobol(int points, int dimensions, long seed) {
        this.points = points;
        sequence = new SobolSequenceGenerator(dimensions);
        scrambles = new long[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            scrambles[dimension] = SplitMix64.child(seed, dimension);
        }
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public double[] point(int index) {
        double[] point = plain(index);
        for (int dimension = 0; dimension < point.length; dimension++) {
            point[dimension] = scrambled((long) (point[dimension] * SCALE), scrambles[dimension]) / SCALE;
        }
        return point;
    }

    /** The point before it is scrambled. */
    double[] plain(int index) {
        synchronized (sequence) {
            return sequence.skipTo(index);
        }
    }

    /** Turns each digit over or not, by a coin that belongs to all the digits before it. */
    private static long scrambled(long digits, long seed) {
        long turned = 0;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            long before = (1L << (BITS - 1 - bit)) | (digits >>> (bit + 1));
            long coin = SplitMix64.child(seed, before) >>> (Long.SIZE - 1);
            turned |= (((digits >>> bit) & 1) ^ coin) << bit;
        }
        return turned;
    }
}
