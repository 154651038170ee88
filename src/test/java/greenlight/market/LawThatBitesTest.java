package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.ContinuationDecision;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.appraisal.LegalExposure;
import greenlight.market.chance.Chance;
import greenlight.market.economics.Litigation;
import greenlight.market.law.Case;
import greenlight.market.law.CaseLoad;
import greenlight.market.law.Court;
import greenlight.market.law.Ruling;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What suits and fines cost is learned from the docket, and firms avoid what they can. */
class LawThatBitesTest {
    private static final int SEEDS = 30;
    private static final double CENT = 0.01;
    private static final int COURTS = 100;
    private static final int CASES = 1000;

    // ---- what is believed

    /** Expected: the mean over the prior, with the weight of {@code legal_memory} cases, and all endings. */
    @Test
    void everyEndingCorrectsWhatASuitIsBelievedToPay() {
        Market market = World.of("sora-disney", 1).opened();
        Court court = market.court();
        double prior = court.payment();
        double weight = market.setting().get(MarketParameter.LEGAL_MEMORY);
        List<Ruling> rulings = rulings(market, 50);
        double paid = rulings.stream().mapToDouble(Ruling::dollars).sum();
        assertThat(rulings)
                .extracting(Ruling::outcome)
                .contains(Ruling.Outcome.SETTLED, Ruling.Outcome.DISMISSED, Ruling.Outcome.FOR_DEFENDANT);
        assertThat(court.payment()).isCloseTo((weight * prior + paid) / (weight + 50), within(CENT));
    }

    @Test
    void whatIsBelievedBeforeTheFirstEndingIsWhatSuitsComeToPay() {
        for (double wins : new double[] {0.1, 0.33, 1}) {
            Market market = World.of("sora-disney", 1)
                    .with(MarketParameter.PLAINTIFF_WINS, wins)
                    .with(MarketParameter.LEGAL_MEMORY, 100)
                    .opened();
            double prior = market.court().payment();
            double paid = 0;
            for (int seed = 1; seed <= COURTS; seed++) {
                Market another = World.of("sora-disney", seed)
                        .with(MarketParameter.PLAINTIFF_WINS, wins)
                        .with(MarketParameter.LEGAL_MEMORY, 100)
                        .opened();
                paid += rulings(another, CASES).stream()
                        .mapToDouble(Ruling::dollars)
                        .sum();
            }
            assertThat(paid / COURTS / CASES).as("won: " + wins).isCloseTo(prior, Percentage.withPercentage(10));
        }
    }

    /** A judgment for a plaintiff makes the next more likely: earlier rulings bind. */
    @Test
    void aRulingMovesTheOdds() {
        Market market = World.of("sora-disney", 1).opened();
        double before = market.court().climate();
        for (Ruling ruling : rulings(market, 60)) {
            assertThat(ruling.dollars()).isGreaterThanOrEqualTo(0);
        }
        assertThat(market.court().climate()).isNotEqualTo(before);
        double settled = Litigation.settlement(0.1, 0.5, 100);
        assertThat(Litigation.settlement(0.1, 0.6, 100)).isGreaterThan(settled);
    }

    /** What a suit elsewhere pays makes plaintiffs here more eager, and licences worth more. */
    @Test
    void aSettlementElsewhereTeachesEverybody() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 3).run();
        Vendor vendor = market.vendors().get(2);
        LegalExposure exposure = exposure(market, market.setting());
        double suits = exposure.trainingSuits(vendor, 1e6);
        double worthLicensing = exposure.worthLicensing(vendor, 1e6, 8, 0.04);
        market.court().note(1e9);
        assertThat(exposure.trainingSuits(vendor, 1e6)).isGreaterThan(suits * 1.2);
        assertThat(exposure.worthLicensing(vendor, 1e6, 8, 0.04)).isGreaterThan(worthLicensing * 1.2);
    }

    /** Licences are bought as far as they cost less than suits, and no further. */
    @Test
    void aVendorLicensesWhatIsWorthItsPrice() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 3).run();
        Vendor vendor = market.vendors().get(2);
        double had = vendor.provenance();
        assertThat(vendor.licenseTrainingData(had / 2)).isZero();
        double effort = market.setting().get(MarketParameter.LICENSING_EFFORT);
        double share = vendor.licenseTrainingData(had + 0.4);
        assertThat(share).isCloseTo(effort * 0.4, within(1e-12));
        assertThat(vendor.provenance()).isCloseTo(had + share, within(1e-12));
        double dear = exposure(market, market.setting().with(MarketParameter.LICENSING_COST, 1e9))
                .worthLicensing(vendor, 1e6, 8, 0.04);
        double cheap = exposure(market, market.setting().with(MarketParameter.LICENSING_COST, 1e7))
                .worthLicensing(vendor, 1e6, 8, 0.04);
        assertThat(cheap).isGreaterThan(dear);
    }

    @Test
    void whileARegulatorsActionIsOpenAPlatformReachesFewer() {
        Market market = World.of("sora-disney", 1).opened();
        Vendor vendor = market.vendors().get(0);
        assertThat(vendor.distribution()).isEqualTo(vendor.reach());
        vendor.noteCases(new CaseLoad(3, 1, 1));
        assertThat(vendor.distribution())
                .isCloseTo(vendor.reach() * (1 - market.setting().get(MarketParameter.RESTRICTION)), within(1e-12));
        vendor.noteCases(new CaseLoad(2, 0, 0));
        assertThat(vendor.distribution()).isEqualTo(vendor.reach());
    }

    /** Small offences cost by the clip; larger ones the most that the law allows. */
    @Test
    void aFineGrowsWithTheHarmUpToALimit() {
        Market market = World.of("sora-disney", 1).opened();
        Vendor startup = market.vendors().get(2);
        LegalExposure exposure = exposure(market, market.setting());
        double each = market.setting().get(MarketParameter.FINE);
        assertThat(exposure.fine(startup, 10)).isCloseTo(10 * each, within(CENT));
        assertThat(exposure.fine(startup, 1e6)).isEqualTo(market.setting().get(MarketParameter.LARGEST_FINE));
    }

    private static LegalExposure exposure(Market market, Setting setting) {
        return new LegalExposure(setting, market.firms(), market.dealBook(), market.court(), market.environment());
    }

    private static List<Ruling> rulings(Market market, int cases) {
        Court court = market.court();
        for (int i = 0; i < cases; i++) {
            court.file(Case.Kind.TRAINING, market.artists(), market.vendors().get(0), 0, i, 0);
        }
        List<Ruling> all = new ArrayList<>();
        for (int quarter = 1; !court.docket().isEmpty(); quarter++) {
            all.addAll(court.rule(quarter));
        }
        return all;
    }

    @Test
    void aSuitCostsMoreWhereItPaysMoreOrLawyersDo() {
        Setting usual = World.of("sora-disney", 1).setting();
        double rate = usual.get(MarketParameter.DISCOUNT_RATE);
        double cost = court(usual).costOfSuit(rate);
        for (MarketParameter dearer :
                List.of(MarketParameter.DAMAGES, MarketParameter.CASE_COST, MarketParameter.PLAINTIFF_WINS)) {
            Setting changed = usual.with(dearer, 2 * usual.get(dearer));
            assertThat(court(changed).costOfSuit(rate)).as(dearer.key()).isGreaterThan(cost * 1.1);
        }
        assertThat(court(usual.with(MarketParameter.DAMAGES_TAIL, 2)).costOfSuit(rate))
                .as("a lighter tail")
                .isLessThan(cost / 1.1);
        assertThat(court(usual.with(MarketParameter.DISMISSAL, 0.8)).costOfSuit(rate))
                .as("more dismissals")
                .isLessThan(cost);
    }

    private static Court court(Setting setting) {
        return new Court(setting, new Chance(1));
    }

    // ---- what closes a platform

    /** A vendor that closes keeps its cases, so they are no reason to close. */
    @Test
    void openCasesDoNotCloseAPlatform() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 10).run();
        for (Vendor vendor : market.vendors()) {
            if (!vendor.platformOpen()) {
                continue;
            }
            ContinuationDecision before = continuation(market).of(vendor);
            for (int i = 0; i < 50; i++) {
                market.lawsuits().file(Case.Kind.OUTPUT, market.artists(), vendor, market.quarter(), i, 0);
            }
            vendor.noteCases(new CaseLoad(50, 50, 0));
            assertThat(continuation(market).of(vendor)).isEqualTo(before);
            assertThat(before.legal()).isPositive();
        }
    }

    /** What an open platform draws: more where fines are higher, more people see it, or suits pay more. */
    @Test
    void whatAPlatformDrawsIsChargedToGoingOn() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 8).run();
        Vendor flagship = market.vendors().get(0);
        Setting usual = market.setting();
        double legal = avoidable(market, usual, flagship, 5e6);
        assertThat(legal).isGreaterThan(1e5);
        assertThat(avoidable(market, usual, flagship, 1e6)).isLessThan(legal);
        assertThat(avoidable(market, usual.with(MarketParameter.FINE, 0), flagship, 5e6))
                .isLessThan(legal);
        assertThat(avoidable(market, usual.with(MarketParameter.OUTPUT_SUITS, 1), flagship, 5e6))
                .isGreaterThan(legal);
        assertThat(avoidable(market, usual.with(MarketParameter.LITIGATION, 0), flagship, 5e6))
                .isZero();
    }

    private static double avoidable(Market market, Setting setting, Vendor vendor, double users) {
        return exposure(market, setting).avoidable(vendor, vendor.terms(), users, 5 * users, 0.04);
    }

    private static ContinuationAppraisal continuation(Market market) {
        DealAppraisal appraisal = new DealAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        return new ContinuationAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment(), appraisal);
    }

    // ---- whole runs, with the same random numbers

    @Test
    void theLargerDamagesAreTheFewerSignAndTheSoonerPlatformsClose() {
        List<double[]> runs = runs(MarketParameter.DAMAGES, 1e6, 1.7e8);
        falls(runs, Measure.DEALS_SIGNED, 1);
        falls(runs, Measure.FLAGSHIP_LIFE, 0.5);
    }

    @Test
    void theOftenerPlaintiffsWinTheFewerDealsAreSigned() {
        falls(runs(MarketParameter.PLAINTIFF_WINS, 0, 0.67), Measure.DEALS_SIGNED, 1);
    }

    @Test
    void courtsShortenTheLifeOfThePlatform() {
        falls(runs(MarketParameter.LITIGATION, 0, 1), Measure.FLAGSHIP_LIFE, 1);
    }

    /** Means of all measures over the seeds, at each level of a parameter. */
    private static List<double[]> runs(MarketParameter parameter, double... levels) {
        return Arrays.stream(levels)
                .mapToObj(level -> {
                    double[] sums = new double[Measure.values().length];
                    for (int seed = 1; seed <= SEEDS; seed++) {
                        double[] measures = World.of("sora-disney", seed)
                                .with(parameter, level)
                                .run()
                                .measures();
                        for (int i = 0; i < sums.length; i++) {
                            sums[i] += measures[i] / SEEDS;
                        }
                    }
                    return sums;
                })
                .toList();
    }

    private static void falls(List<double[]> runs, Measure measure, double by) {
        List<Double> means = runs.stream().map(sums -> sums[measure.ordinal()]).toList();
        assertThat(means).as(measure.key()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(means.get(0) - means.get(means.size() - 1)).as(measure.key()).isGreaterThan(by);
    }

    /** Suits over training data, which guardrails do not prevent, while the same platforms are open: where losses are borne. */
    @Test
    void plaintiffsWhoWinMoreOftenOrMoreSueMore() {
        for (MarketParameter parameter : List.of(MarketParameter.PLAINTIFF_WINS, MarketParameter.DAMAGES)) {
            List<Long> suits = new ArrayList<>();
            for (double level :
                    parameter == MarketParameter.DAMAGES ? new double[] {1e5, 8.5e6, 1e9} : new double[] {0, 0.33, 1}) {
                long filed = 0;
                for (int seed = 1; seed <= SEEDS; seed++) {
                    Market market = World.of("sora-disney", seed)
                            .with(MarketParameter.QUARTERS, 6)
                            .with(MarketParameter.LOSS_TOLERANCE, 50)
                            .with(MarketParameter.LICENSING_EFFORT, 0)
                            .with(parameter, level)
                            .run();
                    filed += market.events().stream()
                            .filter(event -> event.kind() == Event.Kind.SUIT)
                            .filter(event -> event.cause().contains("training data"))
                            .count();
                }
                suits.add(filed);
            }
            assertThat(suits).as(parameter.key()).isSorted();
            assertThat(suits.get(1)).as(parameter.key()).isGreaterThan(2 * suits.get(0));
            assertThat(suits.get(2)).as(parameter.key()).isGreaterThan(suits.get(1));
        }
    }
}
