package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runner's wing serves any model, so it knows no word of the film trade, nor of this model's agents and step of time. */
class TradeWordsTest {
    private static final Set<String> WORDS = Set.of(
            "studio",
            "vendor",
            "film",
            "filmmaker",
            "movie",
            "investor",
            "deal",
            "partner",
            "partnership",
            "clip",
            "video",
            "hollywood",
            "disney",
            "sora",
            "license",
            "licence",
            "licensing",
            "licencing",
            "licensed",
            "licensee",
            "licensor",
            // the subject and the step of time of this model
            "market",
            "quarter",
            "quarterly",
            // its agents beside the firms
            "user",
            "people",
            "subscriber",
            "audience",
            // its courts
            "lawsuit",
            "court",
            "contract",
            // its hardware
            "gpu");

    /** Letters that belong together: {@code VendorPrice}, {@code SVGFilm} and {@code film_count} are two words each. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+");

    /** SVG's word for cutting a drawing at an edge. */
    private static final Pattern CLIP_PATH = Pattern.compile("clip-?path", Pattern.CASE_INSENSITIVE);

    @Test
    void whatAnyModelMayUseKnowsNoWordOfTheTrade() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/greenlight/runner"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                found.addAll(tradeWords(WORDS, file.toString(), Files.readString(file)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aWordOfTheTradeIsFoundAloneInsideANameAndInTheFilesName() {
        String source =
                "// Licence of the file\npackage x;\n\nint vendorPrice; // a Deal\nString FILM_COUNT = \"videos\";\n";
        assertThat(tradeWords(WORDS, "Model.java", source))
                .containsExactly(
                        "Model.java:4: vendor", "Model.java:4: deal", "Model.java:5: film", "Model.java:5: videos");
        assertThat(tradeWords(WORDS, "StudioTable.java", "package x;\n")).containsExactly("StudioTable.java:0: studio");
    }

    @Test
    void otherWordsPass() {
        assertThat(tradeWords(
                        WORDS,
                        "a/Model.java",
                        "package x;\nint year; // ideal, idealised, filmy; clipPath and clip-path\n"))
                .isEmpty();
    }

    private static List<String> tradeWords(Set<String> words, String file, String source) {
        List<String> found = new ArrayList<>();
        collect(words, found, file, 0, Path.of(file).getFileName().toString());
        boolean header = true; // the licence, when a file carries one
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            header = header && !line.startsWith("package ");
            if (!header) {
                collect(words, found, file, number, line);
            }
        }
        return found;
    }

    private static void collect(Set<String> words, List<String> found, String file, int number, String line) {
        WORD.matcher(CLIP_PATH.matcher(line).replaceAll("")).results().forEach(match -> {
            String word = match.group().toLowerCase(Locale.ROOT);
            if (words.contains(word) || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))) {
                found.add(file + ":" + number + ": " + word);
            }
        });
    }
}
