package greenlight.app.cli.console;

import greenlight.runner.csv.BadTable;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.journal.FolderTaken;
import greenlight.runner.spec.BadExperiment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Prints in sentences why a command could not be done, and maps each kind of fault to its exit code. */
public final class FaultMessages implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** Environment variable with which the trace of an unexpected fault is printed. */
    private static final String DEBUG = "GREENLIGHT_DEBUG";

    /** Commands about the results of any model. */
    private static final List<String> OF_ANY_MODEL = List.of("merge", "replay", "verify", "analyze", "export");

    private final PrintStream err;

    public FaultMessages(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        err.println(sentence(fault));
        err.println("See " + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.BAD_USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        return print(fault);
    }

    /** Prints what went wrong while a command ran; returns the exit code. */
    public int print(Throwable fault) {
        if (fault instanceof UsageError refusal) {
            refusal.sentences().forEach(err::println);
            return ExitCode.BAD_USAGE;
        }
        if (fault instanceof BadExperiment bad) {
            bad.messages().forEach(err::println);
            return ExitCode.BAD_USAGE;
        }
        if (fault instanceof BadTable) {
            err.println(fault.getMessage());
            return ExitCode.BAD_USAGE;
        }
        if (fault instanceof FolderTaken) {
            err.println(fault.getMessage());
            err.println("Give --overwrite to replace it, or another folder with --out.");
            return ExitCode.BAD_USAGE;
        }
        if (fault instanceof IOException) {
            err.println(fault.getMessage());
            return ExitCode.NO_FILE;
        }
        if (fault instanceof InterruptedException) {
            err.println(fault.getMessage() == null ? "Interrupted." : fault.getMessage());
            return ExitCode.INTERRUPTED;
        }
        if (fault instanceof InvalidPathException unheard) {
            err.println("No file or folder can be named " + unheard.getInput() + " here (" + unheard.getReason()
                    + "); with letters beyond ASCII, LC_ALL=C.UTF-8 helps.");
            return ExitCode.BAD_USAGE;
        }
        if (fault instanceof OutOfMemoryError) {
            err.println("Out of memory. Ask for fewer --users or --threads, or for a larger heap: JAVA_OPTS=-Xmx8g.");
            return ExitCode.FAILED;
        }
        err.println("Something unexpected happened (" + fault.getClass().getSimpleName()
                + (fault.getMessage() == null ? "" : ": " + fault.getMessage())
                + "). Please report it, with the command and the output of " + DEBUG + "=1.");
        if (System.getenv(DEBUG) != null) {
            fault.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    /** What is wrong with the words of a command. */
    private static String sentence(ParameterException fault) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        if (fault instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (word.startsWith("-")) {
                String option = word.replaceFirst("=.*", "");
                List<String> options = command.optionsMap().keySet().stream()
                        .filter(known -> known.startsWith("--"))
                        .toList();
                String name = command.qualifiedName() + " has no option " + option;
                if (option.equals(ModelOption.OPTION)) {
                    return name
                            + (OF_ANY_MODEL.contains(command.name())
                                    ? ": it reads the model's name in the folder of results."
                                    : ": it is about the market alone.");
                }
                return name + SpellingSuggestion.hint(option, options);
            }
            if (!command.subcommands().isEmpty()) {
                List<String> commands = List.copyOf(command.subcommands().keySet());
                return "There is no command " + word + SpellingSuggestion.hint(word, commands);
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
        if (fault.getCause() instanceof TypeConversionException bad && fault.getArgSpec() != null) {
            ArgSpec given = fault.getArgSpec();
            return (given instanceof OptionSpec option ? option.longestName() : given.paramLabel()) + " "
                    + bad.getMessage();
        }
        String message = fault.getMessage().strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
