package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;
import static greenlight.runner.report.HtmlPage.escaped;

import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.Text;
import greenlight.runner.report.About.Failure;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.report.figure.FactorAxis;
import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was run, which runs failed, and how to repeat and cite the whole. */
final class ProvenanceSections {
    private static final int FAILURES = 20;

    private final RunTable runs;
    private final About about;

    ProvenanceSections(RunTable runs, About about) {
        this.runs = runs;
        this.about = about;
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
        about.experiment("scenario").ifPresent(name -> entry(page, "scenario", code(name)));
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
        for (Map.Entry<String, String> set : about.set().entrySet()) {
            entry(page, "set for all", code(set.getKey()) + " " + escaped(set.getValue()));
        }
        page.html("</dl>");
        if (!runs.factors().isEmpty()) {
            List<List<Cell>> rows = new ArrayList<>();
            for (Factor factor : runs.factors()) {
                rows.add(List.of(
                        Cell.code(factor.name()),
                        Cell.of(levels(factor)),
                        Cell.of(about.column("runs", factor.name(), "default")),
                        Cell.of(factor.column().unit()),
                        Cell.of(factor.known()),
                        Cell.of(factor.column().description())));
            }
            page.table(
                    "The factors. A lever is somebody's to pull; that a value is measured, estimated or assumed is said of the default.",
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

    private void failures(HtmlPage page) throws IOException {
        page.section("failures", "Failed runs");
        if (runs.failed() == 0) {
            page.words("None: all " + Text.count(runs.size(), "run") + " went well.")
                    .end();
            return;
        }
        List<Failure> failures = about.failures();
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
        String version = (about.made("software", "name") + " " + about.made("software", "version")).strip();
        String commit = about.made("software", "commit");
        if (!version.isEmpty()) {
            entry(page, "program", escaped(version) + (commit.isEmpty() ? "" : ", commit " + code(commit)));
        }
        String model = (about.made("model", "name") + " " + about.made("model", "version")).strip();
        if (!model.isEmpty()) {
            String digests = String.join(
                    ", ", about.modelDigests().stream().map(HtmlPage::code).toList());
            entry(page, "model", escaped(model) + (digests.isEmpty() ? "" : ", digest " + digests));
        }
        about.experiment("seed").ifPresent(seed -> entry(page, "seed", code(seed)));
        about.digests().forEach((file, digest) -> entry(page, file, code(digest)));
        page.html("</dl>");
        page.html("<h3>Repeat it</h3>");
        page.words("With FOLDER for the one in which this report lies. The tables come out the same, byte for byte.");
        page.html("<pre tabindex=\"0\"><code>./greenlight sweep FOLDER/experiment.yaml --out again\n"
                + "./greenlight analyze FOLDER</code></pre>");
        Path experiment = about.folder().resolve(ResultFiles.EXPERIMENT);
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
        String seed = about.experiment("seed").map(one -> ", seed " + one).orElse("");
        return "\u201c" + about.title() + "\u201d Sweep "
                + about.experiment("name").orElse(about.place()) + ", "
                + Text.count(runs.size(), "run") + seed + "." + made
                + " The program's CITATION.cff says how to cite the program.";
    }
}
