package greenlight.analysis.figure;

import greenlight.analysis.figure.Canvas.Anchor;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows from whom to whom: bands as wide as their amounts from payers at the left to payees at the right. Somebody
 * who pays and is paid stands on both sides, so nothing runs in circles.
 *
 * @param amount the quantity and its unit
 * @param flows the largest are drawn first
 */
public record Sankey(Caption caption, Axis amount, List<Flow> flows) implements Figure {
    private static final double GAP = 10;
    private static final double BAR = 9;
    private static final double SIDE = 128;
    private static final double TALL = 250;
    private static final double TOP = 26;
    private static final double LABEL = 31;

    /** So much from one to another. */
    public record Flow(String from, String to, double amount) {}

    /** A bar on one side. */
    private static final class Node {
        private double amount;
        private double top;
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

    private int most() {
        return Math.max(side(true).size(), side(false).size());
    }

    private double tall() {
        return Math.max(TALL, LABEL * most());
    }

    @Override
    public double height() {
        return TOP + tall() + 6;
    }

    @Override
    public void draw(Canvas canvas) {
        Map<String, Node> payers = side(true);
        Map<String, Node> payees = side(false);
        double total = flows.stream().mapToDouble(Flow::amount).sum();
        double scale = (tall() - GAP * (most() - 1)) / Math.max(total, Double.MIN_NORMAL);
        place(payers, scale);
        place(payees, scale);
        canvas.words("who paid", SIDE, 12, Anchor.END, Type.TICK);
        canvas.words("who was paid", Figure.WIDTH - SIDE, 12, Anchor.START, Type.TICK);
        List<String> order = new ArrayList<>(payers.keySet());
        double left = SIDE + BAR;
        double right = Figure.WIDTH - SIDE - BAR;
        for (String from : order) {
            for (String to : payees.keySet()) {
                for (Flow flow : flows) {
                    if (flow.from().equals(from) && flow.to().equals(to)) {
                        Ink ink = Style.of(order.indexOf(from), order.size(), false)
                                .ink();
                        band(canvas, left, payers.get(from), right, payees.get(to), flow.amount() * scale, ink);
                    }
                }
            }
        }
        labels(canvas, payers, true, scale);
        labels(canvas, payees, false, scale);
    }

    private void place(Map<String, Node> nodes, double scale) {
        double height =
                nodes.values().stream().mapToDouble(node -> node.amount * scale).sum() + GAP * (nodes.size() - 1);
        double down = TOP + (tall() - height) / 2;
        for (Node node : nodes.values()) {
            node.top = down;
            down += node.amount * scale + GAP;
        }
    }

    private static void band(Canvas canvas, double left, Node from, double right, Node to, double width, Ink ink) {
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

    private void labels(Canvas canvas, Map<String, Node> nodes, boolean payers, double scale) {
        double[] wanted = nodes.values().stream()
                .mapToDouble(node -> node.top + node.amount * scale / 2)
                .toArray();
        double[] at = Frame.spread(wanted, LABEL, TOP + LABEL / 2, TOP + tall() - LABEL / 2);
        int i = 0;
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            Node node = entry.getValue();
            Ink ink = payers ? Style.of(i, nodes.size(), false).ink() : Ink.RULE;
            double bar = payers ? SIDE : Figure.WIDTH - SIDE - BAR;
            canvas.fill(new Rectangle2D.Double(bar, node.top, BAR, Math.max(0.6, node.amount * scale)), ink, 1);
            double x = payers ? SIDE - 7 : Figure.WIDTH - SIDE + 7;
            Anchor anchor = payers ? Anchor.END : Anchor.START;
            canvas.words(Letters.cut(entry.getKey(), Type.LABEL, SIDE - 8), x, at[i] - 1.5, anchor, Type.LABEL);
            canvas.words(amount.words(node.amount), x, at[i] + 11.5, anchor, Type.TICK);
            i++;
        }
    }

    @Override
    public Table data() {
        Table table = new Table("payer", "payee", "amount");
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
                    .append(Scale.number(flow.amount(), 3))
                    .append(' ')
                    .append(amount.unit());
            between = "; ";
        }
        return words.append('.').toString();
    }
}
