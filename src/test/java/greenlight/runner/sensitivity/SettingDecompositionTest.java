package greenlight.runner.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.dataset.Response;
import greenlight.runner.stats.Estimate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The two variances of simulated runs are found again, with intervals that hold what they should. */
class SettingDecompositionTest {
    private static final double BETWEEN = 4;
    private static final double WITHIN = 1;

    /** Of two points: a normal effect of each setting, and noise; setting i has 1 to 4 runs. */
    private static Response simulated(int settings, double between, double within, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] numbers = IntStream.rangeClosed(1, settings)
                .flatMap(number -> IntStream.range(0, 1 + number % 4).map(run -> number))
                .toArray();
        double[] values = new double[2 * numbers.length];
        for (int point = 0; point < 2; point++) {
            double[] effects = new double[settings + 1];
            for (int number = 1; number <= settings; number++) {
                effects[number] = Math.sqrt(between) * random.nextGaussian();
            }
            for (int replication = 0; replication < numbers.length; replication++) {
                values[point * numbers.length + replication] =
                        100 * point + effects[numbers[replication]] + Math.sqrt(within) * random.nextGaussian();
            }
        }
        return new Response(2, numbers.length, values, numbers);
    }

    @Test
    void theVariancesOfManySettingsAreFoundAtEachPointAndOverPoints() {
        Response response = simulated(2000, BETWEEN, WITHIN, 1);
        for (int[] points : new int[][] {{0}, {1}, {0, 1}}) {
            SettingDecomposition found = SettingDecomposition.of(response, points);
            assertThat(found.between()).isEqualTo(BETWEEN, Offset.offset(0.4));
            assertThat(found.within()).isEqualTo(WITHIN, Offset.offset(0.1));
            assertThat(found.share().value()).isEqualTo(0.8, Offset.offset(0.03));
            assertThat(found.share().low()).isLessThan(0.8).isGreaterThan(0.7);
            assertThat(found.share().high()).isGreaterThan(0.8).isLessThan(0.9);
            assertThat(found.settings()).isEqualTo(2000);
            assertThat(found.runs()).isEqualTo(5000 * points.length);
        }
    }

    @Test
    void theEstimatesAreThoseOfATableWorkedByHand() {
        // settings {1, 3}, {5}, {6, 8, 10}: mean 5.5, SSB = 2 x 12.25 + 0.25 + 3 x 6.25 = 43.5, SSW = 2 + 8 = 10
        // MSB = 21.75, MSW = 10 / 3, n0 = (6 - 14 / 6) / 2 = 11 / 6
        Response response = new Response(1, 6, new double[] {1, 3, 5, 6, 8, 10}, new int[] {1, 1, 2, 3, 3, 3});
        SettingDecomposition found = SettingDecomposition.of(response, new int[] {0});
        assertThat(found.within()).isEqualTo(10 / 3.0, Offset.offset(1e-12));
        assertThat(found.between()).isEqualTo((21.75 - 10 / 3.0) * 6 / 11, Offset.offset(1e-12));
    }

    @Test
    void theIntervalHoldsTheShareInMostSimulations() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Estimate share = SettingDecomposition.of(simulated(60, BETWEEN, WITHIN, seed), new int[] {0})
                    .share();
            held += share.low() <= 0.8 && 0.8 <= share.high() ? 1 : 0;
        }
        assertThat(held).as("of 200 intervals of 95 %").isBetween(170, 199);
    }

    @Test
    void withoutASettingOfTwoRunsOrWithoutAnySpreadItIsNotResolved() {
        Response once = new Response(1, 3, new double[] {1, 2, 3}, new int[] {1, 2, 3});
        assertThat(SettingDecomposition.of(once, new int[] {0}).isResolved()).isFalse();
        double[] values = new SplittableRandom(1).doubles(40).toArray();
        int[] nearlyOnce =
                IntStream.range(0, 40).map(i -> i < 5 ? 1 + i / 2 : i).toArray();
        assertThat(SettingDecomposition.of(new Response(1, 40, values, nearlyOnce), new int[] {0})
                        .isResolved())
                .isFalse();
        int[] twice = IntStream.range(0, 40).map(i -> 1 + i / 2).toArray();
        assertThat(SettingDecomposition.of(new Response(1, 40, values, twice), new int[] {0})
                        .isResolved())
                .isTrue();
        Response still = new Response(1, 4, new double[] {5, 5, 5, 5}, new int[] {1, 1, 2, 2});
        assertThat(SettingDecomposition.of(still, new int[] {0}).isResolved()).isFalse();
    }

    @Test
    void anIntervalOfTheMeanOverSettingsIsWiderThanOneOfReplicationsThatAreTakenForIndependent() {
        Response over = simulated(40, BETWEEN, WITHIN, 3);
        double[] values = IntStream.range(0, over.replications())
                .mapToDouble(i -> over.at(0, i))
                .toArray();
        Response plain = new Response(1, values.length, values);
        Estimate mean = FactorialAnalysis.mean(over, new int[] {0}, false, true);
        Estimate taken = FactorialAnalysis.mean(plain, new int[] {0}, false, true);
        assertThat(mean.value()).isEqualTo(taken.value(), Offset.offset(1e-12));
        assertThat(mean.half()).isGreaterThan(1.2 * taken.half());
        // settings have 1 to 4 runs, so that the mean of all runs has a variance of about 4 x 300 / 100^2 + 1 / 100
        assertThat(mean.half()).isEqualTo(1.96 * Math.sqrt(0.13), Offset.offset(0.25));
    }

    @Test
    void intervalsOfTheMeanHoldItInMostSimulations() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Estimate mean = FactorialAnalysis.mean(simulated(60, BETWEEN, WITHIN, seed), new int[] {0}, false, true);
            held += mean.low() <= 0 && 0 <= mean.high() ? 1 : 0;
        }
        assertThat(held).as("of 200 intervals of 95 %").isBetween(175, 199);
    }
}
