package greenlight.app.cli;

import greenlight.runner.dataset.BadTable;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.model.Model;
import greenlight.runner.results.Execution;
import greenlight.runner.spec.BadExperiment;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: what was asked, who does it, and how it ended. */
@Command(
        name = "./greenlight",
        description = "A market of film studios, AI video vendors, investors and users, quarter by quarter.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            GuiCommand.class,
            SweepCommand.class,
            MergeCommand.class,
            SlurmCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            AnalyzeCommand.class,
            PageCommand.class,
            ServeCommand.class,
            ParamsCommand.class,
            ScenariosCommand.class,
            ValidateCommand.class,
            CalibrateCommand.class,
            ClaimsCommand.class,
            AttributeCommand.class,
            ExportCommand.class,
            SchemaCommand.class,
            BenchCommand.class
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (each has --help, with an example):%n",
        footer = {
            "",
            "Start here:",
            "  ./greenlight run                                  one market, told as a story",
            "  ./greenlight sweep experiments/quickstart.yaml    a small experiment of many runs",
            "  ./greenlight analyze results/quickstart           what it shows",
            "  ./greenlight page --open                          the market in the browser, for a class",
            "",
            "Results and stories go to standard output, messages to standard error.",
            "Exit codes: 0 fine; 1 a run failed; 2 bad usage, a bad experiment file or bad results;",
            "3 a file cannot be read or written; 130 interrupted."
        })
final class Main implements Runnable {
    static final int FAILED = 1;
    static final int BAD_USAGE = 2;
    static final int NO_FILE = 3;
    static final int INTERRUPTED = 130;

    /** Environment variable that asks for the trace of an unexpected fault. */
    private static final String DEBUG = "GREENLIGHT_DEBUG";

    private static final int WIDTH = 100;
    private static final long SECONDS_TO_STOP = 20;

    final PrintStream out;
    final PrintStream err;

    /** What stands between the commands and the market: nothing, but in tests. */
    final UnaryOperator<Model> lens;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show what the command does and end.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the versions of program and model and end.")
    @SuppressWarnings("UnusedVariable") // as above
    private boolean version;

    private Main(PrintStream out, PrintStream err, UnaryOperator<Model> lens) {
        this.out = out;
        this.err = err;
        this.lens = lens;
    }

    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> {
            main.interrupt();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        int code;
        try {
            code = run(arguments, System.out, System.err, UnaryOperator.identity());
        } finally {
            ended.countDown();
        }
        System.out.flush();
        System.exit(code);
    }

    /** Gives a command that is told to stop the time to clean up. */
    @SuppressWarnings("ThreadInterruptedCheck")
    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("Greenlight did not stop in time and is ended.");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what the arguments say; returns the exit code. */
    static int run(String[] arguments, PrintStream out, PrintStream err, UnaryOperator<Model> lens) {
        CommandLine line = new CommandLine(new Main(out, err, lens));
        line.setOut(writer(out));
        line.setErr(writer(err));
        line.setUsageHelpWidth(WIDTH);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler((fault, given) -> {
            err.println(sentence(fault));
            err.println("See " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return BAD_USAGE;
        });
        line.setExecutionExceptionHandler((fault, at, parsed) -> told(fault, err));
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError fault) {
            return told(fault, err);
        }
    }

    /** The command as it was given, for the record. */
    String command() {
        return Execution.command(
                "./greenlight", spec.commandLine().getParseResult().originalArgs());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(out);
    }

    /** Says in sentences what went wrong; returns the exit code. */
    private static int told(Throwable fault, PrintStream err) {
        if (fault instanceof UsageError refusal) {
            refusal.sentences().forEach(err::println);
            return BAD_USAGE;
        }
        if (fault instanceof BadExperiment bad) {
            bad.messages().forEach(err::println);
            return BAD_USAGE;
        }
        if (fault instanceof BadTable) {
            err.println(fault.getMessage());
            return BAD_USAGE;
        }
        if (fault instanceof FolderTaken) {
            err.println(fault.getMessage());
            err.println("Give --overwrite to replace it, or another folder with --out.");
            return BAD_USAGE;
        }
        if (fault instanceof IOException) {
            err.println(fault.getMessage());
            return NO_FILE;
        }
        if (fault instanceof InterruptedException) {
            err.println(fault.getMessage() == null ? "Interrupted." : fault.getMessage());
            return INTERRUPTED;
        }
        if (fault instanceof OutOfMemoryError) {
            err.println("Out of memory. Ask for fewer --users or --threads, or for a larger heap: JAVA_OPTS=-Xmx8g.");
            return FAILED;
        }
        err.println("Something unexpected happened (" + fault.getClass().getSimpleName()
                + (fault.getMessage() == null ? "" : ": " + fault.getMessage())
                + "). Please report it, with the command and the output of " + DEBUG + "=1.");
        if (System.getenv(DEBUG) != null) {
            fault.printStackTrace(err);
        }
        return FAILED;
    }

    /** What is wrong with the words of a command. */
    private static String sentence(CommandLine.ParameterException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        if (fault instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (word.startsWith("-")) {
                String option = word.replaceFirst("=.*", "");
                List<String> options = command.optionsMap().keySet().stream()
                        .filter(known -> known.startsWith("--"))
                        .toList();
                return command.qualifiedName() + " has no option " + option + meant(option, options);
            }
            if (!command.subcommands().isEmpty()) {
                List<String> commands = List.copyOf(command.subcommands().keySet());
                return "There is no command " + word + meant(word, commands);
            }
            return command.qualifiedName() + " does not know what to do with "
                    + String.join(" ", unmatched.getUnmatched()) + ".";
        }
        if (fault instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec wanted = missing.getMissing().get(0);
            String who = wanted instanceof OptionSpec option ? option.longestName() : command.qualifiedName();
            return who + " needs " + wanted.paramLabel() + ". " + String.join(" ", wanted.description());
        }
        String message = fault.getMessage().strip();
        return message.endsWith(".") ? message : message + ".";
    }

    /** The end of a sentence about an unknown word. */
    static String meant(String word, List<String> known) {
        return SpellingSuggestion.to(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; there is " + String.join(", ", known) + ".");
    }

    /** Refuses a file that is not there, with the nearest that is. */
    static void checkThere(Path file) throws UsageError, IOException {
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
