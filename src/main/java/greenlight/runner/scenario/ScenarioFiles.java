package greenlight.runner.scenario;

import greenlight.runner.format.FileFault;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ScenarioSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tables of a scenario in a folder, or in a bundle that holds one. */
public final class ScenarioFiles implements ScenarioSource {
    /** The folder beside results or jobs that keeps copies of scenarios. */
    public static final String FOLDER = "scenarios";

    /** Found in a word that means a path even where there is no such folder: a slash, a full stop at the beginning, or .zip at the end. */
    public static final String PATH = "[/\\\\]|^\\.|\\.zip$";

    private static final Pattern LOOKS = Pattern.compile(PATH);

    private static final int MOST_FILES = 100;

    /** The end of the names that a sweep's copies have until it is finished: from them it is gone on with. */
    private static final String UNFINISHED = ".part";

    private final Path path;
    private final String name;
    private final Map<String, String> texts;
    /** Where this scenario lies, and those that it is based on, as far as they were read. */
    private final List<Path> places;

    private ScenarioFiles(Path path, String name, Map<String, String> texts, List<Path> places) {
        this.path = path;
        this.name = name;
        this.texts = texts;
        this.places = places;
        places.add(path);
    }

    /**
     * Whether a word means a path: it has a slash, begins with a full stop, ends as a bundle, or is no known name and there is a
     * folder of that name.
     *
     * @param folder from which paths lead
     * @param names the scenarios that the model knows
     */
    public static boolean isPath(String word, Path folder, List<String> names) {
        if (word.isBlank() || names.contains(word)) {
            return false;
        }
        try {
            return LOOKS.matcher(word).find() || Files.isDirectory(folder.resolve(word));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /**
     * Reads a folder or a bundle.
     *
     * @throws BadScenario in sentences with their place, when it is not there, or holds what is not read
     */
    public static ScenarioFiles read(Path given) throws BadScenario {
        return read(given, new ArrayList<>());
    }

    private static ScenarioFiles read(Path given, List<Path> places) throws BadScenario {
        Path path = given.toString().isEmpty() ? Path.of(".") : given;
        List<String> faults = new ArrayList<>();
        Map<String, byte[]> tables = new TreeMap<>();
        try {
            if (Files.isDirectory(path)) {
                tables.putAll(folder(path, "", faults));
                if (tables.isEmpty() && faults.isEmpty()) {
                    tables.putAll(folder(path, UNFINISHED, faults));
                }
            } else if (Files.isRegularFile(path)) {
                tables.putAll(ScenarioBundle.tables(path, faults));
            } else if (Files.exists(path)) {
                throw new BadScenario(List.of(path + ": this is neither a folder nor a regular file."));
            } else {
                throw new BadScenario(
                        List.of(Text.shortened(path.toString()) + ": there is no such folder or bundle" + near(path)));
            }
        } catch (IOException unreadable) {
            throw new BadScenario(List.of(path + ": cannot be read: " + FileFault.reason(unreadable) + "."));
        }
        Map<String, String> texts = new TreeMap<>();
        tables.forEach(
                (file, bytes) -> text(path + "/" + file, bytes, faults).ifPresent(text -> texts.put(file, text)));
        if (tables.isEmpty() && faults.isEmpty()) {
            faults.add(path + ": no table of a scenario is there; each is a file whose name ends in "
                    + ScenarioBundle.TABLE + ".");
        }
        if (!faults.isEmpty()) {
            throw new BadScenario(faults);
        }
        return new ScenarioFiles(path, name(path), texts, places);
    }

    /** The scenario of which a file among an experiment's is a copy, by the file's path; empty for any other file. */
    public static Optional<String> copied(String file) {
        String[] parts = file.split("/", -1);
        return parts.length == 3 && parts[0].equals(FOLDER) ? Optional.of(parts[1]) : Optional.empty();
    }

    private static Map<String, byte[]> folder(Path path, String end, List<String> faults) throws IOException {
        Map<String, byte[]> tables = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + ScenarioBundle.TABLE + end)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (!Files.isRegularFile(file)) {
                    faults.add(path + "/" + name + ": this is not a regular file; allowed is a file of text.");
                    continue;
                }
                if (tables.size() == MOST_FILES) {
                    faults.add(path + ": more than " + MOST_FILES + " tables; allowed are " + MOST_FILES + " at most.");
                    break;
                }
                if (Files.size(file) > ScenarioBundle.MOST_TABLE_BYTES) {
                    faults.add(ScenarioBundle.tooLong(path + "/" + name));
                } else {
                    bytes(file, faults)
                            .ifPresent(bytes -> tables.put(name.substring(0, name.length() - end.length()), bytes));
                }
            }
        }
        return tables;
    }

    private static Optional<byte[]> bytes(Path file, List<String> faults) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            faults.add(file + ": cannot be read: " + FileFault.reason(unreadable) + ".");
            return Optional.empty();
        }
    }

    private static Optional<String> text(String place, byte[] bytes, List<String> faults) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean bad = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, true)
                .isError();
        text.flip();
        if (bad) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            faults.add(place + ":" + line + ": not UTF-8 text; save it with that encoding.");
            return Optional.empty();
        }
        String read = text.toString();
        return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
    }

    /** The last part of a path without the end of a bundle's name; what is no letter, digit, - or _ becomes -. */
    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "scenario" : last.toString();
        String plain = name.endsWith(ScenarioBundle.ZIP)
                ? name.substring(0, name.length() - ScenarioBundle.ZIP.length())
                : name;
        String clean = plain.replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-");
        return clean.isBlank() ? "scenario" : clean;
    }

    private static String near(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        List<String> names = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            } catch (IOException unreadable) {
                return ".";
            }
        }
        Collections.sort(names);
        Path last = path.getFileName();
        return SpellingSuggestion.hint(last == null ? "" : last.toString(), names, ".");
    }

    /**
     * Writes files as a folder, or as a bundle where the path ends as one.
     *
     * @throws IOException in one sentence that names the file, when one cannot be written
     */
    public static void write(Path path, Map<String, String> texts) throws IOException {
        if (isBundle(path)) {
            WholeFile.write(path, part -> ScenarioBundle.write(part, texts));
            return;
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            WholeFile.write(path.resolve(text.getKey()), text.getValue());
        }
    }

    /** Whether a path is that of a bundle, by its name. */
    public static boolean isBundle(Path path) {
        return path.toString().endsWith(ScenarioBundle.ZIP);
    }

    /** Where it lies, and where those lie that it is based on, as far as it has been read. */
    public List<Path> places() {
        return Collections.unmodifiableList(places);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** Seen from the folder itself, such as {@code ../other}; a bundle is whole and leads nowhere. */
    @Override
    public Optional<ScenarioSource> other(String word) throws BadScenario {
        if (!Files.isDirectory(path)) {
            throw new BadScenario(List.of(path + ": the bundle is based on " + word
                    + ", which the program does not ship; a bundle is whole. Export the folder first"
                    + " (scenarios FOLDER --export DIR), which has all rows, and bundle that."));
        }
        try {
            Path other = path.resolve(word).normalize();
            return Files.exists(other) ? Optional.of(read(other, places)) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
