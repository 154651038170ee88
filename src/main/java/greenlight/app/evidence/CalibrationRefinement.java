package greenlight.app.evidence;

import greenlight.app.evidence.Calibration.Point;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.design.Design;
import greenlight.runner.model.Model;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Quantiles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The accepted points of a calibration, rounded to the digits of a default and run again: more often, with as many users
 * as a run has by default and the same seeds for all. The nearest of them gives the defaults of all parameters of the design.
 */
public final class CalibrationRefinement {
    /** Significant digits of a default that the patterns settle. */
    public static final int DIGITS_OF_A_DEFAULT = 2;

    /** Significant digits in the table: all that a few runs can know. */
    private static final int DIGITS = 5;

    /**
     * An accepted point in both rounds.
     *
     * @param first its parameters as the design has them, and what the sweep measured
     * @param again its parameters rounded, and what the second round measured
     */
    public record Settled(Point first, Point again) {
        /** The parameters of the design, by key, whose default is not the rounded value. */
        public List<String> unlikeDefaults() {
            return again.parameters().entrySet().stream()
                    .filter(parameter -> MarketParameter.of(parameter.getKey()).defaultValue() != parameter.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /**
         * A row of the table, by column: the point's number, its distance in either round, its parameters as the design has
         * them, and each pattern's measure, as the median over the second round or not-a-number where it never applies.
         */
        public Map<String, Number> row() {
            Map<String, Number> row = new LinkedHashMap<>();
            row.put("point", first.number());
            row.put("distance", rounded(first.distance(), DIGITS));
            row.put("distance_again", rounded(again.distance(), DIGITS));
            first.parameters().forEach((parameter, value) -> row.put(parameter, rounded(value, DIGITS)));
            again.measured()
                    .forEach((measure, values) ->
                            row.put(measure, rounded(Quantiles.median(Quantiles.sorted(values)), DIGITS)));
            return row;
        }
    }

    private final Model model;
    private final List<Point> accepted;
    private final List<Map<String, Double>> parameters = new ArrayList<>();
    private final int times;
    private final List<Wanted> wanted = new ArrayList<>();

    /**
     * Ready to run.
     *
     * @param experiment whose scenario and seed the runs have; what it sets is left at the scenario's own
     * @param times runs of each point, at least 1
     * @throws IllegalArgumentException when a parameter does not allow its rounded value
     */
    public CalibrationRefinement(Experiment experiment, List<Point> accepted, int times) {
        model = experiment.model();
        this.accepted = List.copyOf(accepted);
        this.times = times;
        Experiment plain = new Experiment(
                model,
                experiment.name(),
                experiment.title(),
                experiment.scenario(),
                Map.of(),
                Design.single(),
                new Experiment.Repetition(times, experiment.seed(), true),
                new Experiment.Recording(List.of(), List.of(), List.of()),
                Experiment.Source.NONE);
        for (Point point : accepted) {
            Map<String, Double> settled = new LinkedHashMap<>();
            point.parameters()
                    .forEach((parameter, value) -> settled.put(parameter, rounded(value, DIGITS_OF_A_DEFAULT)));
            parameters.add(settled);
            Setting setting = plain.setting(plain.scenario());
            for (Map.Entry<String, Double> parameter : settled.entrySet()) {
                setting = setting.with(MarketParameter.of(parameter.getKey()), parameter.getValue());
            }
            for (int time = 0; time < times; time++) {
                wanted.add(new Wanted(plain.scenario(), setting, plain.run(time).seed()));
            }
        }
    }

    public int runCount() {
        return wanted.size();
    }

    /**
     * Runs everything and ranks the points: nearest first, of equally near ones that of the lowest number.
     *
     * @param threads runs at once
     * @param done is given the number of runs done
     */
    public List<Settled> ranked(int threads, IntConsumer done) throws InterruptedException {
        RunEnsemble runs = RunEnsemble.of(model, wanted, threads, done);
        return IntStream.range(0, accepted.size())
                .mapToObj(i -> new Settled(
                        accepted.get(i),
                        new Point(accepted.get(i).number(), parameters.get(i), runs.patterns(i * times, times))))
                .sorted(Comparator.comparingDouble(
                                (Settled each) -> each.again().distance())
                        .thenComparingInt(each -> each.again().number()))
                .toList();
    }

    /** Rounds to significant digits, halves away from zero; not-a-number stays what it is. */
    static double rounded(double value, int digits) {
        return Double.isNaN(value)
                ? value
                : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }
}
