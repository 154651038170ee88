package greenlight.app.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureFormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0003, 0.03 %",
        "0.0014, 0.14 %",
        "0.0371, 3.71 %",
        "0.5, 50 %",
        "-0.125, -12.5 %",
        "NaN, nothing"
    })
    void sharesArePercentAndASmallOneIsNotNone(double value, String words) {
        assertThat(MeasureFormat.of(Measure.HEADLINE_SIGNED, value)).isEqualTo(words);
    }
}
