package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.Listing;
import greenlight.app.cli.console.ListingOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.scenario.Scenario;
import greenlight.market.world.World;
import greenlight.market.world.WorldTable;
import greenlight.market.world.WorldText;
import greenlight.runner.format.Text;
import greenlight.runner.model.BadScenario;
import greenlight.runner.scenario.ScenarioFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** Lists the worlds a run may start from. */
@Command(
        name = "scenarios",
        description = "Lists the worlds a run may start from; with a name, all that one of them says, with sources."
                + " Writes one as a folder of tables to edit, and checks such a folder.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight scenarios",
            "  ./greenlight scenarios sora-disney",
            "  ./greenlight scenarios sora-disney --format json",
            "  ./greenlight scenarios sora-disney --export worlds/mine",
            "  ./greenlight scenarios --check worlds/mine"
        })
public final class ScenariosCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ListingOption listing;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "One scenario, in full: its name, or the path of a folder or bundle of your own.")
    private String name;

    @Option(
            names = "--export",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description =
                    "Write the scenario as a folder of tables, with a page that says what their columns are; a DIR"
                            + " that ends in .zip is written as one file.")
    private Path export;

    @Option(names = "--overwrite", description = "Let --export replace files that are there.")
    private boolean overwrite;

    @Option(names = "--check", description = "Say every fault of a folder or bundle of your own, and run nothing.")
    private boolean check;

    public ScenariosCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        Listing.Format as = listing.format(errors);
        if (name == null && (check || export != null)) {
            errors.fault(Optional.of(
                    (check ? "--check" : "--export") + " needs a scenario: a name, or the path of a folder."));
        }
        if (check && export != null) {
            errors.fault(Optional.of("--check writes nothing, and --export checks what it writes; give one of them."));
        }
        Optional<World> one = name == null ? Optional.empty() : world(errors);
        errors.check();
        if (check) {
            checked(one.orElseThrow());
        } else if (export != null) {
            write(one.orElseThrow());
        } else if (one.isPresent()) {
            one(one.get(), as);
        } else if (as == Listing.Format.TABLE) {
            Scenarios.names().forEach(each -> describe(Scenarios.of(each)));
        } else {
            all().print(as, console);
        }
        return 0;
    }

    private Optional<World> world(OptionErrors errors) {
        try {
            if (ScenarioFiles.isPath(name, Path.of(""), Scenarios.names())) {
                ScenarioFiles files = ScenarioFiles.read(Path.of(name).normalize());
                MarketModel market = new MarketModel();
                return Optional.of(market.with(files).world(market.nameOf(files)));
            }
            errors.oneOf("scenario", name, Scenarios.names());
            return Scenarios.names().contains(name) ? Optional.of(Scenarios.world(name)) : Optional.empty();
        } catch (BadScenario bad) {
            bad.messages().forEach(sentence -> errors.fault(Optional.of(sentence)));
        } catch (InvalidPathException noPath) {
            errors.fault(Optional.of("NAME is " + name + "; allowed is a name or a path."));
        }
        return Optional.empty();
    }

    private void checked(World world) {
        Scenario scenario = world.scenario();
        console.paragraph(
                "",
                name + " has no fault: " + Text.count(scenario.studios().size(), "studio") + ", "
                        + Text.count(scenario.vendors().size(), "vendor") + " and "
                        + Text.count(scenario.investors().size(), "investor") + " from "
                        + scenario.start().label(0)
                        + world.base().map(base -> ", based on " + base + ".").orElse("."));
    }

    private void write(World world) throws UsageError, IOException {
        String[] there = export.toFile().list();
        boolean taken = there == null ? Files.exists(export) : there.length > 0;
        if (taken && !overwrite) {
            throw new UsageError(export + " is there already and is left as it is; give --overwrite to replace it, or"
                    + " another folder.");
        }
        Map<String, String> files = new LinkedHashMap<>(WorldText.files(world));
        files.put(WorldText.README, WorldText.readme(world));
        ScenarioFiles.write(export, files);
        console.paragraph(
                "",
                "The scenario " + world.scenario().name() + " is in " + export + ": "
                        + String.join(", ", files.keySet())
                        + ". Edit them, check them with ./greenlight scenarios --check " + export
                        + ", and start from them with ./greenlight run " + export + ".");
    }

    private void describe(Scenario scenario) {
        console.out().println(scenario.name());
        console.paragraph("    ", scenario.title());
        console.paragraph("    ", Scenarios.heading(scenario.name(), "description"));
        console.paragraph(
                "    ",
                "from " + scenario.start().label(0) + ": "
                        + Text.count(scenario.studios().size(), "studio") + ", "
                        + Text.count(scenario.vendors().size(), "vendor") + ", "
                        + Text.count(scenario.investors().size(), "investor") + "; "
                        + (scenario.parameters().isEmpty()
                                ? "all parameters at their defaults"
                                : "parameters set: " + parameters(scenario)));
    }

    private static String parameters(Scenario scenario) {
        List<String> parameters = new ArrayList<>();
        scenario.parameters()
                .forEach((parameter, value) -> parameters.add(parameter.key() + "=" + parameter.text(value)));
        return String.join(" ", parameters);
    }

    private static Listing all() {
        List<List<String>> rows = new ArrayList<>();
        for (String each : Scenarios.names()) {
            Scenario scenario = Scenarios.of(each);
            rows.add(List.of(
                    each,
                    scenario.title(),
                    scenario.start().label(0),
                    Integer.toString(scenario.studios().size()),
                    Integer.toString(scenario.vendors().size()),
                    Integer.toString(scenario.investors().size()),
                    parameters(scenario)));
        }
        return new Listing(
                List.of("name", "title", "first_quarter", "studios", "vendors", "investors", "dials_set"), rows);
    }

    private void one(World world, Listing.Format as) throws IOException {
        Map<String, Listing> tables = new LinkedHashMap<>();
        for (WorldTable table : WorldTable.values()) {
            List<Map<String, String>> rows = world.rows(table);
            if (!rows.isEmpty()) {
                tables.put(
                        table.key(),
                        new Listing(
                                List.copyOf(rows.get(0).keySet()),
                                rows.stream()
                                        .map(row -> List.copyOf(row.values()))
                                        .toList()));
            }
        }
        switch (as) {
            case CSV -> cells(tables).print(as, console);
            case JSON -> json(tables);
            default -> {
                String before = "";
                for (Map.Entry<String, Listing> table : tables.entrySet()) {
                    console.out().println(before + (as == Listing.Format.MARKDOWN ? "## " : "") + table.getKey());
                    console.out().println();
                    table.getValue().print(as, console);
                    before = "\n";
                }
            }
        }
    }

    /** The tables have different columns, so one CSV file has a line for each of their cells. */
    private static Listing cells(Map<String, Listing> tables) {
        List<List<String>> cells = new ArrayList<>();
        tables.forEach((file, table) -> {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    cells.add(List.of(
                            file,
                            Integer.toString(row + 1),
                            table.columns().get(column),
                            table.rows().get(row).get(column)));
                }
            }
        });
        return new Listing(List.of("table", "row", "column", "value"), cells);
    }

    private void json(Map<String, Listing> tables) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Listing.pretty(text)) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            tables.forEach((file, table) -> {
                json.writeName(file);
                table.write(json);
            });
            json.writeEndObject();
        }
        console.out().println(text);
    }
}
