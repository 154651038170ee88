package greenlight.app.cli.evidence;

import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.csv.BadTable;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.ensemble.EnsembleReader;
import greenlight.runner.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The settings over which a command answers. */
final class SettingsOptions {
    @Option(
            names = "--over",
            paramLabel = "ENSEMBLE",
            description =
                    "Settings that the record allows: the word ensemble for those that the model ships, or a CSV file with the"
                            + " columns setting and weight and one for each parameter; ensemble when not given.")
    private String over = Ensemble.WORD;

    @Option(
            names = "--settings",
            paramLabel = "N",
            description =
                    "How many of them are drawn, by weight; the replications of the experiment are shared out among"
                            + " them. 60 when not given.")
    private String settings = "60";

    int count(OptionErrors errors) {
        return errors.count("--settings", settings);
    }

    /** The ensemble. */
    Ensemble read(Model model) throws UsageError, IOException, BadTable {
        return read("--over", over, model);
    }

    /** The ensemble that an option names. */
    static Ensemble read(String option, String name, Model model) throws UsageError, IOException, BadTable {
        List<String> refused = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        EnsembleReader reader = new EnsembleReader(
                model,
                refused::add,
                (file, line, cell, sentence) ->
                        faults.add(file + (line < Integer.MAX_VALUE ? ":" + line + ":" + cell : "") + ": " + sentence));
        Optional<Ensemble> ensemble = reader.named(name, Path.of(""));
        if (!refused.isEmpty()) {
            throw new UsageError(option + ": " + String.join("\n", refused));
        }
        if (!faults.isEmpty()) {
            throw new BadTable(String.join("\n", faults));
        }
        return ensemble.orElseThrow();
    }
}
