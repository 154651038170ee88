package greenlight.runner.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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
        if (failed instanceof FileAlreadyExistsException) {
            return "something of that name is there";
        }
        if (failed instanceof DirectoryNotEmptyException) {
            return "the folder of that name is not empty";
        }
        if (failed instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        String reason = failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
        return reason == null ? "the system gives no reason" : reason;
    }
}
