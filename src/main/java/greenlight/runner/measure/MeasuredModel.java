package greenlight.runner.measure;

import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.ScenarioSource;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A model with an experiment's own measures behind its own; all else is the model's. */
public record MeasuredModel(Model model, List<OwnMeasure> own) implements Model {
    /** Keeps a copy. */
    public MeasuredModel {
        own = List.copyOf(own);
    }

    /** The columns of the measures that an experiment added to a model; none where it is the model alone. */
    public static List<Column> own(Model model) {
        return model instanceof MeasuredModel with
                ? with.own.stream().map(OwnMeasure::column).toList()
                : List.of();
    }

    /** The model without an experiment's measures. */
    public static Model bare(Model model) {
        return model instanceof MeasuredModel with ? with.model : model;
    }

    @Override
    public List<Column> measures() {
        return Stream.concat(model.measures().stream(), own.stream().map(OwnMeasure::column))
                .toList();
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        return with(model.run(scenario, setting, seed, threads));
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads, Collection<String> tables) {
        return run(scenario, setting, seed, threads, tables, List.of());
    }

    @Override
    public Outcome run(
            String scenario,
            Setting setting,
            long seed,
            int threads,
            Collection<String> tables,
            Collection<String> readings) {
        List<String> needed = new ArrayList<>(readings);
        readMeasures().forEach(measure -> needed.add(measure.source().key()));
        return with(model.run(scenario, setting, seed, threads, tables, needed));
    }

    private Stream<ReadMeasure> readMeasures() {
        return own.stream().filter(ReadMeasure.class::isInstance).map(ReadMeasure.class::cast);
    }

    private Outcome with(Outcome outcome) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<Integer, List<ReadMeasure>> tables = new LinkedHashMap<>();
        readMeasures()
                .forEach(measure -> tables.computeIfAbsent(measure.source().table(), none -> new ArrayList<>())
                        .add(measure));
        tables.forEach((table, measures) -> {
            List<Series> series = SeriesReader.of(outcome.rows().get(table), measures);
            for (int i = 0; i < measures.size(); i++) {
                values.put(
                        measures.get(i).column().key(),
                        measures.get(i).summary().of(series.get(i)));
            }
        });
        double[] all = Arrays.copyOf(outcome.measures(), outcome.measures().length + own.size());
        for (int i = 0; i < own.size(); i++) {
            all[outcome.measures().length + i] = value(own.get(i).column().key(), outcome, values);
        }
        return new Outcome(all, outcome.rows());
    }

    /** The value of a measure; those of readings are known, and none depends on itself. */
    private double value(String key, Outcome outcome, Map<String, Double> values) {
        Double known = values.get(key);
        if (known != null) {
            return known;
        }
        double value = own.stream()
                .filter(measure -> measure.column().key().equals(key))
                .map(CombinedMeasure.class::cast)
                .findFirst()
                .map(measure -> measure.operation()
                        .of(value(measure.first(), outcome, values), value(measure.second(), outcome, values)))
                .orElseGet(() -> outcome.measures()[place(key)]);
        values.put(key, value);
        return value;
    }

    private int place(String key) {
        return model.measures().stream().map(Column::key).toList().indexOf(key);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public String digest() {
        return model.digest();
    }

    @Override
    public boolean isAmong(Collection<String> digests) {
        return model.isAmong(digests);
    }

    @Override
    public List<? extends Parameter> parameters() {
        return model.parameters();
    }

    @Override
    public Optional<Parameter> parameter(String key) {
        return model.parameter(key);
    }

    @Override
    public List<String> parameterKeys() {
        return model.parameterKeys();
    }

    @Override
    public List<String> keysNear(String key) {
        return model.keysNear(key);
    }

    @Override
    public Map<String, Parameter> cells() {
        return model.cells();
    }

    @Override
    public Optional<String> conflict(String scenario, Setting setting) {
        return model.conflict(scenario, setting);
    }

    @Override
    public Optional<String> fault(String scenario, Setting setting) {
        return model.fault(scenario, setting);
    }

    @Override
    public Optional<Parameter> horizon() {
        return model.horizon();
    }

    @Override
    public List<String> scenarios() {
        return model.scenarios();
    }

    @Override
    public Setting setting(String scenario) {
        return model.setting(scenario);
    }

    @Override
    public Model with(ScenarioSource source) throws BadScenario {
        return new MeasuredModel(model.with(source), own);
    }

    @Override
    public String nameOf(ScenarioSource source) {
        return model.nameOf(source);
    }

    @Override
    public Map<String, String> files(String scenario) {
        return model.files(scenario);
    }

    @Override
    public String identity(String scenario) {
        return model.identity(scenario);
    }

    @Override
    public String title(String scenario) {
        return model.title(scenario);
    }

    @Override
    public Optional<String> ensemble() {
        return model.ensemble();
    }

    @Override
    public List<Table> tables() {
        return model.tables();
    }

    @Override
    public Map<String, String> entities(String scenario) {
        return model.entities(scenario);
    }

    @Override
    public List<String> kindsWith(String reading) {
        return model.kindsWith(reading);
    }

    @Override
    public List<String> steps(String scenario, Setting setting) {
        return model.steps(scenario, setting);
    }

    @Override
    public long bytes(Setting setting) {
        return model.bytes(setting);
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return model.fitting(setting, bytes);
    }
}
