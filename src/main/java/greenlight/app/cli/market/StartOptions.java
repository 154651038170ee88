package greenlight.app.cli.market;

import greenlight.app.cli.console.OptionErrors;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a market starts: its scenario, the parameters that differ from it, and the seed. */
public final class StartOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "Where the market starts; sora-disney when not given. ./greenlight scenarios lists all.")
    private String scenario;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = "Set a parameter; may be given again. ./greenlight params lists all; switches are on or off.")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Fixes all randomness of the run; 1 when not given.")
    private String seed = "1";

    String scenario(OptionErrors errors) {
        return scenario == null ? Scenarios.names().get(0) : errors.oneOf("scenario", scenario, Scenarios.names());
    }

    long seed(OptionErrors errors) {
        return errors.seed(seed);
    }

    /** Adds the parameters that are set to others. */
    void set(OptionErrors errors, Map<Parameter, Double> parameters) {
        Model model = new MarketModel();
        set.forEach(assignment -> errors.set(assignment, model, parameters));
        String start = scenario == null ? Scenarios.names().get(0) : scenario;
        if (Scenarios.names().contains(start)) {
            errors.fault(model.fault(start, Scenarios.setting(start).with(parameters)));
        }
    }
}
