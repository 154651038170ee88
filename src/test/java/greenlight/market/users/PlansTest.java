package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.IMITATION;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SEARCH;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.ReferenceSetting;
import greenlight.market.chance.Chance;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which way quotas, prices, waiting and what is free elsewhere pull, with the same random numbers. */
class PlansTest {
    private static final int USERS = 200_000;
    private static final Setting TASTE = Setting.of(MarketParameter.table())
            .completed(ReferenceSetting.values())
            .with(INNOVATION, 0.3);

    private static Offer offer(double price, double quota, double servedFree, double servedPaid, boolean renewed) {
        return new Offer(true, 0.8, 1, 0, 0.2, 0, price, quota, servedFree, servedPaid, renewed);
    }

    private static Offer usual() {
        return offer(20, 30, 1, 1, false);
    }

    private static Demand first(Setting taste, Offer offer, double openQuality) {
        return new People(taste, USERS, new Chance(3), BlockRunner.ALONE)
                .live(0, List.of(offer), 1, openQuality)
                .get(0);
    }

    private static Demand first(Offer offer) {
        return first(TASTE, offer, 0.1);
    }

    /** Two quarters on the usual terms, then one on other terms. */
    private static Demand third(Setting taste, Offer offer, double openQuality) {
        People people = new People(taste, USERS, new Chance(3), BlockRunner.ALONE);
        people.live(0, List.of(usual()), 1, 0.1);
        people.live(1, List.of(usual()), 1, 0.1);
        return people.live(2, List.of(offer), 1, openQuality).get(0);
    }

    @Test
    void aSmallerQuotaAttractsFewerUsers() {
        Setting poor = TASTE.with(BUDGET, BUDGET.from()).with(PROFESSIONAL_BUDGET, PROFESSIONAL_BUDGET.from());
        assertThat(first(poor, usual(), 0.1).paid()).isZero();
        for (Setting taste : List.of(poor, TASTE)) {
            List<Long> adopted = Stream.of(0.0, 5.0, 10.0, 30.0, 60.0)
                    .map(quota ->
                            first(taste, offer(20, quota, 1, 1, false), 0.1).adopted())
                    .toList();
            assertThat(adopted).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aSmallerQuotaHoldsFewerUsersAndMakesMoreOfThemPay() {
        Demand small = third(TASTE, offer(20, 3, 1, 1, false), 0.1);
        Demand large = third(TASTE, offer(20, 100, 1, 1, false), 0.1);
        assertThat(small.active()).isLessThan(large.active());
        assertThat(small.conversion()).isGreaterThan(large.conversion());
    }

    @Test
    void aDearerPlanHasFewerPayersAndHoldsFewerUsers() {
        Demand dear = third(TASTE, offer(100, 30, 1, 1, false), 0.1);
        Demand usual = third(TASTE, usual(), 0.1);
        assertThat(dear.paid()).isLessThan(usual.paid());
        assertThat(dear.retention()).isLessThan(usual.retention());
    }

    @Test
    void aDearerPlanAttractsFewerUsersAndHoldsFewerPayers() {
        assertThat(first(offer(25, 30, 1, 1, false)).adopted())
                .isLessThan(first(usual()).adopted());
        assertThat(third(TASTE, offer(25, 30, 1, 1, false), 0.1).paidRetention())
                .isLessThan(third(TASTE, usual(), 0.1).paidRetention());
    }

    /** To the poorest who pay, the plan is worth hardly more than the free one, and more to the richer ones. */
    @Test
    void thePaidPlanIsWorthWhatItGivesBeyondItsPrice() {
        Setting taste = TASTE.with(MarketParameter.SWITCHING, 0);
        UserTypes kinds = new UserTypes(taste);
        Plans plans = new Plans(taste, kinds, List.of(usual()));
        Plans free = new Plans(taste, kinds, List.of(offer(1e9, 30, 1, 1, false)));
        int poorest = plans.poorestWhoPays(0, 1);
        int richest = UserTypes.COUNT - 1;
        double worth = taste.get(MarketParameter.PROFESSIONAL_NEED) * 0.8 + taste.get(MarketParameter.NOVELTY);
        double atTheMargin = plans.utility(poorest, 0, 0) - free.utility(poorest, 0, 0);
        assertThat(atTheMargin).isBetween(0.0, 0.05 * worth);
        assertThat(plans.utility(richest, 0, 0) - free.utility(richest, 0, 0)).isGreaterThan(10 * atTheMargin);
        assertThat(plans.utility(poorest - 1, 0, 0)).isEqualTo(free.utility(poorest - 1, 0, 0));
    }

    /** What it is worth to a class that comes fresh is the mean over its kinds, were their needs the same. */
    @Test
    void whatNewcomersFindIsTheMeanOverThem() {
        UserTypes kinds = new UserTypes(TASTE);
        Plans plans = new Plans(TASTE, kinds, List.of(usual()));
        double sum = 0;
        double people = 0;
        for (int kind = UserTypes.CASUALS; kind < UserTypes.COUNT; kind++) {
            sum += kinds.share(kind) * plans.utility(kind, 0, 0);
            people += kinds.share(kind);
        }
        assertThat(plans.meanUtility(0, 1)).isCloseTo(sum / people, within(1e-12));
    }

    @Test
    void aCheaperPlanBringsPeopleBack() {
        Setting returning = TASTE.with(IMITATION, 0).with(RETURNING, 0.5);
        assertThat(returned(returning, offer(5, 30, 1, 1, false)))
                .isGreaterThan(returned(returning, offer(40, 30, 1, 1, false)));
    }

    @Test
    void aLargerQuotaBringsPeopleBack() {
        Setting returning = TASTE.with(IMITATION, 0).with(RETURNING, 0.5);
        assertThat(returned(returning, offer(20, 100, 1, 1, false)))
                .isGreaterThan(returned(returning, offer(20, 5, 1, 1, false)));
    }

    @Test
    void aNewGenerationBringsPeopleBackAndMoreSoTheMoreNoveltyItRestores() {
        Setting returning = TASTE.with(IMITATION, 0).with(RETURNING, 0.5);
        long without = returned(returning, usual());
        Offer renewed = offer(20, 30, 1, 1, true);
        long some = returned(returning.with(NOVELTY_RESTORED, 0.2), renewed);
        long more = returned(returning.with(NOVELTY_RESTORED, 0.6), renewed);
        assertThat(some).isGreaterThan(without);
        assertThat(more).isGreaterThan(some);
        assertThat(returned(returning.with(NOVELTY_RESTORED, 0), renewed)).isEqualTo(without);
    }

    @Test
    void professionalsPayWhereItServesTheirWork() {
        Offer toy = new Offer(true, 0.8, 0.2, 0, 0.2, 0, 20, 30, 1, 1, false);
        List<Long> payers = Stream.of(toy, usual())
                .map(offer -> {
                    People people = new People(TASTE, USERS, new Chance(3), BlockRunner.ALONE);
                    return people.live(0, List.of(offer), 1, 0.1).get(0).paidProfessionalMonths();
                })
                .toList();
        assertThat(payers.get(0)).isLessThan(payers.get(1) / 2);
    }

    /** Many have tried a platform that then closed; those who come when it opens again, without any hype. */
    private static long returned(Setting taste, Offer offer) {
        Offer closed = new Offer(false, 0.8, 1, 0, 0.2, 0, 20, 30, 1, 1, false);
        People tried = new People(
                taste.with(INNOVATION, 0.5).with(PROFESSIONAL_SEARCH, 0), USERS, new Chance(3), BlockRunner.ALONE);
        tried.live(0, List.of(usual()), 4, 0.1);
        tried.live(1, List.of(closed), 0, 0.1);
        return tried.live(2, List.of(offer), 0, 0.1).get(0).adopted();
    }

    @Test
    void clipsThatAreNotMadeLoseUsers() {
        assertThat(first(offer(20, 30, 0.5, 1, false)).active())
                .isLessThan(first(usual()).active());
        assertThat(third(TASTE, offer(20, 30, 0.5, 1, false), 0.1).active())
                .isLessThan(third(TASTE, usual(), 0.1).active());
    }

    @Test
    void waitingOnTheFreePlanIsAReasonToPay() {
        Setting keen = TASTE.with(CONVERTING, 1);
        Demand waiting = first(keen, offer(20, 30, 0.5, 1, false), 0.1);
        Demand none = first(keen, usual(), 0.1);
        assertThat((double) waiting.paid() / waiting.active()).isGreaterThan((double) none.paid() / none.active());
    }

    @Test
    void openModelsHoldPeopleOff() {
        assertThat(first(TASTE, usual(), 0.5).active())
                .isLessThan(first(TASTE, usual(), 0.1).active());
        assertThat(third(TASTE, usual(), 0.5).active())
                .isLessThan(third(TASTE, usual(), 0.1).active());
    }

    @Test
    void aLargerPremiumMakesMorePayAndTheFreePlanWorthLess() {
        Setting keen = TASTE.with(CONVERTING, 1);
        Demand small = first(keen.with(PREMIUM, 0.1), usual(), 0.1);
        Demand large = first(keen.with(PREMIUM, 0.6), usual(), 0.1);
        assertThat(large.free()).isLessThan(small.free());
        assertThat((double) large.paid() / large.active()).isGreaterThan((double) small.paid() / small.active());
    }

    @Test
    void whoWishesForMoreClipsOrUnevenlyFindsLessInTheSameQuota() {
        assertThat(first(TASTE.with(CASUAL_CLIPS, 40), offer(20, 10, 1, 1, false), 0.1)
                        .active())
                .isLessThan(first(TASTE, offer(20, 10, 1, 1, false), 0.1).active());
        assertThat(first(TASTE.with(USE_TAIL, 1.3), offer(20, 10, 1, 1, false), 0.1)
                        .active())
                .isLessThan(first(TASTE, offer(20, 10, 1, 1, false), 0.1).active());
    }

    @Test
    void professionalsSearchWithoutAnyHype() {
        Setting quiet = TASTE.with(INNOVATION, 0).with(IMITATION, 0).with(PROFESSIONAL_SEARCH, 0.2);
        Demand demand = first(quiet, usual(), 0.1);
        assertThat(demand.active()).isPositive();
        assertThat(demand.freeProfessionalMonths() + demand.paidProfessionalMonths())
                .isEqualTo(demand.userMonths());
    }

    /** By hand: theta is 18 and 36 for means of 12 and 24 and a tail of 2.5. */
    @Test
    void thePlansAreWorthWhatWasWorkedByHand() {
        Setting taste = Setting.of(MarketParameter.table())
                .with(CASUAL_CLIPS, 12)
                .with(USE_TAIL, 2.5)
                .with(PREMIUM, 0.3);
        UserTypes kinds = new UserTypes(taste);
        Plans plans = new Plans(taste, kinds, List.of(offer(1e9, 54, 0.5, 1, false)));
        // nobody pays: 0.7 x 0.5 x (1 - 4^-1.5) of all that is worth, less friction
        double worth = kinds.need(0) * 0.8 + taste.get(MarketParameter.NOVELTY);
        assertThat(plans.utility(0, 0, 0)).isCloseTo(0.7 * 0.5 * 0.875 * worth - 0.2, within(1e-12));
        assertThat(plans.poorestWhoPays(0, 0)).isEqualTo(UserTypes.CASUALS);
    }
}
