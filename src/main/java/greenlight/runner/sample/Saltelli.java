package greenlight.runner.sample;

/**
 * Saltelli's (2002, 2010) sample for Sobol' indices. From each row of a {@link Sobol} sequence of twice the dimensions,
 * the first half A and the second half B, it makes a block of points: A; A with one coordinate of B, for each in turn;
 * with second order also B with one coordinate of A, for each in turn; B. So does SALib. A larger base begins with the
 * smaller one.
 */
public final class Saltelli implements Sample {
    private final int dimensions;
    private final boolean secondOrder;
    private final Sobol rows;

    /**
     * A sample with a number of rows and of dimensions.
     *
     * @param base rows, balanced where a power of two
     */
    public Saltelli(int base, int dimensions, boolean secondOrder, long seed) {
        this.dimensions = dimensions;
        this.secondOrder = secondOrder;
        this.rows = new Sobol(base, 2 * dimensions, seed);
    }

    /** Points made from each row. */
    public static int block(int dimensions, boolean secondOrder) {
        return (secondOrder ? 2 : 1) * dimensions + 2;
    }

    @Override
    public int points() {
        return Math.multiplyExact(rows.points(), block(dimensions, secondOrder));
    }

    @Override
    public double[] point(int index) {
        int block = block(dimensions, secondOrder);
        double[] row = rows.point(index / block);
        int place = index % block;
        boolean mostlyA = place <= dimensions;
        double[] point = new double[dimensions];
        System.arraycopy(row, mostlyA ? 0 : dimensions, point, 0, dimensions);
        boolean pure = place == 0 || place == block - 1;
        if (!pure) {
            int crossed = (place - 1) % dimensions;
            point[crossed] = row[mostlyA ? dimensions + crossed : crossed];
        }
        return point;
    }
}
