package greenlight.runner.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0003, 0.03 %",
        "-0.0003, -0.03 %",
        "0.005, 0.5 %",
        "0.1234, 12.3 %",
        "1, 100 %",
        "-0.5, -50 %"
    })
    void aSmallShareIsNotShownAsNone(double share, String words) {
        assertThat(Text.percent(share)).isEqualTo(words);
    }

    @Test
    void ofAVeryLongTextBothEndsAreShown() {
        assertThat(Text.shortened("a short one")).isEqualTo("a short one");
        String whole = "begin" + "x".repeat(10_000) + "end";
        assertThat(Text.shortened(whole))
                .startsWith("begin")
                .contains("...")
                .endsWith("end")
                .hasSizeLessThan(250);
    }

    @Test
    void linesBreakBetweenWordsAndKeepTheirMargin() {
        assertThat(Text.hung("a  ", "one two three four", 12)).isEqualTo("a  one two\n   three\n   four");
        assertThat(Text.hung("", "it costs 3 million", 17)).isEqualTo("it costs\n3 million");
    }
}
