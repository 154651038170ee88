package greenlight.app.prior;

import greenlight.app.prior.ParameterPrior.Shape;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Parameter.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The priors of all uncertain parameters, from {@code priors.csv} beside this class: a row for each parameter whose default is
 * estimated or assumed, in the order of {@link MarketParameter}, then a row for each cell of the scenario that is uncertain. No run
 * depends on them, so they are no part of the model.
 */
public final class PriorTable {
    private static final String FILE = "priors.csv";

    private static final class Shipped {
        private static final List<ParameterPrior> PRIORS = shipped();
    }

    private PriorTable() {}

    /** All priors, in the order of the parameters, those of cells last. */
    public static List<ParameterPrior> priors() {
        return Shipped.PRIORS;
    }

    /** The prior of a parameter; none where it is not uncertain. */
    public static Optional<ParameterPrior> of(Parameter parameter) {
        return priors().stream()
                .filter(prior -> prior.parameter().equals(parameter))
                .findFirst();
    }

    /** Whether the value of a parameter in the world is not known: its default is estimated or assumed. */
    static boolean uncertain(MarketParameter parameter) {
        return parameter.basis() == Basis.ESTIMATED || parameter.basis() == Basis.ASSUMED;
    }

    private static List<ParameterPrior> shipped() {
        try (InputStream in = PriorTable.class.getResourceAsStream(FILE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Path.of(FILE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a table of priors.
     *
     * @param file where the text stands, for messages
     * @throws BadTable when a row is missing, misplaced or wrong
     */
    static List<ParameterPrior> read(String text, Path file) throws IOException {
        List<MarketParameter> uncertain =
                MarketParameter.table().stream().filter(PriorTable::uncertain).toList();
        List<ParameterPrior> priors = new ArrayList<>();
        try (CsvReader rows = CsvReader.of(text, file)) {
            for (MarketParameter parameter : uncertain) {
                if (!rows.next()) {
                    throw new BadTable(file + ": there is no row for " + parameter.key() + ".");
                }
                if (!rows.cell("parameter").equals(parameter.key())) {
                    throw rows.bad(
                            rows.place("parameter"),
                            rows.cell("parameter") + " is not the next uncertain parameter, " + parameter.key() + ".");
                }
                priors.add(prior(parameter, rows));
            }
            while (rows.next()) {
                priors.add(prior(cell(rows, priors), rows));
            }
        }
        return List.copyOf(priors);
    }

    /** The cell of a row, which no row before has. */
    private static Parameter cell(CsvReader row, List<ParameterPrior> before) throws BadTable {
        String key = row.cell("parameter");
        Optional<Parameter> cell =
                new MarketModel().parameter(key).filter(parameter -> parameter.ordinal() == Parameter.OUTSIDE);
        if (cell.isEmpty()) {
            throw row.bad(
                    row.place("parameter"),
                    key + " is neither a further uncertain parameter nor a cell of a scenario.");
        }
        if (before.stream().anyMatch(prior -> prior.parameter().equals(cell.get()))) {
            throw row.bad(row.place("parameter"), key + " has a row already.");
        }
        return cell.get();
    }

    private static ParameterPrior prior(Parameter parameter, CsvReader row) throws BadTable {
        Shape shape = shape(row);
        double low = value(parameter, row, "low");
        double high = value(parameter, row, "high");
        if (low >= high) {
            throw row.bad(row.place("high"), parameter.text(high) + " is not above " + parameter.text(low) + ".");
        }
        if (parameter.defaultValue() < low || parameter.defaultValue() > high) {
            String end = parameter.defaultValue() < low ? "low" : "high";
            throw row.bad(
                    row.place(end),
                    "the default, " + parameter.text(parameter.defaultValue()) + ", is not in the range.");
        }
        if (shape == Shape.LOG_UNIFORM && low <= 0) {
            throw row.bad(row.place("low"), parameter.text(low) + " has no logarithm.");
        }
        if (row.cell("basis").isBlank()) {
            throw row.bad(row.place("basis"), "neither a source nor judgement.");
        }
        return new ParameterPrior(parameter, shape, low, high, row.cell("basis"));
    }

    private static Shape shape(CsvReader row) throws BadTable {
        String key = row.cell("shape");
        for (Shape shape : Shape.values()) {
            if (shape.key().equals(key)) {
                return shape;
            }
        }
        String known = Arrays.stream(Shape.values()).map(Shape::key).collect(Collectors.joining(" or "));
        throw row.bad(row.place("shape"), key + " is not " + known + ".");
    }

    private static double value(Parameter parameter, CsvReader row, String column) throws BadTable {
        String cell = row.cell(column);
        double value = CsvReader.number(cell).orElse(Double.NaN);
        if (!parameter.allows(value)) {
            String found = cell.isEmpty() ? "nothing" : cell;
            throw row.bad(row.place(column), found + " is not " + parameter.allowed() + "." + CsvReader.cause(cell));
        }
        return value;
    }
}
