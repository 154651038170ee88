package greenlight.runner.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all: a file is written beside its place and renamed when it is whole. */
public final class WholeFile {
    /** Writes what a file holds. */
    @FunctionalInterface
    public interface Content {
        void write(Path file) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, with the folders that it needs; an earlier one is replaced.
     *
     * @throws IOException in one sentence that names the file
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.createDirectories(place.getParent());
            content.write(part);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new IOException(file + " cannot be written: " + FileFault.reason(failed) + ".", failed);
        } finally {
            if (Files.exists(part)) {
                Files.delete(part);
            }
        }
    }

    /**
     * Refuses a place where no file can be written, before the work whose result it is to hold; makes nothing.
     *
     * @throws IOException in one sentence that names the file
     */
    public static void check(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " cannot be written: a folder of that name is there.");
        }
        Path there = file.toAbsolutePath().getParent();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw new IOException(file + " cannot be written: " + there + " is not a folder.");
        }
        if (there != null && !Files.isWritable(there)) {
            throw new IOException(file + " cannot be written: permission denied in " + there + ".");
        }
    }

    /** Writes a text as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, part -> Files.writeString(part, text));
    }
}
