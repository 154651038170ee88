package greenlight.runner.spec;

import greenlight.runner.design.Design;
import greenlight.runner.design.Precision;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.ensemble.EnsembleReader;
import greenlight.runner.format.FileFault;
import greenlight.runner.format.FileName;
import greenlight.runner.measure.OwnMeasureReader;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.scenario.NamedScenarios;
import greenlight.runner.yaml.YamlDiagnostics;
import greenlight.runner.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads an experiment file (YAML 1.2, UTF-8) for a model. */
public final class ExperimentReader {
    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,100}");

    /** The 255 bytes that file systems allow for a name, less those of a shard's part and count. */
    private static final int NAME_BYTES = 230;

    /** With the scenarios and measures of the file's own. */
    private final Model model;

    private final YamlDiagnostics page;
    private final NamedScenarios scenarios;
    private final OwnMeasureReader measures;

    private ExperimentReader(NamedScenarios scenarios, YamlDiagnostics page, Node root) {
        this.scenarios = scenarios;
        this.page = page;
        measures = new OwnMeasureReader(scenarios.model(), page, YamlDiagnostics.entry(root, Key.MEASURES.word()));
        model = measures.model();
    }

    /**
     * Reads a file.
     *
     * @throws BadExperiment with every fault of the file, or when there is no such file
     * @throws IOException when the file is there but cannot be read
     */
    public static Experiment read(Path file, Model model) throws BadExperiment, IOException {
        return read(file, List.of(model));
    }

    /**
     * Reads a file for the model that it names, or for the first of some where it names none.
     *
     * @param models that the file may name; at least one
     * @throws BadExperiment with every fault of the file, or when there is no such file
     * @throws IOException when the file is there but cannot be read
     */
    public static Experiment read(Path file, List<Model> models) throws BadExperiment, IOException {
        return read(file, models, Optional.empty());
    }

    /** The same, over an ensemble. */
    public static Experiment read(Path file, List<Model> models, Optional<String> over)
            throws BadExperiment, IOException {
        return read(file, models, over, name -> Optional.empty());
    }

    /**
     * The same, to go on with a sweep.
     *
     * @param over the ensemble that replications go through, in place of the one that the file names: the word
     *     {@code ensemble}, or the path of a CSV file; empty for the file's own
     * @param results the folder, by the experiment's name, whose copies are read in the place of scenarios that are gone
     */
    public static Experiment read(
            Path file, List<Model> models, Optional<String> over, Function<String, Optional<Path>> results)
            throws BadExperiment, IOException {
        if (!Files.exists(file)) {
            throw new BadExperiment(List.of(file + ": there is no such file."));
        }
        if (Files.isDirectory(file)) {
            throw new BadExperiment(List.of(file + ": this is a folder, not an experiment file."));
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IOException(file + " cannot be read: " + FileFault.reason(unreadable) + ".", unreadable);
        }
        YamlDiagnostics page = new YamlDiagnostics(file.toString());
        String text = page.decoded(bytes, file.toString());
        BadExperiment.throwAll(page.complaints());
        try {
            return read(text, file.toString(), models, over, results);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file its path: messages begin with it, and a file of points lies beside it
     * @throws BadExperiment with every fault of the text, or when two columns of the model's results have one name
     * @throws UncheckedIOException when a file of points is there but cannot be read
     */
    public static Experiment read(String text, String file, Model model) throws BadExperiment {
        return read(text, file, List.of(model), Optional.empty(), name -> Optional.empty());
    }

    private static Experiment read(
            String text,
            String file,
            List<Model> models,
            Optional<String> over,
            Function<String, Optional<Path>> results)
            throws BadExperiment {
        YamlDiagnostics page = new YamlDiagnostics(file);
        Node root = YamlText.composed(text, file, page).orElse(null);
        BadExperiment.throwAll(page.complaints());
        Model model = model(root, models, page);
        Optional<String> clash = ColumnNames.fault(model);
        if (clash.isPresent()) {
            throw new BadExperiment(
                    List.of(file + ": the model " + model.name() + " cannot be run: " + clash.get() + "."));
        }
        BadExperiment.throwAll(page.complaints()); // by another model's parameters the rest would be nothing but faults
        NamedScenarios scenarios = NamedScenarios.in(
                root,
                page.folder(),
                YamlDiagnostics.entry(root, Key.NAME.word())
                        .map(item -> item.value() instanceof ScalarNode word ? word.getValue() : "")
                        .filter(NAME.asMatchPredicate())
                        .flatMap(results),
                model,
                (node, fault) -> page.complain(node, Key.SCENARIO.word(), fault),
                page::add);
        BadExperiment.throwAll(page.complaints()); // of a scenario that is not read, nothing is known
        return new ExperimentReader(scenarios, page, root).experiment(root, text, over);
    }

    private static Model model(Node root, List<Model> models, YamlDiagnostics page) {
        List<String> names = models.stream().map(Model::name).toList();
        return YamlDiagnostics.entry(root, Key.MODEL.word())
                .flatMap(item -> page.word(item, "model", names))
                .map(name -> models.get(names.indexOf(name)))
                .orElse(models.get(0));
    }

    private Experiment experiment(Node root, String text, Optional<String> given) throws BadExperiment {
        Map<String, YamlDiagnostics.Item> entries = page.mapping(
                        new YamlDiagnostics.Item("", root), "a mapping of keys to values")
                .orElse(Map.of());
        if (entries.isEmpty()) {
            BadExperiment.throwAll(page.complaints());
        }
        entries.forEach(this::checkKey);

        Optional<YamlDiagnostics.Item> name = entry(entries, Key.NAME);
        if (name.isEmpty()) {
            page.complain(root, "", "name is missing; allowed are letters, digits, - and _.");
        }
        String folder = name.flatMap(this::name).orElse("");
        String title = entry(entries, Key.TITLE).flatMap(page::text).orElse(folder);
        Optional<YamlDiagnostics.Item> start = entry(entries, Key.SCENARIO);
        String scenario = start.flatMap(item -> page.word(item, "scenario", model.scenarios()))
                .orElse(model.scenarios().get(0));
        Optional<YamlDiagnostics.Item> repeats = entry(entries, Key.REPLICATIONS);
        Optional<Long> replications = repeats.isEmpty()
                ? Optional.of(1L)
                : repeats.flatMap(item -> page.whole(item, 1, Long.MAX_VALUE, "a whole number from 1"));
        long seed = entry(entries, Key.SEED)
                .flatMap(item -> page.whole(item, Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of 64 bits"))
                .orElse(1L);
        boolean crn = entry(entries, Key.CRN).flatMap(page::flag).orElse(true);

        Optional<Precision> precision = entry(entries, Key.PRECISION)
                .flatMap(item ->
                        new PrecisionReader(page, measures.known()).read(item, repeats, replications.orElse(1L)));
        OptionalDouble timeout = PrecisionReader.seconds(page, entry(entries, Key.TIMEOUT));

        Map<String, YamlDiagnostics.Item> fixed = new LinkedHashMap<>();
        Map<Parameter, Double> set = set(entries, fixed);
        start.ifPresent(item -> fixed.put(item.path(), item));

        Optional<Ensemble> over = over(entry(entries, Key.OVER), given);
        Optional<YamlDiagnostics.Item> varied = entry(entries, Key.DESIGN);
        long most = precision
                .map(wanted -> (long) wanted.most())
                .or(() -> replications)
                .orElse(1L);
        DesignReader designs = new DesignReader(model, page, fixed, scenario, most, seed);
        Design design = varied.map(designs::design).orElse(Design.single());
        if (varied.isEmpty() && repeats.isPresent()) {
            designs.checkSize(repeats.get(), BigInteger.ONE);
        }
        List<String> tables = model.tables().stream().map(Model.Table::name).toList();
        RecordingReader recording = new RecordingReader(model, page);
        List<String> recorded = entry(entries, Key.RECORD)
                .map(recording::tables)
                .orElseGet(() -> model.tables().stream()
                        .filter(Model.Table::usual)
                        .map(Model.Table::name)
                        .toList());
        Optional<YamlDiagnostics.Item> chosen = entry(entries, Key.READINGS);
        List<String> readings = chosen.map(recording::readings).orElse(List.of());
        chosen.ifPresent(item -> recording.checkRead(item, recorded));
        if (design.goal().filter(SearchGoal::searches).isPresent()) {
            entry(entries, Key.PRECISION)
                    .ifPresent(item -> page.complain(
                            item.key(),
                            item.path(),
                            "not for a search, whose points all have the same replications; leave it out."));
        }
        precision.ifPresent(wanted -> measures.require(wanted.measure(), "precision"));
        // a search records what it judges by
        design.goal()
                .filter(goal -> !goal.searches())
                .ifPresent(goal -> goal.measures().forEach(judged -> measures.require(judged, "design")));
        Map<String, String> enclosed = new LinkedHashMap<>(designs.enclosed());
        over.map(its -> enclosed.put(Ensemble.FILE, its.text()))
                .ifPresent(points -> page.complain(
                        1,
                        1,
                        "the points are in " + Ensemble.FILE + ", the name under which"
                                + " the results keep the ensemble; give their file another name."));
        BadExperiment.throwAll(page.complaints());
        enclosed.putAll(scenarios.files());
        String copied = scenarios.copied(text);
        String kept = over.isEmpty() ? copied : YamlText.with(copied, Key.OVER.word(), Ensemble.FILE);
        Experiment experiment = new Experiment(
                model,
                folder,
                title,
                scenario,
                set,
                design,
                new Experiment.Repetition(replications.orElseThrow().intValue(), seed, crn, precision, timeout, over),
                new Experiment.Recording(
                        tables.stream().filter(recorded::contains).toList(), readings, measures.keys()),
                new Experiment.Source(kept, enclosed, Optional.of(page.path()), scenarios.folders()));
        new PointFaults(experiment, page, root, ensembleFile(entry(entries, Key.OVER), given)).complain();
        measures.check(design.points(), experiment::start, experiment::setting);
        BadExperiment.throwAll(page.complaints());
        return experiment;
    }

    /** The ensemble that the option names, or else the file. */
    private Optional<Ensemble> over(Optional<YamlDiagnostics.Item> item, Optional<String> given) {
        Consumer<String> refused = given.isPresent()
                ? sentence -> page.complain("--over", Integer.MAX_VALUE, 1, sentence)
                : sentence -> item.ifPresent(named -> page.complain(named.value(), named.path(), sentence));
        EnsembleReader reader = new EnsembleReader(model, refused, page::complain);
        return given.or(() -> item.flatMap(page::text)).flatMap(name -> {
            try {
                return reader.named(name, given.isPresent() ? Path.of("") : page.folder());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The file of the ensemble, as messages name it. */
    private String ensembleFile(Optional<YamlDiagnostics.Item> item, Optional<String> given) {
        return given.or(() ->
                        item.flatMap(page::text).map(name -> page.beside(name).toString()))
                .orElse(Ensemble.FILE);
    }

    private static Optional<YamlDiagnostics.Item> entry(Map<String, YamlDiagnostics.Item> entries, Key key) {
        return Optional.ofNullable(entries.get(key.word()));
    }

    private void checkKey(String key, YamlDiagnostics.Item entry) {
        Set<String> known = Key.of(model).keySet();
        if (known.contains(key)) {
            return;
        }
        if (model.parameter(key).isPresent()) {
            page.complain(entry.key(), entry.path(), "no key of that name; it is a parameter, which goes under set.");
        } else {
            page.unknown(entry.key(), entry.path(), "key", key, known);
        }
    }

    private Optional<String> name(YamlDiagnostics.Item item) {
        return page.text(item).flatMap(text -> {
            if (!NAME.matcher(text).matches()) {
                return page.refuse(item, "up to 100 letters, digits, - and _, for it names a folder");
            }
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > NAME_BYTES) {
                return page.refuse(
                        item,
                        "up to " + NAME_BYTES + " bytes in UTF-8 (these are " + bytes + "), for it names a folder");
            }
            return FileName.isReserved(text)
                    ? page.refuse(item, "a name that Windows does not reserve, for it names a folder")
                    : Optional.of(text);
        });
    }

    /** The parameters set for every run; notes in {@code fixed} where each was. */
    private Map<Parameter, Double> set(
            Map<String, YamlDiagnostics.Item> entries, Map<String, YamlDiagnostics.Item> fixed) {
        Map<Parameter, Double> set = new LinkedHashMap<>();
        entry(entries, Key.SET)
                .flatMap(item -> page.mapping(item, "a mapping of parameters to values"))
                .ifPresent(fixed::putAll);
        Optional<YamlDiagnostics.Item> horizon =
                model.horizon().map(Parameter::key).map(entries::get);
        horizon.ifPresent(item -> {
            YamlDiagnostics.Item other = fixed.putIfAbsent(item.path(), item);
            if (other != null) {
                page.complain(
                        item.key(),
                        item.path(),
                        "also under set, at " + YamlDiagnostics.place(other.key()) + "; allowed is one.");
            }
        });
        fixed.forEach((key, item) -> {
            Optional<Parameter> parameter = model.parameter(key);
            if (parameter.isEmpty()) {
                page.unknown(item.key(), item.path(), "parameter", key, model.keysNear(key));
            } else {
                page.value(item, parameter.get()).ifPresent(value -> set.put(parameter.get(), value));
            }
        });
        return set;
    }
}
