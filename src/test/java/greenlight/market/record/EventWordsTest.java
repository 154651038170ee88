package greenlight.market.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {
    @ParameterizedTest
    @CsvSource({"40, 40", "1234.4, '1,234'", "1, 1", "0.999, 1", "0.994, 0.99", "0.4, 0.40", "0.04, 0.04", "0.001, 0.00"
    })
    void minutesBelowOneHaveTwoDecimals(double minutes, String words) {
        assertThat(EventWords.minutes(minutes)).isEqualTo(words);
    }
}
