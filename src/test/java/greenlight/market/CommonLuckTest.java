package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two runs that differ in one parameter share the luck of all that the parameter does not touch. */
class CommonLuckTest {
    private static final Set<Reading> USERS_SIDE = EnumSet.of(
            Reading.ACTIVE_USERS,
            Reading.PAID_USERS,
            Reading.ADOPTERS,
            Reading.LEAVERS,
            Reading.RETENTION_OBSERVED,
            Reading.CONVERSION_OBSERVED,
            Reading.QUARTER_CLIPS,
            Reading.CLIPS_RATIONED,
            Reading.QUARTER_VIDEO_REVENUE,
            Reading.QUARTER_INCIDENTS);

    private static final Set<Event.Kind> SUITS = EnumSet.of(Event.Kind.SUIT);
    private static final Set<Event.Kind> OF_THE_COURT = EnumSet.of(
            Event.Kind.SUIT, Event.Kind.DISMISSAL, Event.Kind.SETTLEMENT, Event.Kind.JUDGMENT, Event.Kind.FINE);

    static Stream<World> worlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(30))
                .map(world -> world.with(MarketParameter.LITIGATION, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void usersNeverFeelTheRateOfSuitsBeforeASuitOrADecisionDiffers(World world) {
        sameUntilNewsDiffers(world, MarketParameter.TRAINING_SUITS, SUITS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void usersNeverFeelDamagesBeforeASuitARulingOrADecisionDiffers(World world) {
        sameUntilNewsDiffers(world, MarketParameter.DAMAGES, OF_THE_COURT);
    }

    private static void sameUntilNewsDiffers(World world, MarketParameter parameter, Set<Event.Kind> news) {
        Market low = low(world, parameter).run();
        Market high = high(world, parameter).run();
        int until = untilFelt(low, high, news);
        assertThat(Imprint.difference(usersSide(low, until), usersSide(high, until)))
                .isEmpty();
    }

    /** The two tests above could not fail if the news never differed, or users never felt it. */
    @Test
    void suitsAndRulingsDifferInTimeAndUsersFeelThemLater() {
        for (MarketParameter parameter : List.of(MarketParameter.TRAINING_SUITS, MarketParameter.DAMAGES)) {
            Set<Event.Kind> news = parameter == MarketParameter.DAMAGES ? OF_THE_COURT : SUITS;
            int differ = 0;
            int felt = 0;
            for (World world : worlds().toList()) {
                Market low = low(world, parameter).run();
                Market high = high(world, parameter).run();
                int horizon = world.setting().count(MarketParameter.QUARTERS);
                differ += untilFelt(low, high, news) < horizon - 1 ? 1 : 0;
                felt += usersSide(low, horizon).equals(usersSide(high, horizon)) ? 0 : 1;
            }
            assertThat(differ)
                    .as("worlds in which the news of " + parameter.key() + " differs")
                    .isGreaterThan(10);
            assertThat(felt).as("worlds in which users feel " + parameter.key()).isGreaterThan(3);
        }
    }

    private static World low(World world, MarketParameter parameter) {
        return world.with(parameter, ReferenceSetting.value(parameter) / 2);
    }

    private static World high(World world, MarketParameter parameter) {
        return world.with(parameter, ReferenceSetting.value(parameter) * 4);
    }

    /**
     * The last quarter in which users cannot feel a difference yet. They act before the court does, and after the firms, which
     * know the rate of suits and what a suit pays, and avoid what they can by their terms; so do investors, in what they pay for a share.
     */
    private static int untilFelt(Market low, Market high, Set<Event.Kind> news) {
        Set<Event.Kind> decisions = EnumSet.complementOf(EnumSet.copyOf(OF_THE_COURT));
        return Math.min(
                firstDifferent(low, high, news),
                Math.min(firstDifferent(low, high, decisions), firstValuedDifferently(low, high)) - 1);
    }

    private static int firstValuedDifferently(Market one, Market other) {
        int first = one.setting().count(MarketParameter.QUARTERS);
        for (int i = 0; i < Math.min(one.rows().size(), other.rows().size()); i++) {
            int index = i;
            Row row = one.rows().get(i);
            if (row.kind().equals(Row.VENDOR)
                    && Stream.of(
                                    Reading.VALUATION,
                                    Reading.QUARTER_PRICE,
                                    Reading.QUARTER_FREE_QUOTA,
                                    Reading.QUARTER_GUARDRAILS,
                                    Reading.QUARTER_HEADROOM)
                            .anyMatch(each ->
                                    row.get(each) != other.rows().get(index).get(each))) {
                first = Math.min(first, row.quarter());
            }
        }
        return first;
    }

    /** The first quarter whose news of these kinds differ; the one after the horizon when none does. */
    private static int firstDifferent(Market one, Market other, Set<Event.Kind> kinds) {
        int horizon = one.setting().count(MarketParameter.QUARTERS);
        for (int quarter = 0; quarter < horizon; quarter++) {
            if (!news(one, quarter, kinds).equals(news(other, quarter, kinds))) {
                return quarter;
            }
        }
        return horizon;
    }

    /** Who sued whom, or was ruled to pay whom how much; causes in words quote the parameter itself. */
    private static List<String> news(Market market, int quarter, Set<Event.Kind> kinds) {
        return market.events().stream()
                .filter(event -> event.quarter() == quarter && kinds.contains(event.kind()))
                .map(event -> event.kind() + " " + event.who() + " > " + event.whom() + " " + event.cents())
                .sorted()
                .toList();
    }

    /** What users did, up to and including a quarter: they act before the court does. */
    private static List<String> usersSide(Market market, int until) {
        List<String> lines = new ArrayList<>();
        for (Row row : market.rows()) {
            if (row.quarter() <= until && row.kind().equals(Row.VENDOR)) {
                for (Reading reading : USERS_SIDE) {
                    lines.add(row.quarter() + " " + row.entity() + " " + reading.key() + " " + row.get(reading));
                }
            }
        }
        return lines;
    }

    /** Dials that act through suits alone; those of the legal climate are beliefs that are there without any suit. */
    private static final List<MarketParameter> OF_SUITS = List.of(
            MarketParameter.TRAINING_SUITS,
            MarketParameter.OUTPUT_SUITS,
            MarketParameter.SECONDARY_SUITS,
            MarketParameter.REGULATOR_ACTIONS,
            MarketParameter.FINE,
            MarketParameter.CASE_LENGTH,
            MarketParameter.CASE_COST,
            MarketParameter.SETTLING,
            MarketParameter.DISMISSAL,
            MarketParameter.DAMAGES,
            MarketParameter.DAMAGES_TAIL,
            MarketParameter.LARGEST_FINE,
            MarketParameter.ACTION_LENGTH,
            MarketParameter.RESTRICTION,
            MarketParameter.FULLY_VISIBLE,
            MarketParameter.FAME,
            MarketParameter.SUING_COST);

    private static final List<MarketParameter> OF_FADING = List.of(
            MarketParameter.NOVELTY_HALF_LIFE, MarketParameter.HALF_LIFE_SPREAD, MarketParameter.NOVELTY_RESTORED);

    private static final List<MarketParameter> OF_INVESTORS = List.of(
            MarketParameter.GROWTH_CHEER,
            MarketParameter.EXIT_FEAR,
            MarketParameter.MOOD_REVERSION,
            MarketParameter.PRESSURE_PREMIUM,
            MarketParameter.PRESSURE_ON_RESEARCH);

    private static final List<MarketParameter> OF_BRANDS = List.of(
            MarketParameter.ANOMALIES,
            MarketParameter.BRAND_TOLERANCE,
            MarketParameter.BREACH_FACTOR,
            MarketParameter.ANOMALY_COST);

    private static final List<MarketParameter> OF_LESSONS = List.of(
            MarketParameter.TRUST_WEIGHT, MarketParameter.LESSON_FROM_OTHERS, MarketParameter.STRICTEST_GUARANTEE);

    @Test
    void aDialOfAMechanismThatIsOffMovesNothing() {
        nothingMoves(MarketParameter.LITIGATION, OF_SUITS);
        nothingMoves(MarketParameter.NOVELTY_DECAY, OF_FADING);
        nothingMoves(MarketParameter.VC_PRESSURE, OF_INVESTORS);
        nothingMoves(MarketParameter.BRAND_SAFETY, OF_BRANDS);
        nothingMoves(MarketParameter.FEAR_OF_MISSING_OUT, List.of(MarketParameter.FOMO));
        nothingMoves(MarketParameter.LEARNING, OF_LESSONS);
    }

    private static void nothingMoves(MarketParameter mechanism, List<MarketParameter> setting) {
        for (World world : List.of(World.of("sora-disney", 1), World.of("blank-market", 1))) {
            World off = world.with(mechanism, 0);
            Market expected = off.run();
            for (MarketParameter parameter : setting) {
                assertThat(Imprint.difference(
                                off.with(parameter, parameter.from()).run(), expected))
                        .as(parameter.key() + " with " + mechanism.key() + " off, " + world)
                        .isEmpty();
                assertThat(Imprint.difference(
                                off.with(parameter, parameter.to()).run(), expected))
                        .as(parameter.key() + " with " + mechanism.key() + " off, " + world)
                        .isEmpty();
            }
        }
    }
}
