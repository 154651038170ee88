package greenlight.runner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.model.Model;
import greenlight.runner.run.Progress;
import greenlight.runner.run.Shards;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Own measures in sweeps that are sharded, stopped, killed and resumed: the bytes of an undisturbed sweep. */
class OwnMeasureResumeTest {
    private static final Progress SILENT = Progress.none();

    private static final String TEXT = """
            name: x
            replications: 20
            precision: {measure: tower, half_width: 0.05, most: 60}
            record: [runs]
            design: {type: factorial, factors: {lift: [0, 1, 2], days: [3, 6]}}
            measures:
              - draw
              - {name: share, ratio: [tower, rain_sum]}
              - {name: tower, reading: rain, entity: Tower, how: max}
              - {name: rain_sum, reading: rain, entity: Bay, how: sum}
              - {name: huts, reading: visits, kind: hut, across: mean, how: last}
            """;

    @TempDir
    private Path folder;

    private static Experiment experiment(String text, Model model) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", model);
    }

    private Sweep.Result sweep(String text, Model model, String out, int threads, StartMode start) throws Exception {
        return new Sweep(experiment(text, model)).run(folder.resolve(out), threads, start, SILENT);
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder.resolve(name))) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        files.remove("timings.csv");
        files.remove("ro-crate-metadata.json");
        return files;
    }

    private static WeatherModel stopping(int at) {
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        return new WeatherModel(() -> {
            if (runs.incrementAndGet() == at) {
                caller.interrupt();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 119})
    void stoppedAndResumedWithAnotherNumberOfThreads(int at) throws Exception {
        sweep(TEXT, new WeatherModel(), "whole", 1, StartMode.FRESH);
        assertThat(files("whole").get("runs.csv").lines().count()).isGreaterThan(121);
        assertThatThrownBy(() -> sweep(TEXT, stopping(at), "x", 2, StartMode.FRESH))
                .isInstanceOf(InterruptedException.class);
        String changed = TEXT.replace("how: max", "how: min");
        assertThatThrownBy(() -> sweep(changed, new WeatherModel(), "x", 1, StartMode.RESUME))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("holds an unfinished sweep of another experiment");
        sweep(TEXT, new WeatherModel(), "x", 1, StartMode.RESUME);
        assertThat(files("x")).isEqualTo(files("whole"));
    }

    @Test
    void shardsMergedAreTheWhole() throws Exception {
        String text = TEXT.replaceFirst("precision.*\n", "");
        sweep(text, new WeatherModel(), "whole", 2, StartMode.FRESH);
        List<Path> shards = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            Path out = folder.resolve("s" + part);
            new Sweep(experiment(text, new WeatherModel()), new Shard(part, 3), "")
                    .run(out, 2, StartMode.FRESH, SILENT);
            shards.add(out);
        }
        new Sweep(experiment(text, new WeatherModel()))
                .merge(Shards.of(shards), folder.resolve("merged"), StartMode.FRESH, SILENT);
        assertThat(files("merged")).isEqualTo(files("whole"));
    }

    /** A sweep of its own process, slow enough to be killed in the middle. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            WeatherModel slow = new WeatherModel(() -> {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            });
            new Sweep(experiment(TEXT, slow)).run(Path.of(arguments[0]), 1, StartMode.RESUME, SILENT);
        }
    }

    @Test
    void killedAndResumed() throws Exception {
        Path x = folder.resolve("x");
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        x.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("victim.txt").toFile())
                .start();
        while (victim.isAlive() && !Files.exists(x.resolve("runs.csv.part"))) {
            Thread.sleep(5);
        }
        assertThat(victim.waitFor(300, TimeUnit.MILLISECONDS))
                .as(Files.readString(folder.resolve("victim.txt")))
                .isFalse();
        victim.destroyForcibly().waitFor();
        assertThat(x.resolve("runs.csv")).doesNotExist();
        sweep(TEXT, new WeatherModel(), "x", 2, StartMode.RESUME);
        sweep(TEXT, new WeatherModel(), "whole", 2, StartMode.FRESH);
        assertThat(files("x")).isEqualTo(files("whole"));
    }
}
