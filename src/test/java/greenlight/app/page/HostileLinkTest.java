package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A link that the page did not write is refused in a sentence, and does nothing else. */
class HostileLinkTest {
    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("sudo=1", "a dial that there is not");
        links.put("__proto__=1", "a dial that there is not");
        links.put("constructor=1", "a dial that there is not");
        links.put("b.b.cost_share=0.4", "a dial that there is not");
        links.put("audience=cohort", "a dial that there is not");
        links.put("cost_share=NaN", "not a number");
        links.put("cost_share=Infinity", "not a number");
        links.put("cost_share=0x1", "not a number");
        links.put("cost_share=", "not a number");
        links.put("cost_share=2", "outside its range");
        links.put("users=1000000000", "outside its range");
        links.put("quarters=400", "outside its range");
        links.put("pilot_quarters=1.5", "not a whole number");
        links.put("litigation=maybe", "neither on nor off");
        links.put("cost_share=0.1&cost_share=0.2", "one thing twice");
        links.put("seed=1e9", "not a whole number of 64 bits");
        links.put("seed=9223372036854775808", "not a whole number of 64 bits");
        links.put("q=99", "after the end of the run");
        links.put("view=admin", "no such view");
        links.put("charts=users,evil", "no such chart");
        links.put("scenario=nowhere", "no such scenario");
        links.put("scenario=<script>window.hacked=1</script>", "letters or signs");
        links.put("scenario=%3Cimg%20src=x%20onerror=window.hacked=1%3E", "letters or signs");
        links.put("javascript:window.hacked=1", "letters or signs");
        links.put("s99.ip=0.5", "a firm that there is not");
        links.put("s0.cash=5", "a figure that firms do not have");
        links.put("v0.constructor=5", "a dial that there is not");
        links.put("v0.cash=NaN", "outside its range");
        links.put("v0.gpus=0", "outside its range");
        links.put("v0.name=PHNjcmlwdD4", "a name that none can have"); // a tag
        links.put("v0.name=QXVyb3JhIExhYnM", "a name that none can have"); // that of another vendor
        links.put("v0.name=----", "a name that none can have");
        links.put("x", "name=value");
        links.put("seed=1&" + "a=1&".repeat(25_000), "longer than any link");
        return links;
    }

    @Test
    void aHostileLinkIsRefusedInASentenceAndNothingElseHappens() {
        try (Browser browser = Browser.start(1280, 900)) {
            browser.open("");
            String plain = browser.data("digest");
            links().forEach((link, sentence) -> {
                browser.open("#" + link);
                assertThat(browser.text("#notice"))
                        .as(link.substring(0, Math.min(80, link.length())))
                        .startsWith("This link was refused and nothing was changed")
                        .contains(sentence)
                        .hasSizeLessThan(250)
                        .doesNotContain("hacked", "sudo", "evil", "nowhere", "proto");
                assertThat(browser.data("digest"))
                        .as("the run of the plain page")
                        .isEqualTo(plain);
                assertThat(browser.script("return typeof window.hacked + Object.keys(Page.setting.dials).length"))
                        .isEqualTo("undefined0");
            });
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aHostileLinkFollowedWithinThePageLeavesTheRunAlone() {
        try (Browser browser = Browser.start(1280, 900)) {
            browser.open("#seed=3&cost_share=0.2");
            String turn = browser.data("turn");
            browser.script("location.hash = 'users=1000000000'");
            browser.until(() -> browser.text("#notice").contains("refused"));
            assertThat(browser.data("turn")).isEqualTo(turn);
            assertThat(browser.script("return Page.setting.dials.cost_share")).isEqualTo(0.2);
        }
    }
}
