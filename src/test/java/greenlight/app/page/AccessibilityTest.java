package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds in every view, light and dark. */
class AccessibilityTest {
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noViewHasASeriousFinding(String scheme) {
        try (Browser browser = Browser.start(1440, 1000)) {
            browser.prefer(scheme);
            for (String view : List.of("run", "predict", "compare", "many", "lessons", "about")) {
                browser.open("#view=" + view);
                if (view.equals("many")) {
                    browser.until(() -> browser.text("#fan-count").equals("200 runs"));
                }
                browser.script("document.querySelectorAll('details:not(.presets)').forEach(each => each.open = true)");
                assertThat(findings(browser)).as(scheme + ", " + view).isEmpty();
            }
            browser.size(390, 844);
            browser.open("");
            assertThat(findings(browser)).as(scheme + ", on a phone").isEmpty();
        }
    }

    private static List<String> findings(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(AccessibilityTest::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getImpact() + ": " + rule.getHelp() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
