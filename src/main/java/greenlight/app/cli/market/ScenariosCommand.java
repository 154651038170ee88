package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.Listing;
import greenlight.app.cli.console.ListingOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.market.model.Scenarios;
import greenlight.market.scenario.Scenario;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** Lists the worlds a run may start from. */
@Command(
        name = "scenarios",
        description = "Lists the worlds a run may start from; with a name, all that one of them says, with sources.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight scenarios",
            "  ./greenlight scenarios sora-disney",
            "  ./greenlight scenarios sora-disney --format json"
        })
public final class ScenariosCommand implements Callable<Integer> {
    private static final List<String> FILES = List.of(
            "scenario", "parameters", "studios", "vendors", "investors", "stakes", "timeline", "series", "newcomers");

    private final Console console;

    @Mixin
    private ListingOption listing;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One scenario, in full.")
    private String name;

    public ScenariosCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        Listing.Format as = listing.format(errors);
        if (name != null) {
            errors.oneOf("scenario", name, Scenarios.names());
        }
        errors.check();
        if (name != null) {
            one(as);
        } else if (as == Listing.Format.TABLE) {
            Scenarios.names().forEach(each -> describe(Scenarios.of(each)));
        } else {
            all().print(as, console);
        }
        return 0;
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

    private void one(Listing.Format as) throws IOException {
        Map<String, Listing> tables = new LinkedHashMap<>();
        for (String file : FILES) {
            List<Map<String, String>> rows = Scenarios.rows(name, file);
            if (!rows.isEmpty()) {
                tables.put(
                        file,
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
