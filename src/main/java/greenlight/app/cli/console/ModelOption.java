package greenlight.app.cli.console;

import greenlight.market.model.MarketModel;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.Model;
import greenlight.runner.registry.Models;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option {@code --model}: which of the models on the class path a command is about. */
public final class ModelOption {
    static final String OPTION = "--model";

    @Option(
            names = OPTION,
            paramLabel = "NAME",
            description = "The model, where the class path has several; when not given, the one that the experiment"
                    + " file names, else " + MarketModel.NAME + ".")
    private String name;

    /**
     * Every model on the class path, the market first.
     *
     * @throws UsageError when one cannot be loaded
     */
    public static List<Model> all() throws UsageError {
        try {
            List<Model> models = new ArrayList<>(Models.on(ModelOption.class.getClassLoader()));
            models.sort((one, other) -> Boolean.compare(isMarket(other.name()), isMarket(one.name())));
            return models;
        } catch (IllegalArgumentException broken) {
            throw new UsageError(broken.getMessage());
        }
    }

    /**
     * Every model on the class path, the market first, as the console runs them.
     *
     * @throws UsageError when one cannot be loaded
     */
    public static List<Model> all(Console console) throws UsageError {
        return through(console, all());
    }

    /** Whether a model's name is that of the market. */
    public static boolean isMarket(String model) {
        return model.equals(MarketModel.NAME);
    }

    /**
     * The model that the option names; the market when it names none.
     *
     * @throws UsageError when there is no such model
     */
    public Model model() throws UsageError {
        return namedFirst().get(0);
    }

    /** Whether the option leaves it at the market. */
    public boolean isMarket() {
        return name == null || isMarket(name);
    }

    /**
     * The experiment of a file, by the model that the option or the file names.
     *
     * @throws UsageError when there is no model of the option's name, or the file names another
     */
    public Experiment experiment(Console console, Path file) throws UsageError, BadExperiment, IOException {
        return experiment(console, file, Optional.empty(), name -> Optional.empty());
    }

    /**
     * The same, over an ensemble, or to go on with a sweep.
     *
     * @param over what names it, in place of what the file names; empty for the file's own
     * @param results the folder, by the experiment's name, whose copies are read in the place of scenarios that are gone
     */
    public Experiment experiment(
            Console console, Path file, Optional<String> over, Function<String, Optional<Path>> results)
            throws UsageError, BadExperiment, IOException {
        Console.checkThere(file);
        Experiment experiment = ExperimentReader.read(file, through(console, namedFirst()), over, results);
        String model = experiment.model().name();
        if (name != null && !name.equals(model)) {
            throw new UsageError(file + " names the model " + model + ", and " + OPTION + " names " + name
                    + "; leave one of them out.");
        }
        return experiment;
    }

    /** As it was given: empty, or a blank, the option and the name. */
    @Override
    public String toString() {
        return name == null ? "" : " " + OPTION + " " + name;
    }

    /** Every model, the one that the option names before the others. */
    private List<Model> namedFirst() throws UsageError {
        List<Model> models = new ArrayList<>(all());
        if (name != null) {
            Model first = named(name, models, "There is no model " + name);
            models.remove(first);
            models.add(0, first);
        }
        return models;
    }

    private static Model named(String name, List<Model> all, String sentence) throws UsageError {
        for (Model model : all) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        throw new UsageError(sentence
                + SpellingSuggestion.hint(name, all.stream().map(Model::name).toList()));
    }

    private static List<Model> through(Console console, List<Model> models) {
        return models.stream().map(console.lens()).toList();
    }

    /**
     * The model of a name.
     *
     * @throws UsageError when there is no such model on the class path
     */
    public static Model named(String model) throws UsageError {
        return named(model, all(), "There is no model " + model);
    }

    /** Where the classes of a model are: a jar or a folder. */
    public static Path origin(String model) throws UsageError, URISyntaxException {
        return Path.of(named(model)
                .getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /**
     * The experiment of a folder of results, by the model that the folder's description names.
     *
     * @throws UsageError when that model is not on the class path
     */
    public static Experiment experimentOf(Console console, Path folder) throws UsageError, BadExperiment, IOException {
        List<Model> models = all();
        ResultFolder results = ResultFolder.in(folder);
        if (results.isDescribed()) {
            String name = results.model();
            String sentence = folder + " holds results of the model " + name + ", which is not on the class path";
            models = List.of(named(name, models, sentence));
        }
        return ExperimentReader.read(folder.resolve(ResultFiles.EXPERIMENT), through(console, models));
    }
}
