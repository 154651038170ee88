package greenlight.runner.spec;

import greenlight.runner.design.Design;
import greenlight.runner.design.Precision;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.sample.SplitMix64;
import greenlight.runner.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question to a model: a setting, a design of points around it, and how often each is repeated.
 *
 * @param name names the folder of results: letters, digits, {@code -} and {@code _}
 * @param scenario where every run starts, unless the scenario is a factor
 * @param set parameters turned for every run, over what the scenario and an ensemble set
 */
public record Experiment(
        Model model,
        String name,
        String title,
        String scenario,
        Map<Parameter, Double> set,
        Design design,
        Repetition repetition,
        Recording recording,
        Source source) {

    /**
     * How often each point is run, and with which random numbers.
     *
     * @param replications runs of each point, at least 1
     * @param seed fixes all random numbers of the experiment
     * @param crn common random numbers: replication <i>r</i> has the same seed at every point
     * @param precision when a point needs no more replications; {@code replications} is then the least
     * @param timeout how long a run may take, seconds
     * @param over settings that replications go through: replication <i>r</i> has the same one at every point
     */
    public record Repetition(
            int replications,
            long seed,
            boolean crn,
            Optional<Precision> precision,
            OptionalDouble timeout,
            Optional<Ensemble> over) {
        /** A fixed number of replications, with no limit of time, all of one setting. */
        public Repetition(int replications, long seed, boolean crn) {
            this(replications, seed, crn, Optional.empty(), OptionalDouble.empty(), Optional.empty());
        }
    }

    /**
     * What is written of the runs.
     *
     * @param tables names of the detail tables
     * @param readings keys of the readings in the detail tables, in the model's order; given empty, all of them
     * @param measures keys of the measures, in the model's order; given empty, all of them
     */
    public record Recording(List<String> tables, List<String> readings, List<String> measures) {
        private Recording of(Model model) {
            return new Recording(
                    List.copyOf(tables),
                    chosen(model.tables().stream().flatMap(table -> table.readings().stream()), readings),
                    chosen(model.measures().stream(), measures));
        }

        private static List<String> chosen(Stream<Model.Column> columns, List<String> keys) {
            return columns.map(Model.Column::key)
                    .filter(key -> keys.isEmpty() || keys.contains(key))
                    .distinct()
                    .toList();
        }
    }

    /**
     * What the experiment was read from.
     *
     * @param text the file as read
     * @param enclosed the text of each file beside it that it names, by name: it cannot be read again without them
     * @param file where it lies; empty for a text that no file has
     * @param folders where its scenarios lie
     */
    public record Source(String text, Map<String, String> enclosed, Optional<Path> file, List<Path> folders) {
        /** An experiment that was not read. */
        public static final Source NONE = new Source("", Map.of(), Optional.empty(), List.of());

        /** Keeps a copy. */
        public Source {
            enclosed = Collections.unmodifiableMap(new LinkedHashMap<>(enclosed));
            folders = List.copyOf(folders);
        }
    }

    /** The most runs an experiment may have. */
    public static final int MOST_RUNS = 10_000_000;

    public Experiment {
        int least = repetition.replications();
        int most = repetition.precision().map(Precision::most).orElse(least);
        if (least < 1 || most < least || (long) design.points() * most > MOST_RUNS) {
            throw new IllegalArgumentException(design.points() + " points with " + least
                    + " replications each; allowed are 1 to " + MOST_RUNS + " runs.");
        }
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        recording = recording.of(model);
    }

    /** The same runs with other detail tables recorded, and all readings in them. */
    public Experiment recording(List<String> others) {
        Recording recorded = new Recording(others, List.of(), measures());
        return new Experiment(model, name, title, scenario, set, design, repetition, recorded, source);
    }

    /** A part of the experiment: at some points only, with a number of replications, without a limit of time. */
    public Experiment part(Design points, int times) {
        Repetition repeated = new Repetition(
                times, seed(), repetition.crn(), Optional.empty(), OptionalDouble.empty(), repetition.over());
        return new Experiment(model, name, title, scenario, set, points, repeated, recording, Source.NONE);
    }

    /** Runs of each point; the least where a precision is wanted. */
    public int replications() {
        return repetition.replications();
    }

    /** What fixes all random numbers. */
    public long seed() {
        return repetition.seed();
    }

    /** When a point needs no more replications. */
    public Optional<Precision> precision() {
        return repetition.precision();
    }

    /** How long a run may take, seconds. */
    public OptionalDouble timeout() {
        return repetition.timeout();
    }

    /** How many settings the ensemble has that replications go through; 0 without one. */
    public int settings() {
        return repetition.over().map(Ensemble::size).orElse(0);
    }

    /** The number of the ensemble's setting that a replication has at every point, from 1; 0 without an ensemble. */
    public int settingNumber(int replication) {
        return repetition.over().map(over -> over.number(replication)).orElse(0);
    }

    /** Names of the detail tables that are written. */
    public List<String> tables() {
        return recording.tables();
    }

    /** Keys of the readings that are written, in the model's order. */
    public List<String> readings() {
        return recording.readings();
    }

    /** Keys of the measures that are written, in the model's order. */
    public List<String> measures() {
        return recording.measures();
    }

    /** The file as read. */
    public String text() {
        return source.text();
    }

    /** The text of each file beside it that it names, by name. */
    public Map<String, String> enclosed() {
        return source.enclosed();
    }

    /** What the model reads of each scenario of one's own, by name: a comment in its files makes no other experiment. */
    public Map<String, String> ownScenarios() {
        Map<String, String> own = new TreeMap<>();
        enclosed().keySet().stream()
                .flatMap(file -> ScenarioFiles.copied(file).stream())
                .forEach(name -> own.put(name, model.identity(name)));
        return own;
    }

    /** The columns of a detail table that are written, after {@code run_id}. */
    public List<Model.Column> columns(Model.Table table) {
        return Stream.concat(
                        table.columns().stream(),
                        table.readings().stream().filter(reading -> readings().contains(reading.key())))
                .toList();
    }

    /** Whether replication <i>r</i> has the same seed at every point; not where a file gives each point its own. */
    public boolean crn() {
        return repetition.crn() && !design.hasSeeds();
    }

    /** The most replications that a point may have. */
    public int mostReplications() {
        return precision().map(Precision::most).orElse(replications());
    }

    /** How many runs there are at most: points times replications. */
    public int runCount() {
        return design.points() * mostReplications();
    }

    /** The run at a place in the design's order: by point, then by replication. */
    public Run run(int index) {
        int point = index / mostReplications();
        int replication = index % mostReplications();
        String start = start(point);
        Setting setting = setting(point, settingNumber(replication));
        long runSeed = seed(point, replication);
        String id = Run.id(model.version(), model.identity(start), setting, runSeed);
        return new Run(index, point, replication, runSeed, start, setting, id);
    }

    /** The ids of a point's runs, by replication; what those of one setting have in common is hashed once. */
    public IntFunction<String> ids(int point) {
        Map<Integer, MessageDigest> inputs = new HashMap<>();
        return replication -> Run.id(
                inputs.computeIfAbsent(
                        settingNumber(replication),
                        number -> Run.inputs(model.version(), model.identity(start(point)), setting(point, number))),
                seed(point, replication));
    }

    /** The scenario that the runs of a point start from. */
    public String start(int point) {
        double[] levels = design.point(point);
        for (int factor = 0; factor < levels.length; factor++) {
            if (design.factors().get(factor).parameter().isEmpty()) {
                return model.scenarios().get((int) levels[factor]);
            }
        }
        return scenario;
    }

    /** The parameters of a point's first replication. */
    public Setting setting(int point) {
        return setting(point, settingNumber(0));
    }

    /** The parameters that the runs of a point have, each setting once. */
    public Stream<Setting> settings(int point) {
        return IntStream.range(0, mostReplications())
                .map(this::settingNumber)
                .distinct()
                .limit(Math.max(1, settings()))
                .mapToObj(number -> setting(point, number));
    }

    private Setting setting(int point, int number) {
        return setting(
                point,
                number > 0
                        ? repetition.over().orElseThrow().values(number)
                        : Collections.<Parameter, Double>emptyMap());
    }

    /**
     * The parameters of a point in a setting of an ensemble. Each over what comes before: the ensemble's setting, what the scenario
     * itself sets, what the experiment sets, the factors.
     *
     * @param ensemble values of some parameters
     */
    public Setting setting(int point, Map<Parameter, Double> ensemble) {
        double[] levels = design.point(point);
        Map<Parameter, Double> turned = new LinkedHashMap<>(set);
        for (int factor = 0; factor < levels.length; factor++) {
            double level = levels[factor];
            design.factors().get(factor).parameter().ifPresent(parameter -> turned.put(parameter, level));
        }
        return model.setting(start(point)).completed(ensemble).with(turned);
    }

    /** What every run that starts from a scenario has in common. */
    public Setting setting(String start) {
        return model.setting(start).with(set);
    }

    private long seed(int point, int replication) {
        OptionalLong own = design.seed(point);
        if (own.isPresent()) {
            return replication == 0 ? own.getAsLong() : child(own.getAsLong(), replication);
        }
        return child(repetition.crn() ? seed() : child(seed(), point), replication);
    }

    /** The seed of the place: the replication's, or before the first replication, -1, the design's. */
    public static long child(long parent, int n) {
        return SplitMix64.child(parent, n);
    }

    /** The seed of the experiment whose first replication has a given seed: so that one run is an experiment too. */
    public static long parent(long runSeed) {
        return SplitMix64.parent(runSeed);
    }
}
