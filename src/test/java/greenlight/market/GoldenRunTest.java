package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Measure;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Decimal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A few numbers of one run of each scenario, kept. A change that moves them on purpose raises {@link Rules#VERSION}, renews
 * them (see CONTRIBUTING) and says in its message what moved, by how much and why. Each version of the rules has a line with
 * the digest of its golden runs; one that is there is not renewed.
 */
@Tag("generated")
class GoldenRunTest {
    private static final Path KEPT = Path.of("src/test/resources/greenlight/market/golden.csv");
    private static final Path RULES = Path.of("src/test/resources/greenlight/market/rules.csv");
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
            Measure.LABS_ENTERPRISE_REVENUE);

    private static List<String> now;

    @BeforeAll
    static void runThem() throws IOException {
        now = now();
        if (Boolean.getBoolean("greenlight.renew")) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, now);
            List<String> versions = new ArrayList<>(Files.readAllLines(RULES));
            if (versions.stream().noneMatch(line -> line.startsWith(Rules.VERSION + ","))) {
                versions.add(Rules.VERSION + "," + digest(now));
                Files.write(RULES, versions);
            }
        }
    }

    @Test
    void aGoldenRunMovesOnlyWithTheVersionOfTheRules() throws IOException {
        List<String> kept = Files.readAllLines(KEPT);
        assertThat(Files.readAllLines(RULES))
                .as("the golden runs moved, and Rules.VERSION is still that of others: raise it, then renew")
                .last()
                .isEqualTo(Rules.VERSION + "," + digest(kept));
        List<String> moved = new ArrayList<>(kept);
        moved.set(1, moved.get(1) + "1");
        assertThat(digest(moved)).isNotEqualTo(digest(kept));
        List<String> renamed = new ArrayList<>(kept);
        renamed.set(1, renamed.get(1).replace(MEASURES.get(0).key(), "life"));
        assertThat(renamed).isNotEqualTo(kept);
        assertThat(digest(renamed)).as("another name for a measure").isEqualTo(digest(kept));
    }

    /** Of what the runs came to, 16 hexadecimal digits; the measures' names do not count. */
    private static String digest(List<String> golden) {
        StringBuilder values = new StringBuilder();
        for (String line : golden.subList(1, golden.size())) {
            String[] cells = line.split(",", -1);
            values.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(',')
                    .append(cells[3])
                    .append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(values.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theRunsKeptAreRunAgain() throws IOException {
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
            double[] measures = World.shipped(scenario, SEED)
                    .with(MarketParameter.USERS, USERS)
                    .run()
                    .measures();
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
