package greenlight.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.analysis.Analysis;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.figure.Figure;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Set<String> VOID = Set.of("meta", "wbr", "br");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void made() throws Exception {
        folder = MadeUp.factorial(temporary.resolve("field"));
    }

    private Report report() throws Exception {
        Analysis analysis = Analysis.of(RunTableReader.read(folder, name -> true, true, true));
        return Report.of(folder, analysis, MadeUp.SUBJECT);
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws Exception {
        assertThat(report().html()).isEqualTo(report().html());
    }

    @Test
    void everyElementIsClosedInItsTurn() throws Exception {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>").matcher(report().html());
        while (tags.find()) {
            if (!tags.group(1).isEmpty()) {
                assertThat(tags.group(2)).isEqualTo(open.pop());
            } else if (!VOID.contains(tags.group(2)) && !tags.group(3).endsWith("/")) {
                open.push(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void tablesWithoutATimeColumnAreNamedWithWhatToDeclare() throws Exception {
        assertThat(report().withoutTime()).isEmpty();
        Path description = folder.resolve("datapackage.json");
        Files.writeString(description, Files.readString(description).replaceAll("\"role\": \"time[a-z_]*\", ", ""));
        Report report = report();
        assertThat(report.withoutTime().orElseThrow())
                .startsWith("There are no figures over time, because datapackage.json declares no time column in ")
                .contains("quarters")
                .endsWith("\"role\": \"time\", and each field to draw \"role\": \"reading\".");
        assertThat(report.html()).contains("There are no figures over time").doesNotContain("over-time-");
    }

    @Test
    void nothingIsFetchedFromAnywhere() throws Exception {
        String html = report().html();
        assertThat(all(html, "\\ssrc=\"([^\"]*)\"")).isEmpty();
        assertThat(all(html, "\\shref=\"([^\"]*)\""))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("#") || href.startsWith("data:"));
        assertThat(html).doesNotContain("<script", "<link", "<iframe", "@import", "url(", " style=\"");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void aScreenReaderFindsItsWay() throws Exception {
        String html = report().html();
        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "<header>",
                        "<nav aria-label",
                        "<main id=\"main\"",
                        "class=\"skip\" href=\"#main\"");
        List<String> ids = all(html, "\\sid=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all(html, "\\saria-labelledby=\"([^\"]*)\"")).isNotEmpty().allSatisfy(names -> {
            assertThat(ids).contains(names.split(" ", -1));
        });
        assertThat(all(html, "href=\"#([^\"]*)\""))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(ids).contains(id));
        int before = 0;
        for (String level : all(html, "<h([1-6])[ >]")) {
            assertThat(Integer.parseInt(level)).isLessThanOrEqualTo(before + 1);
            before = Integer.parseInt(level);
        }
        assertThat(all(html, "(<h1)")).hasSize(1);
        int tables = all(html, "(<table>)").size();
        assertThat(tables).isGreaterThanOrEqualTo(3);
        assertThat(all(html, "(<caption)")).hasSize(tables);
        assertThat(all(html, "<th( scope=\"(?:row|col)\")")).hasSameSizeAs(all(html, "(<th[ >])"));
    }

    @Test
    void everyFigureIsWellFormedAndItsDataCanBeDownloaded() throws Exception {
        Report report = report();
        List<String> pictures = all(report.html(), "(<svg .*?</svg>)");
        assertThat(pictures).hasSameSizeAs(report.figures()).hasSizeGreaterThan(8);
        for (String picture : pictures) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement()
                            .getAttribute("role"))
                    .isEqualTo("img");
        }
        for (Figure figure : report.figures()) {
            MatchResult link = Pattern.compile("download=\"" + figure.caption().name()
                            + "\\.csv\" href=\"data:text/csv;charset=utf-8,([^\"]*)\"")
                    .matcher(report.html())
                    .results()
                    .findFirst()
                    .orElseThrow();
            assertThat(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                    .isEqualTo(figure.data().text());
        }
    }

    @Test
    void itSaysWhatWasAskedWhatFailedAndHowToRepeatIt() throws Exception {
        String html = report().html();
        assertThat(html)
                .contains(
                        "Does &quot;it&quot; &lt;grow&gt;?",
                        "Spade 2",
                        "abc123",
                        "1 run failed and is left out",
                        "the &lt;pump&gt; broke, &quot;twice&quot;",
                        "./greenlight sweep FOLDER/experiment.yaml",
                        "clay &amp; loam",
                        "How long a marriage lasts")
                .doesNotContain("<grow>", "<pump>", "NaN", "null");
    }

    @Test
    void theFansAreOfTheFirstEntity() throws Exception {
        Figure height = figure("over-time-height");
        assertThat(height.data().header()).containsExactly("series", "time", "p05", "p25", "median", "p75", "p95");
        assertThat(height.data().rows()).hasSize(3 * 6);
        assertThat(height.data().rows().get(0)).startsWith("0", "2030Q1", 0.0);
    }

    private Figure figure(String name) throws Exception {
        return report().figures().stream()
                .filter(figure -> figure.caption().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePaymentsAreThoseOfTheMeanRun() throws Exception {
        assertThat(figure("payments").data().rows())
                .containsExactly(
                        List.of("world", "Smith, Sons", 90000.0),
                        List.of("Smith, Sons", "farmers", 900.0),
                        List.of("farmers", "Smith, Sons", 300.0));
        assertThat(figure("payments").caption().note())
                .isEqualTo("Mean of 47 runs. All payments, from the first quarter to the last. Dowries are left out.");
        assertThat(figure("payments-of-farmers").data().rows())
                .containsExactly(List.of("Smith, Sons", "Ann", 900.0), List.of("Bob", "Smith, Sons", 300.0));
        assertThat(all(report().html(), "(<td[^>]*>90 thousand USD</td>)")).hasSize(1);
    }

    @Test
    void theLedgerOfOneRunStandsForASweepThatKeptNone() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("ledger.csv"));
        Files.delete(folder.resolve("ledger.csv"));
        assertThat(report().figures())
                .noneMatch(figure -> figure.caption().name().startsWith("payments"));
        Path one = Files.createDirectory(folder.resolve("analysis")).resolve("ledger.csv");
        Files.write(one, lines.subList(0, 5));
        assertThat(figure("payments").caption().note())
                .startsWith(
                        "Of one run alone, since the sweep recorded no payments: r000 (dose 0, soil off), the first.");
        Files.writeString(one, Files.readString(one).replace("r000", "r999"));
        assertThat(report().figures())
                .noneMatch(figure -> figure.caption().name().startsWith("payments"));
    }

    @Test
    void livesArePartedByEachFactorAndComeTogetherInAll() throws Exception {
        Figure all = figure("lives");
        for (String factor : List.of("dose", "soil")) {
            Figure parted = figure("lives-by-" + factor);
            assertThat(parted.data().rows().stream().map(row -> row.get(0)).distinct())
                    .hasSize(factor.equals("dose") ? 3 : 2);
            assertThat(parted.words()).contains(factor.equals("dose") ? "20: of 16" : "on: of 23");
            assertThat(parted.data().rows().stream().filter(row -> row.contains("still there")))
                    .hasSameSizeAs(all.data().rows().stream()
                            .filter(row -> row.contains("still there"))
                            .toList());
        }
        assertThat(all.words()).contains("of 47");
    }

    @Test
    void aFolderWithoutRunsGivesASentenceAndNoFile() {
        assertThat(Report.write(temporary, MadeUp.SUBJECT, runs -> {}))
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("There is no report.html: ").contains("runs.csv"));
        assertThat(temporary.resolve("report.html")).doesNotExist();
    }

    @Test
    void itIsWrittenBesideTheTables() throws Exception {
        assertThat(Report.write(folder, new Subject(List.of("yield"), List.of(), MadeUp.SUBJECT.flows()), runs -> {}))
                .isEmpty();
        assertThat(Files.readString(folder.resolve(Report.FILE)))
                .contains("effects-yield")
                .doesNotContain("effects-won");
        assertThat(folder.resolve("report.html.part")).doesNotExist();
        assertThat(report().writeFigures(folder.resolve("figures"))).isEmpty();
        assertThat(folder.resolve("figures/effects-yield.png")).isNotEmptyFile();
    }
}
