package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.market.model.MarketModel;
import greenlight.runner.results.Software;
import greenlight.runner.spec.ExperimentSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of experiment files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema (2020-12) of experiment files: with it, an editor completes and explains"
                + " every key and parameter, and marks most mistakes while you write.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight schema > experiment.schema.json",
            "and as the first line of an experiment file in the same folder:",
            "  # yaml-language-server: $schema=experiment.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    public SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out()
                .println(ExperimentSchema.of(
                        new MarketModel(),
                        "An experiment of Greenlight " + Software.here().version()));
        return 0;
    }
}
