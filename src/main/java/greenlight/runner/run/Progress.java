package greenlight.runner.run;

import greenlight.runner.format.Text;
import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Says how far runs are: on a terminal in one line that stays, elsewhere in a line each tenth of the way. */
public final class Progress {
    /** How progress is shown. */
    public enum Way {
        /** One line that changes, or plain where there is no terminal. */
        AUTO,
        /** A line each tenth of the way. */
        PLAIN,
        /** Not at all. */
        NONE
    }

    private static final long SECOND = 1_000_000_000;
    private static final long BETWEEN_LINES = SECOND / 10;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final Way way;
    private final boolean terminal;
    private long start;
    private long shown;
    private int tenths;
    private int before;
    private boolean open;

    /** Since when the rate is taken, and how many were done then. */
    private long since;

    private int doneThen;

    /** Since when it is taken next. */
    private long later;

    private int doneLater;

    /** Progress on a stream, by the clock on the wall. */
    @SuppressWarnings("SystemConsoleNull") // JDK 22 to 24 give a console without a terminal too; there the line repeats
    public Progress(Way way, PrintStream out) {
        this(way, out, System.console() != null, System::nanoTime);
    }

    /** Progress that is not shown. */
    public static Progress none() {
        return new Progress(Way.NONE, System.err, false, System::nanoTime);
    }

    /**
     * Progress by a clock of its own.
     *
     * @param nanos nanoseconds since any moment
     */
    Progress(Way way, PrintStream out, boolean terminal, LongSupplier nanos) {
        this.way = way;
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /** Begins to count runs that are not a sweep's, out of a total; gives what is to be called with each new count. */
    public IntConsumer counting(int total) {
        return counting(0, total);
    }

    /** The same where some of the total were done before: the rate is of the others, and smaller counts are not shown. */
    public IntConsumer counting(int already, int total) {
        begin(already);
        return done -> {
            if (done >= already) {
                done(done, total);
            }
        };
    }

    /** Starts from the runs that were done before. */
    void begin(int already) {
        before = already;
        open = false;
        start = nanos.getAsLong();
        since = start;
        later = start;
        doneThen = already;
        doneLater = already;
        shown = start - BETWEEN_LINES;
        tenths = 0;
    }

    /** Shows how many runs are written. */
    void done(int done, int total) {
        if (way == Way.NONE) {
            return;
        }
        long now = nanos.getAsLong();
        look(done, now);
        if (way == Way.AUTO && terminal) {
            if (now - shown >= BETWEEN_LINES || done == total) {
                // the blanks cover what a longer line left
                out.print("\r" + line(done, total, now) + "    " + (done == total ? "\n" : ""));
                out.flush();
                shown = now;
                open = done < total;
            }
        } else if (10L * done / total > tenths) {
            tenths = (int) (10L * done / total);
            out.print(line(done, total, now) + "\n");
            out.flush();
        }
    }

    /** No more is to come. */
    void end() {
        if (open) {
            out.print("\n");
            out.flush();
        }
    }

    /** Forgets the first half or more of the time: a program that has just started is several times slower. */
    private void look(int done, long now) {
        if (now - start >= 2 * (later - start)) {
            since = later;
            doneThen = doneLater;
            later = now;
            doneLater = done;
        }
    }

    private String line(int done, int total, long now) {
        String line = "  " + done + " of " + total + " runs  " + 100L * done / total + " %";
        boolean last = done == total;
        double runs = done - (last ? before : doneThen);
        double seconds = (now - (last ? start : since)) / (double) SECOND;
        if (seconds <= 0 || runs == 0) {
            return line;
        }
        double rate = runs / seconds;
        line += "  " + Text.scaled(rate) + " runs/s";
        return last ? line : line + "  " + Text.span(Math.ceil((total - done) / rate)) + " left";
    }
}
