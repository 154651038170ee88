package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;
import static greenlight.runner.report.HtmlPage.escaped;

import greenlight.runner.analysis.Analysis;
import greenlight.runner.analysis.Finding;
import greenlight.runner.analysis.Findings;
import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.ScaledNumber;
import greenlight.runner.format.Text;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was found, in sentences and in the table of measures. */
final class FindingsSection {
    private final Analysis analysis;
    private final RunTable runs;
    private final List<MeasureAnalysis> shown;

    /**
     * The findings of an analysis.
     *
     * @param shown the measures with a paragraph each
     */
    FindingsSection(Analysis analysis, List<MeasureAnalysis> shown) {
        this.analysis = analysis;
        this.runs = analysis.runs();
        this.shown = shown;
    }

    void write(HtmlPage page) {
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
        String over =
                runs.settings().length == 0 ? "replications" : "settings of the ensemble, resampled with their runs";
        page.html("<p class=\"note\">Square brackets hold 95 % intervals over " + over + ". All of this is about the"
                + " model at these settings; it is no forecast.</p>");
        page.html("<details><summary>All " + Text.count(analysis.studies().size(), "measure") + " that vary</summary>");
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
        page.html("<p class=\"note\">One run, of which no interval can be estimated.</p>");
        int row = runs.row(0, runs.replications() - 1);
        List<List<Cell>> rows = new ArrayList<>();
        for (Column measure : analysis.still()) {
            double value = measure.at(row);
            if (!Double.isNaN(value)) {
                String words =
                        measure.isBoolean() ? value > 0 ? "yes" : "no" : ScaledNumber.words(value, measure.unit());
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
        finding.sentences().stream()
                .filter(one -> one.startsWith(Findings.DOUBT))
                .forEach(one -> page.html("<p>" + marked(one) + "</p>"));
        page.html("</li>");
    }

    /** What a measure is, behind its name. */
    String meaning(String measure) {
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
            boolean share = measure.isBoolean();
            rows.add(List.of(
                    Cell.code(measure.name()),
                    Cell.number(words(measure, mean.value())),
                    Cell.number(
                            mean.bounded() ? words(measure, mean.low()) + " to " + words(measure, mean.high()) : "–"),
                    Cell.number(share ? "" : words(measure, at[1])),
                    Cell.number(share ? "" : words(measure, at[3])),
                    Cell.number(share ? "" : words(measure, at[5])),
                    Cell.number(Text.grouped(study.spread().runs())),
                    Cell.of(measure.description())));
        }
        page.table(
                "Over all runs to which a measure applies. A boolean measure is shown as the share of runs in which it is true.",
                List.of("measure", "mean", "95 % interval", "5 %", "median", "95 %", "runs", "what it is"),
                rows);
    }

    private static String words(Column measure, double value) {
        return measure.isBoolean() ? ScaledNumber.words(100 * value, "%") : ScaledNumber.words(value, measure.unit());
    }

    /** All that is said of a measure behind the first sentence. */
    void sentences(HtmlPage page, String measure) {
        for (Finding finding : Findings.of(analysis, List.of(measure))) {
            if (finding.about().equals(measure) && finding.sentences().size() > 1) {
                page.html("<ul class=\"said\">");
                finding.sentences().stream().skip(1).forEach(one -> page.html("<li>" + marked(capital(one)) + "</li>"));
                page.html("</ul>");
            }
        }
    }
}
