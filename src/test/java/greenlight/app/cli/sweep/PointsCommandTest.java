package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsCommandTest {
    private static final String SMALL =
            "name: small\nseed: 7\nquarters: 4\nset: {users: 100}\nrecord: [runs, events]\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: factorial, factors: {scenario: [sora-disney, blank-market], litigation: [off, on], price: [10, 20.5]}}",
                "{type: one-at-a-time, factors: {deal_term: [4, 8], audience: [individual, cohort], guarantee: [0, 0.1]}}",
                "{type: latin-hypercube, points: 6, factors: [cost_share, gpu_price, litigation]}",
                "{type: sobol, points: 8, factors: [litigation, pilot_quarters]}",
                "{type: saltelli, base: 2, factors: [cost_share, litigation]}",
                "{type: morris, trajectories: 3, levels: 4, factors: [cost_share, litigation]}",
                "{type: list, points: [{cost_share: 0.1}, {cost_share: 0.3}]}"
            })
    void aListReadsThePointsOfEveryDesignBackToTheSameRuns(String design) throws IOException {
        Path file = Files.writeString(folder.resolve("one.yaml"), SMALL + "design: " + design + "\n");
        Said points = Said.by("points", file.toString());
        assertThat(points.code()).as(points.err()).isZero();
        assertThat(points.err()).isEmpty();
        Path one = swept(file, "one");
        Path other = swept(listed(points.out().getBytes(StandardCharsets.UTF_8)), "other");
        assertThat(other.resolve("runs.csv")).hasSameTextualContentAs(one.resolve("runs.csv"));
        assertThat(other.resolve("events.csv")).hasSameTextualContentAs(one.resolve("events.csv"));
    }

    @Test
    void aSampleOfAnotherToolIsRunAsItIs() throws IOException {
        String sample = "\uFEFF,id,cost_share,litigation,seed,\r\n0,a,0.1,1,11,\r\n1,b,0.1,1,11,\r\n2,c,0.2,0,-12,\r\n";
        Path swept = swept(listed(sample.getBytes(StandardCharsets.UTF_16LE)), "swept");
        List<String> rows = Files.readAllLines(swept.resolve("runs.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("run_id,point,replication,seed,cost_share,litigation,status,");
        assertThat(rows.get(1)).contains(",0,0,11,0.1,TRUE,ok,");
        assertThat(rows.get(2).replace(",1,0,11,", ",0,0,11,")).isEqualTo(rows.get(1));
        assertThat(rows.get(3)).contains(",2,0,-12,0.2,FALSE,ok,");
        assertThat(Said.by("verify", swept.toString(), "--runs", "3").code()).isZero();
        Said resumed = Said.by("sweep", folder.resolve("list.yaml").toString(), "--out", swept.toString(), "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Said.by("points", folder.resolve("list.yaml").toString()).out())
                .isEqualTo("cost_share,litigation,seed\n0.1,on,11\n0.1,on,11\n0.2,off,-12\n");
    }

    @Test
    void columnsThatNumberThePointsAreNamedAndOthersRefused() throws IOException {
        Path file = listed("id,cost_share\n1,0.1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(sweep(file, "named").err())
                .contains("points.csv: these columns number the points, set nothing and are left out: id.");
        Said scenario = sweep(listed("scenario,cost_share\n0,0.1\n1,0.2\n".getBytes(StandardCharsets.UTF_8)), "no");
        assertThat(scenario.code()).isEqualTo(2);
        assertThat(scenario.err().strip().lines())
                .singleElement()
                .asString()
                .contains("points.csv:2:1: scenario: found '0'; allowed is sora-disney or ")
                .endsWith(". A column of another tool's scenarios needs another name, such as id.");
        assertThat(sweep(listed("cost_share;seed\n0,1;1\n".getBytes(StandardCharsets.UTF_8)), "no")
                        .err())
                .contains("points.csv:1: the cells are parted by semicolons; allowed are commas");
        assertThat(sweep(listed("cost_share,seed\n\"0,1\",1\n".getBytes(StandardCharsets.UTF_8)), "no")
                        .err())
                .contains(
                        "cost_share: found '0,1'; allowed is a number from 0 to 1 (share). Decimals are written with a point.");
        assertThat(sweep(listed("cost_share,seed\n0.1,1.5\n".getBytes(StandardCharsets.UTF_8)), "no")
                        .err())
                .contains("points.csv:2:2: seed: found '1.5'; allowed is a whole number of 64 bits.");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aDesignWithoutFactorsHasNoPointsToPrint() throws IOException {
        Path file = Files.writeString(folder.resolve("none.yaml"), SMALL);
        Said said = Said.by("points", file.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip()).isEqualTo(file + " varies nothing: it has one point and no factor.");
    }

    private Path listed(byte[] points) throws IOException {
        Files.write(folder.resolve("points.csv"), points);
        return Files.writeString(folder.resolve("list.yaml"), SMALL + "design: {type: list, file: points.csv}\n");
    }

    private Said sweep(Path file, String name) {
        return Said.by(
                "sweep", file.toString(), "--out", folder.resolve(name).toString(), "--no-report", "--overwrite");
    }

    private Path swept(Path file, String name) {
        Said said = sweep(file, name);
        assertThat(said.code()).as(said.err()).isZero();
        return folder.resolve(name);
    }
}
