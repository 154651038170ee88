package greenlight.runner.ensemble;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.model.Parameter;
import java.util.Locale;
import java.util.OptionalDouble;

/** A cell of a CSV file that holds a parameter's value. */
public final class ParameterCell {
    private ParameterCell() {}

    /** The value that a cell gives a parameter; empty where the parameter does not allow it. */
    public static OptionalDouble value(String cell, Parameter parameter) {
        if (parameter.kind() == Parameter.Kind.SWITCH) {
            return CsvReader.yesOrNo(cell);
        }
        OptionalDouble value =
                parameter.words().isEmpty() ? CsvReader.number(cell) : parameter.read(cell.toLowerCase(Locale.ROOT));
        return value.stream().filter(parameter::allows).findFirst();
    }

    /**
     * The sentence about a cell that is not what is allowed in its column.
     *
     * @param cause what may have made it so, in a sentence; may be empty
     */
    public static String refusal(String column, String cell, String allowed, String cause) {
        String found = cell.isEmpty() ? "nothing" : "'" + cell + "'";
        return column + ": found " + found + "; allowed is " + allowed + "." + cause;
    }
}
