package greenlight.runner.execution;

import greenlight.runner.journal.RunResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Executes runs, several at once. A run that takes too long is given up: its thread is interrupted, and
 * another takes its place, so one endless run holds up none of the others.
 */
public final class RunExecutor implements AutoCloseable {
    /** The result of a run, or of a run that was given up. */
    public interface Work {
        RunResult run();

        RunResult givenUp(TimeoutException fault, long nanos);
    }

    private final Optional<Duration> timeout;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watch;
    private final BlockingQueue<Supplier<RunResult>> ended = new LinkedBlockingQueue<>();

    public RunExecutor(int threads, Optional<Duration> timeout) {
        this.timeout = timeout;
        workers = new ThreadPoolExecutor(
                threads, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RunExecutor::worker);
        watch = new ScheduledThreadPoolExecutor(1, RunExecutor::worker);
        watch.setRemoveOnCancelPolicy(true);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "sweep");
        thread.setDaemon(true);
        return thread;
    }

    public void start(Work work) {
        workers.execute(() -> {
            AtomicBoolean over = new AtomicBoolean();
            Thread thread = Thread.currentThread();
            long start = System.nanoTime();
            Optional<Future<?>> patience = timeout.map(most -> watch.schedule(
                    () -> {
                        if (givenUp(over, thread)) {
                            workers.setCorePoolSize(workers.getCorePoolSize() + 1);
                            TimeoutException fault = new TimeoutException(
                                    "it ran longer than " + most.toMillis() / 1e3 + " s and was given up");
                            long nanos = System.nanoTime() - start;
                            ended.add(() -> work.givenUp(fault, nanos));
                        }
                    },
                    most.toNanos(),
                    TimeUnit.NANOSECONDS));
            Supplier<RunResult> outcome;
            try {
                RunResult came = work.run();
                outcome = () -> came;
            } catch (RuntimeException | Error broken) {
                outcome = () -> {
                    throw new IllegalStateException("a run could not be recorded", broken);
                };
            }
            patience.ifPresent(watcher -> watcher.cancel(false));
            if (came(over)) {
                ended.add(outcome);
            } else {
                watch.execute(() -> workers.setCorePoolSize(workers.getCorePoolSize() - 1));
            }
        });
    }

    /** Whether a run is given up now; not when it ended in time. */
    private static boolean givenUp(AtomicBoolean over, Thread thread) {
        synchronized (over) {
            boolean late = over.compareAndSet(false, true);
            if (late) {
                thread.interrupt();
            }
            return late;
        }
    }

    /** Whether a run ended in time; if not, its thread is no longer interrupted. */
    private static boolean came(AtomicBoolean over) {
        synchronized (over) {
            boolean inTime = over.compareAndSet(false, true);
            if (!inTime) {
                Thread.interrupted();
            }
            return inTime;
        }
    }

    /** The next run that ended, waiting for it so long; empty when none did. */
    public Optional<RunResult> take(Duration wait) throws InterruptedException {
        return Optional.ofNullable(ended.poll(wait.toNanos(), TimeUnit.NANOSECONDS))
                .map(Supplier::get);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        watch.shutdownNow();
    }
}
