package greenlight.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.market.model.MarketModel;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedSweepTest {
    private static final Progress SILENT = new Progress(
            Progress.Way.NONE, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

    private static final String POINTS = """
            name: x
            replications: 30
            set: {noise: 1}
            design: {type: latin-hypercube, points: 8, factors: {a: , mirror: }}
            """;

    @TempDir
    private Path folder;

    private Path sweep(String name, int stopAt, StartMode start) throws Exception {
        Thread caller = Thread.currentThread();
        AtomicInteger runs = new AtomicInteger();
        IshigamiModel model = new IshigamiModel((setting, seed) -> {
            if (runs.incrementAndGet() == stopAt) {
                caller.interrupt();
            }
        });
        Path out = folder.resolve(name);
        Sweep sweep = new Sweep(ExperimentReader.read(POINTS, "x.yaml", model)).journalUpTo(5_000);
        if (stopAt > 0) {
            assertThatThrownBy(() -> sweep.run(out, 2, start, SILENT)).isInstanceOf(InterruptedException.class);
        } else {
            sweep.run(out, 2, start, SILENT);
        }
        return out;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    @Test
    void theRunsThatEndedAreTablesOfTheirOwn() throws Exception {
        Path whole = sweep("whole", 0, StartMode.FRESH);
        for (int at : new int[] {80, 150, 236}) {
            Path stopped = sweep("stopped" + at, at, StartMode.FRESH);
            UnfinishedSweep.Partial partial =
                    UnfinishedSweep.write(stopped, List.of(new IshigamiModel())).orElseThrow();
            assertThat(partial.ended()).isBetween(Math.max(1, at - SweepExecution.window(2)), at + 2);
            assertThat(partial.most() - partial.fewest()).isBetween(0, SweepExecution.window(2) / 8 + 1);
            for (String table : List.of("runs.csv", "quarters.csv", "timings.csv")) {
                List<String> all = new ArrayList<>(lines(whole.resolve(table)));
                List<String> some = lines(partial.folder().resolve(table));
                if (!table.equals("timings.csv")) {
                    all.retainAll(some);
                    assertThat(some).as(table).isEqualTo(all);
                }
            }
            assertThat(lines(partial.folder().resolve("runs.csv"))).hasSize(partial.ended() + 1);
            assertThat(partial.folder().resolve("datapackage.json")).exists();
            assertThat(partial.sentence(stopped)).contains(partial.ended() + " of 240 runs have ended");
            sweep("stopped" + at, 0, StartMode.RESUME);
            assertThat(partial.folder()).doesNotExist();
            assertThat(stopped.resolve("runs.csv")).hasSameBinaryContentAs(whole.resolve("runs.csv"));
            assertThat(UnfinishedSweep.write(stopped, List.of(new IshigamiModel())))
                    .isEmpty();
        }
    }

    @Test
    void theModelThatMadeTheRunsIsFoundByItsDigest() throws Exception {
        Path stopped = sweep("stopped", 80, StartMode.FRESH);
        Path partial = UnfinishedSweep.write(stopped, List.of(new MarketModel(), new IshigamiModel()))
                .orElseThrow()
                .folder();
        assertThat(partial.resolve("datapackage.json")).content().contains("\"name\": \"ishigami\"");
    }

    @Test
    void aSweepWithoutAnyRunIsRefused() throws Exception {
        Path stopped = sweep("stopped", 3, StartMode.FRESH);
        Path journal = stopped.resolve("journal.part");
        Files.write(journal, java.util.Arrays.copyOf(Files.readAllBytes(journal), 10));
        assertThatThrownBy(() -> UnfinishedSweep.write(stopped, List.of(new IshigamiModel())))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("journal is damaged; finish it with sweep --resume");
    }
}
