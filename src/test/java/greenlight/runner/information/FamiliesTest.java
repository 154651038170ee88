package greenlight.runner.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FamiliesTest {
    private static final int SETTINGS = 60;

    /** Ten parameters; settings 3, 4 and 5 share five of them in a chain, 8 and 9 only three. */
    private static Families families() {
        SplittableRandom random = new SplittableRandom(5);
        List<double[]> parameters = new ArrayList<>();
        for (int parameter = 0; parameter < 10; parameter++) {
            double[] values = random.doubles(SETTINGS).toArray();
            if (parameter < 5) {
                values[4] = values[3];
            } else {
                values[5] = values[4];
            }
            if (parameter < 3) {
                values[9] = values[8];
            }
            parameters.add(values);
        }
        parameters.add(new double[SETTINGS]);
        return Families.of(parameters, SETTINGS);
    }

    @Test
    void settingsThatShareManyValuesAreOneFamilyAndAConstantSaysNothing() {
        assertThat(families().size()).isEqualTo(SETTINGS - 2);
    }

    @Test
    void wholeFamiliesAreExchangedWithThoseOfTheirSize() {
        for (int[] places : families().exchanged(20)) {
            assertThat(Arrays.stream(places).distinct().count()).isEqualTo(SETTINGS);
            assertThat(places[3]).isEqualTo(3);
            assertThat(places[4]).isEqualTo(4);
            assertThat(places[5]).isEqualTo(5);
            assertThat(places[0]).isNotIn(3, 4, 5);
        }
    }

    @Test
    void aResampleHasWholeFamilies() {
        for (double[] times : families().resampled(20)) {
            assertThat(times[3]).isEqualTo(times[4]).isEqualTo(times[5]);
        }
    }
}
