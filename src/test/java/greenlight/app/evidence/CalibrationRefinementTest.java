package greenlight.app.evidence;

import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.PRICE;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Calibration.Point;
import greenlight.app.evidence.CalibrationRefinement.Settled;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.design.Design;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationRefinementTest {
    private static final double EXACT = 1e-12;
    private static final long SEED = 7;

    /** Of the target of the cost of a clip, which goes from 36 over 40 to 44 GPU-minutes. */
    private static final double HALF_WIDTH = 1;

    /**
     * A model that meets every pattern exactly but for the cost of a clip, which is off by as many half-widths as its
     * half-life of novelty has quarters, and which applies to its first runs only, if so told. It remembers the runs that
     * it is asked for; one thread at a time may ask.
     */
    private static final class Off implements Model {
        private final List<RunEnsemble.Wanted> asked = new ArrayList<>();
        private int inapplicableFrom = Integer.MAX_VALUE;

        @Override
        public Outcome run(String scenario, Setting setting, long seed, int threads) {
            double[] measures = new double[Measure.values().length];
            for (Pattern pattern : Pattern.values()) {
                measures[pattern.measure().ordinal()] = pattern.value();
            }
            measures[Measure.QUARTERS_TO_SHUTDOWN.ordinal()] = asked.size() >= inapplicableFrom
                    ? Double.NaN
                    : Pattern.SHUTDOWN.value() + HALF_WIDTH * setting.get(NOVELTY_HALF_LIFE);
            asked.add(new RunEnsemble.Wanted(scenario, setting, seed));
            return new Outcome(measures, List.of());
        }

        @Override
        public String name() {
            return "off";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public List<? extends Parameter> parameters() {
            return MarketParameter.table();
        }

        @Override
        public List<String> scenarios() {
            return List.of("here", "there");
        }

        @Override
        public Setting setting(String scenario) {
            return Setting.of(parameters()).with(PRICE, scenario.equals("there") ? 11 : 12);
        }

        @Override
        public List<Column> measures() {
            return Arrays.stream(Measure.values())
                    .map(measure -> new Column(measure.key(), Column.Type.REAL, "", ""))
                    .toList();
        }

        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public long bytes(Setting setting) {
            return 0;
        }

        @Override
        public String fitting(Setting setting, long bytes) {
            return "";
        }
    }

    private final Off model = new Off();

    /** A sweep with few users, and with another luck at each point. */
    private Experiment sweep() {
        return new Experiment(
                model,
                "sweep",
                "A sweep",
                "there",
                Map.of(USERS, 500.0),
                Design.single(),
                new Experiment.Repetition(3, SEED, false),
                new Experiment.Recording(List.of(), List.of(), List.of()),
                Experiment.Source.NONE);
    }

    private List<Settled> ranked(int times, Point... accepted) throws InterruptedException {
        return new CalibrationRefinement(sweep(), List.of(accepted), times).ranked(1, done -> {});
    }

    /** A point whose two runs in the sweep meet every pattern but for a life that is so many half-widths too long. */
    private static Point point(int number, double off, Map<String, Double> parameters) {
        Map<String, double[]> measured = new TreeMap<>();
        for (Pattern pattern : Pattern.values()) {
            measured.put(pattern.measure().key(), new double[] {pattern.value()});
        }
        measured.put(
                Measure.QUARTERS_TO_SHUTDOWN.key(),
                new double[] {Pattern.SHUTDOWN.value(), Pattern.SHUTDOWN.value() + 2 * HALF_WIDTH * off});
        return new Point(number, parameters, measured);
    }

    private static Point point(int number, double off, double halfLife) {
        return point(number, off, Map.of(NOVELTY_HALF_LIFE.key(), halfLife));
    }

    // ---- rounding

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "12, 12",
        "125, 130",
        "124.9, 120",
        "2345, 2300",
        "2065500000, 2100000000",
        "0.006703, 0.0067",
        "0.125, 0.13",
        "-0.125, -0.13",
        "0.996, 1",
        "99.5, 100"
    })
    void valuesAreRoundedToTwoDigitsAndHalvesAwayFromZero(double value, double rounded) {
        assertThat(CalibrationRefinement.rounded(value, 2)).isEqualTo(rounded);
    }

    /** As a double, 1.15 is a little less than its decimal: 1.149999999999999911. */
    @Test
    void aHalfThatNoDoubleIsIsRoundedAsTheDoubleThatStandsForIt() {
        assertThat(CalibrationRefinement.rounded(1.15, 2)).isEqualTo(1.1);
        assertThat(CalibrationRefinement.rounded(Double.NaN, 2)).isNaN();
    }

    @Test
    void aWholeParameterStaysWhole() throws InterruptedException {
        ranked(1, point(0, 0, Map.of(USERS.key(), 2345.0)), point(1, 0, Map.of(USERS.key(), 130.0)));
        assertThat(model.asked).extracting(run -> run.setting().get(USERS)).containsExactly(2300.0, 130.0);
    }

    /** The projected retention goes from 0.001 to 0.999. */
    @Test
    void aBoundIsReachedByRoundingButOneBeyondItIsRefused() throws InterruptedException {
        String parameter = PROJECTED_RETENTION.key();
        ranked(1, point(0, 0, Map.of(parameter, 0.001004)));
        assertThat(model.asked.get(0).setting().get(PROJECTED_RETENTION)).isEqualTo(0.001);
        Point beyond = point(0, 0, Map.of(parameter, 0.998));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationRefinement(sweep(), List.of(beyond), 1))
                .withMessageContaining("projected_retention is 1; allowed is a number from 0.001 to 0.999");
    }

    // ---- what is run

    @Test
    void everyAcceptedPointIsRunAgainInOrderWithTheSameLuckForAll() throws InterruptedException {
        CalibrationRefinement round =
                new CalibrationRefinement(sweep(), List.of(point(4, 0, 0.344), point(2, 0, 0.251)), 3);
        assertThat(round.runCount()).isEqualTo(6);
        round.ranked(1, done -> {});
        assertThat(model.asked)
                .extracting(run -> run.setting().get(NOVELTY_HALF_LIFE))
                .containsExactly(0.34, 0.34, 0.34, 0.25, 0.25, 0.25);
        List<Long> seeds = model.asked.stream().map(RunEnsemble.Wanted::seed).toList();
        assertThat(seeds.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(seeds.subList(3, 6));
    }

    /** What the sweep sets to be affordable, its users, is no part of the second round. */
    @Test
    void theRunsStartFromTheScenarioAndNotFromWhatTheSweepSets() throws InterruptedException {
        ranked(1, point(0, 0, 0.5));
        RunEnsemble.Wanted run = model.asked.get(0);
        assertThat(run.scenario()).isEqualTo("there");
        assertThat(run.setting().get(PRICE)).isEqualTo(11);
        assertThat(run.setting().get(USERS)).isEqualTo(USERS.defaultValue());
    }

    // ---- distances and ranks

    /**
     * One of twelve patterns that are calibrated to is off: in the first round by 0 and 6 half-widths in its two runs, of which no
     * more than 5 count, in the second by 2. The roots of (2.5 squared)/12 and of 4/12.
     */
    @Test
    void eachRoundHasItsOwnMedianDistance() throws InterruptedException {
        Settled settled = ranked(4, point(0, 3, 2.0)).get(0);
        assertThat(settled.first().distance()).isCloseTo(0.7216878364870323, within(EXACT));
        assertThat(settled.again().distance()).isCloseTo(0.5773502691896258, within(EXACT));
    }

    @Test
    void runsToWhichAPatternDoesNotApplyAreLeftOut() throws InterruptedException {
        model.inapplicableFrom = 1;
        Settled settled = ranked(4, point(0, 0, 2.0)).get(0);
        assertThat(settled.again().distance()).isCloseTo(0.5773502691896258, within(EXACT));
        assertThat(settled.row()).containsEntry("quarters_to_shutdown", 5.0);
    }

    /** A pattern counts for 5 half-widths at most: the root of 25/12. */
    @Test
    void aPatternThatNeverAppliesCountsMostAndHasAnEmptyMedian() throws InterruptedException {
        model.inapplicableFrom = 0;
        Settled settled = ranked(2, point(0, 0, 2.0)).get(0);
        assertThat(settled.again().distance()).isCloseTo(1.4433756729740645, within(EXACT));
        assertThat(settled.row()).containsEntry("quarters_to_shutdown", Double.NaN);
    }

    @Test
    void pointsAreRankedByTheSecondDistanceWhateverTheFirst() throws InterruptedException {
        assertThat(ranked(2, point(1, 0.1, 1.5), point(2, 0.2, 0.7), point(3, 0.3, 1.1)))
                .extracting(each -> each.first().number())
                .containsExactly(2, 3, 1);
    }

    @Test
    void ofPointsThatRoundingMakesEqualTheLowerNumberComesFirst() throws InterruptedException {
        assertThat(ranked(2, point(9, 0.1, 0.341), point(5, 0.2, 0.344), point(7, 0.3, 0.339)))
                .extracting(each -> each.first().number())
                .containsExactly(5, 7, 9);
    }

    @Test
    void whereNothingWasAcceptedNothingIsRunAndNothingRanked() throws InterruptedException {
        assertThat(ranked(5)).isEmpty();
        assertThat(model.asked).isEmpty();
    }

    // ---- the table

    /** Distances: the roots of (2.5 squared)/12 and of (1.2 squared)/12, 0.3464; quarters: 3 + 1.2. */
    @Test
    void aRowHasTheDialsOfTheDesignAndTheMediansOfTheSecondRoundToFiveDigits() throws InterruptedException {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put(NOVELTY_HALF_LIFE.key(), 1.2345678);
        parameters.put(USERS.key(), 123457.0);
        Map<String, Number> row = ranked(3, point(17, 3, parameters)).get(0).row();
        List<String> columns =
                new ArrayList<>(List.of("point", "distance", "distance_again", NOVELTY_HALF_LIFE.key(), USERS.key()));
        for (Pattern pattern : Pattern.values()) {
            columns.add(pattern.measure().key());
        }
        assertThat(row.keySet()).containsExactlyElementsOf(columns);
        assertThat(row)
                .containsEntry("point", 17)
                .containsEntry("distance", 0.72169)
                .containsEntry("distance_again", 0.34641)
                .containsEntry(NOVELTY_HALF_LIFE.key(), 1.2346)
                .containsEntry(USERS.key(), 123460.0)
                .containsEntry("quarters_to_shutdown", 4.2)
                .containsEntry("launch_users", 8430000.0);
    }

    @Test
    void theDefaultsThatAreNotTheRoundedValuesAreNamed() throws InterruptedException {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put(USERS.key(), USERS.defaultValue() + 0.2);
        parameters.put(NOVELTY_HALF_LIFE.key(), NOVELTY_HALF_LIFE.defaultValue() + 1);
        assertThat(ranked(1, point(0, 0, parameters)).get(0).unlikeDefaults()).containsExactly(NOVELTY_HALF_LIFE.key());
    }
}
