package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.ProductState;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.appraisal.LegalExposure;
import greenlight.market.contract.Deal;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mechanism's switch takes its effect away and leaves alone what it cannot touch. */
class SwitchTest {
    private static final String WORLDS = "greenlight.market.Worlds#asShipped";

    private static final List<Reading> OUTSIDE =
            List.of(Reading.QUARTER_GPU_PRICE, Reading.QUARTER_ENTERPRISE_HOURS, Reading.REGULATORY_PRESSURE);
    private static final List<Reading> ADOPTION = List.of(Reading.ADOPTERS, Reading.ACTIVE_USERS);
    private static final List<Reading> ALL_OF_USERS = List.of(
            Reading.ADOPTERS,
            Reading.ACTIVE_USERS,
            Reading.PAID_USERS,
            Reading.QUARTER_CLIPS,
            Reading.QUARTER_VIDEO_REVENUE);

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutComputeCostAClipTakesOnePercentOfTheTime(World world) {
        Market on = world.run();
        Market off = off(world, MarketParameter.COMPUTE_COST);
        sameOutside(on, off);
        sameInFirstQuarter(ADOPTION, world, MarketParameter.COMPUTE_COST);
        int clips = 0;
        for (Row row : vendors(on, 0)) {
            double minutes = row.get(Reading.QUARTER_MINUTES_PER_CLIP);
            if (!Double.isNaN(minutes)) {
                assertThat(like(row, off).get(Reading.QUARTER_MINUTES_PER_CLIP))
                        .as(row.entity())
                        .isCloseTo(minutes / 100, Percentage.withPercentage(1e-9));
                clips++;
            }
        }
        assertThat(clips).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutNoveltyDecayMoreUsersStay(World world) {
        World crowded = world.with(MarketParameter.USERS, 20_000);
        Market on = crowded.run();
        Market off = off(crowded, MarketParameter.NOVELTY_DECAY);
        sameOutside(on, off);
        assertThat(market(off, 0).get(Reading.ACTIVE_USERS)) // novelty fades by the month
                .isGreaterThanOrEqualTo(market(on, 0).get(Reading.ACTIVE_USERS));
        for (Row row : vendors(on, 0)) { // later, those are left who would stay anyway
            if (row.get(Reading.RETENTION_OBSERVED) >= 0) {
                assertThat(like(row, off).get(Reading.RETENTION_OBSERVED))
                        .as(row.entity())
                        .isGreaterThanOrEqualTo(row.get(Reading.RETENTION_OBSERVED));
            }
        }
        assertThat(activeInAll(off)).isGreaterThan(activeInAll(on));
    }

    /** User-quarters. */
    private static double activeInAll(Market market) {
        return market.rows().stream()
                .filter(row -> row.entity().equals(Row.MARKET))
                .mapToDouble(row -> row.get(Reading.ACTIVE_USERS))
                .sum();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutPressureOfInvestorsNobodyRunsOutOfMoney(World world) {
        Market on = world.run();
        Market off = off(world, MarketParameter.VC_PRESSURE);
        sameOutside(on, off);
        sameInFirstQuarter(ADOPTION, world, MarketParameter.VC_PRESSURE);
        none(off, Event.Kind.ACQUISITION, Event.Kind.INSOLVENCY);
        double first = market(off, 0).get(Reading.QUARTER_EXUBERANCE);
        World without = world.with(MarketParameter.VC_PRESSURE, 0);
        without.watch(running -> {
            assertThat(market(running, running.quarter()).get(Reading.QUARTER_EXUBERANCE))
                    .isEqualTo(first);
            for (Vendor vendor : running.vendors()) {
                assertThat(vendor.pressure()).isZero();
                assertThat(vendor.discountRate()).isEqualTo(world.setting().get(MarketParameter.DISCOUNT_RATE));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutLitigationNobodySuesAndNothingIsFined(World world) {
        Market on = world.run();
        Market off = off(world, MarketParameter.LITIGATION);
        sameOutside(on, off);
        sameInFirstQuarter(ALL_OF_USERS, world, MarketParameter.LITIGATION);
        none(off, Event.Kind.SUIT, Event.Kind.DISMISSAL, Event.Kind.SETTLEMENT, Event.Kind.JUDGMENT, Event.Kind.FINE);
        assertThat(off.measures()[Measure.LEGAL_COST.ordinal()]).isZero();
        for (Why why : List.of(Why.CASE_COST, Why.SETTLEMENT, Why.DAMAGES, Why.FINE)) {
            assertThat(paid(off, why)).as(why.words()).isZero();
        }
        DealAppraisal appraisal =
                new DealAppraisal(off.setting(), off.firms(), off.dealBook(), off.court(), off.environment());
        LegalExposure exposure =
                new LegalExposure(off.setting(), off.firms(), off.dealBook(), off.court(), off.environment());
        for (Vendor vendor : off.vendors()) {
            assertThat(exposure.avoidable(vendor, vendor.terms(), 1e6, 1e7, 0.04))
                    .isZero();
            for (Studio studio : off.studios()) {
                assertThat(appraisal.legalRisk(studio, vendor)).isZero();
            }
        }
        assertThat(on.events()).anyMatch(event -> event.kind() == Event.Kind.SUIT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutBrandSafetyNoClipIsEverOff(World world) {
        Market on = world.run();
        Market off = off(world, MarketParameter.BRAND_SAFETY);
        sameOutside(on, off);
        sameInFirstQuarter(ALL_OF_USERS, world, MarketParameter.BRAND_SAFETY);
        assertThat(off.deals()).allSatisfy(deal -> {
            assertThat(deal.anomaliesSeen()).isZero();
            assertThat(deal.cause()).isNotEqualTo(Deal.Cause.BRAND);
        });
        assertThat(paid(off, Why.BRAND_HARM)).isZero();
        assertThat(off.vendors())
                .allSatisfy(vendor -> assertThat(vendor.model().anomalyRate()).isZero());
        assertThat(on.vendors())
                .allSatisfy(vendor -> assertThat(vendor.model().anomalyRate()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutTheEnterpriseOptionFreedGpusAreGivenBack(World world) {
        Market on = world.run();
        World without = world.with(MarketParameter.ENTERPRISE_OPTION, 0);
        Market off = without.run();
        sameOutside(on, off);
        sameInFirstQuarter(ALL_OF_USERS, world, MarketParameter.ENTERPRISE_OPTION);
        without.watch(running -> {
            for (Vendor vendor : running.vendors()) {
                assertThat(vendor.fleet().shadowPrice()).isZero();
                assertThat(vendor.state()).isNotEqualTo(ProductState.PIVOTED_TO_ENTERPRISE);
                if (vendor.lab() && vendor.trading() && !vendor.platformOpen()) {
                    assertThat(vendor.fleet().gpus())
                            .as(vendor.name())
                            .isLessThanOrEqualTo(vendor.opening().get(VendorTrait.GPUS)
                                            * running.environment().labFleet()
                                            * (1 - vendor.opening().get(VendorTrait.VIDEO_SHARE))
                                    + 1e-6);
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutFearRivalsDealsAreWorthNothingToAStudio(World world) {
        World afraid = world.with(MarketParameter.FOMO, MarketParameter.FOMO.to());
        Market on = afraid.run();
        Market off = off(afraid, MarketParameter.FEAR_OF_MISSING_OUT);
        sameOutside(on, off);
        sameInFirstQuarter(ALL_OF_USERS, world, MarketParameter.FEAR_OF_MISSING_OUT);
        for (Studio studio : off.studios()) {
            assertThat(studio.fear(1)).isZero();
        }
        for (Studio studio : on.studios()) {
            assertThat(studio.fear(1)).isPositive();
        }
        assertThat(off.deals().size()).isLessThanOrEqualTo(on.deals().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void withoutLearningTrustDemandsAndExpectationsNeverMove(World world) {
        Market on = world.run();
        Market off = off(world, MarketParameter.LEARNING);
        sameOutside(on, off);
        sameInFirstQuarter(ALL_OF_USERS, world, MarketParameter.LEARNING);
        for (Row row : off.rows()) {
            if (row.kind().equals(Row.STUDIO)) {
                assertThat(row.get(Reading.QUARTER_TRUST))
                        .isCloseTo(world.setting().get(MarketParameter.TRUST), within(1e-12));
                assertThat(row.get(Reading.STRINGENCY)).isZero();
            }
        }
        Set<Deal.Cause> noFailure = EnumSet.of(Deal.Cause.NONE, Deal.Cause.TERM_OVER);
        boolean failure = on.deals().stream().anyMatch(deal -> !noFailure.contains(deal.cause()));
        boolean learned = on.rows().stream()
                .filter(row -> row.kind().equals(Row.STUDIO))
                .anyMatch(
                        row -> row.get(Reading.QUARTER_TRUST) != world.setting().get(MarketParameter.TRUST));
        assertThat(learned).as("trust moves where a deal fails").isIn(true, failure);
        assertThat(on.rows().stream().anyMatch(row -> row.get(Reading.STRINGENCY) > 0))
                .as("studios are wary only where a deal failed")
                .isIn(failure, false);
    }

    private static Market off(World world, MarketParameter mechanism) {
        return world.with(mechanism, 0).run();
    }

    private static void none(Market market, Event.Kind... kinds) {
        assertThat(market.events().stream().map(Event::kind)).doesNotContain(kinds);
    }

    private static double paid(Market market, Why why) {
        double cents = 0;
        for (Sector from : Sector.values()) {
            for (Sector to : Sector.values()) {
                cents += market.ledger().flow(why, from, to);
            }
        }
        return cents;
    }

    private static void sameOutside(Market on, Market off) {
        assertThat(readings(off, OUTSIDE)).isEqualTo(readings(on, OUTSIDE));
    }

    private static List<String> readings(Market market, List<Reading> readings) {
        return ofKind(market, Row.MARKET)
                .map(row -> row.label() + text(row, readings))
                .toList();
    }

    /** Without offers: a mechanism may touch the first quarter's deals, and these the market's attention. */
    private static void sameInFirstQuarter(List<Reading> readings, World world, MarketParameter mechanism) {
        World quiet = world.with(MarketParameter.OFFERS, 0).with(MarketParameter.QUARTERS, 1);
        Market on = quiet.run();
        Market off = off(quiet, mechanism);
        for (Scenario.VendorOpening vendor : world.scenario().vendors()) {
            assertThat(text(first(off, vendor.name()), readings))
                    .as(vendor.name())
                    .isEqualTo(text(first(on, vendor.name()), readings));
        }
    }

    private static Row first(Market market, String vendor) {
        return vendors(market, 0).stream()
                .filter(row -> row.entity().equals(vendor))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Row row, List<Reading> readings) {
        return readings.stream()
                .map(reading -> reading.key() + " " + Objects.toString(row.get(reading)))
                .toList()
                .toString();
    }

    private static Stream<Row> ofKind(Market market, String kind) {
        return market.rows().stream().filter(row -> row.kind().equals(kind));
    }

    private static List<Row> vendors(Market market, int quarter) {
        return ofKind(market, Row.VENDOR)
                .filter(row -> row.quarter() == quarter)
                .toList();
    }

    private static Row market(Market market, int quarter) {
        return ofKind(market, Row.MARKET)
                .filter(row -> row.quarter() == quarter)
                .findFirst()
                .orElseThrow();
    }

    private static Row like(Row row, Market other) {
        return vendors(other, row.quarter()).stream()
                .filter(each -> each.entity().equals(row.entity()))
                .findFirst()
                .orElseThrow();
    }
}
