package greenlight.app.cli.market;

import greenlight.app.cli.console.OptionErrors;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Parameter;
import greenlight.runner.scenario.ScenarioFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a market starts: its scenario, the parameters that differ from it, and the seed. */
public final class StartOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "Where the market starts: a scenario by its name, or a folder or bundle of your own by its path;"
                            + " sora-disney when not given. ./greenlight scenarios lists all.")
    private String scenario;

    /** Where the scenario lies, if it is one of a user's own. */
    private List<Path> read = List.of();

    /** Whether the scenario could not be read. */
    private boolean refused;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = "Set a parameter; may be given again. ./greenlight params lists all; switches are on or off.")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Fixes all randomness of the run; 1 when not given.")
    private String seed = "1";

    /** The market, with the scenario of a user's own that a path names; the market as it is where none does. */
    MarketModel model(MarketModel market, OptionErrors errors) {
        if (scenario == null || !ScenarioFiles.isPath(scenario, Path.of(""), market.scenarios())) {
            return market;
        }
        try {
            ScenarioFiles files = ScenarioFiles.read(Path.of(scenario).normalize());
            MarketModel model = market.with(files);
            scenario = model.nameOf(files);
            read = files.places();
            return model;
        } catch (BadScenario bad) {
            bad.messages().forEach(sentence -> errors.fault(Optional.of(sentence)));
        } catch (InvalidPathException noPath) {
            errors.fault(Optional.of("SCENARIO is " + scenario + "; allowed is a name or a path."));
        }
        scenario = null;
        refused = true;
        return market;
    }

    /** Where the scenario lies that was read, and those that it is based on. */
    List<Path> read() {
        return read;
    }

    /** The scenario's name in the model. */
    String scenario(MarketModel model, OptionErrors errors) {
        return scenario == null ? model.scenarios().get(0) : errors.oneOf("scenario", scenario, model.scenarios());
    }

    long seed(OptionErrors errors) {
        return errors.seed(seed);
    }

    /** Adds the parameters that are set to others. */
    void set(MarketModel model, OptionErrors errors, Map<Parameter, Double> parameters) {
        if (refused) {
            return; // its firms are not known
        }
        set.forEach(assignment -> errors.set(assignment, model, parameters));
        String start = scenario == null ? model.scenarios().get(0) : scenario;
        if (model.scenarios().contains(start)) {
            errors.fault(model.fault(start, model.setting(start).with(parameters)));
        }
    }
}
