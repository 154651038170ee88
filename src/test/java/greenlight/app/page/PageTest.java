package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What a class does with the page, clicked through in a real browser. */
class PageTest {
    private static final double MEGABYTE = 1e6;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(1440, 1000);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void key(CharSequence key) {
        browser.script("document.activeElement.blur()");
        new Actions(browser.driver).sendKeys(key).perform();
    }

    private static int quarter() {
        return Integer.parseInt(browser.find("#quarter").getDomProperty("value"));
    }

    @Test
    void theRunPlaysPausesStepsResetsAndIsScrubbed() {
        browser.open("#q=0");
        assertThat(browser.text("#when")).isEqualTo("2024Q1");
        browser.click("#step");
        assertThat(browser.text("#when")).isEqualTo("2024Q2");
        key(Keys.ARROW_RIGHT);
        assertThat(quarter()).isEqualTo(2);
        browser.script(
                "const speed = document.getElementById('speed'); speed.value = '300'; speed.dispatchEvent(new Event('change'))");
        browser.click("#play");
        assertThat(browser.text("#play")).isEqualTo("Pause");
        browser.until(() -> quarter() >= 4);
        key(" ");
        assertThat(browser.text("#play")).isEqualTo("Play");
        int paused = quarter();
        assertThat(paused).isLessThan(23);
        browser.slide("#quarter", 9 / 23.0);
        assertThat(browser.text("#when")).isEqualTo("2026Q2");
        assertThat(browser.text("#map-words")).startsWith("2026Q2");
        String digest = browser.data("digest");
        key("r");
        assertThat(quarter()).isZero();
        assertThat(browser.data("digest")).as("the same luck").isEqualTo(digest);
        String seed = browser.find("#seed").getDomProperty("value");
        browser.andRun(() -> browser.click("#fresh"));
        assertThat(browser.find("#seed").getDomProperty("value")).isNotEqualTo(seed);
        assertThat(browser.data("digest")).as("another luck").isNotEqualTo(digest);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyDialOfTheTableHasItsControlWithRangeMeaningAndSource() {
        browser.open("");
        for (MarketParameter dial : MarketParameter.table()) {
            if (dial.kind() == Parameter.Kind.CHOICE) {
                continue;
            }
            WebElement control = browser.find("#dial-" + dial.key());
            assertThat(control.getDomAttribute("type"))
                    .as(dial.key())
                    .isEqualTo(dial.kind() == Parameter.Kind.SWITCH ? "checkbox" : "range");
            String about = String.valueOf(browser.script(
                    "return arguments[0].closest('.dial').querySelector('.info').getAttribute('aria-label')", control));
            assertThat(about).contains(dial.source());
            assertThat(about.toLowerCase(java.util.Locale.ROOT))
                    .contains(dial.meaning().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void lettingGoOfASliderDrawsTheWholeRunAnew() {
        browser.open("#q=3");
        String before = browser.data("digest");
        browser.andRun(() -> browser.slide("#dial-cost_share", 0.4));
        assertThat(browser.text("#dial-cost_share + *, [for=dial-cost_share]")).isNotEmpty();
        assertThat(browser.data("digest")).isNotEqualTo(before);
        assertThat(browser.script("return Page.setting.dials.cost_share")).isEqualTo(0.4);
        assertThat(browser.driver.getCurrentUrl()).contains("cost_share=0.4");
        browser.andRun(() -> browser.click("#dial-litigation"));
        assertThat(browser.script("return Page.setting.dials.litigation")).isEqualTo(0L);
        assertThat(browser.script("return Page.run.measure('suits')").toString())
                .isEqualTo("0");
        browser.andRun(() -> browser.click("#default"));
        assertThat(browser.data("digest")).isEqualTo(before);
        new Actions(browser.driver)
                .moveToElement(browser.find("#dial-price")
                        .findElement(By.xpath("../.."))
                        .findElement(By.cssSelector(".info")))
                .perform();
        assertThat(browser.text("#tip")).contains("List price of a consumer subscription", "USD/month", "lever");
    }

    @Test
    void theMapTheChartsAndTheNewspaperShowTheQuarter() {
        browser.open("#seed=1");
        assertThat(browser.find("#map-drawing")
                        .findElements(By.cssSelector("path[data-ends]"))
                        .size())
                .isGreaterThan(10);
        for (String chart : List.of("users", "books", "compute", "mood", "money")) {
            assertThat(browser.find("#" + chart + "-drawing svg").isDisplayed())
                    .as(chart)
                    .isTrue();
            assertThat(browser.text("#" + chart + "-words")).contains(browser.text("#when"));
        }
        WebElement closing = browser.driver.findElements(By.cssSelector("#news .item button")).stream()
                .filter(item -> item.getText().contains("Northlight closes its video platform"))
                .findFirst()
                .orElseThrow();
        assertThat(closing.getText()).as("with its reason").contains("on video; keeps", "another quarter is worth");
        browser.script("arguments[0].scrollIntoView()", closing);
        closing.click();
        assertThat(quarter())
                .isEqualTo(((Number) browser.script("return Page.run.measure('shutdown_quarter')")).intValue());
        assertThat(browser.text("#verdict")).contains("void");
        browser.script("document.querySelector('#users .data summary').click()");
        assertThat(browser.text("#users table")).contains("2024Q1", "Northlight");
        browser.click("[data-chart=mood]");
        assertThat(browser.find("#mood").isDisplayed()).isFalse();
        assertThat(browser.driver.getCurrentUrl()).contains("charts=users,money,books,compute");
        browser.click("[data-news=all]");
        assertThat(browser.driver.findElements(By.cssSelector("#news .item")).size())
                .isGreaterThan(60);
        browser.click("[data-news=front]");
    }

    @Test
    void theMoneyOfAQuarterIsWhatTheLedgerSays() {
        browser.open("#seed=2");
        Object cents = browser.script("return Page.run.flows.map(q => q.reduce((sum, flow) => sum + flow.cents, 0))");
        assertThat((List<?>) cents)
                .hasSize(24)
                .allSatisfy(sum -> assertThat(((Number) sum).doubleValue()).isPositive());
        Object users = browser.script(
                "const run = Page.run; return run.labels.map((_, q) => run.flows[q].filter(flow => MODEL.sectors[flow.from] === 'users').reduce((sum, flow) => sum + flow.cents, 0) / 100 - run.at('market', 'quarter_video_revenue', q))");
        assertThat((List<?>) users)
                .allSatisfy(gap -> assertThat(((Number) gap).doubleValue()).isEqualTo(0, within(0.01)));
    }

    @Test
    void aAgainstBHasTheSameLuckAndADifferenceOfExactlyZeroWhereTheyAreEqual() {
        browser.open("#seed=1");
        browser.andRun(() -> browser.click(".views [data-view=compare]"));
        assertThat(browser.text("#compare-sides")).contains("cost share: 40 %");
        assertThat(Double.parseDouble(largestGap())).isPositive();
        assertThat(browser.text("#compare-difference-words"))
                .as("until the terms of a deal differ")
                .matches("(?s)Exactly zero until 20\\d\\dQ\\d; then at most .+");
        browser.andRun(() -> browser.driver.findElements(By.cssSelector("#view-compare .chip")).stream()
                .filter(chip -> chip.getText().equals("the same as A"))
                .findFirst()
                .orElseThrow()
                .click());
        assertThat(largestGap()).isEqualTo("0");
        assertThat(browser.text("#compare-difference-words")).contains("exactly zero");
        browser.click("[data-side=b]");
        browser.andRun(() -> browser.slide("#dial-guarantee", 0.2));
        assertThat(browser.script("return Page.setting.other.guarantee")).isEqualTo(0.2);
        assertThat(browser.script("return Page.setting.dials.guarantee")).isNull();
        assertThat(Double.parseDouble(largestGap())).isPositive();
    }

    private static String largestGap() {
        return String.valueOf(
                browser.script("return document.getElementById('compare-difference-drawing').dataset.largest"));
    }

    @Test
    void myRunStandsAmongTwoHundredWithItsPercentile() {
        browser.open("#seed=77&view=many");
        browser.until(() -> browser.text("#fan-count").equals("200 runs"));
        browser.until(() -> browser.text("#fan-words").contains("of 200 runs"));
        Object percentile = browser.script("return Number(document.getElementById('fan-drawing').dataset.percentile)");
        assertThat(((Number) percentile).doubleValue()).isBetween(0.0, 1.0);
        assertThat(browser.text("#fan-share")).contains("Of 200 runs");
        Object byHand = browser.promised(
                "(async () => { const mine = Page.run.at('market', 'active_users', Page.setting.quarter); let below = 0;"
                        + "for (let s = 1; s <= 200; s++) { const run = await Market.brief({world: 'sora-disney', seed: String(s), dials: {}});"
                        + "const other = run.at('market', 'active_users', Page.setting.quarter); below += other < mine ? 1 : other === mine ? 0.5 : 0; }"
                        + "return below / 200; })()");
        assertThat(((Number) byHand).doubleValue()).isEqualTo(((Number) percentile).doubleValue());
    }

    @Test
    void theGuessComesBeforeTheRun() {
        browser.open("#seed=4&view=predict");
        assertThat(browser.driver.findElements(By.cssSelector("[data-run]")))
                .as("hidden")
                .isEmpty();
        assertThat(browser.text("#view-predict")).doesNotContain("closes in");
        browser.script("document.getElementById('predict').scrollIntoView()");
        WebElement sheet = browser.find("#predict-drawing");
        new Actions(browser.driver)
                .moveToElement(sheet, -300, 100)
                .clickAndHold()
                .moveByOffset(200, -120)
                .moveByOffset(200, 60)
                .release()
                .perform();
        assertThat(browser.find("[data-guess]").getDomAttribute("d")).contains("L");
        browser.script("document.querySelector('input[name=end][value=\"2026\"]').click()");
        browser.click("#reveal");
        assertThat(browser.driver.findElements(By.cssSelector("[data-run]"))).hasSize(1);
        assertThat(browser.text("#predict-verdict")).contains("Northlight closes in", "off by");
        browser.andRun(() -> browser.click("#predict-again"));
        assertThat(browser.driver.findElements(By.cssSelector("[data-run]"))).isEmpty();
    }

    @Test
    void presetsAreTheWorldsAndLessonsSetThePageUp() {
        browser.open("");
        browser.click("#presets summary");
        assertThat(browser.driver.findElements(By.cssSelector("#preset-list button")))
                .hasSize(Scenarios.names().size());
        browser.andRun(() -> browser.click("[data-world=blank-market]"));
        assertThat(browser.text("#world")).startsWith("blank-market");
        browser.click(".views [data-view=lessons]");
        for (String minutes : List.of("15", "45", "90")) {
            browser.click("[data-lesson='" + minutes + "']");
            assertThat(browser.text("#lesson-" + minutes)).contains("What will be seen", "What students get wrong");
            assertThat(browser.driver.findElements(By.cssSelector("#lesson-" + minutes + " details.key")))
                    .hasSize(1);
        }
        List<String> links = browser.driver.findElements(By.cssSelector(".lesson a")).stream()
                .map(link -> link.getDomAttribute("href"))
                .toList();
        assertThat(links).hasSizeGreaterThan(6).allSatisfy(link -> {
            Object refusal = browser.script(
                    "try { Share.read(arguments[0].slice(1)); return 'read'; } catch (fault) { return fault.message; }",
                    link);
            assertThat(refusal).as(link).isEqualTo("read");
        });
        browser.click("[data-lesson='15']");
        browser.andRun(() -> browser.find("#lesson-15 a[href*=compare]").click());
        assertThat(browser.text("#compare-sides")).contains("cost share: 40 %");
        browser.click(".views [data-view=about]");
        assertThat(browser.text("#view-about"))
                .contains(
                        "What it is",
                        "How it works",
                        "How to use it",
                        "Things to notice",
                        "Things to try",
                        "What it leaves out");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLinkHoldsAllThatIsSet() {
        String link =
                "#scenario=sora-disney&seed=-12&q=5&view=compare&charts=users,mood&cost_share=0.25&litigation=off&b.guarantee=0.1";
        browser.open(link);
        assertThat(browser.script("return Share.write(Page.setting)")).isEqualTo(link.substring(1));
        String digest = browser.data("digest");
        browser.click("#share");
        browser.until(() -> browser.text("#notice").contains("link"));
        browser.open(browser.driver.getCurrentUrl().replaceFirst("^[^#]*", ""));
        assertThat(browser.data("digest")).isEqualTo(digest);
        assertThat(quarter()).isEqualTo(5);
    }

    @Test
    void figuresAndTablesAreTakenAway(@TempDir Path folder) throws Exception {
        browser.driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        browser.open("#seed=1");
        for (String figure : List.of("map", "users", "money")) {
            for (String kind : List.of("svg", "png")) {
                browser.script("document.querySelector('#" + figure + " [data-save=" + kind + "]').click()");
                Path file = folder.resolve("greenlight-" + figure + "." + kind);
                browser.until(() -> Files.exists(file));
                byte[] bytes = Files.readAllBytes(file);
                assertThat(bytes.length).as(file.toString()).isGreaterThan(2000);
                String head = new String(bytes, 0, 60, StandardCharsets.ISO_8859_1);
                assertThat(head).contains(kind.equals("svg") ? "<svg" : "PNG");
            }
        }
        browser.script("document.getElementById('csv-quarters').click()");
        browser.until(() -> Files.exists(folder.resolve("quarters.csv")));
        assertThat(Files.readAllLines(folder.resolve("quarters.csv")).get(0))
                .startsWith("run_id,quarter,label,entity,kind,active_users,");
    }

    @Test
    void themeAndProjectorChangeTheLookAndNotTheRun() {
        browser.open("#seed=1");
        String digest = browser.data("digest");
        browser.click("#theme");
        assertThat(browser.script("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        browser.click("#theme");
        browser.click("#projector");
        assertThat(browser.find("#panel").isDisplayed()).isFalse();
        browser.click("#projector");
        assertThat(browser.data("digest")).isEqualTo(digest);
    }

    @Test
    void thePageIsOneSmallFileThatAsksNobodyForAnything() throws Exception {
        Path file = greenlight.app.cli.WrittenPage.file();
        assertThat((double) Files.size(file)).isLessThan(2 * MEGABYTE);
        browser.open("");
        Object asked = browser.script("return performance.getEntriesByType('resource').map(each => each.name)");
        assertThat((List<?>) asked)
                .allSatisfy(name -> assertThat(String.valueOf(name)).matches("(?s)(data|blob):.*"));
    }

    @Test
    void aBrowserWithoutGarbageCollectionInWebAssemblyGetsAPlainSentence() {
        try (Browser old = Browser.start(1000, 700)) {
            old.driver.executeCdpCommand(
                    "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "WebAssembly.validate = () => false;"));
            old.driver.get(greenlight.app.cli.WrittenPage.file().toUri().toString());
            assertThat(old.text("main")).contains("this browser cannot", "WebAssembly", "Chrome");
            assertThat(old.driver.findElements(By.cssSelector("#play"))).isEmpty();
        }
    }
}
