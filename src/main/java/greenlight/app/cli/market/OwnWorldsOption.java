package greenlight.app.cli.market;

import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.UsageError;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.world.World;
import greenlight.runner.model.BadScenario;
import greenlight.runner.scenario.ScenarioFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Worlds of a user's own that the page holds beside those that ship. */
final class OwnWorldsOption {
    @Option(
            names = "--scenario",
            paramLabel = "PATH",
            description = "A world of your own, a folder or bundle, which the page opens with; may be repeated.")
    private List<String> paths = List.of();

    /**
     * Reads them.
     *
     * @throws UsageError with every fault of all of them
     */
    List<World> read() throws UsageError {
        OptionErrors errors = new OptionErrors();
        List<World> worlds = new ArrayList<>();
        MarketModel model = new MarketModel();
        for (String path : paths) {
            if (Scenarios.names().contains(path)) {
                errors.fault(Optional.of("--scenario is " + path
                        + ", which the page holds already; allowed is the path of a folder or bundle of your own."));
                continue;
            }
            try {
                ScenarioFiles files = ScenarioFiles.read(Path.of(path).normalize());
                String name = model.nameOf(files);
                if (model.scenarios().contains(name)) {
                    errors.fault(Optional.of("--scenario " + path + ": another world of the page is called " + name
                            + " already; allowed is a folder of another name."));
                    continue;
                }
                model = model.with(files);
                worlds.add(model.world(name));
            } catch (BadScenario bad) {
                bad.messages().forEach(sentence -> errors.fault(Optional.of(sentence)));
            } catch (InvalidPathException noPath) {
                errors.fault(Optional.of("--scenario is " + path + "; allowed is a path."));
            }
        }
        errors.check();
        return worlds;
    }
}
