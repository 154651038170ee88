package greenlight.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallRunsTest {
    @Test
    void runsAreCountedByTheSecondInWhichTheyEnd() throws Exception {
        SmallRuns.Rates rates = new SmallRuns(100, 1).rates(1, 3);
        assertThat(rates.first()).isPositive();
        assertThat(rates.steady()).isPositive();
        assertThat(rates.ten()).isGreaterThanOrEqualTo((rates.first() + rates.steady()) / 3);
    }
}
