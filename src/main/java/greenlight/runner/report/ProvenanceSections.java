package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;
import static greenlight.runner.report.HtmlPage.escaped;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.Text;
import greenlight.runner.model.Status;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.report.figure.FactorAxis;
import greenlight.runner.results.DescribedColumn;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.results.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was run, which runs failed, and how to repeat and cite the whole. */
final class ProvenanceSections {
    private static final int FAILURES = 20;

    private final RunTable runs;
    private final ResultFolder results;
    private final Map<String, DescribedColumn> described = new HashMap<>();

    /** A run that failed. */
    private record Failure(String run, String point, String replication, String error) {}

    ProvenanceSections(RunTable runs, ResultFolder results) throws BadTable {
        this.runs = runs;
        this.results = results;
        results.table("runs")
                .ifPresent(table -> table.columns().forEach(column -> described.put(column.name(), column)));
    }

    void write(HtmlPage page) throws IOException {
        design(page);
        failures(page);
        making(page);
    }

    private void design(HtmlPage page) {
        page.section("design", "Design");
        page.html("<dl>");
        entry(page, "design", escaped(runs.plan().design()));
        said(page, "scenario");
        entry(page, "points", Text.grouped(runs.points()));
        entry(page, "replications", Integer.toString(runs.replications()));
        if (runs.points() > 1) {
            entry(
                    page,
                    "random numbers",
                    runs.plan().common()
                            ? "the same at every point, replication by replication"
                            : "its own at every point");
        }
        for (Map.Entry<String, String> set : results.set().entrySet()) {
            entry(page, "set for all", code(set.getKey()) + " " + escaped(set.getValue()));
        }
        page.html("</dl>");
        if (!runs.factors().isEmpty()) {
            List<List<Cell>> rows = new ArrayList<>();
            for (Factor factor : runs.factors()) {
                rows.add(List.of(
                        Cell.code(factor.name()),
                        Cell.of(levels(factor)),
                        Cell.of(
                                described.containsKey(factor.name())
                                        ? described.get(factor.name()).standard()
                                        : ""),
                        Cell.of(factor.column().unit()),
                        Cell.of(factor.known()),
                        Cell.of(factor.column().description())));
            }
            page.table(
                    "The factors. A lever can be chosen by an agent; measured, estimated and assumed say how the default is known.",
                    List.of("factor", "levels", "default", "unit", "known", "what it is"),
                    rows);
        }
        page.end();
    }

    private String levels(Factor factor) {
        double[] levels = runs.levels(factor);
        if (levels.length > 12 && factor.isNumeric()) {
            return FactorAxis.text(factor, levels[0]) + " to " + FactorAxis.text(factor, levels[levels.length - 1]);
        }
        List<String> words = new ArrayList<>();
        for (double level : levels) {
            words.add(FactorAxis.text(factor, level));
        }
        return String.join(", ", words);
    }

    private static void entry(HtmlPage page, String name, String html) {
        page.html("<dt>" + escaped(name) + "</dt><dd>" + html + "</dd>");
    }

    /** What the description says of the experiment, where it does. */
    private void said(HtmlPage page, String key) {
        String said = results.experiment(key);
        if (!said.isEmpty()) {
            entry(page, key, code(said));
        }
    }

    /** The runs that failed, in the order of the table. */
    private List<Failure> failed() throws IOException {
        List<Failure> failures = new ArrayList<>();
        try (CsvReader table = CsvReader.open(results.folder().resolve("runs.csv"))) {
            while (table.next()) {
                if (!table.cell("status").equals(Status.OK.word())) {
                    failures.add(new Failure(
                            table.cell("run_id"), table.cell("point"), table.cell("replication"), table.cell("error")));
                }
            }
        }
        return failures;
    }

    private void failures(HtmlPage page) throws IOException {
        page.section("failures", "Failed runs");
        if (runs.failed() == 0) {
            page.words("None: all " + Text.count(runs.size(), "run") + " went well.")
                    .end();
            return;
        }
        List<Failure> failures = failed();
        long messages = failures.stream().map(Failure::error).distinct().count();
        page.words(Text.count(failures.size(), "run") + " of " + Text.grouped(runs.size())
                + " failed, with "
                + Text.count(messages, "different message")
                + ", and left out above. Where failing hangs on the settings, what is left is not a fair sample.");
        List<List<Cell>> rows = new ArrayList<>();
        for (Failure failure : failures.subList(0, Math.min(FAILURES, failures.size()))) {
            rows.add(List.of(
                    Cell.code(failure.run()),
                    Cell.number(failure.point()),
                    Cell.number(failure.replication()),
                    Cell.of(failure.error())));
        }
        String caption = failures.size() > FAILURES ? "The first " + FAILURES + "; runs.csv has all." : "All of them.";
        page.table(caption, List.of("run", "point", "replication", "what it said"), rows)
                .end();
    }

    private void making(HtmlPage page) throws IOException {
        page.section("making", "How it was made");
        page.html("<dl>");
        Software software = results.software();
        String version = (software.name() + " " + software.version()).strip();
        String commit = software.commit();
        if (!version.isEmpty()) {
            entry(page, "program", escaped(version) + (commit.isEmpty() ? "" : ", commit " + code(commit)));
        }
        String model = (results.model() + " " + results.version()).strip();
        if (!model.isEmpty()) {
            String digests = String.join(
                    ", ", results.digests().stream().map(HtmlPage::code).toList());
            entry(page, "model", escaped(model) + (digests.isEmpty() ? "" : ", digest " + digests));
        }
        said(page, "seed");
        results.hashes().forEach((file, digest) -> entry(page, file, code(digest)));
        page.html("</dl>");
        page.html("<h3>Repeat it</h3>");
        page.words("With FOLDER for the one in which this report lies. The tables come out the same, byte for byte.");
        page.html("<pre tabindex=\"0\"><code>./greenlight sweep FOLDER/experiment.yaml --out again\n"
                + "./greenlight analyze FOLDER</code></pre>");
        Path experiment = results.folder().resolve(ResultFiles.EXPERIMENT);
        if (Files.exists(experiment)) {
            String text = Files.readString(experiment);
            page.html("<details><summary>The experiment file</summary>\n<pre tabindex=\"0\"><code>" + escaped(text)
                    + "</code></pre>\n<p class=\"data\"><a download=\"experiment.yaml\" href=\""
                    + HtmlPage.data("text/yaml", text) + "\">experiment.yaml</a></p></details>");
        }
        page.html("<h3>Cite it</h3>");
        page.words(citation(version, commit));
        page.end();
    }

    private String citation(String version, String commit) {
        String made = version.isEmpty()
                ? ""
                : " Made with " + version + (commit.isEmpty() ? "" : " (commit " + commit + ")") + ".";
        String seed = results.experiment("seed");
        return "\u201c" + results.title() + "\u201d Sweep " + results.name() + ", " + Text.count(runs.size(), "run")
                + (seed.isEmpty() ? "" : ", seed " + seed) + "." + made
                + " The program's CITATION.cff says how to cite the program.";
    }
}
