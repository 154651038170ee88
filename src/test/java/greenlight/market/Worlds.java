package greenlight.market;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Exact;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random worlds from the declared ranges of the table of parameters: the same ones in every build. */
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
                .flatMap(name -> IntStream.rangeClosed(1, 3).mapToObj(seed -> World.shipped(name, seed)));
    }

    /** The first so many random worlds, the scenarios in turn. */
    static Stream<World> some(int n) {
        List<String> names = Scenarios.names();
        return IntStream.range(0, n).mapToObj(seed -> random(names.get(seed % names.size()), seed));
    }

    /**
     * Some worlds are near the scenario in the reference setting, others are wild: each has a boldness, the chance of a parameter to be
     * anywhere in its range.
     */
    static World random(String scenario, long seed) {
        Draws draws = new Chance(seed).draws(RandomStream.TASTE, -1);
        double boldness = draws.uniform(HOW_BOLD);
        Setting setting = ReferenceSetting.of(scenario);
        for (MarketParameter parameter : MarketParameter.table()) {
            long who = parameter
                    .key()
                    .hashCode(); // the key, so that a new parameter leaves the other parameters' draws alone
            if (small(parameter) || draws.uniform(who, WHETHER) < boldness) {
                setting = setting.with(parameter, anywhere(parameter, draws.uniform(who, WHERE)));
            }
        }
        return new World("random " + scenario + " seed " + seed, Scenarios.of(scenario), seed, setting);
    }

    /** The first so many worlds in which every parameter is anywhere in its range, each of so many quarters; the scenarios in turn. */
    static Stream<World> everywhere(int n, int quarters) {
        List<String> names = Scenarios.names();
        return IntStream.range(0, n)
                .mapToObj(seed ->
                        everywhere(names.get(seed % names.size()), seed).with(MarketParameter.QUARTERS, quarters));
    }

    private static World everywhere(String scenario, long seed) {
        Draws draws = new Chance(seed).draws(RandomStream.TASTE, -1);
        Setting setting = Scenarios.setting(scenario);
        for (MarketParameter parameter : MarketParameter.table()) {
            setting = setting.with(
                    parameter, anywhere(parameter, draws.uniform(parameter.key().hashCode(), WHERE)));
        }
        return new World("anywhere " + scenario + " seed " + seed, Scenarios.of(scenario), seed, setting);
    }

    private static boolean small(MarketParameter parameter) {
        return parameter == MarketParameter.USERS
                || parameter == MarketParameter.QUARTERS
                || parameter == MarketParameter.DEAL_TERM;
    }

    /** The value at a part of the parameter's range, the ranges of size and horizon cut to what a test can run, terms to what ends in it. */
    private static double anywhere(MarketParameter parameter, double part) {
        double value = switch (parameter) {
            case USERS -> between(200, 2000, true, part);
            case QUARTERS -> between(8, 24, false, part);
            default -> between(parameter.from(), parameter.to(), decades(parameter), part);
        };
        return switch (parameter.kind()) {
            case REAL -> value;
            case INTEGER, CHOICE -> Math.rint(value);
            case SWITCH -> part < 0.85 ? 1 : 0;
        };
    }

    /** Whether a range is so wide that its lower decades deserve as many worlds as its highest. */
    private static boolean decades(Parameter parameter) {
        boolean wide = parameter.from() > 0 && parameter.to() >= 1000 * parameter.from();
        return wide || (parameter.scale() == Parameter.Scale.LOG && parameter.from() > 0);
    }

    private static double between(double from, double to, boolean decades, double part) {
        double value = decades ? from * Exact.pow(to / from, part) : from + part * (to - from);
        return Math.max(from, Math.min(to, value));
    }
}
