package greenlight.runner.stats;

/**
 * Count, mean and unbiased variance of numbers; what is not a number is left out.
 *
 * @param variance not-a-number with fewer than two numbers
 */
public record Moments(int count, double mean, double variance) {
    public static Moments of(double[] values) {
        return of(values, 0, values.length);
    }

    /** Of a stretch of an array, by two passes, which keeps the digits where the spread is small. */
    public static Moments of(double[] values, int from, int to) {
        int count = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return new Moments(count, mean, count > 1 ? squares / (count - 1) : Double.NaN);
    }

    /** The variance with the count as divisor. */
    public double spread() {
        return count > 1 ? variance * (count - 1) / count : 0;
    }
}
