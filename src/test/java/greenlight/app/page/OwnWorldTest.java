package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.market.Market;
import greenlight.market.model.Scenarios;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.BlockRunner;
import greenlight.market.world.BrokenWorldsTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds of one's own in the page: opened from a file, dropped, put in by the command, and with firms edited. */
class OwnWorldTest {
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        browser = Browser.start(1440, 900);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Path exported(String world, String file) {
        Path bundle = folder.resolve(file);
        Said said = Said.by("scenarios", world, "--export", bundle.toString());
        assertThat(said.code()).as(said.err()).isZero();
        return bundle;
    }

    private static void choose(Path file) {
        browser.find("#open-world").sendKeys(file.toString());
    }

    private static void refused(Path file) {
        browser.script("document.getElementById('notice').textContent = ''");
        choose(file);
        browser.until(() -> browser.text("#notice").startsWith("The world was refused"));
    }

    private static String digest(String world, long seed) {
        return StateHash.of(Market.run(Scenarios.of(world), Scenarios.setting(world), seed, BlockRunner.ALONE));
    }

    @Test
    void aWorldOpensFromItsFileAndItsRunsAreThoseOfTheProgram() {
        browser.open("#seed=3");
        browser.script("document.getElementById('presets').open = true");
        Path bundle = exported("pilot-first", "mine.zip");
        browser.andRun(() -> choose(bundle));
        assertThat(browser.text("#question"))
                .isEqualTo(Scenarios.of("pilot-first").title());
        assertThat(browser.text("#world")).contains("mine", "a world of your own");
        assertThat(browser.data("digest")).isEqualTo(digest("pilot-first", 3));
        assertThat(browser.script("return location.hash")).asString().contains("scenario=mine&seed=3");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aWorldIsOpenedWhereItIsDropped() throws Exception {
        browser.open("#seed=2");
        String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(exported("strict-courts", "courts.zip")));
        browser.andRun(() -> browser.script(
                "const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));"
                        + "const moved = new DataTransfer(); moved.items.add(new File([bytes], 'courts.zip'));"
                        + "document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: moved, bubbles: true, cancelable: true}));",
                bytes));
        assertThat(browser.data("digest")).isEqualTo(digest("strict-courts", 2));
    }

    @Test
    void aWorldMayBeBasedOnOneThatShips() throws Exception {
        browser.open("#seed=4");
        Path bundle = folder.resolve("small.zip");
        zip(bundle, Map.of("w/scenario.csv", "key,value\nbased_on,pilot-first\ntitle,<b>Mine</b>\n"));
        browser.script("document.getElementById('presets').open = true");
        browser.andRun(() -> choose(bundle));
        assertThat(browser.text("#question")).isEqualTo("<b>Mine</b>");
        assertThat(browser.data("digest")).isEqualTo(digest("pilot-first", 4));
    }

    @Test
    void everyBrokenWorldIsRefusedInTheSentencesOfTheProgram() {
        browser.open("");
        String shipped = String.valueOf(browser.script("return MODEL.tables"));
        for (Map<String, String> texts : BrokenWorldsTest.broken()) {
            String tables = OpenedWorld.text(texts);
            String expected = OpenedWorld.read("world", tables, shipped);
            assertThat(expected).startsWith("faults\n");
            assertThat(browser.promised("Market.world('world', arguments[0])", tables))
                    .isEqualTo(expected);
        }
    }

    @Test
    void figuresAreReadToTheLastBit() {
        browser.open("");
        Random random = new Random(7);
        Map<String, String> texts = new TreeMap<>(Scenarios.texts("sora-disney"));
        StringBuilder series = new StringBuilder("series,quarter,value,unit,source\n");
        Scenario.Quarter start = Scenarios.of("sora-disney").start();
        for (int quarter = 0; quarter < 1000; quarter++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(7) - 3);
            series.append("gpu_price,")
                    .append(start.label(quarter))
                    .append(',')
                    .append(value)
                    .append(",USD/GPU-hour,x\n");
        }
        texts.put("series.csv", series.toString());
        String tables = OpenedWorld.text(texts);
        assertThat(browser.promised("Market.world('world', arguments[0])", tables))
                .isEqualTo(OpenedWorld.read("world", tables, ""))
                .asString()
                .startsWith("world\n");
    }

    @Test
    void aBadBundleIsRefusedInTheSentencesOfTheCommandAndTheRunStays() throws Exception {
        browser.open("#seed=5&cost_share=0.3");
        browser.script("document.getElementById('presets').open = true");
        String turn = browser.data("turn");
        Path plain = folder.resolve("plain.zip");
        Files.writeString(plain, "no zip file at all");
        Path cut = folder.resolve("cut.zip");
        byte[] whole = Files.readAllBytes(exported("sora-disney", "whole.zip"));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        Path climbing = folder.resolve("climbing.zip");
        zip(climbing, Map.of("../scenario.csv", "key,value\n"));
        Path two = folder.resolve("two.zip");
        zip(two, new TreeMap<>(Map.of("a/scenario.csv", "key,value\n", "b/studios.csv", "name\n")));
        Path empty = folder.resolve("empty.zip");
        zip(empty, Map.of("notes.txt", "nothing"));
        Path bomb = folder.resolve("bomb.zip");
        zip(bomb, Map.of("scenario.csv", "x".repeat(30 << 20)));
        for (Path bundle : List.of(plain, cut, climbing, two, empty, bomb)) {
            Said said = Said.by("scenarios", bundle.toString(), "--check");
            assertThat(said.code()).isEqualTo(2);
            refused(bundle);
            String name = bundle.getFileName().toString();
            String[] lines = browser.text("#notice").split("\n");
            assertThat(lines).hasSizeGreaterThan(1);
            for (int i = 1; i < lines.length; i++) {
                assertThat(said.err().replace(bundle.getParent() + "/", "").replaceAll("\\s+", " "))
                        .as(name)
                        .contains(lines[i]);
            }
        }
        assertThat(browser.data("turn")).isEqualTo(turn);
        assertThat(browser.script("return Page.setting.dials.cost_share")).isEqualTo(0.3);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void firmsAreEditedAndTheEditsTravelInTheLink() {
        browser.open("#seed=1");
        String before = browser.data("digest");
        browser.script("document.getElementById('firm-group').open = true");
        edit("v0.cash", "1,250.5");
        assertThat(browser.data("digest")).isNotEqualTo(before);
        edit("v0.name", "Südlicht & Söhne");
        edit("s1.ip", "0.25");
        String digest = browser.data("digest");
        String link = String.valueOf(browser.script("return location.hash"));
        assertThat(link).contains("v0.cash=1250500000", "s1.ip=0.25", "v0.name=");
        assertThat(browser.script("return Page.run.of('vendor')[0].name")).isEqualTo("Südlicht & Söhne");
        browser.open(link);
        assertThat(browser.data("digest")).isEqualTo(digest);
        assertThat(browser.script("return Page.run.flagship")).isEqualTo("Südlicht & Söhne");
        browser.script("document.getElementById('firm-group').open = true");
        browser.andRun(() -> browser.click("#firms-back"));
        assertThat(browser.data("digest")).isEqualTo(before);
        assertThat(browser.script("return location.hash")).asString().doesNotContain("v0");
    }

    @Test
    void anEditThatNoFirmCanHaveIsNotTakenOver() {
        browser.open("#seed=1");
        browser.script("document.getElementById('firm-group').open = true");
        String turn = browser.data("turn");
        for (String[] bad : List.of(
                new String[] {"s0.ip", "2"},
                new String[] {"s0.ip", "much"},
                new String[] {"v0.gpus", "0"},
                new String[] {"v0.name", "Aurora Labs"},
                new String[] {"v0.name", "market"},
                new String[] {"v0.name", "a\tb<i>"})) {
            write(bad[0], bad[1]);
            assertThat(browser.script(
                            "return document.querySelector('[data-firm=\"" + bad[0] + "\"]').validationMessage"))
                    .as(bad[1])
                    .asString()
                    .startsWith("Not taken over");
        }
        assertThat(browser.data("turn")).isEqualTo(turn);
    }

    @Test
    void theCommandPutsWorldsIntoThePageWhichOpensWithTheFirst() throws Exception {
        Path world = folder.resolve("worlds/ours");
        assertThat(Said.by("scenarios", "cheap-inference", "--export", world.toString())
                        .code())
                .isZero();
        Path page = folder.resolve("page.html");
        Said said = Said.by("page", "--scenario", world.toString(), "--out", page.toString());
        assertThat(said.code()).as(said.err()).isZero();
        browser.driver.get("about:blank");
        browser.driver.get(page.toUri().toString());
        browser.until(() -> !browser.data("turn").isEmpty());
        assertThat(browser.text("#world")).startsWith("ours");
        assertThat(browser.data("digest")).isEqualTo(digest("cheap-inference", 1));
        Files.writeString(world.resolve("stakes.csv"), "investor,vendor,share\nNo Fund,Northligth,0.5\n");
        Path other = folder.resolve("other.html");
        Said bad = Said.by("page", "--scenario", world.toString(), "--out", other.toString());
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).contains("did you mean Northlight?", "stakes.csv:2:2");
        assertThat(other).doesNotExist();
    }

    private static void edit(String id, String value) {
        browser.andRun(() -> write(id, value));
    }

    private static void write(String id, String value) {
        browser.script(
                "const field = document.querySelector('[data-firm=\"' + arguments[0] + '\"]'); field.value = arguments[1];"
                        + "field.dispatchEvent(new Event('change', {bubbles: true}));",
                id,
                value);
    }

    private static void zip(Path bundle, Map<String, String> files) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
