package greenlight.runner.batch;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.design.Design;
import greenlight.runner.ensemble.ParameterCell;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A point as its line says it.
 *
 * @param id by which its rows are known
 * @param experiment its runs: one point, with its replications
 */
record Point(String id, Experiment experiment) {
    private static final String ID = "id";
    private static final String REPLICATIONS = "replications";
    private static final int LONGEST_ID = 200;

    /** The id that the keys of a point give; else the number of its line. */
    static String id(Map<String, String> keys, long line) {
        String id = keys.getOrDefault(ID, "");
        return id.isEmpty() ? Long.toString(line) : id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }

    /**
     * A point.
     *
     * @param base what it sets something over
     */
    static Point of(Map<String, String> keys, long line, Experiment base) throws BadPoint {
        Model model = base.model();
        String scenario = base.scenario();
        int replications = base.replications();
        long[] seeds = {};
        Map<Parameter, Double> set = new LinkedHashMap<>(base.set());
        for (Map.Entry<String, String> entry : keys.entrySet()) {
            String cell = entry.getValue();
            switch (entry.getKey()) {
                case ID -> {}
                case ColumnNames.SCENARIO -> scenario = scenario(cell, model);
                case REPLICATIONS -> replications = (int) whole(REPLICATIONS, cell, 1, Experiment.MOST_RUNS);
                case ColumnNames.SEED ->
                    seeds = new long[] {whole(ColumnNames.SEED, cell, Long.MIN_VALUE, Long.MAX_VALUE)};
                default -> set.put(parameter(entry.getKey(), model), value(entry.getKey(), cell, model));
            }
        }
        Design design =
                seeds.length == 0 ? Design.single() : Design.list(List.of(), new double[][] {{}}, seeds, List.of());
        Experiment experiment = new Experiment(
                model,
                base.name(),
                base.title(),
                scenario,
                set,
                design,
                new Experiment.Repetition(
                        replications,
                        base.seed(),
                        base.repetition().crn(),
                        Optional.empty(),
                        base.timeout(),
                        base.repetition().over()),
                new Experiment.Recording(List.of(), List.of(), base.measures()),
                Experiment.Source.NONE);
        Optional<String> fault = model.fault(scenario, experiment.setting(0));
        if (fault.isPresent()) {
            throw new BadPoint(fault.get());
        }
        return new Point(id(keys, line), experiment);
    }

    private static Parameter parameter(String key, Model model) throws BadPoint {
        Optional<Parameter> known = model.parameter(key);
        if (known.isEmpty()) {
            throw new BadPoint("There is no parameter " + shown(key)
                    + SpellingSuggestion.hint(key, model.keysNear(key), "; ./greenlight params lists them all."));
        }
        return known.get();
    }

    private static double value(String key, String cell, Model model) throws BadPoint {
        Parameter parameter = parameter(key, model);
        OptionalDouble value = ParameterCell.value(cell, parameter);
        if (value.isEmpty()) {
            throw new BadPoint(ParameterCell.refusal(key, shown(cell), parameter.allowed(), CsvReader.cause(cell)));
        }
        return value.getAsDouble();
    }

    private static String scenario(String cell, Model model) throws BadPoint {
        if (!model.scenarios().contains(cell)) {
            throw new BadPoint(
                    "There is no scenario " + shown(cell) + SpellingSuggestion.hint(cell, model.scenarios()));
        }
        return cell;
    }

    private static long whole(String key, String cell, long from, long to) throws BadPoint {
        try {
            long value = Long.parseLong(cell);
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException notWhole) {
            // a sentence below
        }
        throw new BadPoint(ParameterCell.refusal(key, shown(cell), "a whole number from " + from + " to " + to, ""));
    }

    /** A text in a sentence: a long one is cut. */
    private static String shown(String text) {
        return text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) + "..." : text;
    }
}
