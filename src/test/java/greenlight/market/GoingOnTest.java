package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.ContinuationDecision;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a vendor does with its platform, and in which direction its reasons pull. */
class GoingOnTest {
    private static final String STORY = "sora-disney";
    /** The flagship launches in quarter 7; after eight quarters it has seen its first users. */
    private static final int LAUNCH = 7;

    private static Market atLaunch(World world) {
        return world.with(MarketParameter.QUARTERS, LAUNCH + 1).run();
    }

    private static Market atLaunch() {
        return atLaunch(World.of(STORY, 1));
    }

    private static ContinuationDecision decision(Market market, Setting setting) {
        DealAppraisal appraisal =
                new DealAppraisal(setting, market.firms(), market.dealBook(), market.court(), market.environment());
        return new ContinuationAppraisal(
                        setting, market.firms(), market.dealBook(), market.court(), market.environment(), appraisal)
                .of(flagship(market));
    }

    private static Vendor flagship(Market market) {
        return market.vendors().get(0);
    }

    private static double reading(Market market, int quarter, Reading reading) {
        for (Row row : market.rows()) {
            if (row.quarter() == quarter
                    && row.kind().equals(Row.VENDOR)
                    && row.entity().equals(flagship(market).name())) {
                return row.get(reading);
            }
        }
        throw new IllegalArgumentException("No row of the flagship in quarter " + quarter + ".");
    }

    // ---- enterprises

    @Test
    void aDearerHourElsewhereIsACostOfVideo() {
        Market usual = atLaunch();
        Market dear = atLaunch(World.of(STORY, 1).with(MarketParameter.ENTERPRISE_WORTH, 3.6));
        assertThat(flagship(dear).fleet().enterprisePrice())
                .isGreaterThan(flagship(usual).fleet().enterprisePrice());
        assertThat(decision(dear, dear.setting()).opportunity())
                .isGreaterThan(decision(usual, usual.setting()).opportunity());
        assertThat(decision(dear, dear.setting()).next())
                .isLessThan(decision(usual, usual.setting()).next());
    }

    @Test
    void moreEnterprisesRaiseThePriceOfAnHour() {
        Market usual = atLaunch();
        Market more = atLaunch(World.of(STORY, 1).with(MarketParameter.ENTERPRISE_HOURS, 1e10));
        assertThat(flagship(more).fleet().enterprisePrice())
                .isGreaterThan(flagship(usual).fleet().enterprisePrice());
    }

    /** What cannot be sold at its rent is not rented, so no lab serves enterprises below cost. */
    @Test
    void aLabSellsNoHourBelowItsRent() {
        Market market = World.of(STORY, 1).with(MarketParameter.GPU_PRICE, 12).run();
        for (Vendor vendor : market.vendors()) {
            if (vendor.lab() && vendor.trading()) {
                assertThat(vendor.fleet().enterprisePrice())
                        .as(vendor.name())
                        .isGreaterThanOrEqualTo(market.environment().gpuPrice() - 1e-9);
            }
        }
    }

    /** The compute tax: what video takes beyond its GPUs is missed in the results of enterprise services and of research. */
    @Test
    void whatVideoTakesFromEnterpriseAndResearchIsMissedThere() {
        World scarce = World.of("enterprise-first", 1)
                .with(MarketParameter.FREE_QUOTA, 90)
                .with(MarketParameter.LAUNCH_BUZZ, 30);
        Market untaxed = atLaunch(scarce.with(MarketParameter.COMPUTE_TAX, 0));
        Market taxed = atLaunch(scarce.with(MarketParameter.COMPUTE_TAX, 1));
        assertThat(reading(taxed, LAUNCH, Reading.VIDEO_SHARE))
                .isGreaterThan(reading(untaxed, LAUNCH, Reading.VIDEO_SHARE));
        assertThat(reading(taxed, LAUNCH, Reading.QUARTER_ENTERPRISE_REVENUE))
                .isLessThan(reading(untaxed, LAUNCH, Reading.QUARTER_ENTERPRISE_REVENUE));
        assertThat(reading(taxed, LAUNCH, Reading.CAPABILITY)).isLessThan(reading(untaxed, LAUNCH, Reading.CAPABILITY));
    }

    // ---- the board

    @Test
    void aSharedBillIsLessToSpend() {
        Market market = atLaunch(World.of("cost-sharing", 1));
        Setting setting = market.setting();
        assertThat(market.dealBook().running())
                .anyMatch(deal -> deal.vendor() == flagship(market).id());
        double shared = decision(market, setting.with(MarketParameter.LICENSED_SHARE, 0.6))
                .next();
        double alone = decision(market, setting.with(MarketParameter.LICENSED_SHARE, 0))
                .next();
        assertThat(shared).isGreaterThan(alone);
    }

    @Test
    void theOptionToCloseLaterIsWorthMoreTheLessIsKnown() {
        Market market = atLaunch();
        Setting setting = market.setting();
        assertThat(decision(market, setting).option()).isNotNegative();
        Market unsure = atLaunch(World.of(STORY, 1).with(MarketParameter.FORECAST_ERROR, 2));
        Market sure = atLaunch(World.of(STORY, 1).with(MarketParameter.FORECAST_ERROR, 0));
        assertThat(decision(unsure, unsure.setting()).option())
                .isGreaterThan(decision(sure, sure.setting()).option());
    }

    @Test
    void usersWhoStayAreWorthGoingOnFor() {
        Market usual = World.of(STORY, 1)
                .with(MarketParameter.LOSS_TOLERANCE, 50)
                .with(MarketParameter.QUARTERS, LAUNCH + 3)
                .run();
        Market sticky = World.of(STORY, 1)
                .with(MarketParameter.LOSS_TOLERANCE, 50)
                .with(MarketParameter.OUTSIDE_UTILITY, -3)
                .with(MarketParameter.QUARTERS, LAUNCH + 3)
                .run();
        assertThat(flagship(sticky).beliefs().retention().mean())
                .isGreaterThan(flagship(usual).beliefs().retention().mean());
        assertThat(decision(sticky, sticky.setting()).growth())
                .isGreaterThan(decision(usual, usual.setting()).growth());
    }

    /** Losses are borne for what is yet to be learned: the less of the plan is left in what a vendor believes, the fewer. */
    @Test
    void patienceWanesAsThePlanIsTested() {
        World patient =
                World.of(STORY, 1).with(MarketParameter.LOSS_TOLERANCE, 50).with(MarketParameter.VC_PRESSURE, 0);
        Market early = patient.with(MarketParameter.QUARTERS, LAUNCH + 1).run();
        Market late = patient.with(MarketParameter.QUARTERS, LAUNCH + 4).run();
        assertThat(decision(late, late.setting()).patience())
                .isPositive()
                .isLessThan(0.7 * decision(early, early.setting()).patience());
    }

    /** A launch's crowd is not taken for the crowd of every quarter. */
    @Test
    void arrivalsAreExpectedToFadeWithAttention() {
        Market market = World.of(STORY, 1)
                .with(MarketParameter.LOSS_TOLERANCE, 50)
                .with(MarketParameter.QUARTERS, LAUNCH + 2)
                .run();
        Market steady = World.of(STORY, 1)
                .with(MarketParameter.LOSS_TOLERANCE, 50)
                .with(MarketParameter.HYPE_HALF_LIFE, 8)
                .with(MarketParameter.QUARTERS, LAUNCH + 2)
                .run();
        assertThat(flagship(market).beliefs().arrivals())
                .isLessThan(flagship(steady).beliefs().arrivals());
        assertThat(market.environment().attentionKept()).isBetween(0.0, 1.0);
    }

    /** Cases and fines that a closed platform would not draw, guarantees, and nothing that is spent already. */
    @Test
    void clipsThatGetCheaperAreWorthWaitingFor() {
        Market market = atLaunch();
        Setting setting = market.setting();
        double falling = decision(market, setting.with(MarketParameter.PLANNING_QUARTERS, 16))
                .outlook()
                .spending();
        Market flat = atLaunch(World.of(STORY, 1).with(MarketParameter.EXPERIENCE, 0));
        double constant = decision(flat, flat.setting().with(MarketParameter.PLANNING_QUARTERS, 16))
                .outlook()
                .spending();
        assertThat(falling).isLessThan(constant);
    }

    // ---- terms

    @Test
    void aQuotaThatCostsMoreThanItsUsersAreWorthIsCut() {
        List<Double> quotas = List.of(0.0, 1000.0).stream()
                .map(value -> World.of(STORY, 1)
                        .with(MarketParameter.USER_VALUE, value)
                        .with(MarketParameter.LITIGATION, 0)
                        .with(MarketParameter.MINUTES_PER_CLIP, 4)
                        .with(MarketParameter.LOSS_TOLERANCE, 50)
                        .with(MarketParameter.QUARTERS, LAUNCH + 2)
                        .run())
                .map(market -> flagship(market).terms().freeQuota())
                .toList();
        assertThat(quotas.get(0)).isLessThan(MarketParameter.FREE_QUOTA.defaultValue());
        assertThat(quotas.get(1)).isGreaterThan(quotas.get(0));
    }

    @Test
    void toThoseWhoWorkAPriceThatIsTooLowRisesAndOneThatIsTooHighFalls() {
        for (double first : List.of(1.0, 300.0)) {
            Market market = World.of(STORY, 1)
                    .with(MarketParameter.PRICE, first)
                    .with(MarketParameter.USER_VALUE, 0)
                    .with(MarketParameter.LOSS_TOLERANCE, 50)
                    .with(MarketParameter.USERS, 10_000)
                    .with(MarketParameter.QUARTERS, 8)
                    .run();
            double price = market.vendors().stream()
                    .filter(vendor -> vendor.platformOpen() && vendor.opening().get(VendorTrait.WORK_FIT) == 1)
                    .mapToDouble(vendor -> vendor.terms().price())
                    .average()
                    .orElseThrow();
            assertThat(first < 20 ? price > 1.2 * first : price < first / 1.2)
                    .as("from " + first + " to " + price)
                    .isTrue();
        }
    }
}
