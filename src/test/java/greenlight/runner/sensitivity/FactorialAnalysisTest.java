package greenlight.runner.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.analysis.Made;
import greenlight.runner.analysis.MeasureAnalysis;
import greenlight.runner.analysis.Sample;
import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.Effects.Share;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorialAnalysisTest {
    private static final String[][] CROSSED = {
        {"0.0", "false", "a"}, {"0.0", "false", "b"}, {"0.0", "true", "a"}, {"0.0", "true", "b"},
        {"1.0", "false", "a"}, {"1.0", "false", "b"}, {"1.0", "true", "a"}, {"1.0", "true", "b"},
        {"2.0", "false", "a"}, {"2.0", "false", "b"}, {"2.0", "true", "a"}, {"2.0", "true", "b"}
    };

    @TempDir
    private Path folder;

    /** Ten times x, plus five when on, plus three when both on and x is 2. */
    private static double straight(int point) {
        double x = Double.parseDouble(CROSSED[point][0]);
        boolean on = CROSSED[point][1].equals("true");
        return 10 * x + (on ? 5 : 0) + (on && x == 2 ? 3 : 0);
    }

    @Test
    void effectsWithoutNoiseAreExact() throws IOException, BadTable {
        double[] shocks = {-40, 7, 20, 3};
        RunTable runs = new Made("x on kind", "y", CROSSED, 4).runs(folder, (point, r) ->
                new String[] {Double.toString(straight(point) + shocks[r])});
        assertThat(runs.plan().design()).isEqualTo("factorial");
        Effects effects = MeasureAnalysis.of(runs, runs.measure("y")).effects().orElseThrow();
        // noise that all points share cancels in differences, so their intervals have no width
        assertThat(effects.mains())
                .extracting(main -> main.factor().name() + main.level())
                .containsExactly("x1.0", "x2.0", "on1.0", "kind1.0");
        double[] truth = {10, 21.5, 6, 0};
        for (int i = 0; i < truth.length; i++) {
            Estimate difference = effects.mains().get(i).difference();
            assertThat(difference.value()).isCloseTo(truth[i], within(1e-9));
            assertThat(difference.half()).isCloseTo(0, within(1e-9));
        }
        Effects.Interaction both = effects.interactions().stream()
                .filter(of -> of.first().name().equals("x")
                        && of.firstLevel() == 2
                        && of.second().name().equals("on"))
                .findFirst()
                .orElseThrow();
        assertThat(both.difference().value()).isCloseTo(3, within(1e-9));
        // the mean at a level bears the noise
        Effects.Level first = effects.levels().get(0);
        assertThat(first.mean().value()).isCloseTo(2.5 - 2.5, within(1e-9));
        assertThat(first.mean().half()).isGreaterThan(10);
        assertThat(first.runs()).isEqualTo(16);
    }

    @Test
    void theVarianceDividesAsItWasMade() throws IOException, BadTable {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Sample.random(3));
        RunTable runs = new Made("x on kind", "y", CROSSED, 400).runs(folder, (point, r) ->
                new String[] {Double.toString(straight(point) + 6 * normal.sample())});
        Effects effects = MeasureAnalysis.of(runs, runs.measure("y")).effects().orElseThrow();
        Map<String, Estimate> shares = effects.shares().stream().collect(Collectors.toMap(Share::what, Share::share));
        // level means 2.5, 12.5, 24; 10, 16; interactions are the rest of the variance of the twelve points
        double x = (10.5 * 10.5 + 0.5 * 0.5 + 11 * 11) / 3;
        double on = 9;
        double mean = 13;
        double points = 0;
        for (int point = 0; point < 12; point++) {
            points += Math.pow(straight(point) - mean, 2) / 12;
        }
        double whole = points + 36;
        Map<String, Double> truth = Map.of(
                "x",
                x / whole,
                "on",
                on / whole,
                "kind",
                0.0,
                "interactions",
                (points - x - on) / whole,
                "noise",
                36 / whole);
        truth.forEach(
                (part, share) -> assertThat(shares.get(part).value()).as(part).isCloseTo(share, within(0.015)));
        assertThat(shares.get("noise").low()).isLessThan(36 / whole);
        assertThat(shares.get("noise").high()).isGreaterThan(36 / whole);
    }

    @Test
    void intervalsOfPairedEffectsCoverTheTruthAboutAsOftenAsTheySay() {
        UniformRandomProvider random = Sample.random(8);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int covered = 0;
        for (int repeat = 0; repeat < 1000; repeat++) {
            double[] values = new double[20];
            for (int r = 0; r < 10; r++) {
                double shared = normal.sample();
                values[r] = 1 + shared + normal.sample() / 2;
                values[10 + r] = shared + normal.sample() / 2;
            }
            Contrast contrast = new Contrast(java.util.List.of(new int[] {0, 1}), Contrast.DIFFERENCE);
            Contrast.Result result = contrast.of(new Response(2, 10, values), true);
            covered += result.estimate().low() <= 1 && 1 <= result.estimate().high() ? 1 : 0;
        }
        // 950 with a standard deviation of 7
        assertThat(covered).isBetween(929, 971);
    }

    @Test
    void whatFailedOrDoesNotApplyIsLeftOutOfItsPairsAlone() throws IOException, BadTable {
        RunTable runs = new Made("x on kind", "y", CROSSED, 5)
                .runs(
                        folder,
                        (point, r) -> point == 0 && r == 0
                                ? null
                                : new String[] {point == 1 ? "" : Double.toString(straight(point) + r)});
        assertThat(runs.failed()).isEqualTo(1);
        assertThat(runs.warnings().get(1)).isEqualTo("1 run of 60 failed and is left out.");
        MeasureAnalysis study = MeasureAnalysis.of(runs, runs.measure("y"));
        assertThat(study.spread().runs()).isEqualTo(54);
        Effects effects = study.effects().orElseThrow();
        Effects.Main first = effects.mains().get(0);
        assertThat(first.difference().value()).isCloseTo(10, within(1e-9));
        assertThat(first.pairs()).isEqualTo(4 * 5 - 5 - 1);
        assertThat(effects.shares()).isEmpty();
    }

    @Test
    void aOneAtATimeDesignIsComparedWithItsBaseline() throws IOException, BadTable {
        String[][] points = {{"1", "5.0"}, {"0", "5.0"}, {"2", "5.0"}, {"1", "7.0"}};
        RunTable runs = new Made("n x", "y", points, 3).runs(folder, (point, r) -> new String[] {
            Double.toString(2 * Double.parseDouble(points[point][0]) + Double.parseDouble(points[point][1]) + r)
        });
        assertThat(runs.plan().design()).isEqualTo("one-at-a-time");
        Effects effects = MeasureAnalysis.of(runs, runs.measure("y")).effects().orElseThrow();
        assertThat(effects.mains())
                .extracting(main -> main.difference().value())
                .containsExactly(-2.0, 2.0, 2.0);
        assertThat(effects.mains()).extracting(Effects.Main::reference).containsExactly(1.0, 1.0, 5.0);
    }
}
