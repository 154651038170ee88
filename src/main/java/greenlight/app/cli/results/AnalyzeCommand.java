package greenlight.app.cli.results;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.app.cli.sweep.MarketReportOptions;
import greenlight.market.model.MarketModel;
import greenlight.runner.analysis.Analysis;
import greenlight.runner.analysis.AnalysisTables;
import greenlight.runner.analysis.Finding;
import greenlight.runner.analysis.Findings;
import greenlight.runner.analysis.TimeSeries;
import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.format.Text;
import greenlight.runner.report.Report;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.run.UnfinishedSweep;
import greenlight.runner.sensitivity.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the results of an experiment show, and writes tables of estimates. */
@Command(
        name = "analyze",
        description = "Says what the results of a sweep show, each number with its 95 %% interval, and writes tables.",
        footer = {
            "",
            "The design decides what is estimated: effects and interactions (factorial, one-at-a-time, list), mu*"
                    + " and sigma (morris), Sobol' indices (saltelli), rank correlations and first-order indices"
                    + " (latin-hypercube, sobol). Only files are read; the tables go to DIR/analysis, the figures to"
                    + " DIR/analysis/figures, and report.html, which shows all of it in one file, to DIR.",
            "",
            "Examples:",
            "  ./greenlight analyze results/contract-terms",
            "  ./greenlight analyze results/contract-terms --where 'studios_loss > 500e6'",
            "  ./greenlight analyze results/contract-terms --compare cost_share=0.4 --against cost_share=0.0",
            "  ./greenlight analyze results/quickstart --over-time active_users"
        })
public final class AnalyzeCommand implements Callable<Integer> {
    private static final int MOST_PRINTED = 8;

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A folder that a sweep wrote, or a table of runs.")
    private Path folder;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            split = ",",
            description = "Look at these measures only; all that vary when not given.")
    private List<String> measures = List.of();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Find the region of the factors in which this happens, such as 'studios_loss > 500e6'.")
    private String where;

    @Option(
            names = "--over",
            paramLabel = "WHICH",
            description = "Look for that region among levers, uncertainties or all factors (the default).")
    private String over = "all";

    @Option(
            names = "--compare",
            paramLabel = "SETTING",
            description = "Compare the runs with this setting, such as cost_share=0.4, with those of --against.")
    private String compare;

    @Option(
            names = "--against",
            paramLabel = "SETTING",
            description = "The other setting; or, without --compare, the folder of another sweep.")
    private String against;

    @Option(
            names = {"--over-time", "--per-quarter"},
            paramLabel = "READING",
            description =
                    "Analyse this reading too, step by step of time; it is a column of quarters.csv in the market.")
    private String reading;

    @Option(
            names = "--entity",
            paramLabel = "NAME",
            description = "Whose reading; when not given, the whole that the first row is about.")
    private String entity = "";

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the tables go; DIR/analysis when not given.")
    private Path out;

    @Option(names = "--edited", description = "Accept tables that were changed after the sweep wrote them.")
    private boolean edited;

    public AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        ScenarioDiscovery.Over which = errors.oneOf("--over", over, ScenarioDiscovery.Over.class);
        errors.check();
        if (compare != null && against == null) {
            throw new UsageError("--compare needs --against, such as --against cost_share=0.0.");
        }
        Console.checkThere(folder);
        Optional<UnfinishedSweep.Partial> partial = UnfinishedSweep.write(folder, ModelOption.all(console));
        if (partial.isPresent()) {
            console.message(partial.get().sentence(folder));
            folder = partial.get().folder();
        }
        Optional<Condition> question = where == null ? Optional.empty() : Optional.of(Condition.of(where));
        Predicate<String> wanted = name -> measures.isEmpty()
                || measures.contains(name)
                || question.stream().anyMatch(condition -> condition.column().equals(name));
        List<String> named = new ArrayList<>(measures);
        question.ifPresent(condition -> named.add(condition.column()));
        checkNames(named);
        RunTable runs = RunTableReader.read(folder, wanted, reading != null || Files.isDirectory(folder), edited);
        runs.warnings().forEach(console.err()::println);
        Analysis analysis = Analysis.of(runs);
        if (question.isPresent()) {
            analysis = analysis.with(ScenarioDiscovery.of(runs, question.get(), which));
        }
        if (against != null) {
            analysis = analysis.with(compared(runs, wanted));
        }
        if (reading != null) {
            analysis = analysis.with(TimeSeries.read(folder, runs, reading, entity, edited));
        }
        Path tables = Optional.ofNullable(out).orElseGet(this::beside);
        List<Path> written = AnalysisTables.write(analysis, tables);
        print(analysis, tables, written);
        if (Files.isDirectory(folder)) {
            Report report = Report.of(folder, analysis, MarketReportOptions.of(model(), measures));
            report.write(folder);
            report.withoutTime().ifPresent(console::message);
            report.writeFigures(tables.resolve("figures")).ifPresent(console.err()::println);
            console.paragraph(
                    "",
                    "Report: " + folder.resolve(Report.FILE) + "; its figures: " + tables.resolve("figures") + "/.");
        }
        return 0;
    }

    private void checkNames(List<String> errors) throws IOException, BadTable, UsageError {
        List<String> there = errors.isEmpty() ? List.of() : RunTableReader.measures(folder);
        List<String> readings = reading == null ? List.of() : TimeSeries.readings(folder);
        List<String> faults = new ArrayList<>();
        for (String name : errors) {
            if (!there.contains(name)) {
                faults.add("There is no measure " + name + SpellingSuggestion.hint(name, there));
            }
        }
        if (reading != null && !readings.contains(reading)) {
            faults.add("There is no reading " + reading + SpellingSuggestion.hint(reading, readings));
        }
        if (!faults.isEmpty()) {
            throw new UsageError(faults);
        }
    }

    private List<Comparison> compared(RunTable runs, Predicate<String> wanted)
            throws BadTable, IOException, UsageError {
        if (compare != null) {
            return Comparison.within(runs, compare, against);
        }
        Path other = Path.of(against);
        Console.checkThere(other);
        RunTable others = RunTableReader.read(other, wanted, false, edited);
        others.warnings().stream().map(warning -> other + ": " + warning).forEach(console.err()::println);
        return Comparison.between(runs, others, folder.toString(), other.toString());
    }

    /** The name of the model that made the runs; the market's where the folder does not say it. */
    private String model() throws IOException {
        String model = ResultFolder.in(folder).model();
        return model.isEmpty() ? MarketModel.NAME : model;
    }

    private Path beside() {
        if (Files.isDirectory(folder)) {
            return folder.resolve("analysis");
        }
        String name = folder.getFileName().toString().replaceFirst("\\.csv$", "");
        return folder.resolveSibling(name + "-analysis");
    }

    private void print(Analysis analysis, Path tables, List<Path> written) {
        List<String> printed = printed(analysis);
        for (Finding finding : Findings.of(analysis, printed)) {
            console.out().println(finding.about().equals("experiment") ? "" : "\n" + finding.about());
            finding.sentences().forEach(sentence -> console.paragraph("  ", sentence));
        }
        console.out().println();
        if (!analysis.still().isEmpty()) {
            console.paragraph(
                    "",
                    "The same in all runs, so left out: "
                            + String.join(
                                    ", ",
                                    analysis.still().stream().map(Column::name).toList()) + ".");
        }
        int more = analysis.studies().size() - printed.size();
        if (written.isEmpty()) {
            console.out().println("There are no intervals and no tables to write.");
            return;
        }
        console.paragraph(
                "",
                "Square brackets hold 95 % intervals. "
                        + (more > 0 ? Text.count(more, "more measure") + " in the tables: " : "Tables: ")
                        + tables
                        + "/ ("
                        + String.join(
                                ", ",
                                written.stream()
                                        .map(file -> file.getFileName().toString())
                                        .toList())
                        + ").");
    }

    /** The measures of --measure, else the first few that a sweep's report shows, else the first few there are. */
    private List<String> printed(Analysis analysis) {
        List<String> all =
                analysis.studies().stream().map(study -> study.measure().name()).toList();
        if (!measures.isEmpty()) {
            return all;
        }
        if (compare != null || against != null || where != null || reading != null) {
            return List.of();
        }
        List<String> main =
                all.stream().filter(MarketReportOptions.MEASURES::contains).toList();
        List<String> few = main.isEmpty() ? all : main;
        return few.subList(0, Math.min(MOST_PRINTED, few.size()));
    }
}
