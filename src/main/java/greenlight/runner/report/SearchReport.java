package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.FrontTable;
import greenlight.runner.figure.Figure;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.report.figure.FrontFigures;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a search found, in one file for a colleague. */
public final class SearchReport {
    private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 1};

    private final FrontTable front;

    private SearchReport(FrontTable front) {
        this.front = front;
    }

    /**
     * Writes {@code report.html} beside the tables of a search. A search does not fail for its report.
     *
     * @param title of the experiment
     * @param maximised names of the objectives that are to be large
     * @return a sentence when there is none
     */
    public static Optional<String> write(Path folder, String title, Set<String> maximised) {
        try {
            FrontTable front = FrontTable.read(folder, maximised);
            if (front.rows().isEmpty()) {
                return Optional.of("There is no " + Report.FILE + ": no point keeps the constraints.");
            }
            WholeFile.write(folder.resolve(Report.FILE), new SearchReport(front).page(title));
            return Optional.empty();
        } catch (IOException | RuntimeException problem) {
            String message = problem.getMessage();
            return Optional.of("There is no " + Report.FILE + ": " + (message == null ? problem.toString() : message));
        }
    }

    private String page(String title) {
        FrontFigures figures = new FrontFigures(front);
        HtmlPage page = new HtmlPage();
        page.section("front", "The points that hold");
        page.words("On fresh replications these keep the constraints, and no other point found betters them in all"
                + " objectives. In brackets what the search saw: the best of many noisy values are flattered.");
        page.table("The front on fresh replications (" + ResultFiles.FRONT + " has all points).", header(), rows());
        page.end();
        draw(page, "tradeoffs", "What one objective costs another", figures.tradeoffs());
        List<Figure> coordinates = figures.coordinates();
        if (!coordinates.isEmpty()) {
            draw(page, "coordinates", "Where the front lies", coordinates);
            page.section("ranges", "The levers along the front");
            page.table(
                    "Of the points that hold. Words are numbered in their order.",
                    List.of("lever", "least", "lower quartile", "median", "upper quartile", "greatest"),
                    ranges());
            page.end();
        }
        draw(page, "history", "How the search went", List.of(figures.history()));
        return page.whole(title, "Report on a search", lead());
    }

    private static void draw(HtmlPage page, String id, String heading, List<? extends Figure> some) {
        page.section(id, heading);
        page.figures(some, 3);
        page.end();
    }

    private List<FrontTable.Row> kept() {
        return front.rows().stream().filter(FrontTable.Row::holds).toList();
    }

    private String lead() {
        return "<p class=\"lead\"><strong>" + Text.count(front.rows().size(), "point")
                + "</strong> found by a search over "
                + Text.count(front.levers().size(), "lever") + " for "
                + Text.count(front.objectives().size(), "objective") + "; " + kept().size()
                + " hold on fresh replications.</p>\n";
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("point"));
        header.addAll(front.objectives());
        header.addAll(front.levers());
        return header;
    }

    private List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (FrontTable.Row row : kept()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(
                    code(Integer.toString(row.point())) + (row.bargain() ? " Nash bargaining solution" : ""), false));
            for (int i = 0; i < row.fresh().length; i++) {
                cells.add(Cell.number(Text.scaled(row.fresh()[i]) + " (" + Text.scaled(row.searched()[i]) + ")"));
            }
            row.levels()
                    .forEach(level -> cells.add(Cell.number(CsvReader.number(level).stream()
                            .mapToObj(Text::scaled)
                            .findFirst()
                            .orElse(level))));
            rows.add(cells);
        }
        return rows;
    }

    private List<List<Cell>> ranges() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int lever = 0; lever < front.levers().size(); lever++) {
            double[] all = front.numbers(lever);
            double[] levels = Quantiles.sorted(
                    kept().stream().mapToDouble(row -> all[row.point()]).toArray());
            List<Cell> cells = new ArrayList<>(List.of(Cell.code(front.levers().get(lever))));
            for (double quantile : QUANTILES) {
                cells.add(Cell.number(Text.scaled(Quantiles.of(levels, quantile))));
            }
            rows.add(cells);
        }
        return rows;
    }
}
