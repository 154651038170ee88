package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.PathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.app.evidence.cause.WeightedSettings;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The settings over which a command answers. */
final class SettingsOptions {
    private static final String WEIGHT = "weight";

    @Option(
            names = "--over",
            converter = PathConverter.class,
            paramLabel = "FILE",
            description =
                    "Settings that the record allows, one a row, with a column for each parameter and, where they do"
                            + " not weigh the same, a column weight; results/calibration.csv when not given.")
    private Path over = Path.of("results", "calibration.csv");

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

    /** The settings of the file; columns that are no parameters are left out. */
    WeightedSettings read(Model model) throws UsageError, IOException, BadTable {
        Console.checkThere(over);
        List<Map<Parameter, Double>> rows = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(over)) {
            List<Parameter> columns = reader.header().stream()
                    .flatMap(name -> model.parameter(name).stream())
                    .toList();
            while (reader.next()) {
                Map<Parameter, Double> row = new LinkedHashMap<>();
                for (Parameter parameter : columns) {
                    String cell = reader.cell(parameter.key());
                    OptionalDouble value = parameter.read(cell);
                    value = value.isPresent() ? value : CsvReader.number(cell);
                    if (value.isEmpty() || !parameter.allows(value.getAsDouble())) {
                        throw reader.bad(reader.place(parameter.key()), cell + "; allowed is " + parameter.allowed());
                    }
                    row.put(parameter, value.getAsDouble());
                }
                rows.add(row);
                weights.add(
                        reader.header().contains(WEIGHT)
                                ? CsvReader.number(reader.cell(WEIGHT)).orElse(0)
                                : 1);
            }
            if (rows.isEmpty() || columns.isEmpty()) {
                throw new UsageError(over + " has no settings: no row, or no column that is a parameter.");
            }
        }
        return new WeightedSettings(
                rows, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
