package greenlight.runner.figure.chart;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Canvas;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Fonts;
import greenlight.runner.figure.Palette;
import greenlight.runner.figure.Style;
import greenlight.runner.figure.TextMetrics;
import greenlight.runner.format.ScaledNumber;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows from whom to whom: bands as wide as their amounts from payers at the left to payees at the right. A node
 * that pays and is paid is drawn on both sides, so no band runs in a circle.
 *
 * @param amount the quantity and its unit
 * @param flows the largest are drawn first
 */
public record Sankey(Caption caption, Axis amount, List<Flow> flows) implements Figure {
    private static final double GAP = 6;
    private static final double BAR = 9;

    /** Room for names at a side, at most; and between a name and its bar. */
    private static final double SIDE = 146;

    private static final double CLEAR = 7;

    /** All that flows, in pixels. */
    private static final double TALL = 210;

    private static final double TOP = 26;

    /** What the two lines of a name need. */
    private static final double LABEL = 31;

    private static final String PAYERS = "who paid";
    private static final String PAYEES = "who was paid";

    /** An amount from one node to another. */
    public record Flow(String from, String to, double amount) {}

    /** A bar on one side. */
    private static final class Node {
        private double amount;
        private double top;
        private double height;
        private double used;
    }

    /** Keeps what flows at all, the largest first. */
    public Sankey {
        flows = flows.stream()
                .filter(flow -> flow.amount() > 0)
                .sorted(Comparator.comparingDouble(Flow::amount)
                        .reversed()
                        .thenComparing(Flow::from)
                        .thenComparing(Flow::to))
                .toList();
    }

    private Map<String, Node> side(boolean payers) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Flow flow : flows) {
            nodes.computeIfAbsent(payers ? flow.from() : flow.to(), name -> new Node()).amount += flow.amount();
        }
        Map<String, Node> sorted = new LinkedHashMap<>();
        nodes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingDouble((Node node) -> node.amount).reversed()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private double scale() {
        double total = flows.stream().mapToDouble(Flow::amount).sum();
        return TALL / Math.max(total, Double.MIN_NORMAL);
    }

    /** Each bar has at least the room of its name, so that the two fit side by side. */
    private static double room(Node node, double scale) {
        return Math.max(LABEL, node.amount * scale);
    }

    private static double tall(Map<String, Node> side, double scale) {
        return side.values().stream()
                        .mapToDouble(node -> room(node, scale) + GAP)
                        .sum()
                - GAP;
    }

    @Override
    public double height() {
        double scale = scale();
        return TOP + Math.max(tall(side(true), scale), tall(side(false), scale)) + 6;
    }

    /** The room that the names of a side take. */
    private double wide(Map<String, Node> side, String heading) {
        double wide = TextMetrics.width(heading, Fonts.TICK);
        for (Map.Entry<String, Node> entry : side.entrySet()) {
            wide = Math.max(wide, TextMetrics.width(entry.getKey(), Fonts.LABEL));
            wide = Math.max(wide, TextMetrics.width(amount.words(entry.getValue().amount), Fonts.TICK));
        }
        return Math.min(SIDE, wide) + CLEAR;
    }

    @Override
    public void draw(Canvas canvas) {
        Map<String, Node> payers = side(true);
        Map<String, Node> payees = side(false);
        double scale = scale();
        place(payers, scale);
        place(payees, scale);
        double left = wide(payers, PAYERS);
        double right = Figure.WIDTH - wide(payees, PAYEES);
        canvas.words(PAYERS, left - CLEAR, 12, Anchor.END, Fonts.TICK);
        canvas.words(PAYEES, right + CLEAR, 12, Anchor.START, Fonts.TICK);
        List<String> order = new ArrayList<>(payers.keySet());
        for (String from : order) {
            for (String to : payees.keySet()) {
                for (Flow flow : flows) {
                    if (flow.from().equals(from) && flow.to().equals(to)) {
                        Palette ink = Style.of(order.indexOf(from), order.size(), false)
                                .ink();
                        double width = flow.amount() * scale;
                        band(canvas, left + BAR, payers.get(from), right - BAR, payees.get(to), width, ink);
                    }
                }
            }
        }
        labels(canvas, payers, left, true);
        labels(canvas, payees, right, false);
    }

    private void place(Map<String, Node> nodes, double scale) {
        double down = TOP + (height() - TOP - 6 - tall(nodes, scale)) / 2;
        for (Node node : nodes.values()) {
            double room = room(node, scale);
            node.height = node.amount * scale;
            node.top = down + (room - node.height) / 2;
            down += room + GAP;
        }
    }

    private static void band(Canvas canvas, double left, Node from, double right, Node to, double width, Palette ink) {
        double a = from.top + from.used;
        double b = to.top + to.used;
        from.used += width;
        to.used += width;
        double middle = (left + right) / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(left, a);
        path.curveTo(middle, a, middle, b, right, b);
        path.lineTo(right, b + width);
        path.curveTo(middle, b + width, middle, a + width, left, a + width);
        path.closePath();
        canvas.fill(path, ink, 0.42);
    }

    private void labels(Canvas canvas, Map<String, Node> nodes, double edge, boolean payers) {
        int i = 0;
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            Node node = entry.getValue();
            Palette ink = payers ? Style.of(i, nodes.size(), false).ink() : Palette.RULE;
            double bar = payers ? edge : edge - BAR;
            canvas.fill(new Rectangle2D.Double(bar, node.top, BAR, Math.max(0.8, node.height)), ink, 1);
            double x = payers ? edge - CLEAR : edge + CLEAR;
            double middle = node.top + node.height / 2;
            Anchor anchor = payers ? Anchor.END : Anchor.START;
            canvas.words(TextMetrics.cut(entry.getKey(), Fonts.LABEL, SIDE), x, middle - 1.5, anchor, Fonts.LABEL);
            canvas.words(amount.words(node.amount), x, middle + 11.5, anchor, Fonts.TICK);
            i++;
        }
    }

    @Override
    public CsvTable data() {
        CsvTable table = new CsvTable("payer", "payee", "amount");
        flows.forEach(flow -> table.with(flow.from(), flow.to(), flow.amount()));
        return table;
    }

    @Override
    public String words() {
        StringBuilder words = new StringBuilder("Flows of " + amount.label() + ", the largest first: ");
        String between = "";
        for (Flow flow : flows.subList(0, Math.min(5, flows.size()))) {
            words.append(between)
                    .append(flow.from())
                    .append(" to ")
                    .append(flow.to())
                    .append(", ")
                    .append(ScaledNumber.number(flow.amount(), 3))
                    .append(' ')
                    .append(amount.unit());
            between = "; ";
        }
        return words.append('.').toString();
    }
}
