package greenlight.market;

import greenlight.audience.Workers;
import greenlight.parameter.Dial;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import greenlight.scenario.Scenarios;
import java.util.function.Consumer;

/** A setting of the dials in a scenario, with the luck of a seed. It prints its name, so that a failure tells where. */
record World(String name, Scenario scenario, long seed, Parameters dials) {
    /** A scenario as it ships, with few users. */
    static World of(String scenario, long seed) {
        Parameters dials = Scenarios.setting(scenario).with(Parameter.USERS, 500);
        return new World(scenario + " seed " + seed, Scenarios.of(scenario), seed, dials);
    }

    World with(Dial dial, double value) {
        return new World(name, scenario, seed, dials.with(dial, value));
    }

    World in(Scenario other) {
        return new World(name, other, seed, dials);
    }

    Market opened() {
        return new Market(scenario, dials, seed, Workers.ALONE, new greenlight.audience.Buffers());
    }

    Market run() {
        return run(Workers.ALONE);
    }

    Market run(Workers workers) {
        return Market.run(scenario, dials, seed, workers);
    }

    /** Runs quarter by quarter; somebody looks at the market when it has opened and at the end of each quarter. */
    Market watch(Consumer<Market> atTheOpening, Consumer<Market> eachQuarter) {
        Market market = opened();
        market.start();
        atTheOpening.accept(market);
        for (int quarter = 0; quarter < dials.count(Parameter.QUARTERS); quarter++) {
            market.schedule.step(market);
            eachQuarter.accept(market);
        }
        market.finish();
        return market;
    }

    void watch(Consumer<Market> eachQuarter) {
        watch(market -> {}, eachQuarter);
    }

    /** Such as {@code sora-disney seed 7 in 2025Q4}. */
    String at(Market market) {
        return name + " in " + market.label(market.quarter());
    }

    @Override
    public String toString() {
        return name;
    }
}
