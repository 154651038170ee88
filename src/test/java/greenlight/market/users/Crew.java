package greenlight.market.users;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that take blocks as they come. */
final class Crew {
    private Crew() {}

    static BlockRunner of(int threads) {
        return threads == 1
                ? BlockRunner.ALONE
                : (blocks, work) -> {
                    AtomicInteger next = new AtomicInteger();
                    List<Thread> crew = new ArrayList<>();
                    for (int i = 0; i < threads; i++) {
                        crew.add(new Thread(() -> {
                            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                                work.accept(block);
                            }
                        }));
                    }
                    crew.forEach(Thread::start);
                    for (Thread thread : crew) {
                        try {
                            thread.join();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
    }
}
