package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContinuationTest {
    /**
     * Worked by hand. Quarter 1: arrivals 50, users 0.4 x 200 + 50 = 130, payers 0.5 x 10 + 0.1 x 130 = 18, paying 540 and
     * costing 260 + 100. Quarter 2: arrivals 25, users 52 + 25 = 77, payers 9 + 7.7 = 16.7, paying 501 and costing
     * 154 + 100. At a quarter's discount of 1/1.25 = 0.8: 432 + 320.64 against 288 + 162.56.
     */
    @Test
    void twoQuartersAreThoseWorkedByHand() {
        Continuation.Outlook outlook = new Continuation(200, 10, 100, 0.5, 0.4, 0.1, 0.5, 30, 2, 100).over(2, 0.25);
        assertThat(outlook.revenue()).isCloseTo(752.64, within(1e-9));
        assertThat(outlook.spending()).isCloseTo(450.56, within(1e-9));
        assertThat(outlook.contribution()).isCloseTo(302.08, within(1e-9));
        assertThat(outlook.meanUsers()).isCloseTo(103.5, within(1e-9));
        assertThat(outlook.userQuarters()).isCloseTo(0.8 * 130 + 0.64 * 77, within(1e-9));
    }

    /** Without arrivals users are a geometric series: the customer lifetime value r / (1 + d - r) of a user for ever. */
    @Test
    void withoutArrivalsAUserIsWorthTheLifetimeValue() {
        double retention = 0.7;
        double rate = 0.05;
        Continuation.Outlook outlook = new Continuation(1000, 0, 0, 0, retention, 1, 0, 3, 0, 0).over(400, rate);
        double quarters = retention / (1 + rate - retention);
        assertThat(outlook.userQuarters()).isCloseTo(1000 * quarters, within(1e-6));
        assertThat(outlook.revenue()).as("everybody pays").isCloseTo(3 * 1000 * quarters, within(1e-6));
    }

    /** An overhead alone is an annuity. */
    @Test
    void withoutUsersOnlyTheOverheadIsSpent() {
        Continuation.Outlook outlook = new Continuation(0, 0, 0, 1, 0.5, 0.1, 0.3, 60, 5, 1e6).over(8, 0.04);
        assertThat(outlook.revenue()).isZero();
        assertThat(outlook.meanUsers()).isZero();
        assertThat(outlook.spending()).isCloseTo(Valuation.presentValue(1e6, 0.04, 8), within(1e-6));
    }

    @Test
    void thereAreNeverMorePayersThanUsers() {
        Continuation.Outlook outlook = new Continuation(10, 1000, 0, 0, 1, 1, 0, 1, 0, 0).over(5, 0);
        assertThat(outlook.revenue()).isEqualTo(5 * 10);
    }

    @Test
    void moreRetentionMoreConversionAndLessCostAreWorthMore() {
        double base = with(0.4, 0.05, 2).contribution();
        assertThat(with(0.5, 0.05, 2).revenue())
                .isGreaterThan(with(0.4, 0.05, 2).revenue());
        assertThat(with(0.4, 0.1, 2).contribution()).isGreaterThan(base);
        assertThat(with(0.4, 0.05, 1).contribution()).isGreaterThan(base);
    }

    private static Continuation.Outlook with(double retention, double conversion, double cost) {
        return new Continuation(1e6, 1e4, 5e5, 0.8, retention, conversion, 0.45, 60, cost, 5e6).over(8, 0.04);
    }
}
