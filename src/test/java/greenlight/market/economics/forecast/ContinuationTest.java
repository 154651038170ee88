package greenlight.market.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.economics.Valuation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    /** Clips of a tenth of an hour, half of it once any have been made. */
    private static final Continuation.Learning CHEAPER = (quarter, clips) -> clips > 0 ? 0.05 : 0.1;

    private static final Continuation.Learning NONE = (quarter, clips) -> 0.1;

    /** By quarter ahead, from 1. */
    private static double[] rents(int quarters, double first, double later) {
        double[] rents = new double[quarters + 1];
        Arrays.fill(rents, later);
        rents[1] = first;
        return rents;
    }

    /** An hour costs 10 dollars and then 8. */
    private static Continuation.Outlook over(Continuation path, int quarters, double rate) {
        return path.over(rate, rents(quarters, 10, 8), 1, CHEAPER);
    }

    /**
     * Worked by hand, where a half of the free users stay, all payers, a fifth of the free begin to pay and a half of the payers cease, and 50 come a
     * month. Free users and payers: 200 and 20; (0.8 x 150 + 10, 30 + 10) = 130, 40; (0.8 x 115 + 20, 23 + 20) = 112, 43; (0.8 x 106 + 21.5, 21.2 +
     * 21.5) = 106.3, 42.7. So 348.3 and 125.7 user-months: 3,771 dollars, and 3,558.9 clips at 0.1 hours: 3,558.9 dollars, with the overhead
     * 3,658.9. At a quarter's discount of 0.8.
     */
    @Test
    void aQuarterIsThatWorkedByHand() {
        Continuation.Outlook outlook =
                over(new Continuation(220, 20, 50, 0.5, 1, 0.2, 0.5, 30, 0, 3, 20, 0, 100), 1, 0.25);
        assertThat(outlook.revenue()).isCloseTo(0.8 * 3771, within(1e-9));
        assertThat(outlook.spending()).isCloseTo(0.8 * 3658.9, within(1e-9));
        assertThat(outlook.hours()).isCloseTo(0.8 * 355.89, within(1e-9));
        assertThat(outlook.next()).isCloseTo(0.8 * (3771 - 3658.9), within(1e-9));
        assertThat(outlook.nextHours()).isCloseTo(0.8 * 355.89, within(1e-9));
        assertThat(outlook.contribution()).isCloseTo(outlook.revenue() - outlook.spending(), within(1e-12));
        assertThat(outlook.meanUsers()).isCloseTo(474 / 3.0, within(1e-9));
        assertThat(outlook.lastUsers()).isCloseTo(149, within(1e-9));
    }

    /** The first quarter's 3,558.9 clips halve the time of a clip; the next one's are paid at the later rent. */
    @Test
    void clipsGetCheaperFromQuarterToQuarter() {
        Continuation path = new Continuation(220, 220, 0, 1, 1, 0, 0, 0, 0, 3, 20, 0, 0);
        Continuation.Outlook outlook = over(path, 2, 0);
        assertThat(outlook.spending()).isCloseTo(220 * 3 * 20 * (0.1 * 10 + 0.05 * 8), within(1e-9));
    }

    /** Without arrivals users are a geometric series: the customer lifetime value r / (1 + d - r) of a user for ever. */
    @Test
    void withoutArrivalsAUserIsWorthTheLifetimeValue() {
        double monthly = 0.9;
        double retention = monthly * monthly * monthly;
        double months = monthly + monthly * monthly + retention;
        double rate = 0.05;
        Continuation.Outlook outlook =
                over(new Continuation(1000, 1000, 0, 0, monthly, 1, 0, 3, 0, 0, 0, 0, 0), 400, rate);
        assertThat(outlook.revenue())
                .as("everybody pays")
                .isCloseTo(3 * 1000 * months / (1 + rate - retention), within(1e-6));
    }

    /** 50 clips at 0.1 hours and 10 dollars, then 50 at 0.05 and 8. */
    @Test
    void visitorsCostTheirClipsAndBringNothing() {
        Continuation path = new Continuation(0, 0, 0, 1, 1, 0, 0, 30, 0, 3, 20, 50, 0);
        Continuation.Outlook outlook = over(path, 2, 0);
        assertThat(outlook.revenue()).isZero();
        assertThat(outlook.spending()).isCloseTo(50 + 20, within(1e-9));
    }

    /** Payers who stay bring more than free users who do. */
    @Test
    void theRetentionOfPayersIsTheirsAlone() {
        Continuation.Outlook both =
                over(new Continuation(1000, 100, 50, 0.2, 0.2, 0.05, 0.1, 20, 0, 1, 3, 0, 0), 4, 0.05);
        Continuation.Outlook payers =
                over(new Continuation(1000, 100, 50, 0.2, 0.9, 0.05, 0.1, 20, 0, 1, 3, 0, 0), 4, 0.05);
        Continuation.Outlook free =
                over(new Continuation(1000, 100, 50, 0.9, 0.2, 0.05, 0.1, 20, 0, 1, 3, 0, 0), 4, 0.05);
        assertThat(payers.revenue() / payers.spending()).isGreaterThan(both.revenue() / both.spending());
        assertThat(free.revenue() / free.spending()).isLessThan(payers.revenue() / payers.spending());
    }

    /** An overhead alone is an annuity. */
    @Test
    void withoutUsersOnlyTheOverheadIsSpent() {
        Continuation.Outlook outlook =
                over(new Continuation(0, 0, 0, 0.5, 0.6, 0.1, 0.3, 60, 0, 5, 5, 0, 1e6), 8, 0.04);
        assertThat(outlook.revenue()).isZero();
        assertThat(outlook.meanUsers()).isZero();
        assertThat(outlook.spending()).isCloseTo(Valuation.presentValue(1e6, 0.04, 8), within(1e-6));
    }

    @Test
    void thereAreNeverMorePayersThanUsers() {
        Continuation.Outlook outlook = over(new Continuation(10, 1000, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0), 5, 0);
        assertThat(outlook.revenue()).isEqualTo(5 * 3 * 10);
    }

    @Test
    void moreRetentionMoreConversionAndLessCostAreWorthMore() {
        double base = with(0.4, 0.05, 2).contribution();
        assertThat(with(0.5, 0.05, 2).revenue())
                .isGreaterThan(with(0.4, 0.05, 2).revenue());
        assertThat(with(0.4, 0.1, 2).contribution()).isGreaterThan(base);
        assertThat(with(0.4, 0.05, 1).contribution()).isGreaterThan(base);
    }

    @Test
    void gpusThatAreHeldAndNotUsedArePaidForToo() {
        Continuation path = new Continuation(220, 220, 0, 1, 1, 0, 0, 0, 0, 3, 20, 0, 0);
        double used = path.over(0, rents(2, 10, 8), 1, NONE).spending();
        assertThat(path.over(0, rents(2, 10, 8), 1.25, NONE).spending()).isCloseTo(1.25 * used, within(1e-9));
    }

    private static Continuation.Outlook with(double retention, double conversion, double rent) {
        return new Continuation(1e6, 1e4, 2e5, retention, 0.8, conversion, 0.2, 20, 0, 1, 3, 0, 5e6)
                .over(0.04, rents(8, rent, rent), 1, NONE);
    }
}
