package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market over an ensemble, by its commands. */
class OverCommandTest {
    private static final String SMALL = """
            name: small
            quarters: 9
            replications: 8
            set: {users: 100}
            design: {type: factorial, factors: {minutes_per_clip: [10, 40]}}
            record: [runs]
            measures: [studios_loss, flagship_video_loss, launch_users]
            """;

    private static final String SETTINGS = """
            setting,weight,premium,innovation
            1,1,0.31,0.0062
            2,3,0.36,0.0075
            """;

    @TempDir
    private Path folder;

    private Said sweep(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), text);
        List<String> words = new java.util.ArrayList<>(List.of("sweep", file.toString(), "--out", out()));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    @Test
    void theMarketShipsAnEnsembleThatTheOptionNames() throws IOException {
        Said said = sweep(SMALL, "--over", "ensemble", "--no-report");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("out/ensemble.csv")).hasSameTextualContentAs(Path.of("results/ensemble.csv"));
        List<CSVRecord> rows = Tables.rows(folder.resolve("out/runs.csv"));
        for (int replication = 0; replication < 8; replication++) {
            assertThat(rows.get(replication).get("setting"))
                    .isEqualTo(rows.get(8 + replication).get("setting"));
        }
        String id = rows.get(5).get("run_id");
        Said replayed = Said.by(
                "replay", id, "--from", out(), "--out", folder.resolve("again").toString());
        assertThat(replayed.out()).contains("Run " + id + " (point 0, replication 5) is the same, cell by cell");
        assertThat(Said.by("verify", out(), "--runs", "3").code()).isZero();
    }

    @Test
    void theReportAndTheTablesTellIgnoranceFromNoise() throws IOException {
        Files.writeString(folder.resolve("two.csv"), SETTINGS);
        Said dry = sweep(SMALL + "over: two.csv\n", "--dry-run");
        assertThat(dry.out().replaceAll("\\s+", " ")).contains("over 2 settings, of which a point has 2");
        Said said = sweep(SMALL + "over: two.csv\n");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("Doubt: ", "settings of the ensemble, resampled");
        Said analysed = Said.by("analyze", out());
        assertThat(analysed.code()).as(analysed.err()).isZero();
        assertThat(analysed.out().replaceAll("\\s+", " "))
                .contains("over 2 settings of an ensemble")
                .contains("of the variance at a point is between the settings of the ensemble (ignorance)");
        List<CSVRecord> rows = Tables.rows(folder.resolve("out/analysis/settings.csv"));
        assertThat(rows).extracting(row -> row.get("point")).contains("all", "0", "1");
        assertThat(rows).allSatisfy(row -> assertThat(row.get("settings")).isEqualTo("2"));
    }

    @Test
    void aNameThatIsNoneIsRefusedWithTheNearest() throws IOException {
        Said said = sweep(SMALL, "--over", "ensembel");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("--over: found 'ensembel'; allowed is the word ensemble or the path of a .csv file;"
                        + " did you mean ensemble?");
    }
}
