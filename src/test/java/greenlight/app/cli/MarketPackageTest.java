package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.model.MarketModel;
import greenlight.runner.results.Described;
import greenlight.runner.spec.ExperimentReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market's tables are as {@code datapackage.json} says. */
class MarketPackageTest {
    @TempDir
    private Path folder;

    @Test
    void everyCellOfTheMarketsTablesIsAsItsColumnSays() throws Exception {
        String text = """
                name: market
                replications: 3
                quarters: 16
                set: {users: 500}
                record: [runs, quarters, events, ledger]
                design:
                  type: list
                  points:
                    - {scenario: sora-disney, gpu_price: 2, litigation: on, pilot_quarters: 0, audience: individual}
                    - {scenario: blank-market, gpu_price: 3.5, litigation: off, pilot_quarters: 2, audience: cohort}
                """;
        Described market = Described.sweep(
                ExperimentReader.read(text, "market.yaml", new MarketModel()), folder.resolve("market"));
        assertThat(market.complaints()).isEmpty();
        assertThat(market.field("runs", "gpu_price").get("known").asString()).isEqualTo("measured");
        assertThat(market.field("runs", "gpu_price").get("scale").asString()).isEqualTo("log");
        assertThat(market.field("runs", "audience").at("/constraints/enum").toString())
                .isEqualTo("[\"individual\",\"cohort\"]");
        assertThat(market.field("quarters", "gpu_minutes").get("unit").asString())
                .isEqualTo("GPU-minutes");
    }
}
