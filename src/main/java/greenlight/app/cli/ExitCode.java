package greenlight.app.cli;

/** How a command ends, for the shell. */
final class ExitCode {
    /** All went well. */
    static final int FINE = 0;
    /** A run failed, a comparison found a difference, or a fault of the program. */
    static final int FAILED = 1;
    /** Bad usage, a bad experiment file or bad results. */
    static final int BAD_USAGE = 2;
    /** A file cannot be read or written. */
    static final int NO_FILE = 3;
    /** Stopped by a signal. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
