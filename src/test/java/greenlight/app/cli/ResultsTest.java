package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results that are kept are those that the program gives now. */
class ResultsTest {
    @ParameterizedTest
    @CsvSource({
        "contract-terms,  contract-terms,   0",
        "contract-terms,  contract-terms,   1234",
        "contract-terms,  contract-terms,   3199",
        "lessons,         lessons,          1717",
        "lessons,         lessons-ensemble, 2299",
        "song-generators, song-generators,  0",
        "song-generators, song-generators,  307"
    })
    void aRowIsRunAgainAndIsEqual(String file, String table, int index) throws Exception {
        MarketModel model = new MarketModel();
        Optional<String> over = table.endsWith("ensemble") ? Optional.of("ensemble") : Optional.empty();
        Experiment experiment = ExperimentReader.read(Path.of("experiments", file + ".yaml"), List.of(model), over);
        List<CSVRecord> rows;
        try (Reader in = Files.newBufferedReader(Path.of("results", table + ".csv"))) {
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
        Model measured = experiment.model();
        assertThat(row.get("run_id")).isEqualTo(run.id());
        double[] measures =
                measured.run(run.scenario(), run.setting(), run.seed(), 1).measures();
        List<String> keys = measured.measures().stream().map(Model.Column::key).toList();
        for (String key : experiment.measures()) {
            Double now = measures[keys.indexOf(key)];
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
