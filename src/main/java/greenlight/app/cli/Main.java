package greenlight.app.cli;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.FaultMessages;
import greenlight.app.cli.console.PathConverter;
import greenlight.app.cli.evidence.AnswersCommand;
import greenlight.app.cli.evidence.AttributeCommand;
import greenlight.app.cli.evidence.CalibrateCommand;
import greenlight.app.cli.evidence.ClaimsCommand;
import greenlight.app.cli.evidence.InfluenceCommand;
import greenlight.app.cli.evidence.RecoveryCommand;
import greenlight.app.cli.evidence.ResponsesCommand;
import greenlight.app.cli.evidence.ValidateCommand;
import greenlight.app.cli.market.BenchCommand;
import greenlight.app.cli.market.GuiCommand;
import greenlight.app.cli.market.PageCommand;
import greenlight.app.cli.market.ParamsCommand;
import greenlight.app.cli.market.RunCommand;
import greenlight.app.cli.market.ScenariosCommand;
import greenlight.app.cli.market.ServeCommand;
import greenlight.app.cli.results.AnalyzeCommand;
import greenlight.app.cli.results.ExportCommand;
import greenlight.app.cli.results.ReplayCommand;
import greenlight.app.cli.results.VerifyCommand;
import greenlight.app.cli.sweep.BatchCommand;
import greenlight.app.cli.sweep.MergeCommand;
import greenlight.app.cli.sweep.PointsCommand;
import greenlight.app.cli.sweep.SchemaCommand;
import greenlight.app.cli.sweep.SlurmCommand;
import greenlight.app.cli.sweep.SweepCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command, and the start of the program. */
@Command(
        name = "./greenlight",
        description = "A market of film studios, AI video vendors, investors and users, quarter by quarter.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (each has --help, with an example):%n",
        footer = {
            "",
            "Start here:",
            "  ./greenlight run                                  one market, as a story",
            "  ./greenlight sweep experiments/quickstart.yaml    a small experiment of many runs",
            "  ./greenlight analyze results/quickstart           what it shows",
            "  ./greenlight page --open                          the market in the browser, for a class",
            "",
            "Results and stories go to standard output, messages to standard error.",
            "Exit codes: 0 fine; 1 a run failed; 2 bad usage, a bad experiment file or bad results; 3 a file"
                    + " cannot be read or written; 130 interrupted."
        })
public final class Main implements Runnable {
    /** The commands in the order of the help; a class is named as its command. */
    static final List<Class<? extends Callable<Integer>>> COMMANDS = List.of(
            RunCommand.class,
            GuiCommand.class,
            SweepCommand.class,
            MergeCommand.class,
            SlurmCommand.class,
            BatchCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            AnalyzeCommand.class,
            PageCommand.class,
            ServeCommand.class,
            ParamsCommand.class,
            ScenariosCommand.class,
            ValidateCommand.class,
            CalibrateCommand.class,
            RecoveryCommand.class,
            InfluenceCommand.class,
            ClaimsCommand.class,
            AttributeCommand.class,
            AnswersCommand.class,
            ResponsesCommand.class,
            ExportCommand.class,
            PointsCommand.class,
            SchemaCommand.class,
            BenchCommand.class);

    private static final long SECONDS_TO_STOP = 20;

    private final PrintStream out;

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

    private Main(PrintStream out) {
        this.out = out;
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
            code = run(new Console(
                    System.out,
                    System.err,
                    Console.width(System.getenv("COLUMNS")),
                    Help.Ansi.AUTO.enabled(),
                    UnaryOperator.identity(),
                    List.of(arguments)));
        } finally {
            ended.countDown();
        }
        System.out.flush();
        System.exit(code);
    }

    /** Gives a command that is interrupted the time to clean up. */
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

    /** Runs the command that the console's arguments name; returns the exit code. */
    public static int run(Console console) {
        FaultMessages faults = new FaultMessages(console.err());
        CommandLine line = line(console, named(console.arguments()));
        line.setParameterExceptionHandler(faults);
        line.setExecutionExceptionHandler(faults);
        try {
            return line.execute(console.arguments().toArray(new String[0]));
        } catch (StackOverflowError | OutOfMemoryError fault) {
            return faults.print(fault);
        }
    }

    /** The command that the first argument names, or all: making the others takes a quarter of the time of a short run. */
    static List<Class<? extends Callable<Integer>>> named(List<String> arguments) {
        List<Class<? extends Callable<Integer>>> named = COMMANDS.stream()
                .filter(command ->
                        !arguments.isEmpty() && command.getSimpleName().equalsIgnoreCase(arguments.get(0) + "Command"))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /** The root command with others under it. */
    static CommandLine line(Console console, List<Class<? extends Callable<Integer>>> commands) {
        CommandLine line = new CommandLine(new Main(console.out()), new CommandFactory(console));
        commands.forEach(line::addSubcommand);
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setUsageHelpWidth(console.width());
        line.registerConverter(Path.class, new PathConverter());
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(out);
    }
}
