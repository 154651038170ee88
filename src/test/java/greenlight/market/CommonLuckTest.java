package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.record.Event;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import greenlight.parameter.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two runs that differ in one dial share the luck of all that the dial does not touch. */
class CommonLuckTest {
    private static final Set<Reading> USERS_SIDE = EnumSet.of(
            Reading.ACTIVE_USERS,
            Reading.PAID_USERS,
            Reading.ADOPTERS,
            Reading.LEAVERS,
            Reading.RETENTION_OBSERVED,
            Reading.CONVERSION_OBSERVED,
            Reading.CLIPS,
            Reading.CLIPS_RATIONED,
            Reading.VIDEO_REVENUE,
            Reading.INCIDENTS);

    private static final Set<Event.Kind> SUITS = EnumSet.of(Event.Kind.SUIT);
    private static final Set<Event.Kind> RULINGS =
            EnumSet.of(Event.Kind.DISMISSAL, Event.Kind.SETTLEMENT, Event.Kind.JUDGMENT, Event.Kind.FINE);

    static Stream<World> worlds() {
        return Stream.concat(Worlds.asShipped(), Worlds.some(30)).map(world -> world.with(Parameter.LITIGATION, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void usersNeverFeelTheRateOfSuitsBeforeASuitDiffers(World world) {
        sameUntilNewsDiffers(world, Parameter.TRAINING_SUITS, SUITS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void usersNeverFeelDamagesBeforeARulingDiffers(World world) {
        sameUntilNewsDiffers(world, Parameter.DAMAGES, RULINGS);
    }

    private static void sameUntilNewsDiffers(World world, Parameter dial, Set<Event.Kind> news) {
        Market low = low(world, dial).run();
        Market high = high(world, dial).run();
        int until = firstDifferent(low, high, news);
        assertThat(Imprint.difference(usersSide(low, until), usersSide(high, until)))
                .isEmpty();
    }

    /** The two tests above could not fail if the news never differed, or users never felt it. */
    @Test
    void suitsAndRulingsDifferInTimeAndUsersFeelThemLater() {
        for (Parameter dial : List.of(Parameter.TRAINING_SUITS, Parameter.DAMAGES)) {
            Set<Event.Kind> news = dial == Parameter.DAMAGES ? RULINGS : SUITS;
            int differ = 0;
            int felt = 0;
            for (World world : worlds().toList()) {
                Market low = low(world, dial).run();
                Market high = high(world, dial).run();
                int horizon = world.dials().count(Parameter.QUARTERS);
                differ += firstDifferent(low, high, news) < horizon - 1 ? 1 : 0;
                felt += usersSide(low, horizon).equals(usersSide(high, horizon)) ? 0 : 1;
            }
            assertThat(differ)
                    .as("worlds in which the news of " + dial.key() + " differs")
                    .isGreaterThan(10);
            assertThat(felt).as("worlds in which users feel " + dial.key()).isGreaterThan(3);
        }
    }

    private static World low(World world, Parameter dial) {
        return world.with(dial, dial.standard() / 2);
    }

    private static World high(World world, Parameter dial) {
        return world.with(dial, dial.standard() * 4);
    }

    /** The first quarter whose news of these kinds differ; the one after the horizon when none does. */
    private static int firstDifferent(Market one, Market other, Set<Event.Kind> kinds) {
        int horizon = one.dials().count(Parameter.QUARTERS);
        for (int quarter = 0; quarter < horizon; quarter++) {
            if (!news(one, quarter, kinds).equals(news(other, quarter, kinds))) {
                return quarter;
            }
        }
        return horizon;
    }

    /** Who sued whom, or was ruled to pay whom how much; causes in words quote the dial itself. */
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
            if (row.quarter() <= until && row.kind().equals(Chronicle.VENDOR)) {
                for (Reading reading : USERS_SIDE) {
                    lines.add(row.quarter() + " " + row.entity() + " " + reading.key() + " " + row.get(reading));
                }
            }
        }
        return lines;
    }

    /** Dials that act through suits alone; those of the legal climate are beliefs that are there without any suit. */
    private static final List<Parameter> OF_SUITS = List.of(
            Parameter.TRAINING_SUITS,
            Parameter.OUTPUT_SUITS,
            Parameter.SECONDARY_SUITS,
            Parameter.REGULATOR_ACTIONS,
            Parameter.FINE,
            Parameter.CASE_LENGTH,
            Parameter.CASE_COST,
            Parameter.SETTLING,
            Parameter.DISMISSAL,
            Parameter.DAMAGES,
            Parameter.DAMAGES_TAIL,
            Parameter.SETTLEMENT_SHARE,
            Parameter.EXPECTED_CASE_COST);

    private static final List<Parameter> OF_FADING =
            List.of(Parameter.NOVELTY_HALF_LIFE, Parameter.HALF_LIFE_SPREAD, Parameter.NOVELTY_RESTORED);

    private static final List<Parameter> OF_INVESTORS = List.of(
            Parameter.CLIMATE_DRIFT,
            Parameter.HERDING,
            Parameter.GROWTH_CHEER,
            Parameter.EXIT_FEAR,
            Parameter.EXUBERANCE_NOISE,
            Parameter.PRESSURE_PREMIUM,
            Parameter.PRESSURE_ON_TERMS,
            Parameter.GROWTH_MULTIPLE,
            Parameter.MARGIN_MULTIPLE,
            Parameter.DILUTION,
            Parameter.ASK_BELOW,
            Parameter.RUNWAY_WANTED,
            Parameter.TICKET,
            Parameter.DEAL_SIGNAL,
            Parameter.ACQUISITION);

    private static final List<Parameter> OF_BRANDS =
            List.of(Parameter.ANOMALIES, Parameter.BRAND_TOLERANCE, Parameter.BREACH_FACTOR, Parameter.ANOMALY_COST);

    private static final List<Parameter> OF_LESSONS = List.of(
            Parameter.FOMO,
            Parameter.FAILURE_LESSON,
            Parameter.LESSON_FROM_OTHERS,
            Parameter.STRINGENCY_STEP,
            Parameter.STRICTEST_PILOT,
            Parameter.STRICTEST_GUARANTEE,
            Parameter.TRUST_RECOVERY);

    @Test
    void aDialOfAMechanismThatIsOffMovesNothing() {
        nothingMoves(Parameter.LITIGATION, OF_SUITS);
        nothingMoves(Parameter.NOVELTY_DECAY, OF_FADING);
        nothingMoves(Parameter.VC_PRESSURE, OF_INVESTORS);
        nothingMoves(Parameter.BRAND_SAFETY, OF_BRANDS);
        nothingMoves(Parameter.FOMO_AND_LEARNING, OF_LESSONS);
    }

    private static void nothingMoves(Parameter mechanism, List<Parameter> dials) {
        for (World world : List.of(World.of("sora-disney", 1), World.of("blank-market", 1))) {
            World off = world.with(mechanism, 0);
            Market expected = off.run();
            for (Parameter dial : dials) {
                assertThat(Imprint.difference(off.with(dial, dial.from()).run(), expected))
                        .as(dial.key() + " with " + mechanism.key() + " off, " + world)
                        .isEmpty();
                assertThat(Imprint.difference(off.with(dial, dial.to()).run(), expected))
                        .as(dial.key() + " with " + mechanism.key() + " off, " + world)
                        .isEmpty();
            }
        }
    }
}
