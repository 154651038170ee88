package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;
import static greenlight.runner.report.HtmlPage.escaped;

import greenlight.runner.analysis.Analysis;
import greenlight.runner.analysis.Finding;
import greenlight.runner.analysis.Findings;
import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.dataset.BadTable;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Picture;
import greenlight.runner.figure.chart.SurvivalCurves;
import greenlight.runner.report.About.Failure;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sweep found, in one file for a colleague: {@code report.html}. */
public final class Report {
    /** Name of the file. */
    public static final String FILE = "report.html";

    /** Measures told in sentences and figures; the table has all. */
    private static final int SHOWN = 8;

    private static final int FAILURES = 20;

    /** A measure that is true less often, or more often than the rest, has no region worth a search. */
    private static final double RARE = 0.02;

    private final Analysis analysis;
    private final RunTable runs;
    private final About about;
    private final List<MeasureAnalysis> shown;
    private final List<Figure> figures = new ArrayList<>();
    private final String html;

    /** Something that looks at the runs of a sweep. */
    @FunctionalInterface
    public interface Before {
        /** Looks at the runs that were read. */
        void see(RunTable runs) throws IOException;
    }

    private Report(Path folder, Analysis analysis, Subject subject) throws IOException {
        this.analysis = analysis.discovery().isPresent() ? analysis : discovered(analysis);
        runs = analysis.runs();
        about = About.of(folder);
        List<MeasureAnalysis> wanted = analysis.studies().stream()
                .filter(study -> subject.measures().contains(study.measure().name()))
                .toList();
        List<MeasureAnalysis> all = wanted.isEmpty() ? analysis.studies() : wanted;
        shown = all.subList(0, Math.min(SHOWN, all.size()));
        html = page(subject);
    }

    /**
     * Lays out a report.
     *
     * @param folder of a sweep; its runs were read with their ids
     * @throws IOException when a file cannot be read, in one sentence
     */
    public static Report of(Path folder, Analysis analysis, Subject subject) throws IOException {
        return new Report(folder, analysis, subject);
    }

    /**
     * Writes {@code report.html} beside the files of a sweep. A sweep does not fail for its report.
     *
     * @param before what is done with the runs before their report is laid out
     * @return a sentence when there is none
     */
    public static Optional<String> write(Path folder, Subject subject, Before before) {
        try {
            RunTable runs = RunTableReader.read(folder, name -> true, true, true);
            before.see(runs);
            Analysis told = Analysis.of(runs, subject.measures()::contains);
            boolean any = told.studies().stream()
                    .anyMatch(
                            study -> subject.measures().contains(study.measure().name()));
            of(folder, any ? told : Analysis.of(runs), subject).write(folder);
            return Optional.empty();
        } catch (IOException | BadTable | RuntimeException problem) {
            String message = problem.getMessage();
            return Optional.of("There is no " + FILE + ": " + (message == null ? problem.toString() : message));
        }
    }

    /** Writes the page, whole or not at all. */
    public void write(Path folder) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, html);
        Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes each figure as SVG, PNG and CSV.
     *
     * @return a sentence when there are no PNG
     */
    public Optional<String> writeFigures(Path folder) throws IOException {
        try {
            return figures.parallelStream()
                    .map(figure -> written(figure, folder))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Optional<String> written(Figure figure, Path folder) {
        try {
            return new Picture(figure).write(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The page. */
    public String html() {
        return html;
    }

    /** Every figure of the page. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Where the first measure is true that is true now and then, when nobody asked for a region. */
    private static Analysis discovered(Analysis analysis) {
        if (analysis.runs().factors().size() < 2) {
            return analysis;
        }
        for (MeasureAnalysis study : analysis.studies()) {
            double share = study.spread().mean().value();
            if (study.measure().type() == Column.Type.BOOLEAN && share > RARE && share < 1 - RARE) {
                try {
                    Condition question = Condition.of(study.measure().name());
                    ScenarioDiscovery found =
                            ScenarioDiscovery.of(analysis.runs(), question, ScenarioDiscovery.Over.ALL);
                    boolean told = !found.boxes().boxes().isEmpty()
                            || found.tree().root().split().isPresent();
                    return told ? analysis.with(found) : analysis;
                } catch (BadTable none) {
                    return analysis; // nothing to tell
                }
            }
        }
        return analysis;
    }

    private String page(Subject subject) throws IOException {
        Path folder = about.folder();
        BackgroundRead<List<SurvivalCurves>> lives = BackgroundRead.of(() -> {
            List<SurvivalCurves> some = new ArrayList<>();
            for (Lifetime lifetime : subject.lifetimes()) {
                some.addAll(SurvivalFigures.figures(folder, runs, lifetime));
            }
            return some;
        });
        BackgroundRead<TimeSeriesFigures> courses = BackgroundRead.of(() -> TimeSeriesFigures.read(about, runs));
        BackgroundRead<PaymentFigures> payments =
                BackgroundRead.of(() -> PaymentFigures.read(folder, runs, subject.flows()));
        HtmlPage page = new HtmlPage();
        findings(page);
        effects(page);
        region(page);
        differences(page, lives.done());
        courses(page, courses.done());
        payments(page, payments.done());
        design(page);
        failures(page);
        making(page);
        String kind = about.made("software", "name") + " report on the sweep "
                + about.experiment("name").orElse(about.place());
        return page.whole(title(), HtmlPage.sentence(kind.strip()).replaceFirst("\\.$", ""), lead());
    }

    private String title() {
        return about.experiment("title").orElse(about.place());
    }

    private void draw(HtmlPage page, List<? extends Figure> some, int level) {
        figures.addAll(some);
        page.figures(some, level);
    }

    private static String count(long n, String thing) {
        return String.format(Locale.ROOT, "%,d", n) + " " + thing + (n == 1 ? "" : "s");
    }

    private String lead() {
        String scenario = about.experiment("scenario")
                .map(name -> " of the scenario " + code(name))
                .orElse("");
        String failed = runs.failed() == 0
                ? ""
                : " <a class=\"warn\" href=\"#failures\">" + count(runs.failed(), "run") + " failed and "
                        + (runs.failed() == 1 ? "is" : "are") + " left out.</a>";
        return "<p class=\"lead\"><strong>" + count(runs.size(), "run") + "</strong>" + scenario + ": "
                + count(runs.points(), "point")
                + (runs.factors().isEmpty() ? "" : " of " + count(runs.factors().size(), "factor")) + ", "
                + count(runs.replications(), "replication") + (runs.points() > 1 ? " of each" : "") + "." + failed
                + "</p>\n";
    }

    private void findings(HtmlPage page) {
        page.section("findings", "Findings");
        if (analysis.studies().isEmpty() && runs.size() - runs.failed() == 1) {
            single(page);
            return;
        }
        page.html("<ul class=\"findings\">");
        for (Finding finding : Findings.of(analysis, names())) {
            if (names().contains(finding.about())) {
                brief(page, finding);
            } else if (!finding.about().equals("experiment")) {
                whole(page, finding);
            }
        }
        page.html("</ul>");
        page.html("<p class=\"note\">Square brackets hold 95 % intervals over replications. All of this is about the"
                + " model at these settings; it is no forecast.</p>");
        page.html("<details><summary>All " + count(analysis.studies().size(), "measure") + " that vary</summary>");
        measures(page);
        page.html("</details>");
        if (!analysis.still().isEmpty()) {
            page.html("<p class=\"note\">The same in all runs: "
                    + String.join(
                            ", ",
                            analysis.still().stream()
                                    .map(column -> code(column.name()))
                                    .toList())
                    + ".</p>");
        }
        page.end();
    }

    /** What a single run came to. */
    private void single(HtmlPage page) {
        page.html("<p class=\"note\">One run: a single draw of luck, of which no interval can be told.</p>");
        int row = runs.row(0, runs.replications() - 1);
        List<List<Cell>> rows = new ArrayList<>();
        for (Column measure : analysis.still()) {
            double value = measure.at(row);
            if (!Double.isNaN(value)) {
                String words = measure.type() == Column.Type.BOOLEAN
                        ? value > 0 ? "yes" : "no"
                        : Axis.of("", measure.unit()).words(value);
                rows.add(List.of(Cell.code(measure.name()), Cell.number(words), Cell.of(measure.description())));
            }
        }
        page.table("What it came to, of all measures that apply.", List.of("measure", "value", "what it is"), rows);
        page.end();
    }

    private List<String> names() {
        return shown.stream().map(study -> study.measure().name()).toList();
    }

    /** All that is said of something other than a measure. */
    private void whole(HtmlPage page, Finding finding) {
        page.html("<li>\n<h3>" + escaped(capital(finding.about())) + "</h3>");
        finding.sentences().forEach(one -> page.html("<p>" + marked(capital(one)) + "</p>"));
        page.html("</li>");
    }

    /** A measure's mean, and what moves it most; the section on effects has the rest. */
    private void brief(HtmlPage page, Finding finding) {
        page.html("<li>\n<h3>" + code(finding.about()) + meaning(finding.about()) + "</h3>\n<p class=\"claim\">"
                + marked(capital(finding.sentences().get(0))) + "</p>");
        finding.sentences().stream()
                .skip(1)
                .filter(one -> runs.factors().stream()
                        .anyMatch(factor -> one.startsWith(factor.name() + " ") || one.startsWith(factor.name() + ":")))
                .findFirst()
                .ifPresent(one -> page.html("<p>Strongest: " + marked(one) + "</p>"));
        page.html("</li>");
    }

    private String meaning(String measure) {
        return shown.stream()
                .map(MeasureAnalysis::measure)
                .filter(column ->
                        column.name().equals(measure) && !column.description().isEmpty())
                .map(column -> " <span class=\"meaning\">" + escaped(column.description()) + "</span>")
                .findFirst()
                .orElse("");
    }

    /** With a capital letter, unless it begins with a column's name. */
    private String capital(String sentence) {
        String word = sentence.split("[ :]", 2)[0];
        boolean name = names().contains(word)
                || runs.factors().stream().anyMatch(factor -> factor.name().equals(word));
        return name ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Words as HTML, intervals set back and names of columns as such. */
    private String marked(String words) {
        String html = escaped(words).replaceAll("\\[[^\\]]*\\]", "<span class=\"interval\">$0</span>");
        List<String> columns = new ArrayList<>();
        runs.factors().forEach(factor -> columns.add(factor.name()));
        runs.measures().forEach(measure -> columns.add(measure.name()));
        return Pattern.compile("\\w+")
                .matcher(html)
                .replaceAll(word ->
                        Matcher.quoteReplacement(columns.contains(word.group()) ? code(word.group()) : word.group()));
    }

    private void measures(HtmlPage page) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MeasureAnalysis study : analysis.studies()) {
            Column measure = study.measure();
            Estimate mean = study.spread().mean();
            double[] at = study.spread().quantiles();
            boolean share = measure.type() == Column.Type.BOOLEAN;
            rows.add(List.of(
                    Cell.code(measure.name()),
                    Cell.number(words(measure, mean.value())),
                    Cell.number(
                            mean.bounded() ? words(measure, mean.low()) + " to " + words(measure, mean.high()) : "–"),
                    Cell.number(share ? "" : words(measure, at[1])),
                    Cell.number(share ? "" : words(measure, at[3])),
                    Cell.number(share ? "" : words(measure, at[5])),
                    Cell.number(String.format(Locale.ROOT, "%,d", study.spread().runs())),
                    Cell.of(measure.description())));
        }
        page.table(
                "Over all runs to which a measure applies. What is true or false is told as the share of runs in which it is true.",
                List.of("measure", "mean", "95 % interval", "5 %", "median", "95 %", "runs", "what it is"),
                rows);
    }

    private static String words(Column measure, double value) {
        return measure.type() == Column.Type.BOOLEAN
                ? Axis.of("", "%").words(100 * value)
                : Axis.of("", measure.unit()).words(value);
    }

    private void effects(HtmlPage page) {
        MeasureFigures plots = new MeasureFigures(runs);
        boolean begun = false;
        for (MeasureAnalysis study : shown) {
            List<Figure> some = plots.of(study);
            boolean none = study.drowned()
                    && (study.indices().isPresent() || study.given().isPresent());
            if (!some.isEmpty() || none) {
                if (!begun) {
                    page.section("effects", "What moves what");
                    begun = true;
                }
                page.html("<h3>" + code(study.measure().name())
                        + meaning(study.measure().name()) + "</h3>");
                sentences(page, study.measure().name());
                draw(page, some, 4);
            }
        }
        if (begun) {
            page.end();
        }
    }

    private void sentences(HtmlPage page, String measure) {
        for (Finding finding : Findings.of(analysis, List.of(measure))) {
            if (finding.about().equals(measure) && finding.sentences().size() > 1) {
                page.html("<ul class=\"said\">");
                finding.sentences().stream().skip(1).forEach(one -> page.html("<li>" + marked(capital(one)) + "</li>"));
                page.html("</ul>");
            }
        }
    }

    private void region(HtmlPage page) {
        analysis.discovery().ifPresent(found -> {
            List<Figure> some = new MeasureFigures(runs).of(found);
            if (!some.isEmpty()) {
                page.section("region", "Where it happens");
                page.html("<p>In which region of the factors is "
                        + code(found.boxes().question().toString())
                        + "? Boxes are found by PRIM, rules by a classification tree.</p>");
                draw(page, some, 3);
                page.end();
            }
        });
    }

    private void differences(HtmlPage page, List<SurvivalCurves> lives) {
        List<Figure> some = new ArrayList<>(lives);
        if (runs.points() == 1) {
            MeasureFigures plots = new MeasureFigures(runs);
            shown.forEach(study -> plots.distribution(study).ifPresent(some::add));
        }
        if (!some.isEmpty()) {
            page.section("runs", runs.points() == 1 && runs.size() > 1 ? "How the runs differ" : "How long it lasts");
            draw(page, some, 3);
            page.end();
        }
    }

    private void courses(HtmlPage page, TimeSeriesFigures courses) {
        List<? extends Figure> fans = courses.fans();
        if (!fans.isEmpty()) {
            page.section("time", "Over time");
            page.words(
                    runs.size() == 1
                            ? "The first readings that change, one of each group that moves together."
                            : "Of the readings that differ most between runs, one of each group that moves together.");
            draw(page, fans, 3);
            page.end();
        }
    }

    private void payments(HtmlPage page, PaymentFigures payments) {
        if (payments.figures().isEmpty()) {
            return;
        }
        page.section("money", "Who pays whom");
        draw(page, payments.figures(), 3);
        page.html("<details><summary>What is paid for</summary>");
        page.table(
                (payments.note() + " Purposes as in ledger.csv.").strip(),
                List.of("purpose", "who pays", "who is paid", "amount"),
                payments.purposes());
        page.html("</details>");
        page.end();
    }

    private void design(HtmlPage page) {
        page.section("design", "Design");
        page.html("<dl>");
        entry(page, "design", escaped(runs.plan().design()));
        about.experiment("scenario").ifPresent(name -> entry(page, "scenario", code(name)));
        entry(page, "points", String.format(Locale.ROOT, "%,d", runs.points()));
        entry(page, "replications", Integer.toString(runs.replications()));
        if (runs.points() > 1) {
            entry(
                    page,
                    "luck",
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
        double[] levels = new MeasureFigures(runs).levels(factor);
        if (levels.length > 12 && MeasureFigures.isNumeric(factor)) {
            return MeasureFigures.text(factor, levels[0]) + " to "
                    + MeasureFigures.text(factor, levels[levels.length - 1]);
        }
        List<String> words = new ArrayList<>();
        for (double level : levels) {
            words.add(MeasureFigures.text(factor, level));
        }
        return String.join(", ", words);
    }

    private static void entry(HtmlPage page, String name, String html) {
        page.html("<dt>" + escaped(name) + "</dt><dd>" + html + "</dd>");
    }

    private void failures(HtmlPage page) throws IOException {
        page.section("failures", "Failed runs");
        if (runs.failed() == 0) {
            page.words("None: all " + count(runs.size(), "run") + " went well.").end();
            return;
        }
        List<Failure> failures = about.failures();
        long messages = failures.stream().map(Failure::error).distinct().count();
        page.words(count(failures.size(), "run") + " of " + String.format(Locale.ROOT, "%,d", runs.size())
                + " failed, with "
                + count(messages, "different message")
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
        Path experiment = about.folder().resolve("experiment.yaml");
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
        return "\u201c" + title() + "\u201d Sweep " + about.experiment("name").orElse(about.place()) + ", "
                + count(runs.size(), "run") + seed + "." + made
                + " The program's CITATION.cff says how to cite the program.";
    }
}
