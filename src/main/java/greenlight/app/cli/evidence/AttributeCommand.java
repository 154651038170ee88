package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.Attribution;
import greenlight.app.evidence.Attribution.Attributed;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Estimate;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attributes the collapse to the mechanisms. */
@Command(
        name = "attribute",
        description = "Says how much of the collapse is due to each mechanism: Shapley values over all combinations.",
        footer = {
            "",
            "A value is what a mechanism adds, as a mean over all orders in which the mechanisms may be switched"
                    + " on. Values sum to the whole effect. Intervals are 95 %%, by a bootstrap over replications. A point"
                    + " is one hundredth.",
            "",
            "Examples:",
            "  ./greenlight attribute",
            "  ./greenlight attribute experiments/attribution.yaml --threads 2"
        })
public final class AttributeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A factorial experiment over switches; experiments/attribution.yaml when not given.")
    private Path file = Path.of("experiments", "attribution.yaml");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where shapley.csv goes; results/attribute when not given.")
    private Path out = Path.of("results", "attribute");

    public AttributeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        errors.check();
        Experiment experiment = console.experiment(file);
        Attribution attribution;
        try {
            attribution = new Attribution(experiment);
        } catch (IllegalArgumentException unfit) {
            throw new UsageError(file + ": " + unfit.getMessage());
        }
        console.message(experiment.title() + ": " + Text.count(attribution.runCount(), "run"));
        List<Attributed> all = attribution.attribute(atOnce, console.progress().counting(attribution.runCount()));
        all.forEach(this::print);
        Path table = out.resolve("shapley.csv");
        WholeFile.write(table, table(experiment, all).text());
        console.out().println("Written to " + table + ".");
        return 0;
    }

    private void print(Attributed attributed) {
        var measure = attributed.outcome().measure();
        console.paragraph(
                "",
                attributed.outcome().words() + ": " + MeasureFormat.of(measure, attributed.without())
                        + " with all mechanisms off, " + MeasureFormat.of(measure, attributed.with())
                        + " with all on ("
                        + attributed.outcome().note() + ")");
        attributed.values().entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        each -> -Math.abs(each.getValue().value())))
                .forEach(each -> console.out()
                        .println("  " + Text.padded(each.getKey(), 20)
                                + Text.right(
                                        MeasureFormat.difference(
                                                measure, each.getValue().value()),
                                        16) + "   ("
                                + MeasureFormat.difference(
                                        measure, each.getValue().low()) + " to "
                                + MeasureFormat.difference(
                                        measure, each.getValue().high()) + ")"));
        console.out().println();
    }

    private static CsvTable table(Experiment experiment, List<Attributed> all) {
        CsvTable table = new CsvTable(
                "outcome", "measure", "unit", "mechanism", "value", "low", "high", "all_off", "all_on", "replications");
        for (Attributed attributed : all) {
            for (Map.Entry<String, Estimate> value : attributed.values().entrySet()) {
                table.with(
                        attributed.outcome().words(),
                        attributed.outcome().measure().key(),
                        attributed.outcome().measure().unit(),
                        value.getKey(),
                        value.getValue().value(),
                        value.getValue().low(),
                        value.getValue().high(),
                        attributed.without(),
                        attributed.with(),
                        experiment.replications());
            }
        }
        return table;
    }
}
