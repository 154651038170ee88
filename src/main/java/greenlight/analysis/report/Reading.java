package greenlight.analysis.report;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A large table that is read while others are. */
final class Reading<T> {
    private final CompletableFuture<T> result;

    private Reading(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins at once. */
    static <T> Reading<T> of(Callable<T> read) {
        return new Reading<>(CompletableFuture.supplyAsync(() -> {
            try {
                return read.call();
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        }));
    }

    /** What was read. */
    T done() throws IOException {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
        }
    }
}
