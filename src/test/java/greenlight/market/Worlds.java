package greenlight.market;

import greenlight.chance.Chance;
import greenlight.chance.Draws;
import greenlight.chance.For;
import greenlight.economics.Exact;
import greenlight.parameter.Dial;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import greenlight.scenario.Scenarios;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random worlds from the declared ranges of the table of dials: the same ones in every build. */
final class Worlds {
    private static final int HOW_BOLD = 0;
    private static final int WHETHER = 1;
    private static final int WHERE = 2;

    private Worlds() {}

    static Stream<World> hundred() {
        return some(100);
    }

    static Stream<World> twenty() {
        return some(20);
    }

    static Stream<World> asShipped() {
        return Scenarios.names().stream()
                .flatMap(name -> IntStream.rangeClosed(1, 3).mapToObj(seed -> World.of(name, seed)));
    }

    /** The first so many random worlds, the scenarios in turn. */
    static Stream<World> some(int n) {
        List<String> names = Scenarios.names();
        return IntStream.range(0, n).mapToObj(seed -> random(names.get(seed % names.size()), seed));
    }

    /**
     * Some worlds are near the scenario as it ships, others are wild: each has a boldness, the chance of a dial to be
     * anywhere in its range.
     */
    static World random(String scenario, long seed) {
        Draws draws = new Chance(seed).draws(For.TASTE, -1);
        double boldness = draws.uniform(HOW_BOLD);
        Parameters dials = Scenarios.setting(scenario);
        for (Parameter dial : Parameter.table()) {
            long who = dial.key().hashCode(); // the key, so that a new dial leaves the other dials' draws alone
            if (small(dial) || draws.uniform(who, WHETHER) < boldness) {
                dials = dials.with(dial, anywhere(dial, draws.uniform(who, WHERE)));
            }
        }
        return new World("random " + scenario + " seed " + seed, Scenarios.of(scenario), seed, dials);
    }

    private static boolean small(Parameter dial) {
        return dial == Parameter.USERS || dial == Parameter.QUARTERS || dial == Parameter.DEAL_TERM;
    }

    /** The value at a part of the dial's range, the ranges of size and horizon cut to what a test can run, terms to what ends in it. */
    private static double anywhere(Parameter dial, double part) {
        double value = switch (dial) {
            case USERS -> between(200, 2000, true, part);
            case QUARTERS -> between(8, 24, false, part);
            default -> between(dial.from(), dial.to(), decades(dial), part);
        };
        return switch (dial.kind()) {
            case REAL -> value;
            case INTEGER, CHOICE -> Math.rint(value);
            case SWITCH -> part < 0.85 ? 1 : 0;
        };
    }

    /** Whether a range is so wide that its lower decades deserve as many worlds as its highest. */
    private static boolean decades(Dial dial) {
        boolean wide = dial.from() > 0 && dial.to() >= 1000 * dial.from();
        return wide || (dial.scale() == Dial.Scale.LOG && dial.from() > 0);
    }

    private static double between(double from, double to, boolean decades, double part) {
        double value = decades ? from * Exact.pow(to / from, part) : from + part * (to - from);
        return Math.max(from, Math.min(to, value));
    }
}
