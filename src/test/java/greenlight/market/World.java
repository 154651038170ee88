package greenlight.market;

import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.BlockRunner;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.function.Consumer;

/** A setting of the parameters in a scenario, with the luck of a seed. It prints its name, so that a failure tells where. */
record World(String name, Scenario scenario, long seed, Setting setting) {
    /** A scenario as it ships, with few users. */
    static World shipped(String scenario, long seed) {
        return of(scenario, seed, Scenarios.setting(scenario));
    }

    /** A scenario in the reference setting, with few users. */
    static World of(String scenario, long seed) {
        return of(scenario, seed, ReferenceSetting.of(scenario));
    }

    private static World of(String scenario, long seed, Setting setting) {
        return new World(
                scenario + " seed " + seed, Scenarios.of(scenario), seed, setting.with(MarketParameter.USERS, 500));
    }

    World with(Parameter parameter, double value) {
        return new World(name, scenario, seed, setting.with(parameter, value));
    }

    World in(Scenario other) {
        return new World(name, other, seed, setting);
    }

    Market opened() {
        return new Market(scenario, setting, seed, BlockRunner.ALONE, new greenlight.market.users.Buffers());
    }

    Market run() {
        return run(BlockRunner.ALONE);
    }

    Market run(BlockRunner workers) {
        return Market.run(scenario, setting, seed, workers);
    }

    /** Runs quarter by quarter; somebody looks at the market when it has opened and at the end of each quarter. */
    Market watch(Consumer<Market> atTheOpening, Consumer<Market> eachQuarter) {
        Market market = opened();
        market.start();
        atTheOpening.accept(market);
        for (int quarter = 0; quarter < setting.count(MarketParameter.QUARTERS); quarter++) {
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
