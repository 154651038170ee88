package greenlight.market.users;

import java.util.function.IntConsumer;

/** Whoever works the audience's blocks: threads on a desk, a plain loop in a browser. The answer is the same. */
@FunctionalInterface
public interface BlockRunner {
    /** One after the other, in the caller's own thread. */
    BlockRunner ALONE = (blocks, work) -> {
        for (int block = 0; block < blocks; block++) {
            work.accept(block);
        }
    };

    /** Has {@code work} done once for every block from 0 to {@code blocks - 1}, and returns when all are done. */
    void work(int blocks, IntConsumer work);
}
