package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MILLISECOND = 1_000_000;

    /** What is told of a sweep whose runs each take so long. */
    private static String told(Progress.Way way, boolean terminal, int total, long nanosEach) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong(12_345);
        Progress progress =
                new Progress(way, new PrintStream(told, true, StandardCharsets.UTF_8), terminal, clock::get);
        progress.begin(0);
        for (int done = 1; done <= total; done++) {
            clock.addAndGet(nanosEach);
            progress.done(done, total);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void runsOutsideASweepAreCountedAlike() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong();
        IntConsumer count = new Progress(
                        Progress.Way.PLAIN, new PrintStream(shown, true, StandardCharsets.UTF_8), false, clock::get)
                .counting(20);
        for (int done = 1; done <= 20; done++) {
            clock.addAndGet(500 * MILLISECOND);
            count.accept(done);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .hasSize(10)
                .startsWith("  2 of 20 runs  10 %  2 runs/s  9 s left")
                .endsWith("  20 of 20 runs  100 %  2 runs/s");
    }

    @Test
    void runsOfAnEarlierSessionAreInTheCountAndNotInTheRate() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong();
        IntConsumer count = new Progress(
                        Progress.Way.PLAIN, new PrintStream(shown, true, StandardCharsets.UTF_8), false, clock::get)
                .counting(10, 20);
        count.accept(5);
        for (int done = 11; done <= 20; done++) {
            clock.addAndGet(500 * MILLISECOND);
            count.accept(done);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .startsWith("  11 of 20 runs  55 %  2 runs/s  5 s left")
                .endsWith("  20 of 20 runs  100 %  2 runs/s");
    }

    @Test
    void aTerminalSeesOneLineThatChanges() {
        assertThat(told(Progress.Way.AUTO, true, 3, 125 * MILLISECOND))
                .isEqualTo("\r  1 of 3 runs  33 %  8 runs/s  1 s left    "
                        + "\r  2 of 3 runs  66 %  8 runs/s  1 s left    "
                        + "\r  3 of 3 runs  100 %  8 runs/s    \n");
    }

    @Test
    void theLineChangesTenTimesASecondAtMost() {
        assertThat(told(Progress.Way.AUTO, true, 1000, MILLISECOND).split("\r", -1))
                .hasSize(1 + 11);
    }

    @Test
    void elsewhereThereIsALineForEachTenth() {
        String expected = "  2 of 14 runs  14 %  0.01 runs/s  20 min left\n";
        String told = told(Progress.Way.PLAIN, true, 14, 100_000 * MILLISECOND);
        assertThat(told).startsWith(expected).endsWith("  14 of 14 runs  100 %  0.01 runs/s\n");
        assertThat(told.lines()).hasSize(10);
        assertThat(told(Progress.Way.AUTO, false, 14, 100_000 * MILLISECOND)).isEqualTo(told);
    }

    @Test
    void whatIsLeftIsByTheLaterRuns() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        AtomicLong clock = new AtomicLong();
        IntConsumer count = new Progress(
                        Progress.Way.PLAIN, new PrintStream(shown, true, StandardCharsets.UTF_8), false, clock::get)
                .counting(1000);
        for (int done = 1; done <= 1000; done++) {
            clock.addAndGet((done <= 100 ? 100 : 10) * MILLISECOND);
            count.accept(done);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("  100 of 1000 runs  10 %  10 runs/s  90 s left\n")
                .contains("  900 of 1000 runs  90 %  72.1 runs/s  2 s left\n")
                .endsWith("  1000 of 1000 runs  100 %  52.6 runs/s\n");
    }

    @Test
    void aFewRunsSkipTenthsAndNoTimeMeansNoRate() {
        assertThat(told(Progress.Way.PLAIN, false, 2, 0)).isEqualTo("  1 of 2 runs  50 %\n  2 of 2 runs  100 %\n");
    }

    @Test
    void longWaitsAreToldInHours() {
        assertThat(told(Progress.Way.PLAIN, false, 10, 3_600_000 * MILLISECOND)).contains("9 hours left");
    }

    @Test
    void noneIsSilent() {
        assertThat(told(Progress.Way.NONE, true, 20, MILLISECOND)).isEmpty();
    }
}
