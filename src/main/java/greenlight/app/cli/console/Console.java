package greenlight.app.cli.console;

import greenlight.market.model.MarketModel;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Model;
import greenlight.runner.results.Execution;
import greenlight.runner.run.Progress;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command is handed: the streams that it prints on, the model that it runs, and the words of its call.
 *
 * @param out for results
 * @param err for messages
 * @param width characters of a line
 * @param colours whether output may be coloured
 * @param lens wraps every model that is run: the identity, but in tests
 * @param arguments the words of the call
 */
public record Console(
        PrintStream out,
        PrintStream err,
        int width,
        boolean colours,
        UnaryOperator<Model> lens,
        List<String> arguments) {
    /** Below this width, nothing is laid out. */
    private static final int NARROWEST = 60;

    /** The width of lines for a terminal whose columns the environment states; the usual width where it does not. */
    public static int width(String columns) {
        boolean known = columns != null && columns.matches("\\d{1,4}");
        return known ? Math.min(Math.max(Integer.parseInt(columns), NARROWEST), Text.WIDTH) : Text.WIDTH;
    }

    /** Prints words behind a margin, wrapped between words; lines after the first begin with as many blanks. */
    public void paragraph(String margin, String words) {
        out.println(Text.hung(margin, words, width).stripTrailing());
    }

    /** Prints a message, wrapped between words. */
    public void message(String words) {
        err.println(Text.hung("", words, width));
    }

    /** Words as bold text, where output may be coloured. */
    public String bold(String words) {
        return colours ? Ansi.ON.string("@|bold " + words + "|@") : words;
    }

    /** The command as it was given, for the record. */
    public String command() {
        return Execution.command("./greenlight", arguments);
    }

    /** Progress of runs, shown among the messages. */
    public Progress progress() {
        return new Progress(Progress.Way.AUTO, err);
    }

    /** The model whose experiments are run. */
    public Model model() {
        return lens.apply(new MarketModel());
    }

    /**
     * Reads an experiment file.
     *
     * @throws UsageError when there is no such file
     */
    public Experiment experiment(Path file) throws UsageError, BadExperiment, IOException {
        checkThere(file);
        return ExperimentReader.read(file, model());
    }

    /**
     * Refuses, before the work is done, to replace a file unasked.
     *
     * @param overwrite whether it may be replaced
     * @throws IOException in one sentence, when no file can be written there
     */
    public static void checkFree(Path file, boolean overwrite) throws UsageError, IOException {
        WholeFile.check(file);
        if (Files.exists(file) && !overwrite) {
            throw new UsageError(
                    file + " is there already; give --overwrite to replace it, or another place with --out.");
        }
    }

    /** Refuses a file that is not there, with the nearest that is. */
    public static void checkThere(Path file) throws UsageError, IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        List<String> files = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder)) {
                entries.forEach(entry -> files.add(entry.getFileName().toString()));
            }
        }
        files.sort(null);
        String name = file.getFileName().toString();
        throw new UsageError("There is no file " + file
                + SpellingSuggestion.to(name, files)
                        .map(near -> "; did you mean " + file.resolveSibling(near) + "?")
                        .orElse("."));
    }
}
