package greenlight.market.users;

import java.util.function.IntConsumer;

/** Works on the audience's blocks: with threads, or in a plain loop in a browser. The result is the same. */
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
