package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Palette;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tree of rules, a row for each node, its branches set in under it: what share of the runs that follow the rules so
 * far have what is asked.
 *
 * @param happened what the share is of
 * @param nodes a node before its branches
 */
public record TreeDiagram(Caption caption, String happened, List<Node> nodes) implements Figure {
    private static final double ROW = 26;
    private static final double STEP = 14;
    private static final double LINE = 12.5;
    private static final double TOP = 22;
    private static final double BAR = 62;
    private static final double SHARE = 46;
    private static final double COUNT = 40;

    /**
     * One node.
     *
     * @param depth 0 for the root
     * @param rule that leads here, such as {@code price > 3}
     * @param share from 0 to 1
     * @param count runs that come here
     * @param leaf whether nothing hangs under it
     */
    public record Node(int depth, String rule, double share, int count, boolean leaf) {}

    /** Keeps a copy of the list. */
    public TreeDiagram {
        nodes = List.copyOf(nodes);
    }

    @Override
    public double height() {
        return TOP + ROW * nodes.size() + 4;
    }

    @Override
    public void draw(Canvas canvas) {
        double bars = Figure.WIDTH - COUNT - SHARE - BAR;
        canvas.words(TextMetrics.cut(happened, Fonts.TICK, SHARE + BAR), bars, 11, Anchor.START, Fonts.TICK);
        canvas.words("runs", Figure.WIDTH, 11, Anchor.END, Fonts.TICK);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            double top = TOP + ROW * i;
            double middle = top + ROW / 2;
            double left = STEP * node.depth();
            if (node.depth() > 0) {
                double stem = left - STEP + 5;
                canvas.stroke(new Line2D.Double(stem, TOP + ROW * before(i) + 6, stem, middle), Palette.RULE, 1);
                canvas.stroke(new Line2D.Double(stem, middle, left - 1, middle), Palette.RULE, 1);
            }
            Fonts type = node.leaf() ? Fonts.STRONG : Fonts.LABEL;
            List<String> rule = TextMetrics.wrapped(node.rule(), type, bars - left - 10);
            double first = middle + 4 - (rule.size() > 1 ? LINE / 2 : 0);
            for (int line = 0; line < Math.min(2, rule.size()); line++) {
                canvas.words(
                        TextMetrics.cut(rule.get(line), type, bars - left - 10),
                        left + 3,
                        first + LINE * line,
                        Anchor.START,
                        type);
            }
            canvas.fill(new Rectangle2D.Double(bars, middle - 6, BAR, 12), Palette.GRID, 0.7);
            canvas.fill(
                    new Rectangle2D.Double(bars, middle - 6, BAR * node.share(), 12),
                    Palette.ACCENT,
                    node.leaf() ? 0.85 : 0.4);
            String share = ScaledNumber.number(100 * node.share(), node.share() >= 0.995 ? 3 : 2) + " %";
            canvas.words(share, bars + BAR + SHARE - 2, middle + 4, Anchor.END, Fonts.LABEL);
            canvas.words(Integer.toString(node.count()), Figure.WIDTH, middle + 4, Anchor.END, Fonts.TICK);
        }
    }

    /** The row from which the stem of a node comes down: its elder sibling's or its parent's. */
    private int before(int place) {
        int row = place - 1;
        while (row > 0 && nodes.get(row).depth() > nodes.get(place).depth()) {
            row--;
        }
        return nodes.get(row).depth() < nodes.get(place).depth() ? row + 1 : row;
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("depth", "rule", "share", "runs", "leaf");
        nodes.forEach(node -> table.with(node.depth(), node.rule(), node.share(), node.count(), node.leaf()));
        return table;
    }

    @Override
    public String words() {
        return nodes.stream()
                .map(node -> "level " + node.depth() + ", " + node.rule() + ": "
                        + ScaledNumber.number(100 * node.share(), 3) + " % of " + node.count() + " runs")
                .collect(Collectors.joining("; ", "Share with " + happened + ". ", "."));
    }
}
