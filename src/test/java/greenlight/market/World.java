package greenlight.market;

import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.BlockRunner;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A setting of the parameters in a scenario, with the luck of a seed. It prints its name, so that a failure tells where. */
record World(String name, Scenario scenario, long seed, Setting setting) {
    private static final Map<MarketParameter, Double> REFERENCE = reference();

    /** A scenario as it ships, with few users. */
    static World shipped(String scenario, long seed) {
        return of(scenario, seed, Scenarios.setting(scenario));
    }

    /** A scenario in the reference setting, with few users. */
    static World of(String scenario, long seed) {
        return of(scenario, seed, referenceSetting(scenario));
    }

    private static World of(String scenario, long seed, Setting setting) {
        return new World(
                scenario + " seed " + seed, Scenarios.of(scenario), seed, setting.with(MarketParameter.USERS, 500));
    }

    /**
     * The setting of a scenario with the uncertain parameters of {@code reference-setting.csv}, but those that the scenario sets. A
     * law about one mechanism is tested where that mechanism is at work, whatever the defaults: there the headline deal is signed
     * in most runs, and the flagship closes some quarters later. They were the defaults of rules 0.7.0.
     */
    static Setting referenceSetting(String scenario) {
        Setting setting = Scenarios.setting(scenario);
        for (Map.Entry<MarketParameter, Double> each : REFERENCE.entrySet()) {
            MarketParameter parameter = each.getKey();
            if (setting.get(parameter) == parameter.defaultValue()) {
                setting = setting.with(parameter, each.getValue());
            }
        }
        return setting;
    }

    /** The value of an uncertain parameter in the reference setting. */
    static double reference(MarketParameter parameter) {
        return REFERENCE.get(parameter);
    }

    private static Map<MarketParameter, Double> reference() {
        Map<MarketParameter, Double> values = new EnumMap<>(MarketParameter.class);
        try (InputStream in = World.class.getResourceAsStream("reference-setting.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> values.put(MarketParameter.of(cells[0]), Double.valueOf(cells[1])));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return values;
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
