package greenlight.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallRunsTest {
    @Test
    void theRateIsThatOfTheFirstSecondOfTheFirstTenAndOfTheLastThird() {
        int[] ended = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 30, 40};
        assertThat(SmallRuns.Rates.of(ended)).isEqualTo(new SmallRuns.Rates(2, 11, (18 + 20 + 30 + 40) / 4.0));
    }
}
