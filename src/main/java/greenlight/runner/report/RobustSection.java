package greenlight.runner.report;

import static greenlight.runner.report.HtmlPage.code;

import greenlight.runner.dataset.RobustTable;
import greenlight.runner.figure.Figure;
import greenlight.runner.format.Text;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.report.figure.RobustFigures;
import greenlight.runner.results.ResultFiles;
import java.util.ArrayList;
import java.util.List;

/** How given points hold up over the settings of an ensemble. */
final class RobustSection {
    /** Points that are shown; the table on the disk has all. */
    private static final int MOST = 15;

    private final RobustTable table;

    RobustSection(RobustTable table) {
        this.table = table;
    }

    /** Writes the words and the table; the figures go below them. */
    void write(HtmlPage page) {
        int points = table.rows().size();
        page.words("The points are compared in each setting of what is not known. They are in the order of the share of"
                + " settings in which they meet all constraints, then of their regret in "
                + table.objectives().get(0) + ": how much worse a point is than the best of all in the same setting.");
        page.table(
                (points > MOST ? "The first " + MOST + " of " + points + " points" : "The points")
                        + ": the mean of each objective, in brackets its mean regret (" + ResultFiles.ROBUST
                        + " has all).",
                header(),
                table.rows().stream().limit(MOST).map(this::row).toList());
    }

    List<Figure> figures() {
        return new RobustFigures(table, MOST).all();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("point", "settings"));
        header.addAll(table.objectives());
        header.addAll(table.levers());
        return header;
    }

    private List<Cell> row(RobustTable.Row row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(code(row.point()), false));
        cells.add(Cell.number(Text.percent(row.satisficing())));
        for (int i = 0; i < row.means().length; i++) {
            cells.add(Cell.number(Text.scaled(row.means()[i]) + " (" + Text.scaled(row.regrets()[i]) + ")"));
        }
        row.levels().forEach(level -> cells.add(Cell.number(level)));
        return cells;
    }
}
