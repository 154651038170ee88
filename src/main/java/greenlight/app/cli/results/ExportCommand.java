package greenlight.app.cli.results;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.market.measure.Reading;
import greenlight.market.model.MarketModel;
import greenlight.runner.csv.BadTable;
import greenlight.runner.export.BehaviorSpace;
import greenlight.runner.export.Parquet;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.scenario.ScenarioCopy;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tables of a sweep in the formats of other tools. */
@Command(
        name = "export",
        description = "Writes the tables of a finished sweep in another format: parquet, or behaviorspace for what"
                + " reads NetLogo's tables.",
        footer = {
            "",
            "parquet writes one file a table into DIR/parquet, with the types of DIR/datapackage.json. It needs"
                    + " DuckDB, which is fetched by Maven the first time (77 MB). behaviorspace writes"
                    + " DIR/behaviorspace.csv: a row for each run and quarter with the readings of the whole market where"
                    + " DIR has quarters.csv, else (or with --measures) a row for each run with its measures.",
            "",
            "Examples:",
            "  ./greenlight export results/quickstart --format parquet",
            "  ./greenlight export results/quickstart --format behaviorspace --out for-netlogo.csv"
        })
public final class ExportCommand implements Callable<Integer> {
    /** What the tables can be written as. */
    enum Format {
        PARQUET,
        BEHAVIORSPACE
    }

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The results of a sweep, such as results/quickstart.")
    private Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "parquet or behaviorspace.")
    private String format;

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "PATH",
            description = "Where to: a folder for parquet, a file for the other.")
    private Path out;

    @Option(names = "--measures", description = "One row a run with its measures, for behaviorspace.")
    private boolean measures;

    @Option(names = "--overwrite", description = "Replace what is there already.")
    private boolean overwrite;

    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        Format wanted = errors.oneOf("--format", format, Format.class);
        errors.check();
        Console.checkThere(folder);
        if (measures && wanted == Format.PARQUET) {
            throw new UsageError("--measures is for behaviorspace; parquet writes every table whole.");
        }
        ResultFolder results = unchanged(folder);
        List<Path> written = switch (wanted) {
            case PARQUET -> parquet(results);
            case BEHAVIORSPACE -> behaviorSpace(results);
        };
        for (Path file : written) {
            console.out().println(file + "  " + Text.bytes(Files.size(file)));
        }
        return 0;
    }

    /** The results of a finished sweep, each table as it was written. */
    private static ResultFolder unchanged(Path folder) throws IOException {
        ResultFolder results = ResultFolder.in(folder);
        if (!results.isDescribed()) {
            throw new IOException(
                    folder + " has no " + ResultFiles.DATA_PACKAGE + ", so it does not hold a finished sweep.");
        }
        if (results.table("runs").isEmpty()) {
            throw new BadTable(results.description() + " describes no table runs; sweep again.");
        }
        for (DescribedTable table : results.tables()) {
            Optional<String> fault = results.fault(table);
            if (fault.isPresent()) {
                throw new BadTable(fault.get() + " Sweep again.");
            }
        }
        return results;
    }

    private List<Path> parquet(ResultFolder results) throws UsageError, IOException {
        if (!Parquet.isThere()) {
            throw new UsageError(
                    "Parquet needs DuckDB, which ./greenlight fetches and this Java was started without; start"
                            + " ./greenlight, or put duckdb_jdbc on the class path.");
        }
        Path target = Optional.ofNullable(out).orElse(folder.resolve("parquet"));
        List<Path> files = new ArrayList<>();
        for (DescribedTable table : results.tables()) {
            files.add(target.resolve(table.name() + ".parquet"));
        }
        for (Path file : files) {
            Console.checkFree(file, overwrite);
        }
        for (int i = 0; i < files.size(); i++) {
            DescribedTable table = results.tables().get(i);
            WholeFile.write(files.get(i), part -> Parquet.write(results, table, part));
        }
        return files;
    }

    private List<Path> behaviorSpace(ResultFolder results) throws UsageError, IOException {
        BehaviorSpace.LastStep lastStep = lastStep(results);
        Path file = Optional.ofNullable(out).orElse(folder.resolve("behaviorspace.csv"));
        Console.checkFree(file, overwrite);
        Instant made = Files.getLastModifiedTime(folder.resolve("runs.csv")).toInstant();
        WholeFile.write(file, part -> {
            try (Writer text = Files.newBufferedWriter(part)) {
                BehaviorSpace table = new BehaviorSpace(results, text);
                Optional<BehaviorSpace.Steps> steps = measures ? Optional.empty() : steps(results);
                if (steps.isPresent()) {
                    table.write(steps.get(), made);
                } else {
                    table.write(lastStep, made);
                }
            }
        });
        return List.of(file);
    }

    /** The readings over time; of the market, those that the whole market has. */
    private static Optional<BehaviorSpace.Steps> steps(ResultFolder results) throws BadTable {
        return results.timeSeries()
                .map(table -> new BehaviorSpace.Steps(
                        table.name(),
                        table.name(ColumnRole.TIME),
                        table.name(ColumnRole.ENTITY),
                        ModelOption.isMarket(model(results))
                                ? marketReadings()
                                : table.readings().stream()
                                        .map(Model.Column::key)
                                        .toList()));
    }

    private static String model(ResultFolder results) {
        return results.model().isEmpty() ? MarketModel.NAME : results.model();
    }

    private static List<String> marketReadings() {
        return Arrays.stream(Reading.values())
                .filter(reading -> reading.of().contains("m"))
                .map(Reading::key)
                .toList();
    }

    /** The model, with the scenarios of users' own that are copied beside the results. */
    private static Model withCopies(ResultFolder results) throws UsageError {
        try {
            return ScenarioCopy.beside(results.folder(), ModelOption.named(model(results)));
        } catch (BadScenario bad) {
            throw new UsageError(bad.messages());
        }
    }

    /** The last step of a run, counted from 0: by its row, by what the experiment sets, or by its scenario. */
    private static BehaviorSpace.LastStep lastStep(ResultFolder results) throws UsageError {
        Model model = withCopies(results);
        Parameter horizon = model.horizon().orElse(null);
        return run -> {
            if (horizon == null) {
                return 0;
            }
            if (run.header().contains(horizon.key())) {
                return Integer.parseInt(run.cell(horizon.key())) - 1;
            }
            String scenario = run.header().contains(ColumnNames.SCENARIO)
                    ? run.cell(ColumnNames.SCENARIO)
                    : results.experiment("scenario");
            String set = results.experiment("set", horizon.key());
            return (set.isEmpty() ? model.setting(scenario).count(horizon) : Integer.parseInt(set)) - 1;
        };
    }
}
