package greenlight.app.cli.console;

/** How a command ends, for the shell. */
public final class ExitCode {
    /** All went well. */
    static final int FINE = 0;
    /** A run failed, a comparison found a difference, or a fault of the program. */
    public static final int FAILED = 1;
    /** Bad usage, a bad experiment file or bad results. */
    public static final int BAD_USAGE = 2;
    /** A file cannot be read or written. */
    public static final int NO_FILE = 3;
    /** Stopped by a signal. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
