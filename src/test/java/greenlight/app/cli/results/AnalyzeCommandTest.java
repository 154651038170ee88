package greenlight.app.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.runner.model.Model;
import greenlight.runner.spec.IshigamiModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    @TempDir
    private Path folder;

    private Path copied() throws IOException {
        Path runs = folder.resolve("runs.csv");
        Files.copy(Path.of("results", "contract-terms.csv"), runs);
        return runs;
    }

    @Test
    void theKeptResultsAreAnalysedAndTheirTablesWritten() throws IOException {
        copied();
        Said said = Said.by("analyze", folder.toString());
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("3,200 runs: a full factorial of 3 factors, 64 points, 50 replications")
                .contains("guarantee matters most for")
                .contains("studios_loss\n")
                .contains("Its variance: settings and noise ")
                .contains("Doubt: ignorance of the setting and noise are not resolved,");
        assertThat(said.err().lines()).hasSize(1);
        for (String table : List.of("measures", "effects", "curves", "interactions", "variance", "heat")) {
            List<String> lines = Files.readAllLines(folder.resolve("analysis").resolve(table + ".csv"));
            assertThat(lines.get(0)).startsWith("measure,");
            assertThat(lines.size()).isGreaterThan(5);
            int cells = lines.get(0).split(",", -1).length;
            assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(cells));
        }
        byte[] first = Files.readAllBytes(folder.resolve("analysis").resolve("variance.csv"));
        Said.by("analyze", folder.toString());
        assertThat(folder.resolve("analysis").resolve("variance.csv")).hasBinaryContent(first);
    }

    @Test
    void aRegionIsFoundAndTwoSettingsAreCompared() throws IOException {
        StringBuilder table = new StringBuilder("run_id,point,replication,seed,price,quota,status,error,closed,loss\n");
        double[] shocks = {-30, 10, 40, -5, 25, 0};
        for (int point = 0; point < 8; point++) {
            for (int r = 0; r < shocks.length; r++) {
                int price = point / 2;
                table.append("r%d-%d,%d,%d,%d,%d,%s,ok,,%s,%s%n"
                        .formatted(
                                point,
                                r,
                                point,
                                r,
                                100 + r,
                                price,
                                point % 2 == 0,
                                price == 3,
                                10 * price + shocks[r] + (price == 2 ? r % 2 : 0)));
            }
        }
        Files.writeString(folder.resolve("runs.csv"), table.toString().replace("\r", ""));
        Said said = Said.by(
                "analyze", folder.toString(), "--where", "closed", "--compare", "price=2", "--against", "price=0");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("where closed It happens in 25 % of 48 runs.")
                .contains("Where price >= 3, it happens in 100 % of 12 runs; that is 100 % of all its cases")
                .contains("price=2 against price=0 closed: 0 % against 0 %")
                .contains("a difference of +20.5 [19.9, 21.1]. Common random numbers help");
        assertThat(folder.resolve("analysis")).isDirectoryContaining("glob:**/{boxes,peeling,comparison}.csv");
        assertThat(folder.resolve("analysis").resolve("tree.txt")).content().contains("price <= 2.5: 0 % of 36 runs");
    }

    @Test
    void aSweepOfEachDesignIsAnalysedAsItsDesignAllows() throws IOException {
        for (String design : List.of("morris 4 screening", "saltelli 8 indices", "latin-hypercube 20 correlations")) {
            String[] words = design.split(" ", -1);
            String size = words[0].equals("morris") ? "trajectories" : words[0].equals("saltelli") ? "base" : "points";
            Path out = folder.resolve(words[0]);
            Path file = folder.resolve(words[0] + ".yaml");
            Files.writeString(file, """
                    name: trial
                    title: A trial
                    quarters: 8
                    replications: 2
                    set: {users: 200}
                    design:
                      type: %s
                      %s: %s
                      factors:
                        minutes_per_clip: {from: 5, to: 50}
                        pilot_quarters: {from: 0, to: 4}
                    record: [runs, quarters]
                    """.formatted(words[0], size, words[1]));
            Said swept =
                    Said.by("sweep", file.toString(), "--out", out.toString(), "--progress", "none", "--no-report");
            assertThat(swept.code()).as(swept.err()).isZero();
            Said said = Said.by(
                    "analyze", out.toString(), "--measure", "flagship_video_loss", "--per-quarter", "active_users");
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).contains("minutes_per_clip").contains("active_users of market, quarter by quarter");
            assertThat(out.resolve("analysis").resolve(words[2] + ".csv"))
                    .content()
                    .contains("pilot_quarters,lever,");
            assertThat(out.resolve("analysis").resolve("fan.csv")).content().contains("active_users,market,0,");
            assertThat(out.resolve("analysis").resolve("per-quarter-" + words[2] + ".csv"))
                    .isNotEmptyFile();
        }
    }

    @Test
    void noisyIshigamiComesBackThroughTheSameCommandsThoughSomeRunsFail() throws IOException {
        // uniform noise of width w has the variance w²/12; 12.89 makes noise half of the whole variance
        Path file = folder.resolve("ishigami.yaml");
        Files.writeString(file, """
                name: ishigami
                title: Whose is the variance?
                replications: 8
                crn: false
                seed: 11
                set: {noise: 12.89}
                design:
                  type: saltelli
                  base: 256
                  second_order: false
                  factors:
                    x1: {from: -3.141592653589793, to: 3.141592653589793}
                    x2: {from: -3.141592653589793, to: 3.141592653589793}
                    x3: {from: -3.141592653589793, to: 3.141592653589793}
                record: [runs]
                """);
        Path out = folder.resolve("ishigami");
        UnaryOperator<Model> lens = market -> new IshigamiModel((setting, seed) -> {
            if (Math.floorMod(seed, 20) == 0) {
                throw new IllegalStateException("one in twenty");
            }
        });
        Said swept = Said.through(
                lens, "sweep", file.toString(), "--out", out.toString(), "--progress", "none", "--no-report");
        assertThat(swept.code()).isEqualTo(1);
        Said said = Said.by("analyze", out.toString(), "--measure", "y");
        assertThat(said.code()).isZero();
        assertThat(said.err()).containsPattern("\\d+ runs of 10,240 failed and are left out\\.");
        double[] truth = {0.3139, 0.5576, 0.4424, 0.4424, 0, 0.2437};
        List<String> indices = Files.readAllLines(out.resolve("analysis").resolve("indices.csv"));
        for (int i = 0; i < 3; i++) {
            String[] cells = indices.get(i + 1).split(",", -1);
            assertThat(truth[2 * i]).isBetween(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
            assertThat(truth[2 * i + 1]).isBetween(Double.parseDouble(cells[7]), Double.parseDouble(cells[8]));
        }
        String[] measure = Files.readAllLines(out.resolve("analysis").resolve("measures.csv"))
                .get(1)
                .split(",", -1);
        assertThat(Double.parseDouble(measure[14])).isBetween(0.47, 0.53);
        assertThat(0.5).isBetween(Double.parseDouble(measure[15]), Double.parseDouble(measure[16]));
    }

    @Test
    void badTablesEndWithOneSentenceAndTheRightCode() throws IOException {
        Path runs = copied();
        refused("is not a number.", text -> text.replaceFirst(",1,0\\.2,0\\.1,ok", ",1,none,0.1,ok"), runs);
        refused(
                "0.0 is not a word as those above it.",
                text -> text.replaceFirst(",0,0\\.0,0\\.0,ok", ",0,none,0.0,ok"),
                runs);
        refused("the last line has no end; the file was cut off.", text -> text.substring(0, 9000), runs);
        refused("has a header and no runs.", text -> text.substring(0, text.indexOf('\n') + 1), runs);
        refused("the column status is missing", text -> text.replaceFirst("status", "x"), runs);
        Files.delete(runs);
        Said none = Said.by("analyze", folder.toString());
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("runs.csv cannot be read: there is no such file");
        Said nowhere = Said.by("analyze", folder.resolve("nowhere").toString());
        assertThat(nowhere.code()).isEqualTo(2);
    }

    private void refused(String sentence, UnaryOperator<String> change, Path runs) throws IOException {
        String text = Files.readString(runs);
        Files.writeString(runs, change.apply(text));
        Said said = Said.by("analyze", folder.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains(sentence);
        assertThat(said.out()).isEmpty();
        Files.writeString(runs, text);
    }

    @Test
    void whatIsAskedForAndNotThereIsRefused() throws IOException {
        copied();
        assertThat(Said.by("analyze", folder.toString(), "--measure", "studio_loss")
                        .err())
                .contains("There is no measure studio_loss; did you mean studios_loss?");
        assertThat(Said.by("analyze", folder.toString(), "--where", "studios_loss >")
                        .err())
                .contains("is not a condition");
        assertThat(Said.by("analyze", folder.toString(), "--compare", "guarantee=0.2")
                        .err())
                .contains("--compare needs --against");
        assertThat(Said.by("analyze", folder.toString(), "--over-time", "active_users")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void whatAStoppedSweepHasIsAnalysedAndSaidToBePartOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), """
                name: x
                replications: 20
                set: {noise: 1}
                record: [runs]
                design: {type: factorial, factors: {a: [1, 5, 9], mirror: [off, on]}}
                """);
        Path out = folder.resolve("x");
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        UnaryOperator<Model> stopping = market -> new IshigamiModel((setting, seed) -> {
            if (runs.incrementAndGet() == 70) {
                caller.interrupt();
            }
        });
        Said stopped = Said.through(
                stopping, "sweep", file.toString(), "--out", out.toString(), "--progress", "none", "--threads", "1");
        assertThat(Thread.interrupted() || stopped.code() == 130).isTrue();
        Said said = Said.through(market -> new IshigamiModel(), "analyze", out.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err().replaceAll("\\s+", " "))
                .containsPattern(out + " holds an unfinished sweep: \\d+ of 120 runs have ended, \\d+ (to \\d+ )?at"
                        + " each of 6 points");
        assertThat(said.out()).contains("a full factorial of 2 factors, 6 points");
        assertThat(out.resolve("partial/report.html")).isNotEmptyFile();
        Files.writeString(out.resolve("partial/analysis/mine.md"), "A note of one's own.");
        assertThat(Said.through(
                                market -> new IshigamiModel(),
                                "sweep",
                                file.toString(),
                                "--out",
                                out.toString(),
                                "--resume",
                                "--progress",
                                "none",
                                "--no-report")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(121);
        try (Stream<Path> left = Files.walk(out.resolve("partial"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .as("what analyze did not write")
                    .containsExactly(out.resolve("partial/analysis/mine.md"));
        }
    }
}
