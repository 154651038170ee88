package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.Market;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.users.BlockRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While a dial is dragged the figures follow; let go, it has the run of a page opened with it. */
class FollowTest {
    private static final String DIAL = "#dial-cost_share";
    private static final double DRAGGED = 0.4;

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

    /** Drags a dial to a place, without letting go, and waits for a sketch. */
    private static void drag(double place) {
        String before = browser.data("sketch");
        browser.script(
                "const s = document.querySelector(arguments[0]); s.value = Number(s.max) * arguments[1];"
                        + "s.dispatchEvent(new Event('input', {bubbles: true}));",
                DIAL,
                place);
        browser.until(() -> !browser.data("sketch").equals(before));
    }

    private static void letGo() {
        browser.andRun(() -> browser.script(
                "document.querySelector(arguments[0]).dispatchEvent(new Event('change', {bubbles: true}))", DIAL));
    }

    private static boolean following() {
        return Boolean.TRUE.equals(browser.script("return document.body.classList.contains('following')"));
    }

    private static String drawing(String figure) {
        return String.valueOf(
                browser.script("return document.getElementById(arguments[0] + '-drawing').innerHTML", figure));
    }

    @Test
    void theFiguresInSightFollowBeforeTheDialIsLetGo() {
        browser.open("#seed=1&q=20");
        String digest = browser.data("digest");
        String words = browser.text("#map-words");
        String map = drawing("map");
        String users = drawing("users");
        drag(DRAGGED);
        assertThat(following()).isTrue();
        assertThat(drawing("map")).isNotEqualTo(map);
        assertThat(drawing("users")).as("out of sight").isEqualTo(users);
        browser.script("document.getElementById('users').scrollIntoView()");
        browser.promised("new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))");
        drag(DRAGGED / 2);
        assertThat(drawing("users")).as("in sight").isNotEqualTo(users);
        assertThat(browser.text("#map-words")).as("words wait for the run").isEqualTo(words);
        assertThat(browser.data("digest")).isEqualTo(digest);
        assertThat(browser.driver.getCurrentUrl()).doesNotContain("cost_share");
        letGo();
        assertThat(following()).isFalse();
        assertThat(browser.text("#map-words")).isNotEqualTo(words);
        assertThat(drawing("users")).as("ECharts's own").doesNotContain("class=\"sketch\"");
    }

    @Test
    void theDialLetGoHasTheRunOfTheProgram() {
        browser.open("#seed=5");
        for (double place : new double[] {0.1, 0.3, DRAGGED}) {
            drag(place);
        }
        letGo();
        var setting = Scenarios.setting("sora-disney").with(MarketParameter.COST_SHARE, DRAGGED);
        assertThat(browser.data("digest"))
                .isEqualTo(StateHash.of(Market.run(Scenarios.of("sora-disney"), setting, 5, BlockRunner.ALONE)));
    }

    @Test
    void aDialThatIsDraggedBackBeforeItIsLetGoShowsTheRunAgain() {
        browser.open("#seed=1");
        String before = drawing("map");
        String digest = browser.data("digest");
        drag(DRAGGED);
        drag(0);
        assertThat(following()).isTrue();
        browser.andRun(() -> browser.script("dispatchEvent(new PointerEvent('pointerup'))"));
        assertThat(following()).isFalse();
        assertThat(drawing("map")).isEqualTo(before);
        assertThat(browser.data("digest")).isEqualTo(digest);
    }

    @Test
    void aDialThatIsTurnedAndLetGoAtOnceNeedsNoSketch() {
        browser.open("#seed=1");
        browser.andRun(() -> browser.slide(DIAL, DRAGGED));
        assertThat(browser.data("sketch")).isEmpty();
    }

    @Test
    void aSketchOfAllPeopleHasTheNumbersOfTheRun() {
        browser.open("#seed=1");
        Object differing =
                browser.promised("(async () => { const q = {world: 'sora-disney', seed: '3', dials: {cost_share: 0.2}};"
                        + "const run = await Market.run(q); const {run: sketch} = await Market.sketch(q, 9);"
                        + "const all = [...sketch.entities].flatMap(e => NUMBERS.map(n => [e.name, n.key]));"
                        + "const off = all.filter(([name, key]) => String(run.read(name, key)) !== String(sketch.read(name, key)));"
                        + "const nets = [8, 9].filter(t => ['deals', 'stakes', 'cases', 'flows'].some(net => JSON.stringify(run[net][t]) !== JSON.stringify(sketch[net][t])));"
                        + "return all.length > 500 ? [...off, ...nets].join() : 'too few'; })()");
        assertThat(String.valueOf(differing)).isEmpty();
    }

    @Test
    void bothCurvesAndTheirDifferenceFollowInTheComparison() {
        browser.open("#seed=1&view=compare&b.cost_share=0.4");
        browser.click("[data-side=b]");
        String both = drawing("compare-both");
        String difference = drawing("compare-difference");
        drag(DRAGGED / 2);
        assertThat(drawing("compare-both")).isNotEqualTo(both);
        assertThat(drawing("compare-difference")).isNotEqualTo(difference);
        letGo();
        assertThat(browser.script("return Page.other.dials.cost_share")).isEqualTo(DRAGGED / 2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRunThatHasBecomeStaleBeforeItsTurnIsNotRun() {
        browser.open("#seed=1");
        Object runs = browser.promised(
                "Promise.all([false, true, false].map(stale => Market.run({world: 'sora-disney', seed: '2', dials: {}}, () => stale)))"
                        + ".then(runs => runs.map(run => run ? 'run' : 'none').join())");
        assertThat(runs).isEqualTo("run,none,run");
    }
}
