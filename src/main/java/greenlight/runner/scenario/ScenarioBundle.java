package greenlight.runner.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A scenario's folder in a zip file, as strangers may send one: nothing is unpacked, and everything has a limit. */
final class ScenarioBundle {
    /** The end of the name of a bundle. */
    static final String ZIP = ".zip";

    static final String TABLE = ".csv";

    /** A table of a scenario has a few hundred rows; this is tens of thousands. */
    static final int MOST_TABLE_BYTES = 4 << 20;

    private static final int MOST_FILES = 1000;
    private static final int MOST_BYTES = 16 << 20;
    /** With what a zip file begins, and where in the header of its first file its flags and its method of packing are, bytes. */
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    private static final int HEADER = 30;
    private static final int FLAGS = 6;
    private static final int METHOD = 8;
    /** The first day that a zip file can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path path;
    private final List<String> faults;
    private final Map<String, byte[]> tables = new TreeMap<>();
    private Optional<String> folder = Optional.empty();
    private int bytes;

    private ScenarioBundle(Path path, List<String> faults) {
        this.path = path;
        this.faults = faults;
    }

    /** The tables of a bundle by file name; what is not valid is complained of. */
    static Map<String, byte[]> tables(Path path, List<String> faults) throws IOException {
        ScenarioBundle bundle = new ScenarioBundle(path, faults);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            bundle.read(zip);
        } catch (ZipException unreadable) {
            faults.add(path + ": " + bundle.why());
        } catch (IllegalArgumentException badName) {
            faults.add(path + ": a name in the bundle is not text.");
        }
        return bundle.tables;
    }

    /** Why the file cannot be read as a bundle, by its first bytes: those of the header of the first file in it. */
    private String why() throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(HEADER);
        }
        boolean zip =
                start.length >= SIGNATURE.length && Arrays.equals(Arrays.copyOf(start, SIGNATURE.length), SIGNATURE);
        if (start.length == 0) {
            return "the file is empty; allowed is a folder or a bundle (" + ZIP + ") of one.";
        }
        if (!zip) {
            return "this is not a zip file; allowed is a folder or a bundle (" + ZIP + ") of one.";
        }
        int method = start.length > METHOD ? Byte.toUnsignedInt(start[METHOD]) : ZipEntry.DEFLATED;
        if (start.length > FLAGS && (start[FLAGS] & 1) == 1) {
            return "the bundle is encrypted; allowed is one without a password.";
        }
        if (method != ZipEntry.DEFLATED && method != ZipEntry.STORED) {
            return "the bundle is packed by a method (number " + method
                    + ") that is not read; allowed are deflate, which" + " most programs use, and no packing.";
        }
        return "the bundle was cut off or damaged; allowed is a whole zip file.";
    }

    static String tooLong(String place) {
        return place + ": more than " + (MOST_TABLE_BYTES >> 20) + " MB; allowed are " + (MOST_TABLE_BYTES >> 20)
                + " MB at most for a table.";
    }

    /** Writes a bundle: the same bytes for the same texts. */
    static void write(Path path, Map<String, String> texts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                ZipEntry entry = new ZipEntry(text.getKey());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void read(ZipFile zip) throws IOException {
        long files = zip.stream().filter(entry -> !entry.isDirectory()).count();
        if (files > MOST_FILES) {
            faults.add(path + ": " + files + " files; allowed are " + MOST_FILES + " at most in a bundle.");
            return;
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (climbs(name)) {
                faults.add(path + ": the bundle has a file " + shown(name)
                        + ", whose path leads out of it; allowed are plain names.");
            } else if (!entry.isDirectory() && isTable(name)) {
                add(zip, entry, name);
            }
            if (bytes > MOST_BYTES) {
                faults.add(path + ": more than " + (MOST_BYTES >> 20) + " MB of tables; allowed are "
                        + (MOST_BYTES >> 20) + " MB at most in a bundle.");
                return; // the rest is not unpacked
            }
        }
    }

    private static boolean climbs(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.contains(":")
                || List.of(plain.split("/", -1)).contains("..");
    }

    /** A table that is neither hidden nor one of what a system adds of its own. */
    private static boolean isTable(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.endsWith(TABLE) && !file.startsWith(".") && !name.startsWith("__MACOSX/");
    }

    private void add(ZipFile zip, ZipEntry entry, String name) throws IOException {
        String within = name.substring(0, name.lastIndexOf('/') + 1);
        if (folder.isPresent() && !folder.get().equals(within)) {
            faults.add(path + ": tables are in two folders, " + shown(folder.get()) + " and " + shown(within)
                    + "; a bundle holds one scenario.");
            return;
        }
        folder = Optional.of(within);
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(MOST_TABLE_BYTES + 1);
        }
        bytes += text.length;
        String file = name.substring(within.length());
        if (text.length > MOST_TABLE_BYTES) {
            faults.add(tooLong(path + "/" + file));
        } else if (tables.putIfAbsent(file, text) != null) {
            faults.add(path + "/" + file + ": there twice; allowed is one table of a name.");
        }
    }

    private static String shown(String name) {
        return "'" + name.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
