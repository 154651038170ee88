package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.house.ModelSources;
import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources of the model are edited between two commands, and the program is built anew. */
class EditedModelTest {
    private static final String SMALL = """
            name: small
            quarters: 10
            replications: 3
            seed: 5
            set: {users: 500}
            design:
              type: factorial
              factors:
                minutes_per_clip: [10, 40]
            """;

    private static final String RULE = "Bass.java";

    @TempDir
    private Path folder;

    private Path small;
    private Path large;
    private Path out;

    @BeforeEach
    void writeTheQuestions() throws IOException {
        small = Files.writeString(folder.resolve("small.yaml"), SMALL);
        large = Files.writeString(folder.resolve("large.yaml"), SMALL.replace("replications: 3", "replications: 5"));
        out = folder.resolve("out");
    }

    /** A program built from edited sources. */
    private record Program(String digest, Path classes, Path folder) {
        Said by(Object... words) throws IOException, InterruptedException {
            Path written = folder.resolve("out.txt");
            Path complained = folder.resolve("err.txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classes + File.pathSeparator + System.getProperty("java.class.path"),
                    Main.class.getName()));
            for (Object word : words) {
                command.add(word.toString());
            }
            int code = new ProcessBuilder(command)
                    .redirectOutput(written.toFile())
                    .redirectError(complained.toFile())
                    .start()
                    .waitFor();
            return new Said(code, Files.readString(written), Files.readString(complained));
        }
    }

    private Program edited(String from, String to) throws IOException, ReflectiveOperationException {
        ModelSources sources = ModelSources.copy(folder.resolve("tree"));
        Path rule = sources.file(RULE);
        String text = Files.readString(rule);
        assertThat(text).containsOnlyOnce(from);
        Files.writeString(rule, text.replace(from, to));
        Path classes = folder.resolve("classes");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        rule.toString());
        assertThat(compiled).isZero();
        return new Program(sources.digest(classes), classes, folder);
    }

    private Program withAnotherConstant() throws IOException, ReflectiveOperationException {
        return edited("-(s + p * hype", "-(s + 1.5 * p * hype");
    }

    private Program withAnotherComment() throws IOException, ReflectiveOperationException {
        return edited("/**\n     * Probability", "/**\n     * The probability");
    }

    private static String here() {
        return new MarketModel().digest();
    }

    /** Stops the command at a run, when an earlier one is in the table. */
    private Model stopping(Model market, int at) {
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        return (Model) Proxy.newProxyInstance(
                Model.class.getClassLoader(), new Class<?>[] {Model.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("run") && runs.incrementAndGet() == at) {
                        while (Files.readAllLines(out.resolve("runs.csv.part")).size() < 2) {
                            Thread.sleep(5);
                        }
                        caller.interrupt();
                    }
                    try {
                        return method.invoke(market, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    private void stopped() {
        Said said = Said.through(
                market -> stopping(market, 5), "sweep", small.toString(), "--out", out.toString(), "--threads", "1");
        assertThat(said.code()).isEqualTo(130);
        assertThat(out.resolve("runs.csv")).doesNotExist();
    }

    private void assertRefused(Said said, Program program) {
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err())
                .contains("(digest " + here() + "; this program has " + program.digest()
                        + "), and its results differ: run r")
                .containsPattern(
                        "\\(point \\d, replication \\d\\), runs\\.csv, column \\w+: found \\S+, this program gets")
                .contains("Nothing was changed.");
    }

    @Test
    void anotherConstantIsRefusedWithTheFirstCellThatDiffers() throws Exception {
        assertThat(Said.by("sweep", small.toString(), "--out", out.toString(), "--no-report")
                        .code())
                .isZero();
        Map<String, String> before = Tables.files(out);
        Program program = withAnotherConstant();
        assertThat(program.digest()).isNotEqualTo(here());
        assertRefused(program.by("sweep", large, "--out", out, "--extend"), program);
        Said verified = program.by("verify", out);
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out())
                .contains("digest " + here() + "; this program has " + program.digest(), "this program gets");
        String run = Tables.column(out.resolve("runs.csv"), "run_id").get(0);
        Said replayed = program.by("replay", run, "--from", out, "--out", folder.resolve("one"));
        assertThat(replayed.code()).isEqualTo(2);
        assertThat(replayed.err()).contains("this program has " + program.digest(), "(run " + run + "): the file has");
        assertThat(folder.resolve("one")).doesNotExist();
        assertThat(Tables.files(out)).isEqualTo(before);
    }

    @Test
    void aStoppedSweepIsNotResumedWithAnotherConstant() throws Exception {
        stopped();
        Program program = withAnotherConstant();
        assertRefused(program.by("sweep", small, "--out", out, "--resume"), program);
        assertThat(Said.by("sweep", small.toString(), "--out", out.toString(), "--resume")
                        .code())
                .isZero();
        assertThat(out.resolve("datapackage.json")).content().contains(here()).doesNotContain(program.digest());
    }

    @Test
    void withAnotherCommentASweepGoesOnAndBothDigestsAreNoted() throws Exception {
        stopped();
        Program program = withAnotherComment();
        assertThat(program.digest()).isNotEqualTo(here());
        Said resumed = program.by("sweep", small, "--out", out, "--resume", "--no-report");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("finished runs were run again, and every cell is the same.");
        assertThat(out.resolve("datapackage.json")).content().contains(here(), program.digest());
        assertThat(out.resolve("ro-crate-metadata.json")).content().contains(here(), program.digest());
        assertThat(program.by("sweep", large, "--out", out, "--extend", "--no-report")
                        .err())
                .doesNotContain("run again");
        Path whole = folder.resolve("whole");
        assertThat(Said.by("sweep", large.toString(), "--out", whole.toString(), "--no-report")
                        .code())
                .isZero();
        for (String table : List.of("runs.csv", "quarters.csv", "events.csv")) {
            assertThat(out.resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
        String run = Tables.column(whole.resolve("runs.csv"), "run_id").get(0);
        Said replayed = program.by("replay", run, "--from", whole, "--out", folder.resolve("one"));
        assertThat(replayed.code()).isZero();
        assertThat(replayed.err()).contains("another state of the model made these runs (digest " + here());
    }
}
