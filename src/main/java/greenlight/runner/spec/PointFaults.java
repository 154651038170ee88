package greenlight.runner.spec;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.yaml.YamlDiagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The first setting that the model refuses although each value is in its range, as only cells of scenarios can be. */
final class PointFaults {
    private final Experiment experiment;
    private final Model model;
    private final YamlDiagnostics page;
    private final Node root;
    /** Where the ensemble was read from. */
    private final String ensemble;

    /**
     * What is to be looked at.
     *
     * @param root of the experiment file
     * @param ensemble the file of the ensemble, as messages name it
     */
    PointFaults(Experiment experiment, YamlDiagnostics page, Node root, String ensemble) {
        this.experiment = experiment;
        this.model = experiment.model();
        this.page = page;
        this.root = root;
        this.ensemble = ensemble;
    }

    /** Complains of the first fault. */
    void complain() {
        Map<Parameter, Double> settings = experiment.settings() == 0 ? Map.of() : member(1);
        boolean cells = cells(experiment.set()).size() + cells(levels(0)).size() > 0;
        if (!cells && cells(settings).isEmpty()) {
            return;
        }
        int[] numbers = IntStream.range(0, cells(settings).isEmpty() ? 0 : experiment.mostReplications())
                .map(experiment::settingNumber)
                .distinct()
                .limit(Math.max(1, experiment.settings()))
                .toArray();
        for (int point = 0; point < experiment.design().points(); point++) {
            Optional<String> fault = model.fault(experiment.start(point), experiment.setting(point, Map.of()));
            if (fault.isPresent()) {
                complain(point, 0, fault.get());
                return;
            }
            for (int number : numbers) {
                Optional<String> conflict =
                        model.conflict(experiment.start(point), experiment.setting(point, member(number)));
                if (conflict.isPresent()) {
                    complain(point, number, conflict.get());
                    return;
                }
            }
        }
    }

    private Map<Parameter, Double> member(int number) {
        return experiment.repetition().over().orElseThrow().values(number);
    }

    private static List<Parameter> cells(Map<Parameter, Double> values) {
        return values.keySet().stream()
                .filter(parameter -> parameter.ordinal() == Parameter.OUTSIDE)
                .toList();
    }

    /** The levels of a point. */
    private Map<Parameter, Double> levels(int point) {
        Map<Parameter, Double> levels = new LinkedHashMap<>();
        double[] given = experiment.design().point(point);
        for (int factor = 0; factor < given.length; factor++) {
            double level = given[factor];
            experiment.design().factors().get(factor).parameter().ifPresent(one -> levels.put(one, level));
        }
        return levels;
    }

    /** Complains at the cell without which there is no fault; of the design as a whole where there is none such. */
    private void complain(int point, int number, String sentence) {
        Map<Parameter, Double> levels = levels(point);
        Map<Parameter, Double> members = number == 0 ? Map.of() : member(number);
        for (Parameter cell : cells(levels)) {
            if (cures(point, number, cell)) {
                level(point, cell, levels.get(cell), sentence);
                return;
            }
        }
        for (Parameter cell : cells(members)) {
            if (!levels.containsKey(cell) && !experiment.set().containsKey(cell) && cures(point, number, cell)) {
                String text = experiment.repetition().over().orElseThrow().text();
                inTable(text, Path.of(ensemble), number, cell, sentence);
                return;
            }
        }
        Optional<Node> set = YamlDiagnostics.entry(root, Key.SET.word())
                .flatMap(entries -> cells(experiment.set()).stream()
                        .filter(cell -> cures(point, number, cell))
                        .flatMap(cell -> YamlDiagnostics.entry(entries.value(), cell.key()).stream())
                        .map(YamlDiagnostics.Item::value)
                        .findFirst());
        page.complain(set.or(() -> design().map(YamlDiagnostics.Item::key)).orElse(root), "", sentence);
    }

    private Optional<YamlDiagnostics.Item> design() {
        return YamlDiagnostics.entry(root, Key.DESIGN.word());
    }

    /** Whether a point in a setting of the ensemble has no fault without a cell. */
    private boolean cures(int point, int number, Parameter cell) {
        Map<Parameter, Double> members = new LinkedHashMap<>(number == 0 ? Collections.emptyMap() : member(number));
        Map<Parameter, Double> turned = new LinkedHashMap<>(experiment.set());
        turned.putAll(levels(point));
        members.remove(cell);
        turned.remove(cell);
        String start = experiment.start(point);
        Setting without = model.setting(start).completed(members).with(turned);
        return (number == 0 ? model.fault(start, without) : model.conflict(start, without)).isEmpty();
    }

    /** Complains where the design gives a cell its level at a point. */
    private void level(int point, Parameter cell, double level, String sentence) {
        Node design = design().orElseThrow().value();
        Optional<String> table =
                YamlDiagnostics.entry(design, "file").map(file -> ((ScalarNode) file.value()).getValue());
        if (table.isPresent()) {
            inTable(experiment.enclosed().get(table.get()), page.beside(table.get()), point + 1, cell, sentence);
            return;
        }
        Optional<YamlDiagnostics.Item> factor =
                YamlDiagnostics.entry(design, "factors").flatMap(all -> YamlDiagnostics.entry(all.value(), cell.key()));
        Optional<Node> listed = YamlDiagnostics.entry(design, "points")
                .filter(points -> points.value() instanceof SequenceNode)
                .map(points -> ((SequenceNode) points.value()).getValue().get(point))
                .flatMap(one -> YamlDiagnostics.entry(one, cell.key()))
                .map(YamlDiagnostics.Item::value);
        Optional<Node> one = factor.filter(levels -> levels.value() instanceof SequenceNode)
                .flatMap(levels -> ((SequenceNode) levels.value())
                        .getValue().stream().filter(each -> is(each, level)).findFirst());
        page.complain(
                listed.or(() -> one)
                        .or(() -> factor.map(YamlDiagnostics.Item::key))
                        .orElse(design),
                "",
                sentence);
    }

    private static boolean is(Node node, double level) {
        return node instanceof ScalarNode scalar
                && CsvReader.number(scalar.getValue()).stream().anyMatch(value -> value == level);
    }

    /** Complains at a cell of a table that was read before. */
    private void inTable(String text, Path file, int row, Parameter cell, String sentence) {
        try (CsvReader table = CsvReader.of(text, file)) {
            for (int i = 0; i < row; i++) {
                table.nextRow();
            }
            int column = table.column(new ArrayList<>(table.header()).indexOf(cell.key()));
            page.complain(file.toString(), (int) table.line(), column, sentence);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
