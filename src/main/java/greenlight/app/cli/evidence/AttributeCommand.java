package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.cause.Attribution;
import greenlight.app.evidence.cause.Attribution.Attributed;
import greenlight.app.evidence.cause.Attribution.Value;
import greenlight.app.evidence.cause.MinimalSets;
import greenlight.app.evidence.cause.Outcome;
import greenlight.market.measure.Measure;
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
        description =
                "Says how much of the collapse is due to each mechanism: Shapley values over all combinations, and over"
                        + " the settings that the record allows.",
        footer = {
            "",
            "A value is what a mechanism adds, as a mean over all orders in which the mechanisms may be switched"
                    + " on. Values sum to the whole effect. Intervals are of 95 %%: the first over settings and replications, by"
                    + " a bootstrap that draws whole settings; the second of the noise of replications alone. A point is one"
                    + " hundredth.",
            "",
            "A minimal set of mechanisms brings about the event where no part of it does. An event is over-determined where"
                    + " it comes with all mechanisms and not with none, and no single one is needed.",
            "",
            "Examples:",
            "  ./greenlight attribute",
            "  ./greenlight attribute experiments/attribution.yaml --threads 2"
        })
public final class AttributeCommand implements Callable<Integer> {
    private final Console console;

    /** Minimal sets that are printed. */
    private static final int SHOWN = 6;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private SettingsOptions over = new SettingsOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A factorial experiment over switches; experiments/attribution.yaml when not given.")
    private Path file = Path.of("experiments", "attribution.yaml");

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where shapley.csv and minimal-sets.csv go; results/attribute when not given.")
    private Path out = Path.of("results", "attribute");

    public AttributeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int settings = over.count(errors);
        errors.check();
        Experiment experiment = console.experiment(file);
        Attribution attribution;
        try {
            attribution = new Attribution(experiment, over.read(experiment.model()), settings);
        } catch (IllegalArgumentException unfit) {
            throw new UsageError(file + ": " + unfit.getMessage());
        }
        WholeFile.check(out.resolve("shapley.csv"));
        console.message(experiment.title() + ": " + Text.count(attribution.runCount(), "run"));
        List<Attributed> all = attribution.attribute(atOnce, console.progress().counting(attribution.runCount()));
        all.forEach(this::print);
        Path table = out.resolve("shapley.csv");
        Path sets = out.resolve("minimal-sets.csv");
        WholeFile.write(table, table(experiment, attribution, all).text());
        WholeFile.write(sets, sets(attribution, all).text());
        console.out().println("Written to " + table + " and " + sets + ".");
        return 0;
    }

    private void print(Attributed attributed) {
        Measure measure = attributed.outcome().measure();
        console.paragraph(
                "",
                attributed.outcome().words() + ": " + estimate(measure, attributed.without())
                        + " with all mechanisms off, which none of them owns, "
                        + estimate(measure, attributed.with()) + " with all on");
        attributed.values().entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        each -> -Math.abs(each.getValue().over().value())))
                .forEach(each -> console.out()
                        .println("  " + Text.padded(each.getKey(), 20)
                                + Text.right(
                                        MeasureFormat.difference(
                                                measure, each.getValue().over().value()),
                                        16)
                                + "   " + ends(measure, each.getValue().over())
                                + (each.getValue().noise().bounded()
                                        ? "   noise "
                                                + ends(measure, each.getValue().noise())
                                        : "")));
        attributed.sets().ifPresent(this::print);
        console.out().println();
    }

    private static String estimate(Measure measure, Estimate estimate) {
        return MeasureFormat.of(measure, estimate.value())
                + (estimate.bounded()
                        ? " (" + MeasureFormat.of(measure, estimate.low()) + " to "
                                + MeasureFormat.of(measure, estimate.high()) + ")"
                        : "");
    }

    private static String ends(Measure measure, Estimate estimate) {
        return "(" + MeasureFormat.difference(measure, estimate.low()) + " to "
                + MeasureFormat.difference(measure, estimate.high()) + ")";
    }

    private void print(MinimalSets sets) {
        for (MinimalSets.Role role : MinimalSets.Role.values()) {
            List<MinimalSets.Row> rows =
                    sets.rows().stream().filter(row -> row.role() == role).toList();
            if (rows.isEmpty()) {
                continue;
            }
            console.paragraph(
                    "  ", role.meaning() + " (" + Text.count(rows.get(0).runs(), "run") + "):");
            rows.stream()
                    .sorted(Comparator.comparingDouble(row -> -row.share().value()))
                    .limit(SHOWN)
                    .forEach(row -> console.paragraph(
                            "    ", names(row.mechanisms()) + ": " + ClaimsCommand.interval(row.share())));
        }
    }

    private static String names(List<String> mechanisms) {
        return mechanisms.isEmpty() ? "no mechanism" : String.join(" + ", mechanisms);
    }

    private static CsvTable table(Experiment experiment, Attribution attribution, List<Attributed> all) {
        CsvTable table = new CsvTable(
                "outcome",
                "measure",
                "unit",
                "within_quarters",
                "mechanism",
                "value",
                "low",
                "high",
                "noise_low",
                "noise_high",
                "all_off",
                "all_off_low",
                "all_off_high",
                "all_on",
                "all_on_low",
                "all_on_high",
                "settings",
                "replications");
        for (Attributed attributed : all) {
            for (Map.Entry<String, Value> value : attributed.values().entrySet()) {
                table.with(
                        attributed.outcome().words(),
                        attributed.outcome().measure().key(),
                        attributed.outcome().measure().unit(),
                        attributed.outcome().early() ? Outcome.HORIZON : "",
                        value.getKey(),
                        value.getValue().over().value(),
                        value.getValue().over().low(),
                        value.getValue().over().high(),
                        value.getValue().noise().low(),
                        value.getValue().noise().high(),
                        attributed.without().value(),
                        attributed.without().low(),
                        attributed.without().high(),
                        attributed.with().value(),
                        attributed.with().low(),
                        attributed.with().high(),
                        attribution.settings(),
                        experiment.replications());
            }
        }
        return table;
    }

    private static CsvTable sets(Attribution attribution, List<Attributed> all) {
        CsvTable table =
                new CsvTable("outcome", "role", "mechanisms", "size", "share", "low", "high", "runs", "settings");
        for (Attributed attributed : all) {
            attributed
                    .sets()
                    .ifPresent(sets -> sets.rows()
                            .forEach(row -> table.with(
                                    attributed.outcome().words(),
                                    row.role().word(),
                                    String.join(" ", row.mechanisms()),
                                    row.mechanisms().size(),
                                    row.share().value(),
                                    row.share().low(),
                                    row.share().high(),
                                    row.runs(),
                                    attribution.settings())));
        }
        return table;
    }
}
