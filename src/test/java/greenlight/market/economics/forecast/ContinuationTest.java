package greenlight.market.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.Valuation;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    /** Clips of a tenth of an hour, half of it once any have been made; an hour costs 10 dollars and then 8. */
    private static final Continuation.Supply CHEAPER = supply(0.1, 0.05, 10, 8);

    private static Continuation.Supply supply(double first, double later, double rent, double rentLater) {
        return new Continuation.Supply() {
            @Override
            public double hours(double clips) {
                return clips > 0 ? later : first;
            }

            @Override
            public double rent(int quarter) {
                return quarter > 1 ? rentLater : rent;
            }
        };
    }

    /**
     * Worked by hand. Quarter 1: users 0.4 x 200 + 50 = 130, payers 0.5 x 10 + 0.1 x (130 - 10) = 17, paying 510; clips 3 x 113 + 20 x 17 =
     * 679 at 0.1 hours: 67.9 hours, 679 dollars, with the overhead 779. Quarter 2: users 52 + 50 = 102, payers 8.5 + 0.1 x 85 = 17, paying 510;
     * clips 3 x 85 + 340 = 595 at 0.05: 29.75 hours, 238 dollars, with the overhead 338. At a quarter's discount of 0.8.
     */
    @Test
    void twoQuartersAreThoseWorkedByHand() {
        Continuation.Outlook outlook =
                new Continuation(200, 10, 50, 0.4, 0.1, 0.5, 30, 3, 20, 100).over(2, 0.25, CHEAPER);
        assertThat(outlook.revenue()).isCloseTo(0.8 * 510 + 0.64 * 510, within(1e-9));
        assertThat(outlook.spending()).isCloseTo(0.8 * 779 + 0.64 * 338, within(1e-9));
        assertThat(outlook.hours()).isCloseTo(0.8 * 67.9 + 0.64 * 29.75, within(1e-9));
        assertThat(outlook.next()).isCloseTo(0.8 * (510 - 779), within(1e-9));
        assertThat(outlook.nextHours()).isCloseTo(0.8 * 67.9, within(1e-9));
        assertThat(outlook.contribution()).isCloseTo(outlook.revenue() - outlook.spending(), within(1e-12));
        assertThat(outlook.meanUsers()).isCloseTo(116, within(1e-9));
        assertThat(outlook.lastUsers()).isCloseTo(102, within(1e-9));
    }

    /** Without arrivals users are a geometric series: the customer lifetime value r / (1 + d - r) of a user for ever. */
    @Test
    void withoutArrivalsAUserIsWorthTheLifetimeValue() {
        double retention = 0.7;
        double rate = 0.05;
        Continuation.Outlook outlook =
                new Continuation(1000, 1000, 0, retention, 1, 0, 3, 0, 0, 0).over(400, rate, CHEAPER);
        assertThat(outlook.revenue())
                .as("everybody pays")
                .isCloseTo(3 * 1000 * retention / (1 + rate - retention), within(1e-6));
    }

    /** An overhead alone is an annuity. */
    @Test
    void withoutUsersOnlyTheOverheadIsSpent() {
        Continuation.Outlook outlook = new Continuation(0, 0, 0, 0.5, 0.1, 0.3, 60, 5, 5, 1e6).over(8, 0.04, CHEAPER);
        assertThat(outlook.revenue()).isZero();
        assertThat(outlook.meanUsers()).isZero();
        assertThat(outlook.spending()).isCloseTo(Valuation.presentValue(1e6, 0.04, 8), within(1e-6));
    }

    @Test
    void thereAreNeverMorePayersThanUsers() {
        Continuation.Outlook outlook = new Continuation(10, 1000, 0, 1, 1, 0, 1, 0, 0, 0).over(5, 0, CHEAPER);
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

    private static Continuation.Outlook with(double retention, double conversion, double rent) {
        return new Continuation(1e6, 1e4, 5e5, retention, conversion, 0.45, 60, 3, 10, 5e6)
                .over(8, 0.04, supply(0.1, 0.1, rent, rent));
    }
}
