package greenlight.runner.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the experiment runner knows of what it runs: parameters in, measures and tables out. Their names differ, as
 * {@link ColumnNames} has it; a model in which two are equal is refused.
 */
public interface Model {
    /** What the model is called. */
    String name();

    /** Version of the model's rules; part of every {@code run_id}. */
    String version();

    /** The digest of a model that has none: every state of it counts as another one. */
    String UNKNOWN = "unknown";

    /**
     * Digest of all that can change what a run computes: the same for equal sources, another for others. Finished runs of
     * another digest are run again, a sample of them, before a sweep mixes them with its own.
     */
    default String digest() {
        return UNKNOWN;
    }

    /** Whether the digest of this state of the model is one of some; a model without a digest never is among them. */
    default boolean isAmong(Collection<String> digests) {
        return !digest().equals(UNKNOWN) && digests.contains(digest());
    }

    /** The table of parameters. */
    List<? extends Parameter> parameters();

    /** The parameter of a key, a cell included; empty when there is none. Cells of the same key are equal. */
    default Optional<Parameter> parameter(String key) {
        return parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .map(parameter -> parameter);
    }

    /** The keys of the parameters, in the table's order. */
    default List<String> parameterKeys() {
        return parameters().stream().map(Parameter::key).toList();
    }

    /** The keys among which the one is that a mistyped key was meant to be. */
    default List<String> keysNear(String key) {
        return parameterKeys();
    }

    /**
     * The cells of scenarios that are parameters too: each stands for all whose key as a whole matches a regular expression.
     */
    default Map<String, Parameter> cells() {
        return new LinkedHashMap<>();
    }

    /**
     * Why a run cannot have what a setting says of a scenario's cells, in one sentence; empty when it can. Cells that the scenario
     * does not have change nothing, since the settings of an ensemble serve all scenarios.
     */
    default Optional<String> conflict(String scenario, Setting setting) {
        return Optional.empty();
    }

    /**
     * Why a run cannot start from a scenario with a setting, in one sentence, such as for a cell that the scenario does not have;
     * empty when it can.
     */
    default Optional<String> fault(String scenario, Setting setting) {
        return Optional.empty();
    }

    /**
     * The parameter that says how long a run lasts, if there is one: an experiment file may set it at its top, under its
     * key.
     */
    default Optional<Parameter> horizon() {
        return Optional.empty();
    }

    /** Names of the starting situations; the first is the default. */
    List<String> scenarios();

    /** The setting a scenario starts from: the defaults with the scenario's own changes. */
    Setting setting(String scenario);

    /**
     * The same model with a scenario of one's own behind its others; one of the same files is there once.
     *
     * @throws BadScenario with every fault of the scenario, or when the model takes none
     */
    default Model with(ScenarioSource own) throws BadScenario {
        throw new BadScenario(
                List.of(own.place() + ": the model " + name() + " takes no scenarios but those that it ships."));
    }

    /** The name among {@link #scenarios()} of a scenario of one's own. */
    default String nameOf(ScenarioSource own) {
        return own.name();
    }

    /**
     * The files of a scenario of one's own, by name: from them alone it can be read again. None for a scenario that the model
     * ships.
     */
    default Map<String, String> files(String scenario) {
        return new LinkedHashMap<>();
    }

    /** What a scenario is in the ids of runs: its name, and for one of one's own a digest of what it says, too. */
    default String identity(String scenario) {
        return scenario;
    }

    /** What a scenario is about, in a line. */
    default String title(String scenario) {
        return name() + ", " + scenario;
    }

    /**
     * The ensemble of settings that the model ships, as the text of a CSV file with the columns {@code setting}, {@code weight}
     * and one for each parameter that it sets; empty where it ships none.
     */
    default Optional<String> ensemble() {
        return Optional.empty();
    }

    /** The summary measures of a run, in order. */
    List<Column> measures();

    /** The detail tables a run writes beside its measures, in order. */
    List<Table> tables();

    /**
     * The entities that readings are about in runs from a scenario, each with its kind, the whole first; those that enter later
     * are among them. Empty where a model does not say: any name may be one.
     */
    default Map<String, String> entities(String scenario) {
        return new LinkedHashMap<>();
    }

    /** The kinds of entities that have a reading; empty where any may. */
    default List<String> kindsWith(String reading) {
        return List.of();
    }

    /** The steps of a run as its tables label them, in order; empty where a model does not say. */
    default List<String> steps(String scenario, Setting setting) {
        return List.of();
    }

    /**
     * One whole run. Same scenario, setting and seed, same answer, to the bit; called from several threads at once.
     *
     * @param seed fixes all chance of the run
     * @param threads that the run may use inside
     */
    Outcome run(String scenario, Setting setting, long seed, int threads);

    /**
     * The same run where only some of the tables are written: the rows of the others need not be there.
     *
     * @param tables names of those that are written
     */
    default Outcome run(String scenario, Setting setting, long seed, int threads, Collection<String> tables) {
        return run(scenario, setting, seed, threads);
    }

    /**
     * The same run where some readings are needed too, whether or not their tables are written. A model that can leave out the
     * other readings of tables that are not written saves their computation.
     *
     * @param tables names of those that are written
     * @param readings keys of those whose values the rows have in any case
     */
    default Outcome run(
            String scenario,
            Setting setting,
            long seed,
            int threads,
            Collection<String> tables,
            Collection<String> readings) {
        List<String> needed = new ArrayList<>(tables);
        for (Table table : tables()) {
            boolean read = Stream.concat(table.columns().stream(), table.readings().stream())
                    .anyMatch(column -> readings.contains(column.key()));
            if (read && !tables.contains(table.name())) {
                needed.add(table.name());
            }
        }
        return run(scenario, setting, seed, threads, needed);
    }

    /** Memory that a run of this setting takes at its height, bytes. */
    long bytes(Setting setting);

    /** Which change of the setting would fit into this memory, in words, such as {@code agents up to 48,000,000}. */
    String fitting(Setting setting, long bytes);

    /**
     * A column of an output file.
     *
     * @param unit empty for words, and for true and false
     * @param always whether every row has a value
     * @param words the only ones that a text column has; empty when it may have any
     * @param role what the column is for in a detail table
     */
    record Column(
            String key, Type type, String unit, String meaning, boolean always, List<String> words, ColumnRole role) {
        /** How a column reads: whole numbers, reals, words, or true and false. */
        public enum Type {
            INTEGER,
            REAL,
            TEXT,
            BOOLEAN
        }

        public Column {
            words = List.copyOf(words);
        }

        /** A reading, or a measure. */
        public Column(String key, Type type, String unit, String meaning, boolean always, List<String> words) {
            this(key, type, unit, meaning, always, words, ColumnRole.READING);
        }

        /** A column with any value, which may be empty. */
        public Column(String key, Type type, String unit, String meaning) {
            this(key, type, unit, meaning, false, List.of());
        }

        /** The same column with a value in every row. */
        public Column filled() {
            return new Column(key, type, unit, meaning, true, words, role);
        }

        /** The same column with a role in its table. */
        public Column as(ColumnRole other) {
            return new Column(key, type, unit, meaning, always, words, other);
        }
    }

    /**
     * A detail table: its file is {@code <name>.csv}; {@code run_id} comes first, then its columns, then its readings.
     *
     * @param columns always written
     * @param readings of which an experiment may choose some
     * @param usual whether it is recorded where an experiment does not say what to record
     */
    record Table(String name, String meaning, List<Column> columns, List<Column> readings, boolean usual) {
        public Table {
            columns = List.copyOf(columns);
            readings = List.copyOf(readings);
        }

        /** A table with all its columns, recorded unless an experiment says otherwise. */
        public Table(String name, String meaning, List<Column> columns) {
            this(name, meaning, columns, List.of(), true);
        }
    }

    /** A row of a detail table; columns are counted among the table's columns and, after them, its readings. */
    interface Cells {
        /** The value of a column of numbers, not-a-number where it does not apply; booleans are 0 or 1. */
        double number(int column);

        /** The value of a column of text; null where it does not apply. */
        String word(int column);

        /** A row of given cells: Number, String, Boolean, or null where the column does not apply. */
        static Cells of(Object... cells) {
            return new Cells() {
                @Override
                public double number(int column) {
                    Object cell = cells[column];
                    if (cell instanceof Boolean yes) {
                        return yes ? 1 : 0;
                    }
                    return cell == null ? Double.NaN : ((Number) cell).doubleValue();
                }

                @Override
                public String word(int column) {
                    return (String) cells[column];
                }
            };
        }
    }

    /**
     * What a run gives.
     *
     * @param measures in the order of {@link Model#measures()}; not-a-number where a measure does not apply. Integer and
     *     boolean measures are whole numbers
     * @param rows for each of {@link Model#tables()} its rows, computed only where they are recorded, or read
     *     for a measure of an experiment's own; they may be gone through more than once
     */
    record Outcome(double[] measures, List<? extends Iterable<Cells>> rows) {}
}
