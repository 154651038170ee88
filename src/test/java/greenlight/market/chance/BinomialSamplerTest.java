package greenlight.market.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialSamplerTest {
    private static final int DRAWS = 200_000;

    private final Draws luck = new Chance(3).draws(RandomStream.USERS, 0);

    /** Chi-square over all counts that are expected at least ten times, the others taken together. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3",
        "2, 0.9",
        "5, 0.5",
        "19, 0.5",
        "20, 0.5",
        "21, 0.5",
        "40, 0.25",
        "60, 0.8",
        "200, 0.05",
        "200, 0.95",
        "1000, 0.01",
        "1000, 0.4",
        "5000, 0.002",
        "5000, 0.0019",
        "400, 0.025",
        "20000, 0.5",
        "100000, 0.0001",
        "100000, 0.002",
        "1000000, 0.999"
    })
    void countsFollowTheBinomialLaw(int n, double p) {
        double[] expected = law(n, p);
        long[] counted = new long[n + 1];
        BinomialSampler lot = new BinomialSampler(p);
        for (int i = 0; i < DRAWS; i++) {
            counted[(int) lot.draw(n, luck, i)]++;
        }
        double restExpected = 0;
        double restCounted = 0;
        double surprise = 0;
        int cells = 0;
        for (int k = 0; k <= n; k++) {
            if (expected[k] >= 10) {
                surprise += Math.pow(counted[k] - expected[k], 2) / expected[k];
                cells++;
            } else {
                restExpected += expected[k];
                restCounted += counted[k];
            }
        }
        if (restExpected > 1) {
            surprise += Math.pow(restCounted - restExpected, 2) / restExpected;
            cells++;
        }
        // mean cells - 1, deviation sqrt(2 (cells - 1)), skewed where cells are few
        double freedom = cells - 1;
        assertThat(surprise).isLessThan(freedom + 4 * Math.sqrt(2 * freedom) + 12);
    }

    /** The expected counts by the ratio of neighbours, from the mode outwards. */
    private static double[] law(int n, double p) {
        double[] law = new double[n + 1];
        int mode = (int) Math.min(n, Math.floor((n + 1) * p));
        law[mode] = 1;
        double sum = 1;
        for (int k = mode; k < n; k++) {
            law[k + 1] = law[k] * (n - k) / (k + 1) * p / (1 - p);
            sum += law[k + 1];
        }
        for (int k = mode; k > 0; k--) {
            law[k - 1] = law[k] * k / (n - k + 1) * (1 - p) / p;
            sum += law[k - 1];
        }
        for (int k = 0; k <= n; k++) {
            law[k] *= DRAWS / sum;
        }
        return law;
    }

    @Test
    void ofABillionTheMeanAndTheSpreadAreRight() {
        for (double p : new double[] {1e-7, 0.001, 0.3, 0.5, 0.97}) {
            double n = 1e9;
            BinomialSampler lot = new BinomialSampler(p);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double z = (lot.draw((long) n, luck, i) - n * p) / Math.sqrt(n * p * (1 - p));
                sum += z;
                squares += z * z;
            }
            assertThat(sum / DRAWS).isCloseTo(0, within(4.5 / Math.sqrt(DRAWS)));
            assertThat(squares / DRAWS).isCloseTo(1, within(4.5 * Math.sqrt(2.0 / DRAWS)));
        }
    }

    @Test
    void nobodyAndEverybodyNeedNoLuck() {
        assertThat(new BinomialSampler(0.5).draw(0, luck, 1)).isZero();
        assertThat(new BinomialSampler(0).draw(1_000_000_000_000L, luck, 1)).isZero();
        assertThat(new BinomialSampler(1).draw(1_000_000_000_000L, luck, 1)).isEqualTo(1_000_000_000_000L);
    }
}
