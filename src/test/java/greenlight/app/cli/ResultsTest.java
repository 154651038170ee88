package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Measure;
import greenlight.market.model.MarketModel;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results that are kept are those that the program gives now. */
class ResultsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1234, 3199})
    void aRowOfTheContractTermsIsRunAgainAndIsEqual(int index) throws Exception {
        MarketModel model = new MarketModel();
        Experiment experiment = ExperimentReader.read(Path.of("experiments/contract-terms.yaml"), model);
        List<CSVRecord> rows;
        try (Reader in = Files.newBufferedReader(Path.of("results/contract-terms.csv"))) {
            rows = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
        assertThat(rows).hasSize(experiment.runCount());
        CSVRecord row = rows.get(index);
        Run run = experiment.run(index);
        assertThat(row.get("run_id")).isEqualTo(run.id());
        double[] measures =
                model.run(run.scenario(), run.setting(), run.seed(), 1).measures();
        for (String key : experiment.measures()) {
            Double now = measures[Measure.valueOf(key.toUpperCase(Locale.ROOT)).ordinal()];
            assertThat(value(row.get(key))).as(key).isEqualTo(now);
        }
    }

    private static double value(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "TRUE" -> 1;
            case "FALSE" -> 0;
            default -> Double.parseDouble(cell);
        };
    }
}
