package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.record.Measure;
import greenlight.parameter.Decimal;
import greenlight.parameter.Parameter;
import greenlight.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A few numbers of one run of each scenario, kept. A change that moves them on purpose renews them with
 * {@code mvn test -Dtest=GoldenRunTest -Dgreenlight.renew=true} and says in its message what moved, by how much and why.
 */
class GoldenRunTest {
    private static final Path KEPT = Path.of("src/test/resources/greenlight/market/golden.csv");
    private static final String HEADING = "scenario,seed,measure,value";
    private static final double RELATIVE = 1e-12;
    private static final int SEED = 1;
    private static final int USERS = 2000;

    private static final List<Measure> MEASURES = List.of(
            Measure.HEADLINE_LIFE,
            Measure.SHUTDOWN_QUARTER,
            Measure.PEAK_DAILY_LOSS,
            Measure.LAUNCH_USERS,
            Measure.RETENTION_1,
            Measure.FLAGSHIP_VIDEO_LOSS,
            Measure.DEALS_SIGNED,
            Measure.STRINGENCY_LAST,
            Measure.RAISED,
            Measure.EXUBERANCE_LAST,
            Measure.LEGAL_COST,
            Measure.HHI_MEAN,
            Measure.CLIPS,
            Measure.ENTERPRISE_REVENUE);

    @Test
    void theRunsKeptAreRunAgain() throws IOException {
        List<String> now = now();
        if (Boolean.getBoolean("greenlight.renew")) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, now);
        }
        List<String> kept = Files.readAllLines(KEPT);
        List<String> moved = new ArrayList<>();
        for (int i = 0; i < Math.max(kept.size(), now.size()); i++) {
            String was = i < kept.size() ? kept.get(i) : "nothing";
            String is = i < now.size() ? now.get(i) : "nothing";
            if (!same(was, is)) {
                moved.add(was + " is now " + is);
            }
        }
        assertThat(moved).isEmpty();
    }

    private static List<String> now() {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        for (String scenario : Scenarios.names()) {
            double[] measures =
                    World.of(scenario, SEED).with(Parameter.USERS, USERS).run().measures();
            for (Measure measure : MEASURES) {
                lines.add(
                        scenario + "," + SEED + "," + measure.key() + "," + Decimal.text(measures[measure.ordinal()]));
            }
        }
        return lines;
    }

    private static boolean same(String was, String is) {
        int cutWas = was.lastIndexOf(',') + 1;
        int cutIs = is.lastIndexOf(',') + 1;
        if (was.equals(is) || !was.substring(0, cutWas).equals(is.substring(0, cutIs))) {
            return was.equals(is);
        }
        String one = was.substring(cutWas);
        String other = is.substring(cutIs);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        double before = Double.parseDouble(one);
        return Math.abs(Double.parseDouble(other) - before) <= RELATIVE * Math.abs(before);
    }

    @Test
    void aNumberThatMovesInItsTwelfthDigitIsTheSameAndInItsTenthIsNot() {
        assertThat(same("a,1,x,1.0", "a,1,x,1.0000000000005")).isTrue();
        assertThat(same("a,1,x,1.0", "a,1,x,1.0000000001")).isFalse();
        assertThat(same("a,1,x,1.0", "a,1,y,1.0")).isFalse();
        assertThat(same("a,1,x,", "a,1,x,1.0")).isFalse();
        assertThat(same("a,1,x,", "a,1,x,")).isTrue();
    }
}
