package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Strategy;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.contract.Clauses;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import org.junit.jupiter.api.Test;

/** What studios learn and fear, and that a platform deal stands beside tools and other deals. */
class StudioLearningTest {
    private static final int SEEDS = 30;
    private static final double CENT = 0.01;

    // ---- expectations

    @Test
    void whatIsExpectedOfAnAudienceIsThePlanUntilUsersAreSeen() {
        Market market = World.of("sora-disney", 1).opened();
        Vendor vendor = market.vendors().get(0);
        assertThat(vendor.beliefs().audience().expected(5e6)).isEqualTo(5e6);
        vendor.beliefs().audience().learn(5e6, 1e6);
        double once = vendor.beliefs().audience().expected(5e6);
        vendor.beliefs().audience().learn(5e6, 1e6);
        double twice = vendor.beliefs().audience().expected(5e6);
        assertThat(once).isStrictlyBetween(1e6, 5e6);
        assertThat(twice).isStrictlyBetween(1e6, once);
    }

    @Test
    void anAudienceBelowThePlanMakesADealWorthLess() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 3).run();
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().get(0);
        double before = appraisal(market).worth(studio, vendor, terms(0));
        vendor.beliefs().audience().learn(5e6, 1e5);
        assertThat(appraisal(market).worth(studio, vendor, terms(0))).isLessThan(before - 1e6);
    }

    /** A failed pilot teaches that vendor's rate of anomalies, and of no other. */
    @Test
    void anAuditIsRemembered() {
        Market market = World.of("sora-disney", 1).opened();
        Studio studio = market.studios().get(0);
        Vendor audited = market.vendors().get(0);
        Vendor other = market.vendors().get(1);
        double unknown = studio.priorOfAnomalies(audited).mean();
        double unaudited = studio.priorOfAnomalies(other).mean();
        Deal deal = new Deal(0, 0, 0, terms(0), 0, studio.priorOfAnomalies(audited));
        deal.learn(1000, 200);
        studio.noteAudits(deal, audited);
        assertThat(studio.priorOfAnomalies(audited).mean()).isGreaterThan(unknown * 2);
        assertThat(studio.priorOfAnomalies(other).mean()).isEqualTo(unaudited);
        assertThat(studio.pilot(audited, 1).passes())
                .isLessThan(studio.pilot(other, 1).passes());
    }

    @Test
    void aFailedDealCostsTrustAndMakesDemandsStricter() {
        Market market = World.of("sora-disney", 1).opened();
        Studio own = market.studios().get(0);
        Studio other = market.studios().get(1);
        Vendor failed = market.vendors().get(0);
        double trusted = own.lasting(failed, 12);
        own.learn(true, 0);
        other.learn(false, 0);
        assertThat(own.lasting(failed, 12)).isLessThan(other.lasting(failed, 12));
        assertThat(other.lasting(failed, 12)).isLessThan(trusted);
        assertThat(own.guaranteeDemanded()).isGreaterThan(other.guaranteeDemanded());
        assertThat(other.guaranteeDemanded()).isGreaterThan(other.usualGuarantee());
    }

    /** A Beta belief: what failed is forgotten as others are served. */
    @Test
    void dealsThatAreServedRestoreTrust() {
        Market market = World.of("sora-disney", 1).opened();
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().get(0);
        assertThat(studio.stringency()).isZero();
        studio.learn(true, 0);
        double failed = studio.lasting(vendor, 12);
        double wary = studio.stringency();
        assertThat(wary).isPositive();
        for (int quarter = 0; quarter < 12; quarter++) {
            studio.seeServed(true, 0);
        }
        assertThat(studio.lasting(vendor, 12)).isGreaterThan(failed);
        assertThat(studio.stringency()).isLessThan(wary);
    }

    @Test
    void theFirmerTheFirstTrustTheLessAFailureTeaches() {
        double[] lasting = new double[2];
        double[] stringency = new double[2];
        for (int i = 0; i < 2; i++) {
            Market market = World.of("sora-disney", 1)
                    .with(MarketParameter.TRUST_WEIGHT, i == 0 ? 1 : 10)
                    .opened();
            Studio studio = market.studios().get(0);
            studio.learn(false, 0);
            lasting[i] = studio.lasting(market.vendors().get(0), 12);
            stringency[i] = studio.stringency();
        }
        assertThat(lasting[0]).isLessThan(lasting[1]);
        assertThat(stringency[0]).isGreaterThan(stringency[1]);
    }

    /** A pilot screens out what a studio does not tolerate, so it asks for one where it expects many anomalies, or harm is dear. */
    @Test
    void aPilotIsDemandedWhereItIsWorthIt() {
        int cheap = pilot(0, ReferenceSetting.value(MarketParameter.ANOMALIES));
        int dear = pilot(5e9, ReferenceSetting.value(MarketParameter.ANOMALIES));
        assertThat(cheap).isZero();
        assertThat(dear).isGreaterThan(cheap);
        assertThat(pilot(5e9, 0)).isZero();
    }

    private static int pilot(double harm, double anomalies) {
        Market market = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, 3)
                .with(MarketParameter.ANOMALY_COST, harm)
                .with(MarketParameter.ANOMALIES, anomalies)
                .run();
        return appraisal(market)
                .withPilot(market.studios().get(0), market.vendors().get(0), terms(0))
                .pilotQuarters();
    }

    /** Tools cost half of what they save. */
    @Test
    void makersOfToolsAndStudiosShareWhatToolsSave() {
        Studio studio = World.of("sora-disney", 1).opened().studios().get(0);
        assertThat(studio.priceOfTools(0.5)).isEqualTo(studio.toolSavings(0.5) / 2);
        assertThat(studio.weighTools(0.5)).isEqualTo(studio.toolSavings(0.5) / 2);
        assertThat(studio.weighTools(0)).isZero();
    }

    // ---- guarantees and terms

    @Test
    void aGuaranteeIsWorthNoMoreThanWhatTheVendorCouldPay() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 3).run();
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().get(2);
        double rich = appraisal(market).worth(studio, vendor, terms(1));
        market.books().pay(vendor.account(), market.books().world(), vendor.cash(), Why.OVERHEAD);
        double poor = appraisal(market).worth(studio, vendor, terms(1));
        assertThat(poor).isLessThan(rich);
        assertThat(poor).isCloseTo(appraisal(market).worth(studio, vendor, terms(0)), within(CENT));
    }

    @Test
    void aCounterOfferGoesHalfwayToUsualTerms() {
        Terms wary = new Terms(12, 5, 200, 1e6, 0, 0, 3, 0.2, 0.4, 4, false, Clauses.NONE);
        Terms milder = wary.milder(1, 0.1);
        assertThat(milder.pilotQuarters()).isEqualTo(3);
        assertThat(milder.guarantee()).isCloseTo(0.25, within(1e-12));
        assertThat(milder.licenceFee()).isEqualTo(wary.licenceFee());
        assertThat(milder.exclusivity()).isEqualTo(wary.exclusivity());
    }

    @Test
    void charactersAreLicensedWhenTheContractHasClosed() {
        Market market = World.of("sora-disney", 1).opened();
        Deal deal = new Deal(
                0,
                0,
                0,
                terms(0),
                0,
                market.studios().get(0).priorOfAnomalies(market.vendors().get(0)));
        deal.become(Stage.ACTIVE, 0);
        for (int quarter = 0; quarter < 3; quarter++) {
            assertThat(deal.licensed()).isFalse();
            deal.age();
        }
        assertThat(deal.licensed()).isTrue();
    }

    // ---- whole runs

    @Test
    void partnersBuyToolsAsWell() {
        int[] besides = {0};
        for (int seed = 1; seed <= 5; seed++) {
            World.of("sora-disney", seed).watch(market -> {
                for (Studio studio : market.studios()) {
                    boolean partner = studio.strategy() == Strategy.PLATFORM_PARTNER;
                    besides[0] +=
                            partner && studio.usesTools() && studio.account().paid(Why.TOOLS) > 0 ? 1 : 0;
                }
            });
        }
        assertThat(besides[0]).isPositive();
    }

    /** Where users' play with characters is worth much, no deal binds, and vendors court often. */
    @Test
    void aStudioMayHaveSeveralPartners() {
        int[] several = {0};
        for (int seed = 1; seed <= 5; seed++) {
            World.of("sora-disney", seed)
                    .with(MarketParameter.ENGAGEMENT, MarketParameter.ENGAGEMENT.to())
                    .with(MarketParameter.EXCLUSIVITY, 0)
                    .with(MarketParameter.OFFERS, 1)
                    .watch(market -> {
                        for (Studio studio : market.studios()) {
                            long running = market.dealBook().running().stream()
                                    .filter(deal -> deal.studio() == studio.id())
                                    .count();
                            several[0] += running > 1 ? 1 : 0;
                        }
                    });
        }
        assertThat(several[0]).isPositive();
    }

    @Test
    void fearOfMissingOutMakesStudiosSignAndLearningKeepsThemFromIt() {
        double afraid = signed(MarketParameter.FEAR_OF_MISSING_OUT, 1) - signed(MarketParameter.FEAR_OF_MISSING_OUT, 0);
        double learned = signed(MarketParameter.LEARNING, 1) - signed(MarketParameter.LEARNING, 0);
        assertThat(afraid).isGreaterThan(0.3);
        assertThat(learned).isLessThan(-0.3);
    }

    private static double signed(MarketParameter parameter, double level) {
        double signed = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] measures =
                    World.of("sora-disney", seed).with(parameter, level).run().measures();
            signed += measures[Measure.DEALS_SIGNED.ordinal()] / SEEDS;
        }
        return signed;
    }

    private static DealAppraisal appraisal(Market market) {
        DealAppraisal appraisal = new DealAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        appraisal.notePartners();
        return appraisal;
    }

    private static Terms terms(double guarantee) {
        return new Terms(12, 0, 200, 1e6, 0, 0, 3, 0, guarantee, 4, false, Clauses.NONE);
    }
}
