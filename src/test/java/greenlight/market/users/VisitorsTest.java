package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.SWITCHING;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.chance.Chance;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who use the free plans of several vendors: which way they pull. */
class VisitorsTest {
    private static final Setting TASTE = Setting.of(MarketParameter.table()).with(SWITCHING, 0.5);
    /** User-months on the free plan, of casual users and professionals. */
    private static final long[] AT_HOME = {300, 30, 0, 0};

    private static Offer offer(boolean open, double quality, double quota) {
        return new Offer(open, quality, 1, 0, 0.2, 0, 20, quota, 1, 1, false);
    }

    private static Plans plans(Setting taste, Offer... offers) {
        return new Plans(taste, new UserTypes(taste), List.of(offers));
    }

    private static double clips(Offer home, Offer visited) {
        return plans(TASTE, home, visited).clipsOfVisitors(1, AT_HOME);
    }

    /** 300 user-months are 100 users of a quarter, of whom half look at the one other vendor; theta is 18 for a mean of 12. */
    @Test
    void theirClipsAreThoseWorkedByHand() {
        Setting taste = TASTE.with(CASUAL_CLIPS, 12).with(USE_TAIL, 2.5);
        Plans plans = plans(taste, offer(true, 1, 54), offer(true, 1, 90));
        long[] casual = {300, 0, 0, 0};
        double met = 12 * (Math.pow(4, -1.5) - Math.pow(9, -1.5));
        assertThat(plans.clipsOfVisitors(1, casual)).isCloseTo(100 * 0.5 * met, within(1e-9));
        assertThat(plans.visitorMonths(1, casual)).isCloseTo(300 * 0.5 * Math.pow(4, -2.5), within(1e-9));
        assertThat(plans.clipsOfVisitors(0, casual)).isZero();
        assertThat(plans.clipsElsewhere(0, casual)).isEqualTo(plans.clipsOfVisitors(1, casual));
    }

    @Test
    void aSmallerQuotaAtHomeSendsPeopleToOthers() {
        assertThat(clips(offer(true, 1, 5), offer(true, 1, 30)))
                .isGreaterThan(clips(offer(true, 1, 50), offer(true, 1, 30)));
    }

    @Test
    void aLargerQuotaElsewhereIsUsedMore() {
        assertThat(clips(offer(true, 1, 20), offer(true, 1, 60)))
                .isGreaterThan(clips(offer(true, 1, 20), offer(true, 1, 10)));
    }

    @Test
    void nobodyVisitsAClosedPlatformOrOneWithoutAFreePlan() {
        assertThat(clips(offer(true, 1, 20), offer(false, 1, 60))).isZero();
        assertThat(clips(offer(true, 1, 20), offer(true, 1, 0))).isZero();
        assertThat(plans(TASTE.with(SWITCHING, 0), offer(true, 1, 20), offer(true, 1, 60))
                        .clipsOfVisitors(1, AT_HOME))
                .isZero();
    }

    @Test
    void theBetterOfTwoOthersIsVisitedMore() {
        Plans plans = plans(TASTE, offer(true, 1, 20), offer(true, 1.5, 30), offer(true, 0.5, 30));
        long[] months = {300, 30, 0, 0, 0, 0};
        assertThat(plans.clipsOfVisitors(1, months)).isGreaterThan(plans.clipsOfVisitors(2, months));
        double alone = plans(TASTE, offer(true, 1, 20), offer(true, 1.5, 30)).clipsOfVisitors(1, months);
        assertThat(plans.clipsOfVisitors(1, months) + plans.clipsOfVisitors(2, months))
                .as("as many look elsewhere, however many vendors there are")
                .isCloseTo(alone, within(1e-9));
    }

    @Test
    void aGenerousRivalKeepsPeopleFromPayingAtHome() {
        assertThat(plans(TASTE, offer(true, 1, 10), offer(true, 1, 200)).poorestWhoPays(0, 0))
                .isGreaterThan(
                        plans(TASTE, offer(true, 1, 10), offer(true, 1, 0)).poorestWhoPays(0, 0));
        assertThat(payingShare(200)).isLessThan(payingShare(0));
    }

    /** Of the users of a vendor, the share who pay, where its rival's free quota is such. */
    private static double payingShare(double quota) {
        Setting taste = TASTE.with(INNOVATION, 0.3).with(CONVERTING, 1).with(PREMIUM, 0.1);
        Demand demand = new People(taste, 200_000, new Chance(3), BlockRunner.ALONE)
                .live(0, List.of(offer(true, 1, 10), offer(true, 1, quota)), 1, 0.1)
                .get(0);
        return (double) demand.paidMonths() / demand.userMonths();
    }

    @Test
    void visitorsAreNoUsersOfTheirSecondVendor() {
        List<Offer> offers = List.of(offer(true, 1, 10), offer(true, 1, 60));
        for (Demand demand : new People(TASTE, 50_000, new Chance(3), BlockRunner.ALONE).live(0, offers, 20, 0.1)) {
            assertThat(demand.visitorMonths()).isPositive();
            assertThat(demand.visitorClips()).isPositive();
            assertThat(demand.userMonths()).isEqualTo(demand.freeMonths() + demand.paidMonths());
        }
    }
}
