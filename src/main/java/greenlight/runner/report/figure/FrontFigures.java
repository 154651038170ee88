package greenlight.runner.report.figure;

import greenlight.runner.dataset.FrontTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.Figure;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.ParallelCoordinates;
import greenlight.runner.figure.chart.Tradeoff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of a search: trade-offs between objectives, the front through all axes, how the search went. */
public final class FrontFigures {
    private final FrontTable front;

    /** Figures of a front. */
    public FrontFigures(FrontTable front) {
        this.front = front;
    }

    /** A figure for each pair of objectives. */
    public List<Figure> tradeoffs() {
        List<Figure> figures = new ArrayList<>();
        boolean[] holds = new boolean[front.rows().size()];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = front.rows().get(i).holds();
        }
        List<String> names = front.objectives();
        for (int x = 0; x < names.size(); x++) {
            for (int y = x + 1; y < names.size(); y++) {
                figures.add(new Tradeoff(
                        new Caption(
                                "tradeoff-" + names.get(x) + "-" + names.get(y),
                                names.get(y) + " against " + names.get(x),
                                better(x) + "; " + better(y)
                                        + ". The farther a point is from its place in the search, the more"
                                        + " it was flattered there."),
                        Axis.of(names.get(x), ""),
                        Axis.of(names.get(y), ""),
                        new double[][] {searched(x), searched(y)},
                        new double[][] {fresh(x), fresh(y)},
                        holds));
            }
        }
        return figures;
    }

    private String better(int objective) {
        return front.objectives().get(objective) + " is to be " + (front.maximised()[objective] ? "large" : "small");
    }

    private double[] searched(int objective) {
        return front.rows().stream()
                .mapToDouble(row -> row.searched()[objective])
                .toArray();
    }

    private double[] fresh(int objective) {
        return front.rows().stream().mapToDouble(row -> row.fresh()[objective]).toArray();
    }

    /** The points that hold, through all levers and objectives; none where none holds. */
    public List<Figure> coordinates() {
        int[] kept = IntStream.range(0, front.rows().size())
                .filter(i -> front.rows().get(i).holds())
                .toArray();
        if (kept.length == 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>(front.levers());
        List<double[]> values = new ArrayList<>();
        for (int lever = 0; lever < front.levers().size(); lever++) {
            values.add(only(front.numbers(lever), kept));
        }
        for (int objective = 0; objective < front.objectives().size(); objective++) {
            names.add(front.objectives().get(objective));
            values.add(only(fresh(objective), kept));
        }
        int shade = front.levers().size();
        return List.of(new ParallelCoordinates(
                new Caption(
                        "front",
                        "The front: levers, then objectives",
                        "A line is a point that holds on fresh replications, the darker, the larger its "
                                + names.get(shade)
                                + ". Each axis goes from the least to the greatest value on the front."),
                names,
                values,
                shade));
    }

    private static double[] only(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    /** How the hypervolume grew. */
    public Figure history() {
        double[] none = new double[front.hypervolume().length];
        Arrays.fill(none, Double.NaN);
        double[] generations = IntStream.range(0, none.length).asDoubleStream().toArray();
        return new Curves(
                new Caption(
                        "hypervolume",
                        "The hypervolume by generation",
                        "In units of the box that the first generation spans. Where it is flat, the search had settled."),
                Axis.of("generation", ""),
                Axis.of("hypervolume", ""),
                List.of(new Curves.Line("hypervolume", generations, front.hypervolume(), none, none)),
                false);
    }
}
