package greenlight.app.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.app.cli.WrittenPage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a screen, with the page opened from its file; tests are passed over where there is none. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser with a window of a size. */
    static Browser start(int width, int height) {
        WrittenPage.file();
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "The page is not tested: there is no Chromium with its driver here. .ci/run installs both.");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // a build machine is often root
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--window-size=" + width + "," + height);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.get().toFile())
                        .build(),
                options);
        Browser browser = new Browser(driver);
        browser.size(width, height);
        return browser;
    }

    private static Optional<Path> program(String... names) {
        for (String name : names) {
            for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
                Path path = Path.of(folder, name);
                if (Files.isExecutable(path)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Light or dark, and nothing that moves. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Opens the page anew and waits for its first run. */
    void open(String fragment) {
        driver.get("about:blank"); // another fragment alone would not load the page again
        driver.get(WrittenPage.file().toUri() + fragment);
        until(() -> !data("turn").isEmpty());
    }

    /** A word that the page says of itself. */
    String data(String name) {
        return String.valueOf(driver.executeScript("return document.body.dataset[arguments[0]] || ''", name));
    }

    /** Does something and waits until the run that it asks for is drawn. */
    void andRun(Runnable act) {
        int turn = Integer.parseInt(data("turn"));
        act.run();
        until(() -> Integer.parseInt(data("turn")) > turn);
    }

    void until(Supplier<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(25)).until(any -> condition.get());
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The value of a promise of the page. */
    Object promised(String expression, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; Promise.resolve(" + expression
                        + ").then(done, fault => done('fault: ' + fault));",
                arguments);
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    void click(String css) {
        find(css).click();
    }

    /** Pulls a slider to a place from 0 to 1 and lets go. */
    void slide(String css, double place) {
        script(
                "const s = document.querySelector(arguments[0]); s.value = Number(s.max) * arguments[1];"
                        + "s.dispatchEvent(new Event('input', {bubbles: true})); s.dispatchEvent(new Event('change', {bubbles: true}));",
                css,
                place);
    }

    /** What went wrong in the page so far, as its console says. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
