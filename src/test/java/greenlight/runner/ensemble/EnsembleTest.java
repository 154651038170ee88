package greenlight.runner.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replications have settings by weight, evenly for any number of them. */
class EnsembleTest {
    @TempDir
    Path folder;

    private Ensemble ensemble(double... weights) throws IOException {
        StringBuilder text = new StringBuilder("setting,weight,a\n");
        for (int i = 0; i < weights.length; i++) {
            text.append(i + 1)
                    .append(',')
                    .append(weights[i])
                    .append(',')
                    .append(i % 10)
                    .append('\n');
        }
        Files.writeString(folder.resolve("of.csv"), text);
        List<String> faults = new ArrayList<>();
        Ensemble read = new EnsembleReader(
                        new IshigamiModel(), faults::add, (file, line, cell, sentence) -> faults.add(sentence))
                .named("of.csv", folder)
                .orElseThrow();
        assertThat(faults).isEmpty();
        return read;
    }

    private static int[] counts(Ensemble ensemble, int replications) {
        int[] counts = new int[ensemble.size()];
        for (int replication = 0; replication < replications; replication++) {
            counts[ensemble.number(replication) - 1]++;
        }
        return counts;
    }

    @Test
    void equalWeightsGiveEverySettingItsShareOfAnyNumberOfReplications() throws IOException {
        double[] weights = new double[60];
        java.util.Arrays.fill(weights, 1);
        Ensemble ensemble = ensemble(weights);
        for (int replications : new int[] {60, 75, 100, 333, 1000, 1001}) {
            double share = replications / 60.0;
            for (int count : counts(ensemble, replications)) {
                assertThat((double) count).as("of %s", replications).isEqualTo(share, Offset.offset(2.0));
            }
        }
        assertThat(counts(ensemble, 60))
                .as("of as many replications as settings")
                .doesNotContain(3, 4, 5);
    }

    @Test
    void aSettingHasReplicationsByItsWeightWhateverTheWeightsSumTo() throws IOException {
        int[] counts = counts(ensemble(0.5, 4, 0.25, 2.25), 1000);
        double[] expected = {71.4, 571.4, 35.7, 321.4};
        for (int i = 0; i < counts.length; i++) {
            assertThat((double) counts[i]).isEqualTo(expected[i], Offset.offset(2.0));
        }
    }

    @Test
    void theFirstReplicationsHaveTheSettingsOfTheFormula() throws IOException {
        // frac((r - 0.5) 0.618034) for r = 1, 2, 3, 4: 0.3090, 0.9271, 0.5451, 0.1631
        Ensemble ensemble = ensemble(1, 1, 1, 1);
        assertThat(List.of(ensemble.number(0), ensemble.number(1), ensemble.number(2), ensemble.number(3)))
                .containsExactly(2, 4, 3, 1);
        assertThat(ensemble.values(4)).containsEntry(Ishigami.A, 3.0);
    }
}
