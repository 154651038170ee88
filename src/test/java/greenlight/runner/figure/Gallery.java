package greenlight.runner.figure;

import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Curves;
import greenlight.runner.figure.chart.Fan;
import greenlight.runner.figure.chart.HeatMap;
import greenlight.runner.figure.chart.Histogram;
import greenlight.runner.figure.chart.MorrisPlot;
import greenlight.runner.figure.chart.Sankey;
import greenlight.runner.figure.chart.Scatter;
import greenlight.runner.figure.chart.SurvivalCurves;
import greenlight.runner.figure.chart.TreeDiagram;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One figure of each kind, of made-up numbers. */
final class Gallery {
    private static final String NOTE = "Made-up numbers, one figure of each kind; nothing here was simulated.";

    private Gallery() {}

    static List<Figure> figures() {
        return List.of(
                fan(1),
                fan(4),
                responses(true),
                responses(false),
                heatMap(),
                tornado(),
                indices(),
                distribution(),
                survival(1),
                survival(3),
                sankey(),
                morris(),
                scatter(),
                tree());
    }

    private static Caption caption(String name, String title) {
        return new Caption(name, title, NOTE);
    }

    private static List<String> quarters() {
        return IntStream.range(0, 24)
                .mapToObj(q -> (2024 + q / 4) + "Q" + (q % 4 + 1))
                .toList();
    }

    static Fan fan(int levels) {
        List<Fan.Series> series = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            double peak = 2.2e6 * (1 - 0.2 * level);
            double[][] quantiles = new double[5][24];
            for (int q = 0; q < 24; q++) {
                double middle = peak * Math.exp(-Math.pow((q - 7.0 - level) / 4, 2)) + 2e5 * (level + 1);
                double spread = 0.15 * middle + 5e4;
                for (int i = 0; i < 5; i++) {
                    quantiles[i][q] = middle + spread * new double[] {-1.6, -0.7, 0, 0.7, 1.9}[i];
                }
            }
            if (levels == 1) {
                quantiles[2][3] = Double.NaN;
            }
            series.add(new Fan.Series(
                    levels == 1 ? "all runs" : "share 0." + 2 * level,
                    quantiles[0],
                    quantiles[1],
                    quantiles[2],
                    quantiles[3],
                    quantiles[4]));
        }
        return new Fan(
                caption("fan-" + levels, levels == 1 ? "Active users, quarter by quarter" : "Active users by share"),
                Axis.named("", quarters()),
                Axis.of("active_users", "people"),
                series,
                true);
    }

    private static Curves responses(boolean one) {
        double[] xs = {0, 1, 2, 4};
        List<Curves.Line> lines = new ArrayList<>();
        for (int line = 0; line < (one ? 1 : 4); line++) {
            int place = line;
            double[] ys = Arrays.stream(xs)
                    .map(v -> 5e8 - 1.2e8 * v + 3e7 * v * v - place * 2e7)
                    .toArray();
            lines.add(new Curves.Line(
                    "0." + 2 * line,
                    xs,
                    ys,
                    Arrays.stream(ys).map(v -> v - 4e7).toArray(),
                    Arrays.stream(ys).map(v -> v + 4e7).toArray()));
        }
        return new Curves(
                caption(
                        one ? "response" : "interaction",
                        one ? "Loss by trial" : "Loss by trial, a line for each share"),
                Axis.of("trial", "quarters"),
                Axis.of("loss", "USD"),
                lines,
                !one);
    }

    private static HeatMap heatMap() {
        double[][] values = {
            {509e6, 249.8e6, 237e6, 322e6}, {300e6, 210e6, -20e6, 240e6}, {280e6, Double.NaN, 190e6, 200e6}
        };
        return new HeatMap(
                caption("heat", "Loss by trial and share"),
                Axis.named("trial, quarters", List.of("0", "1", "2", "4")),
                Axis.named("share", List.of("0.0", "0.2", "0.4")),
                Axis.of("loss", "USD"),
                values);
    }

    static Bars tornado() {
        return new Bars(
                caption("tornado", "What moves the loss"),
                Axis.of("change of the loss from the lowest to the highest level", "USD"),
                List.of("effect"),
                List.of(
                        Bars.Row.of("minutes_of_the_first_generation: 10 → 40", 2.6e8, 2.2e8, 3.0e8),
                        Bars.Row.of("exuberance: 0.4 → 0.7", -1.4e8, -1.8e8, -1.0e8),
                        Bars.Row.of("training_suits", 4e7, -1e7, 9e7),
                        Bars.Row.of("novelty_half_life", 1.2e6, -4e7, 4.1e7)));
    }

    private static Bars indices() {
        List<Bars.Row> rows = new ArrayList<>();
        String[] names = {"x1", "x2", "x3", "noise"};
        double[] first = {0.314, 0.442, 0.0, 0.1};
        double[] total = {0.558, 0.442, 0.244, 0.2};
        for (int i = 0; i < names.length; i++) {
            rows.add(new Bars.Row(
                    names[i],
                    List.of(
                            new Estimate(first[i], first[i] - 0.05, first[i] + 0.05),
                            new Estimate(total[i], total[i] - 0.04, total[i] + 0.04))));
        }
        return new Bars(
                caption("indices", "Whose variance it is"),
                Axis.of("share of the variance", ""),
                List.of("first order", "total"),
                rows);
    }

    static Histogram distribution() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = IntStream.range(0, 400)
                .mapToDouble(
                        i -> 1e5 * Math.exp(0.5 * (random.nextDouble() + random.nextDouble() + random.nextDouble())))
                .toArray();
        return Histogram.of(caption("distribution", "How large the loss was"), Axis.of("loss", "USD"), values);
    }

    static SurvivalCurves survival(int groups) {
        List<SurvivalCurves.Curve> curves = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            double[] time = new double[8];
            double[] share = new double[8];
            double[] low = new double[8];
            double[] high = new double[8];
            int[] atRisk = new int[8];
            for (int i = 0; i < 8; i++) {
                time[i] = 2.0 * (i + 1) + group;
                share[i] = Math.pow(0.8 + 0.05 * group, i + 1);
                low[i] = Math.max(0, share[i] - 0.1);
                high[i] = Math.min(1, share[i] + 0.09);
                atRisk[i] = 80 - 9 * i;
            }
            curves.add(new SurvivalCurves.Curve(
                    "group " + group, time, share, low, high, atRisk, new double[] {5, 9, 20, 20}));
        }
        return new SurvivalCurves(
                caption("survival-" + groups, "How long it lived"),
                Axis.of("since the start", "quarters"),
                curves,
                false);
    }

    private static Sankey sankey() {
        return new Sankey(
                caption("flows", "Who paid whom"),
                Axis.of("money", "USD"),
                List.of(
                        new Sankey.Flow("consumers", "laboratories", 4.1e9),
                        new Sankey.Flow("laboratories", "computing centres", 9.2e9),
                        new Sankey.Flow("enterprises", "laboratories", 1.5e10),
                        new Sankey.Flow("banks", "start-ups", 2.2e9),
                        new Sankey.Flow("start-ups", "computing centres", 1.7e9),
                        new Sankey.Flow("start-ups", "lawyers", 3e7),
                        new Sankey.Flow("laboratories", "lawyers", 4.5e8),
                        new Sankey.Flow("laboratories", "staff", 1.1e9)));
    }

    private static MorrisPlot morris() {
        return new MorrisPlot(
                caption("morris", "What matters at all"),
                Axis.of("loss", "USD"),
                List.of(
                        new MorrisPlot.Factor("minutes", 4.2e8, 3.9e8, 4.5e8, 2.0e8),
                        new MorrisPlot.Factor("exuberance", 3.1e8, 2.8e8, 3.5e8, 3.3e8),
                        new MorrisPlot.Factor("half_life", 2.9e8, 2.4e8, 3.2e8, 3.1e8),
                        new MorrisPlot.Factor("suits", 0.4e8, 0.2e8, 0.6e8, 0.3e8),
                        new MorrisPlot.Factor("growth_cheer", 0.35e8, 0.2e8, 0.5e8, 0.31e8),
                        new MorrisPlot.Factor("cheer", 0.01e8, 0.0, 0.02e8, 0.02e8)));
    }

    static Scatter scatter() {
        SplittableRandom random = new SplittableRandom(5);
        double[] xs = random.doubles(300, 0, 1).toArray();
        double[] ys = random.doubles(300, 10, 40).toArray();
        boolean[] hit = new boolean[300];
        for (int i = 0; i < 300; i++) {
            hit[i] = (xs[i] > 0.6 && ys[i] < 25) ? random.nextInt(8) > 0 : random.nextInt(12) == 0;
        }
        return new Scatter(
                caption("box", "Where the loss was large"),
                Axis.of("share", ""),
                Axis.of("minutes", "GPU-minutes"),
                "loss above 100",
                xs,
                ys,
                hit,
                new double[] {0.61, Double.NaN, Double.NaN, 24.8});
    }

    private static TreeDiagram tree() {
        return new TreeDiagram(
                caption("tree", "Which rules lead there"),
                "loss above 100",
                List.of(
                        new TreeDiagram.Node(0, "all runs", 0.34, 300, false),
                        new TreeDiagram.Node(1, "share ≤ 0.6", 0.09, 181, true),
                        new TreeDiagram.Node(1, "share > 0.6", 0.71, 119, false),
                        new TreeDiagram.Node(2, "minutes ≤ 24.8", 0.9, 62, false),
                        new TreeDiagram.Node(3, "exuberance ≤ 0.5", 1, 30, true),
                        new TreeDiagram.Node(3, "exuberance > 0.5", 0.79, 32, true),
                        new TreeDiagram.Node(2, "minutes > 24.8", 0.1, 57, true)));
    }
}
