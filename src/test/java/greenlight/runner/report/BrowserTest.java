package greenlight.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a real browser, where one is installed. */
@Tag("slow")
class BrowserTest {
    @TempDir
    Path folder;

    private Optional<Path> browser;

    @BeforeEach
    void made() throws Exception {
        browser = List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium is installed, so nobody looks at the report");
        MadeUp.factorial(folder);
        assertThat(Report.write(folder, MadeUp.SUBJECT, runs -> {})).isEmpty();
    }

    private String started(Path page, int width, boolean dark, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                browser.orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--window-size=" + width + ",2400"));
        command.addAll(List.of(more));
        command.add(page.toUri().toString());
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void itIsDrawnLightAndDarkOnADeskAndOnAPhone(int width, boolean dark) throws Exception {
        Path picture = folder.resolve("page.png");
        started(folder.resolve(Report.FILE), width, dark, "--screenshot=" + picture);
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getRGB(2, 2) & 0xFFFFFF).isEqualTo(dark ? 0x15181C : 0xFFFFFF);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < width; x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
        Path kept = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(
                image,
                "png",
                kept.resolve("report-" + width + (dark ? "-dark" : "-light") + ".png")
                        .toFile());
    }

    @ParameterizedTest
    @CsvSource({"1440", "500"})
    void nothingIsWiderThanTheWindow(int width) throws Exception {
        Path measured = folder.resolve("measured.html");
        Files.writeString(
                measured,
                Files.readString(folder.resolve(Report.FILE))
                                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        + "<script>document.body.dataset.wide = document.documentElement.scrollWidth + ' of ' + innerWidth;</script>");
        Matcher wide = Pattern.compile("data-wide=\"(\\d+) of (\\d+)\"")
                .matcher(started(measured, width, false, "--dump-dom"));
        assertThat(wide.find()).isTrue();
        assertThat(Integer.parseInt(wide.group(1))).isLessThanOrEqualTo(Integer.parseInt(wide.group(2)));
    }

    /** With every part that can be opened open, axe-core's rules of all levels. */
    @ParameterizedTest
    @CsvSource({"1440, false", "1440, true", "390, false"})
    void axeFindsNothingToComplainOf(int width, boolean dark) throws Exception {
        Path examined = folder.resolve("examined.html");
        Files.writeString(
                examined,
                Files.readString(folder.resolve(Report.FILE))
                                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                                .replace("<details>", "<details open>")
                        + "<script>" + axe() + "</script><script>" + EXAMINE + "</script>");
        Matcher found = Pattern.compile("data-found=\"([^\"]*)\"")
                .matcher(started(examined, width, dark, "--virtual-time-budget=20000", "--dump-dom"));
        assertThat(found.find()).as("axe-core ends").isTrue();
        assertThat(found.group(1)).matches("[2-9]\\d rules passed: ");
    }

    private static final String EXAMINE = """
            axe.run().then(found => {
              document.body.dataset.found = found.passes.length + ' rules passed: ' + found.violations.map(rule =>
                rule.impact + ' ' + rule.id + ' ' + rule.nodes.slice(0, 3).map(node => node.target).join(' ')).join('; ');
            });""";

    private static String axe() throws IOException {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script");
        }
    }
}
