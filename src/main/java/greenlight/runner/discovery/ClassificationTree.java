package greenlight.runner.discovery;

import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.format.Text;
import java.util.List;
import java.util.Optional;

/**
 * A classification tree: which questions about the parameters separate best the runs in which something happens.
 *
 * @param question what happens
 * @param grown leaves before pruning
 * @param explained share of the outcome's variance that the tree explains at points held out in cross-validation
 */
public record ClassificationTree(Condition question, Node root, int grown, double explained) {
    /**
     * A part of the runs.
     *
     * @param runs in it
     * @param cases runs in which it happens
     * @param split empty for a leaf
     */
    public record Node(double runs, double cases, Optional<Split> split) {
        /** Share of its runs in which it happens. */
        public double rate() {
            return cases / runs;
        }

        /** Leaves of its subtree; one when it is a leaf. */
        public int leaves() {
            return split.map(of -> of.yes().leaves() + of.no().leaves()).orElse(1);
        }

        /** How much all splits of its subtree lower the sum of Gini impurities of runs. */
        double gain() {
            return split.map(of -> impurity()
                            - of.yes().impurity()
                            - of.no().impurity()
                            + of.yes().gain()
                            + of.no().gain())
                    .orElse(0.0);
        }

        /** Runs times the share of cases times that of others. */
        double impurity() {
            return cases * (runs - cases) / runs;
        }
    }

    /**
     * A question.
     *
     * @param threshold up to which a level answers yes; not-a-number for a factor without order
     * @param levels that answer yes, for a factor without order; else empty
     */
    public record Split(Factor factor, double threshold, List<Double> levels, Node yes, Node no) {
        /** Whether a level answers yes. */
        public boolean asks(double level) {
            return levels.isEmpty() ? level <= threshold : levels.contains(level);
        }

        /** The answer, such as {@code x <= 0.4} for yes. */
        public String text(boolean answer) {
            if (levels.isEmpty()) {
                return factor.name() + (answer ? " <= " : " > ") + Text.scaled(threshold);
            }
            if (factor.column().isBoolean()) {
                return factor.name() + " = " + factor.column().text(answer ? levels.get(0) : 1 - levels.get(0));
            }
            return factor.name() + (answer ? " in " : " not in ") + String.join(", ", factor.texts(levels));
        }
    }

    /** The tree as lines of text. */
    public String text() {
        StringBuilder text = new StringBuilder("In which runs is " + question + "?\n");
        draw(text, root, "all runs", "");
        return text.toString();
    }

    private static void draw(StringBuilder text, Node node, String what, String margin) {
        text.append(margin)
                .append(what)
                .append(": ")
                .append(Text.percent(node.rate()))
                .append(" of ")
                .append(Text.count((long) node.runs(), "run"))
                .append('\n');
        node.split().ifPresent(split -> {
            draw(text, split.yes(), split.text(true), margin + "  ");
            draw(text, split.no(), split.text(false), margin + "  ");
        });
    }
}
