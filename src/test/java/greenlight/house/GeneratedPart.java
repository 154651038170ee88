package greenlight.house;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A part of a document that is made from the code or from results. It stands between the marks
 * {@code <!-- begin name -->} and {@code <!-- end name -->}, each on a line of its own.
 *
 * @param page the document, from the top of the repository
 * @param name as the marks have it; unique in its document
 * @param text what belongs between the marks; ends in a line feed
 */
record GeneratedPart(Path page, String name, String text) {
    private static final Pattern PART = Pattern.compile("(?ms)^<!-- begin ([\\w-]+) -->\\n(.*?)^<!-- end \\1 -->\\n");

    /** Names of the marked parts of a document, in its order. */
    static List<String> namesIn(String document) {
        return PART.matcher(document).results().map(part -> part.group(1)).toList();
    }

    /** What stands between the marks of this part in a document. */
    String standsIn(String document) {
        return in(document).group(2);
    }

    /** The document with this part renewed. */
    String renewedIn(String document) {
        MatchResult part = in(document);
        return document.substring(0, part.start(2)) + text + document.substring(part.end(2));
    }

    private MatchResult in(String document) {
        return PART.matcher(document)
                .results()
                .filter(part -> part.group(1).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no part marked " + name + "."));
    }

    /** The rows of a CSV table with a header. */
    static List<CSVRecord> rows(Path table) throws IOException {
        try (Reader in = Files.newBufferedReader(table)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    /** One row of a Markdown table. */
    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @Override
    public String toString() {
        return page + ": " + name;
    }
}
