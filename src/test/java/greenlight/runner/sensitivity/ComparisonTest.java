package greenlight.runner.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.analysis.Made;
import greenlight.runner.analysis.Sample;
import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.RunTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String[][] POINTS = {{"0.0", "a"}, {"0.0", "b"}, {"0.4", "a"}, {"0.4", "b"}};
    private static final int REPLICATIONS = 200;

    private final ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(Sample.random(12));

    @TempDir
    private Path folder;

    /** A difference of 2 between the levels of x; shared noise of some size beside its own of size one. */
    private RunTable runs(double shared) throws IOException, BadTable {
        double[] shock = normal.samples(REPLICATIONS).map(z -> shared * z).toArray();
        return new Made("x kind", "y", POINTS, REPLICATIONS).runs(folder, (point, r) ->
                new String[] {Double.toString((point > 1 ? 2 : 0) + (point % 2) + shock[r] + normal.sample())});
    }

    @Test
    void sharedLuckCancelsAndTheRatioSaysByHowMuch() throws IOException, BadTable {
        Comparison compared = Comparison.within(runs(3), "x = 0.4", "x = 0.0").get(0);
        assertThat(compared.kind()).isEqualTo(Comparison.Kind.PAIRED);
        assertThat(compared.pairs()).isEqualTo(2 * REPLICATIONS);
        assertThat(2.0)
                .isBetween(compared.difference().low(), compared.difference().high());
        // each side is the mean of two points: variance 9 + 1 / 2, against 1 of the difference
        assertThat(compared.ratio()).isCloseTo(19, within(4.0));
        assertThat(compared.pairing())
                .startsWith("Common random numbers help: they divide the variance of the difference by 1");
    }

    @Test
    void itIsSaidWhenPairingDoesNotHelp() throws IOException, BadTable {
        Comparison compared = Comparison.within(runs(0), "x = 0.4", "x = 0.0").get(0);
        assertThat(compared.ratio()).isCloseTo(1, within(0.1));
        assertThat(compared.pairing()).startsWith("Pairing does not help here: the variance ratio is ");
    }

    @Test
    void pointsThatDifferInMoreAreComparedAsGroups() throws IOException, BadTable {
        RunTable runs = runs(1);
        String[][] sampled = {{"0.1", "3.0"}, {"0.2", "5.0"}, {"0.8", "2.0"}, {"0.9", "9.0"}};
        RunTable groups = new Made("x z", "y", sampled, 2).runs(folder, (point, r) ->
                new String[] {Integer.toString(point * 10 + r)});
        Comparison compared = Comparison.within(groups, "x > 0.5", "x < 0.5").get(0);
        assertThat(compared.kind()).isEqualTo(Comparison.Kind.GROUPS);
        assertThat(compared.difference().value()).isCloseTo(20, within(1e-9));
        assertThat(compared.pairing()).contains("other factors may explain");
        assertThatThrownBy(() -> Comparison.within(runs, "x = 0.3", "x = 0.0"))
                .hasMessage("No point has x = 0.3; x has the levels 0.0, 0.4.");
        assertThatThrownBy(() -> Comparison.within(runs, "z = 0.3", "x = 0.0"))
                .hasMessage("There is no factor z; there is x, kind.");
        assertThatThrownBy(() -> Comparison.within(runs, "kind > a", "x = 0.0"))
                .hasMessage("kind > a: kind has no order; write = or !=.");
    }

    @Test
    void twoSweepsAreComparedPointByPointWithTheSameSeeds() throws IOException, BadTable {
        double[] shock = normal.samples(50).toArray();
        RunTable one = new Made("x kind", "y", POINTS, 50).runs(folder, (point, r) ->
                new String[] {Double.toString(point + shock[r])});
        Path beside = Files.createDirectory(folder.resolve("other"));
        RunTable other = new Made("x kind", "y", POINTS, 50).runs(beside, (point, r) ->
                new String[] {Double.toString(point - 3 + shock[r])});
        Comparison compared = Comparison.between(one, other, "one", "other").get(0);
        assertThat(compared.kind()).isEqualTo(Comparison.Kind.PAIRED);
        assertThat(compared.difference().value()).isCloseTo(3, within(1e-9));
        assertThat(compared.difference().half()).isCloseTo(0, within(1e-9));
    }
}
