package greenlight.market.economics;

/**
 * A belief about an unknown share: a Beta distribution, worth a number of successes and failures seen
 * (Raiffa and Schlaifer 1961, <i>Applied Statistical Decision Theory</i>).
 *
 * @param successes a, at least 0
 * @param failures b, at least 0, and a + b above 0
 */
public record BetaBelief(double successes, double failures) {
    public BetaBelief {
        double weight = successes + failures;
        if (!(successes >= 0 && failures >= 0 && weight > 0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "A belief rests on some successes or failures, not on " + successes + " and " + failures + ".");
        }
    }

    /** A belief in a share as firm as if it came from a number of observations. */
    public static BetaBelief of(double mean, double weight) {
        return new BetaBelief(mean * weight, (1 - mean) * weight);
    }

    /** The expected share: a / (a + b). */
    public double mean() {
        return successes / (successes + failures);
    }

    /** How unsure the belief is: the square root of a b / ((a + b)^2 (a + b + 1)). */
    public double deviation() {
        return Math.sqrt(mean() * (1 - mean()) / (successes + failures + 1));
    }

    /** The belief after more has been seen (Bayes' rule). */
    public BetaBelief after(double moreSuccesses, double moreFailures) {
        return new BetaBelief(successes + moreSuccesses, failures + moreFailures);
    }
}
