package greenlight.runner.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of all columns that a model's results can have. Each names one thing, so that a join of two tables by the
 * names that they share, the default of most tools, joins them by their keys alone. Only {@link #RUN_ID} and columns that
 * detail tables declare alike, such as a time, are in several tables.
 */
public final class ColumnNames {
    /** The key of all tables. */
    public static final String RUN_ID = "run_id";

    public static final String POINT = "point";
    public static final String REPLICATION = "replication";
    /** The number of the ensemble's setting, where replications go through an ensemble. */
    public static final String SETTING = "setting";

    public static final String SEED = "seed";
    /** The factor that is no parameter. */
    public static final String SCENARIO = "scenario";

    public static final String STATUS = "status";
    public static final String ERROR = "error";
    public static final String SECONDS = "seconds";

    /** The columns that results of every model have. */
    private static final List<String> FIXED =
            List.of(RUN_ID, POINT, REPLICATION, SETTING, SEED, SCENARIO, STATUS, ERROR, SECONDS);

    private final Map<String, String> uses = new LinkedHashMap<>();
    private Optional<String> fault = Optional.empty();

    private ColumnNames(Model model) {
        FIXED.forEach(name -> use(name, "a column of every model's results"));
        model.parameters().forEach(parameter -> use(parameter.key(), "a parameter"));
        model.measures().forEach(measure -> use(measure.key(), "a measure"));
        Set<Model.Column> shared = new LinkedHashSet<>();
        for (Model.Table table : model.tables()) {
            for (Model.Column column : table.columns()) {
                if (shared.add(column)) {
                    use(column.key(), "a column of " + table.name());
                }
            }
            table.readings().forEach(reading -> use(reading.key(), "a reading of " + table.name()));
        }
    }

    private void use(String name, String as) {
        String other = uses.putIfAbsent(name, as);
        if (other != null && fault.isEmpty()) {
            fault = Optional.of("two columns are called " + name + ", " + other + " and " + as
                    + "; every column needs a name of its own");
        }
    }

    /** What each name of the model's results is used for, such as {@code a parameter}. */
    public static Map<String, String> uses(Model model) {
        return new LinkedHashMap<>(new ColumnNames(model).uses);
    }

    /** The first name that two columns of the model share, in words without a full stop; empty when there is none. */
    public static Optional<String> fault(Model model) {
        return new ColumnNames(model).fault;
    }
}
