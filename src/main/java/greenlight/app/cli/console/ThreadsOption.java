package greenlight.app.cli.console;

import picocli.CommandLine.Option;

/** The option {@code --threads} of all commands that run the model. */
public final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that work at once; all processors when not given. The results are the same.")
    private String given;

    /** The number of threads. */
    public int count(OptionErrors errors) {
        return given == null ? Runtime.getRuntime().availableProcessors() : errors.threads("--threads", given);
    }
}
