package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.Market;
import greenlight.market.model.Scenarios;
import greenlight.market.users.BlockRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market in the page is the market of the program, bit for bit. */
class SameRunInBrowserTest {
    private static final List<Long> SEEDS = List.of(1L, 2L, -7L, 20260324L, Long.MAX_VALUE);

    @Test
    void everyWorldWithFiveSeedsHasTheDigestOfTheProgramsRun() {
        try (Browser browser = Browser.start(1280, 900)) {
            browser.open("");
            Map<String, String> page = new LinkedHashMap<>();
            Map<String, String> program = new LinkedHashMap<>();
            for (String world : Scenarios.names()) {
                for (long seed : SEEDS) {
                    String run = world + " with seed " + seed;
                    Object digest = browser.promised(
                            "Market.run({world: arguments[0], seed: arguments[1], dials: {}}).then(run => run.digest)",
                            world,
                            Long.toString(seed));
                    page.put(run, String.valueOf(digest));
                    program.put(
                            run,
                            StateHash.of(Market.run(
                                    Scenarios.of(world), Scenarios.setting(world), seed, BlockRunner.ALONE)));
                }
            }
            assertThat(page).isEqualTo(program);
            assertThat(program.values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void changedDialsAndSwitchesReachTheMarketExactly() {
        try (Browser browser = Browser.start(1280, 900)) {
            browser.open(
                    "#scenario=sora-disney&seed=5&users=3000&cost_share=0.37&gpu_price=3.1&litigation=off&deal_term=7");
            var setting = Scenarios.setting("sora-disney")
                    .with(greenlight.market.parameter.MarketParameter.USERS, 3000)
                    .with(greenlight.market.parameter.MarketParameter.COST_SHARE, 0.37)
                    .with(greenlight.market.parameter.MarketParameter.GPU_PRICE, 3.1)
                    .with(greenlight.market.parameter.MarketParameter.LITIGATION, 0)
                    .with(greenlight.market.parameter.MarketParameter.DEAL_TERM, 7);
            assertThat(browser.data("digest"))
                    .isEqualTo(StateHash.of(Market.run(Scenarios.of("sora-disney"), setting, 5, BlockRunner.ALONE)));
        }
    }

    @Test
    void theTablesOfThePageAreByteForByteThoseOfTheCommandRun(@TempDir Path folder) throws Exception {
        try (Browser browser = Browser.start(1280, 900)) {
            browser.open("#scenario=sora-disney&seed=3&users=2000&cost_share=0.4");
            greenlight.app.cli.WrittenPage.run(
                    folder, "sora-disney", "--seed", "3", "--users", "2000", "--set", "cost_share=0.4");
            for (String table : List.of("quarters", "events")) {
                Object text = browser.promised("Tables." + table + "(Page.run)");
                assertThat(String.valueOf(text)).isEqualTo(Files.readString(folder.resolve(table + ".csv")));
            }
        }
    }
}
