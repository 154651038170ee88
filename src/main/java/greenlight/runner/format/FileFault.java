package greenlight.runner.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Complaints of the file system, in words for a sentence. */
public final class FileFault {
    private FileFault() {}

    /** What the file system has against it, without the name of the file. */
    public static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        String reason = failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }
}
