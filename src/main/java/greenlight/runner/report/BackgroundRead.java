package greenlight.runner.report;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A large table that is read while others are. */
final class BackgroundRead<T> {
    private final CompletableFuture<T> result;

    private BackgroundRead(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins at once. */
    static <T> BackgroundRead<T> of(Callable<T> read) {
        return new BackgroundRead<>(CompletableFuture.supplyAsync(() -> {
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
