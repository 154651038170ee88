package greenlight.app.cli.console;

import greenlight.runner.format.Text;
import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Says on standard error, at each tenth, how many runs are done. */
public final class RunCounter implements IntConsumer {
    private static final int STEPS = 10;

    private final int total;
    private final PrintStream err;

    public RunCounter(int total, PrintStream err) {
        this.total = total;
        this.err = err;
    }

    @Override
    public void accept(int done) {
        long step = (long) done * STEPS / total;
        if (step > (long) (done - 1) * STEPS / total) {
            err.println("  " + Text.grouped(done) + " of " + Text.count(total, "run"));
        }
    }
}
