package greenlight.runner.journal;

import greenlight.runner.format.FileFault;
import greenlight.runner.results.Fingerprint;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder a sweep writes to. A file is called {@code *.part} until all of them are whole, so half a table is never
 * taken for one.
 */
public final class SweepFolder implements AutoCloseable {
    public static final String PART = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** An action on a file; its fault is reported in a sentence that names the file. */
    @FunctionalInterface
    public interface Deed<T> {
        T run() throws IOException;
    }

    /** A file on its way: what it holds is hashed as it is written. */
    private static final class Part extends FilterOutputStream {
        private final FileOutputStream file;
        private final MessageDigest digest;
        private long length;
        /** Whether all that it holds is on the disk. */
        private boolean safe;

        Part(FileOutputStream file, MessageDigest digest, long length) {
            super(new BufferedOutputStream(file, BUFFER));
            this.file = file;
            this.digest = digest;
            this.length = length;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            digest.update(bytes);
            length += bytes.length;
            safe = false;
        }

        Fingerprint mark() {
            try {
                byte[] sum = ((MessageDigest) digest.clone()).digest();
                return new Fingerprint(length, HexFormat.of().formatHex(sum));
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError("SHA-256 of the JDK can be cloned", impossible);
            }
        }

        void force() throws IOException {
            if (!safe) {
                flush();
                file.getFD().sync();
                safe = true;
            }
        }
    }

    private SweepFolder(Path path) {
        this.path = path;
    }

    /** Makes the folder if need be. */
    public static void make(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new FolderTaken(path + " is a file; the results need a folder.");
        }
        attempt(path, "made", () -> Files.createDirectories(path));
    }

    /** The name of something in the folder; empty when there is nothing. */
    public static String first(Path path) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                return entry.getFileName().toString();
            }
        }
        return "";
    }

    /** Removes files and their {@code .part} files; all else in the folder stays. */
    public static void remove(Path path, List<String> names) throws IOException {
        for (String name : names) {
            attempt(path.resolve(name), "removed", () -> Files.deleteIfExists(path.resolve(name)));
            attempt(path.resolve(name + PART), "removed", () -> Files.deleteIfExists(path.resolve(name + PART)));
            if (name.indexOf('/') >= 0) {
                removeEmpty(path, path.resolve(name).getParent());
            }
        }
    }

    /** Removes folders below one that have nothing in them any more, from the inside out. */
    private static void removeEmpty(Path path, Path folder) throws IOException {
        for (Path at = folder;
                at != null
                        && !at.equals(path)
                        && Files.isDirectory(at)
                        && first(at).isEmpty();
                at = at.getParent()) {
            Path empty = at;
            attempt(empty, "removed", () -> Files.deleteIfExists(empty));
        }
    }

    /** Removes the {@code .part} files of files. */
    public static void removeParts(Path path, List<String> names) throws IOException {
        for (String name : names) {
            attempt(path.resolve(name + PART), "removed", () -> Files.deleteIfExists(path.resolve(name + PART)));
        }
    }

    /** Opens new files, and appends to those that have a mark after cutting off what is beyond it. */
    public static SweepFolder open(Path path, List<String> names, Map<String, Fingerprint> marks) throws IOException {
        SweepFolder folder = new SweepFolder(path);
        try {
            for (String name : names) {
                Fingerprint mark = marks.getOrDefault(name, new Fingerprint(0, ""));
                folder.parts.put(name, attempt(path.resolve(name), "written", () -> folder.part(name, mark)));
            }
        } catch (IOException failed) {
            folder.abandon();
            throw failed;
        }
        return folder;
    }

    /** Not through a channel: an interrupt would close it. */
    private Part part(String name, Fingerprint mark) throws IOException {
        Path path = this.path.resolve(name + PART);
        if (name.indexOf('/') >= 0) {
            Files.createDirectories(path.getParent());
        }
        MessageDigest digest = Fingerprint.digest();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            if (mark.bytes() > 0 && !hash(file, mark.bytes(), digest, mark.sha256())) {
                throw new IOException("it is not what the journal says was written, so it was changed, or the disk is"
                        + " damaged; this sweep cannot be resumed");
            }
            file.setLength(mark.bytes());
        }
        return new Part(new FileOutputStream(path.toFile(), true), digest, mark.bytes());
    }

    /** Reads the first bytes into the digest; returns whether they are there and have the expected digest. */
    private static boolean hash(RandomAccessFile file, long length, MessageDigest digest, String expected)
            throws IOException {
        if (file.length() < length) {
            return false;
        }
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
            digest.update(buffer, 0, read);
            left -= read;
        }
        try {
            return HexFormat.of()
                    .formatHex(((MessageDigest) digest.clone()).digest())
                    .equals(expected);
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("SHA-256 of the JDK can be cloned", impossible);
        }
    }

    /** Adds files with their whole content. */
    public void add(Map<String, byte[]> texts) throws IOException {
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            String name = text.getKey();
            parts.put(name, attempt(path.resolve(name), "written", () -> part(name, new Fingerprint(0, ""))));
            write(name, text.getValue());
        }
    }

    void write(String name, byte[] bytes) throws IOException {
        attempt(path.resolve(name), "written", () -> {
            parts.get(name).write(bytes);
            return name;
        });
    }

    /** Writes text to files; returns how long each of them was before. */
    public Map<String, Long> write(Map<String, byte[]> texts) throws IOException {
        Map<String, Long> from = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            from.put(text.getKey(), parts.get(text.getKey()).length);
            write(text.getKey(), text.getValue());
        }
        return from;
    }

    /** Hands what was written to the operating system: it survives the end of this program, not a power cut. */
    public void flush() throws IOException {
        for (Map.Entry<String, Part> of : parts.entrySet()) {
            attempt(path.resolve(of.getKey()), "written", () -> {
                of.getValue().flush();
                return path;
            });
        }
    }

    /** Makes what was written safe against a power cut. */
    public void force() throws IOException {
        for (Map.Entry<String, Part> of : parts.entrySet()) {
            attempt(path.resolve(of.getKey()), "written", () -> {
                of.getValue().force();
                return path;
            });
        }
    }

    /** How long every file is and what it holds; all of it is safe against a power cut when this returns. */
    public Map<String, Fingerprint> forced() throws IOException {
        force();
        Map<String, Fingerprint> marks = new LinkedHashMap<>();
        for (Map.Entry<String, Part> of : parts.entrySet()) {
            marks.put(of.getKey(), of.getValue().mark());
        }
        return marks;
    }

    /** Gives files their names, in order; those that have theirs already are left. */
    public static void name(Path path, List<String> names) throws IOException {
        for (String name : names) {
            Path part = path.resolve(name + PART);
            Path file = path.resolve(name);
            if (Files.exists(part)) {
                attempt(
                        file,
                        "written",
                        () -> Files.move(
                                part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
            }
        }
    }

    /** Ends writing; what was begun stays, for a sweep that goes on. */
    @Override
    public void close() throws IOException {
        for (Map.Entry<String, Part> of : parts.entrySet()) {
            attempt(path.resolve(of.getKey()), "written", () -> {
                of.getValue().close();
                return path;
            });
        }
    }

    /** Ends writing after something else went wrong, which the caller reports. */
    public void abandon() {
        for (Part part : parts.values()) {
            try {
                part.close();
            } catch (IOException alreadyTold) {
                // what stopped the sweep is on its way to the caller
            }
        }
    }

    public static <T> T attempt(Path file, String done, Deed<T> deed) throws IOException {
        try {
            return deed.run();
        } catch (FolderTaken taken) {
            throw taken;
        } catch (IOException failed) {
            throw new IOException(file + " cannot be " + done + ": " + FileFault.reason(failed) + ".", failed);
        }
    }
}
