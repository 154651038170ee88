package greenlight.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder a sweep writes to. A file is called {@code *.part} until all of them are whole, so half a table is never
 * taken for one.
 */
final class Folder implements AutoCloseable {
    private static final String PART = ".part";

    private final Path path;
    private final List<String> names;
    private final Map<String, OutputStream> open = new LinkedHashMap<>();
    private boolean whole;

    /** Every complaint of the file system, as a sentence that names the file. */
    @FunctionalInterface
    private interface Deed<T> {
        T run() throws IOException;
    }

    private Folder(Path path, List<String> names) {
        this.path = path;
        this.names = names;
    }

    /**
     * Makes the folder and begins its files.
     *
     * @param names the files to write; the last is the last to appear
     * @param earlier files of an earlier sweep, removed when overwriting; all else in the folder stays
     * @throws FolderTaken when it holds anything and may not be overwritten
     */
    static Folder open(Path path, List<String> names, List<String> earlier, boolean overwrite) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new FolderTaken(path + " is a file; the results need a folder.");
        }
        attempt(path, "made", () -> Files.createDirectories(path));
        if (!overwrite) {
            attempt(path, "read", () -> refuseTaken(path));
        }
        for (String name : earlier) {
            attempt(path.resolve(name), "removed", () -> Files.deleteIfExists(path.resolve(name)));
            attempt(path.resolve(name + PART), "removed", () -> Files.deleteIfExists(path.resolve(name + PART)));
        }
        Folder folder = new Folder(path, List.copyOf(names));
        try {
            for (String name : names) {
                Path part = path.resolve(name + PART);
                folder.open.put(
                        name,
                        attempt(part, "written", () -> new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)));
            }
        } catch (IOException failed) {
            folder.close();
            throw failed;
        }
        return folder;
    }

    private static Path refuseTaken(Path path) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                throw new FolderTaken(path + " holds something already, such as " + entry.getFileName()
                        + "; it is left as it is unless overwriting is asked for.");
            }
        }
        return path;
    }

    void write(String name, byte[] bytes) throws IOException {
        attempt(path.resolve(name), "written", () -> {
            open.get(name).write(bytes);
            return name;
        });
    }

    /** Gives every file its name; returns their sizes in bytes. */
    Map<String, Long> finish() throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : names) {
            Path part = path.resolve(name + PART);
            attempt(path.resolve(name), "written", () -> {
                open.get(name).close();
                return name;
            });
            sizes.put(name, attempt(part, "read", () -> Files.size(part)));
        }
        for (String name : names) {
            Path file = path.resolve(name);
            attempt(
                    file,
                    "written",
                    () -> Files.move(
                            path.resolve(name + PART),
                            file,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING));
        }
        whole = true;
        return sizes;
    }

    /** Removes what was begun and not finished. */
    @Override
    public void close() {
        if (whole) {
            return;
        }
        for (Map.Entry<String, OutputStream> begun : open.entrySet()) {
            try (OutputStream closed = begun.getValue()) {
                closed.flush();
            } catch (IOException alreadyTold) {
                // what stopped the sweep is on its way to the caller
            }
            try {
                Files.deleteIfExists(path.resolve(begun.getKey() + PART));
            } catch (IOException alreadyTold) {
                // as above
            }
        }
    }

    private static <T> T attempt(Path file, String done, Deed<T> deed) throws IOException {
        try {
            return deed.run();
        } catch (FolderTaken taken) {
            throw taken;
        } catch (IOException failed) {
            throw new IOException(file + " cannot be " + done + ": " + reason(failed) + ".", failed);
        }
    }

    /** What the file system has against it, without the name of the file. */
    static String reason(IOException failed) {
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
