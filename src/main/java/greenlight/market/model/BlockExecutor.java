package greenlight.market.model;

import greenlight.market.users.BlockRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that share the audience's blocks; the answer is that of one thread alone. */
public final class BlockExecutor implements BlockRunner, AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    public BlockExecutor(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "audience");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void work(int blocks, IntConsumer work) {
        if (threads == 1 || blocks <= 1) {
            ALONE.work(blocks, work);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> shifts = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, blocks); i++) {
            shifts.add(pool.submit(() -> {
                for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                    work.accept(block);
                }
            }));
        }
        for (Future<?> shift : shifts) {
            await(shift);
        }
    }

    private static void await(Future<?> shift) {
        try {
            shift.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a block of users could not be worked", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while users were at work", stopped);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
