import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the digest of a model, 16 hexadecimal digits, into a file of a folder of classes:
 * {@code ModelDigest ROOT CLASSES [LIST FILE]}. It is the first 64 bits of SHA-256 over all that a list names, without
 * one {@code src/build/model.txt}, the market's, whose digest goes to {@code greenlight/model.digest}. It is the same on every machine: line ends and the order of files do not count, nor do hidden files and an editor's copies.
 */
public final class ModelDigest {
    private static final String MARKET_LIST = "src/build/model.txt";
    private static final String MARKET_FILE = "greenlight/model.digest";
    private static final String DEPENDENCY = "dependency ";
    private static final int BYTES = 8;

    private final Path root;
    private final String list;
    private final MessageDigest digest;

    private ModelDigest(Path root, String list) throws Exception {
        this.root = root;
        this.list = list;
        digest = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) throws Exception {
        boolean market = arguments.length == 2;
        Path file = Path.of(arguments[1]).resolve(market ? MARKET_FILE : arguments[3]);
        String text = new ModelDigest(Path.of(arguments[0]), market ? MARKET_LIST : arguments[2]).text() + "\n";
        // a file that is as it should be keeps its time
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private String text() throws IOException {
        for (String line : Files.readAllLines(root.resolve(list))) {
            if (line.startsWith(DEPENDENCY)) {
                add(line, version(line.substring(DEPENDENCY.length())));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                for (Path file : files(line)) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    add(root.relativize(file).toString().replace('\\', '/'), text.replace("\r\n", "\n"));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /** A name and a text, each with its length before it, so that no two lists of them read the same. */
    private void add(String name, String text) {
        for (String part : new String[] {name, text}) {
            digest.update((part.length() + "\n" + part).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private List<Path> files(String listed) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(root.resolve(listed))) {
            found.filter(Files::isRegularFile).filter(ModelDigest::counts).forEach(files::add);
        }
        files.sort((one, other) -> one.toString().replace('\\', '/').compareTo(other.toString().replace('\\', '/')));
        if (files.isEmpty()) {
            throw new IOException(list + " lists " + listed + ", where there is no file.");
        }
        return files;
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("#") && !name.endsWith("~");
    }

    private String version(String dependency) throws IOException {
        String pom = Files.readString(root.resolve("pom.xml"));
        Matcher version = Pattern.compile("<artifactId>" + Pattern.quote(dependency) + "</artifactId>\\s*<version>([^<]*)<")
                .matcher(pom);
        if (!version.find()) {
            throw new IOException(list + " lists " + dependency + ", of which pom.xml names no version.");
        }
        return version.group(1);
    }
}
