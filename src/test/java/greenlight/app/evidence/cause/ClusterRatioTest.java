package greenlight.app.evidence.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Means over runs that come in settings. */
class ClusterRatioTest {
    private static final List<int[]> SETTINGS = List.of(new int[] {0, 1, 2}, new int[] {3}, new int[] {4, 5});
    private static final double[] VALUES = {1, 0, Double.NaN, 1, 0, 0};

    private static ClusterRatio ratio() {
        return ClusterRatio.of(SETTINGS, i -> !Double.isNaN(VALUES[i]), i -> VALUES[i]);
    }

    @Test
    void theMeanIsThatOfTheRunsThatCount() {
        assertThat(ratio().mean().value()).isEqualTo(2.0 / 5);
        assertThat(ratio().count()).isEqualTo(5);
    }

    /** Settings of one run are left out when two are asked for; the first two weigh as many runs as they have. */
    @Test
    void theShareOfSettingsWeighsEachByItsRuns() {
        ClusterRatio share = ratio().share(SETTINGS, 2, mean -> mean > 0.4);
        assertThat(share.clusters()).isEqualTo(2);
        assertThat(share.share().value()).isEqualTo(3.0 / 5);
    }

    @Test
    void whereAllAreEqualWilsonsIntervalOfTheSettingsSaysWhatIsOpen() {
        Estimate all = ClusterRatio.of(SETTINGS, i -> true, i -> 1).share();
        assertThat(all).isEqualTo(Estimate.allOrNone(1, 3));
    }

    /** Forty settings that differ and ten equal runs of each: the standard error is that of forty numbers, not of four hundred. */
    @Test
    void theIntervalHoldsTheDoubtAboutTheSetting() {
        SplittableRandom random = new SplittableRandom(3);
        double[] bySetting = random.doubles(40).toArray();
        List<int[]> settings = new ArrayList<>();
        for (int setting = 0; setting < bySetting.length; setting++) {
            int first = 10 * setting;
            settings.add(java.util.stream.IntStream.range(first, first + 10).toArray());
        }
        Estimate mean =
                ClusterRatio.of(settings, i -> true, i -> bySetting[i / 10]).mean();
        double half = 1.96 * Math.sqrt(1.0 / 12 / 40);
        assertThat(mean.half()).isCloseTo(half, within(0.2 * half));
    }
}
