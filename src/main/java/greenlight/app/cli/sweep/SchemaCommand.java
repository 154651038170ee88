package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.results.Software;
import greenlight.runner.spec.ExperimentSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ModelOption model = new ModelOption();

    public SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageError {
        console.out()
                .println(ExperimentSchema.of(
                        model.model(),
                        "An experiment of Greenlight " + Software.here().version()));
        return 0;
    }
}
