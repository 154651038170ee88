package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;

import greenlight.runner.analysis.Analysis;
import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.RobustTable;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.RunTableReader;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Picture;
import greenlight.runner.figure.chart.SurvivalCurves;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.report.figure.DiscoveryFigures;
import greenlight.runner.report.figure.MeasureFigures;
import greenlight.runner.results.ResultFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a sweep found, in one file for a colleague: {@code report.html}. */
public final class Report {
    /** Name of the file. */
    public static final String FILE = "report.html";

    /** Measures shown in sentences and figures; the table has all. */
    private static final int SHOWN = 8;

    /** A measure that is true less often, or more often than the rest, has no region worth a search. */
    private static final double RARE = 0.02;

    private final Analysis analysis;
    private final RunTable runs;
    private final ResultFolder results;
    private final List<MeasureAnalysis> shown;
    private final Optional<String> withoutTime;
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
        results = ResultFolder.in(folder);
        withoutTime = TimeSeriesFigures.undeclared(results);
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
            Analysis main = Analysis.of(runs, subject.measures()::contains);
            boolean any = main.studies().stream()
                    .anyMatch(
                            study -> subject.measures().contains(study.measure().name()));
            of(folder, any ? main : Analysis.of(runs), subject).write(folder);
            return Optional.empty();
        } catch (IOException | RuntimeException problem) {
            String message = problem.getMessage();
            return Optional.of("There is no " + FILE + ": " + (message == null ? problem.toString() : message));
        }
    }

    /** Writes the page, whole or not at all. */
    public void write(Path folder) throws IOException {
        WholeFile.write(folder.resolve(FILE), html);
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

    /** Why there are no figures over time and what to declare, where tables could have them. */
    public Optional<String> withoutTime() {
        return withoutTime;
    }

    /** Every figure of the page. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Adds the region of the first boolean measure that is neither rare nor common, unless a region was requested. */
    private static Analysis discovered(Analysis analysis) {
        if (analysis.runs().factors().size() < 2) {
            return analysis;
        }
        for (MeasureAnalysis study : analysis.studies()) {
            double share = study.spread().mean().value();
            if (study.measure().isBoolean() && share > RARE && share < 1 - RARE) {
                try {
                    Condition question = Condition.of(study.measure().name());
                    ScenarioDiscovery found =
                            ScenarioDiscovery.of(analysis.runs(), question, ScenarioDiscovery.Over.ALL);
                    boolean any = !found.boxes().boxes().isEmpty()
                            || found.tree().root().split().isPresent();
                    return any ? analysis.with(found) : analysis;
                } catch (BadTable none) {
                    return analysis; // no region to show
                }
            }
        }
        return analysis;
    }

    private String page(Subject subject) throws IOException {
        BackgroundRead<List<SurvivalCurves>> lives = BackgroundRead.of(() -> {
            List<SurvivalCurves> some = new ArrayList<>();
            for (Lifetime lifetime : subject.lifetimes()) {
                some.addAll(SurvivalFigures.figures(results, runs, lifetime));
            }
            return some;
        });
        BackgroundRead<TimeSeriesFigures> courses = BackgroundRead.of(() -> TimeSeriesFigures.read(results, runs));
        BackgroundRead<PaymentFigures> payments =
                BackgroundRead.of(() -> PaymentFigures.read(results, runs, subject.flows()));
        HtmlPage page = new HtmlPage();
        FindingsSection findings = new FindingsSection(analysis, shown);
        findings.write(page);
        robustness(page);
        effects(page, findings);
        region(page);
        differences(page, lives.done());
        courses(page, courses.done());
        payments(page, payments.done());
        new ProvenanceSections(runs, results).write(page);
        String kind = results.software().name() + " report on the sweep " + results.name();
        return page.whole(results.title(), Text.sentence(kind.strip()).replaceFirst("\\.$", ""), lead());
    }

    private void draw(HtmlPage page, List<? extends Figure> some, int level) {
        figures.addAll(some);
        page.figures(some, level);
    }

    private String lead() {
        String name = results.experiment("scenario");
        String scenario = name.isEmpty() ? "" : " of the scenario " + code(name);
        String failed = runs.failed() == 0
                ? ""
                : " <a class=\"warn\" href=\"#failures\">" + Text.count(runs.failed(), "run") + " failed and "
                        + (runs.failed() == 1 ? "is" : "are") + " left out.</a>";
        return "<p class=\"lead\"><strong>" + Text.count(runs.size(), "run") + "</strong>" + scenario + ": "
                + Text.count(runs.points(), "point")
                + (runs.factors().isEmpty()
                        ? ""
                        : " of " + Text.count(runs.factors().size(), "factor")) + ", "
                + Text.count(runs.replications(), "replication") + (runs.points() > 1 ? " of each" : "") + "." + failed
                + "</p>\n";
    }

    private void robustness(HtmlPage page) throws IOException {
        Optional<RobustTable> judged = RobustTable.read(results.folder());
        if (judged.isPresent()) {
            RobustSection section = new RobustSection(judged.get());
            page.section("robust", "How the points hold up");
            section.write(page);
            draw(page, section.figures(), 3);
            page.end();
        }
    }

    private void effects(HtmlPage page, FindingsSection findings) {
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
                        + findings.meaning(study.measure().name()) + "</h3>");
                findings.sentences(page, study.measure().name());
                draw(page, some, 4);
            }
        }
        if (begun) {
            page.end();
        }
    }

    private void region(HtmlPage page) {
        analysis.discovery().ifPresent(found -> {
            List<Figure> some = new DiscoveryFigures(runs).of(found);
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
        withoutTime.ifPresent(
                sentence -> page.section("time", "Over time").words(sentence).end());
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
                (payments.note() + " Purposes as in " + payments.table() + ".").strip(),
                List.of("purpose", "who pays", "who is paid", "amount"),
                payments.purposes());
        page.html("</details>");
        page.end();
    }
}
