package greenlight.app.cli.market;

import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A single run as an experiment of one point and one replication. */
public final class SingleRunExperiment {
    /** Characters of a run's id in the name of its folder. */
    private static final int ID = 8;

    private SingleRunExperiment() {}

    /** The run as an experiment of one: what it writes is what a sweep of it would. */
    public static Experiment of(
            Model model, String start, Map<Parameter, Double> parameters, long seed, boolean ledger) {
        return experiment(model, start, parameters, seed, false, tables(model, ledger));
    }

    /** The same, with a column in its row for each parameter that is set. */
    static Experiment row(
            Model model, String start, Map<Parameter, Double> parameters, long seed, List<String> tables) {
        return experiment(model, start, parameters, seed, true, tables);
    }

    /** The tables that a run writes. */
    static List<String> tables(Model model, boolean ledger) {
        return model.tables().stream()
                .filter(table -> table.usual() || (ledger && table.name().equals(MarketModel.LEDGER)))
                .map(Model.Table::name)
                .toList();
    }

    private static Experiment experiment(
            Model model, String start, Map<Parameter, Double> parameters, long seed, boolean row, List<String> tables) {
        long parent = Experiment.parent(seed);
        StringBuilder text = new StringBuilder();
        text.append("# One run, as an experiment: its first replication has the seed ")
                .append(seed)
                .append(".\n");
        text.append("name: ").append(start).append("-once\n");
        boolean market = model.name().equals(MarketModel.NAME);
        text.append("title: \"")
                .append(model.title(start).replace("\"", "\\\""))
                .append("\"\n");
        if (!market) {
            text.append("model: ").append(model.name()).append('\n');
        }
        text.append("scenario: ").append(start).append('\n');
        text.append("seed: ").append(parent).append('\n');
        String values = parameters.entrySet().stream()
                .map(set -> quoted(set.getKey().key()) + ": " + set.getKey().text(set.getValue()))
                .collect(Collectors.joining(", "));
        if (!parameters.isEmpty()) {
            text.append(row ? "design: {type: list, points: [{" + values + "}]}\n" : "set: {" + values + "}\n");
        }
        if (!tables.equals(tables(model, false))) {
            text.append("record: [").append(String.join(", ", runsAnd(tables))).append("]\n");
        }
        try {
            return ExperimentReader.read(text.toString(), start + "-once", model);
        } catch (BadExperiment impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keys of cells have the names of firms within, in which YAML might find marks of its own. */
    private static String quoted(String key) {
        return key.matches("\\w+") ? key : "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<String> runsAnd(List<String> tables) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(tables);
        return all;
    }

    /** The parameters in which a setting differs from that of its scenario, and the cells that it sets. */
    public static Map<Parameter, Double> changed(Setting setting, Setting scenario) {
        Map<Parameter, Double> changed = new LinkedHashMap<>();
        for (Parameter parameter : setting.parameters()) {
            if (setting.get(parameter) != scenario.get(parameter)) {
                changed.put(parameter, setting.get(parameter));
            }
        }
        changed.putAll(setting.cells());
        return changed;
    }

    /** The folder that belongs to a run: the same run has the same. */
    static String folder(Experiment experiment) {
        Run run = experiment.run(0);
        return experiment.scenario() + "-" + run.seed() + "-" + run.id().substring(0, ID);
    }
}
