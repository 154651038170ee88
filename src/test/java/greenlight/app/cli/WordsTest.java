package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.narrative.EventText;
import greenlight.market.record.Event;
import greenlight.market.record.Event.Kind;
import greenlight.runner.format.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | $0",
                "4.5        | $4.5",
                "999        | $999",
                "9999.6     | $10 thousand",
                "12345      | $12.3 thousand",
                "1000000    | $1 million",
                "-87249999  | -$87.2 million",
                "1316000000 | $1.32 billion",
                "999999999  | $1 billion",
                "4.1e12     | $4,100 billion"
            })
    void moneyHasThreeDigitsAndAWordForItsSize(double amount, String words) {
        assertThat(Text.dollars(amount)).isEqualTo(words);
    }

    @Test
    void linesNeverPartAFigureFromItsWord() {
        assertThat(Text.wrapped("a guarantee of 5.6 % and $3 million", 19))
                .containsExactly("a guarantee of", "5.6 % and", "$3 million");
        assertThat(Text.wrapped("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void namesAreListedAsInSpeech() {
        assertThat(EventText.list(List.of())).isEmpty();
        assertThat(EventText.list(List.of("A"))).isEqualTo("A");
        assertThat(EventText.list(List.of("A", "B"))).isEqualTo("A and B");
        assertThat(EventText.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfEventIsASentenceThatBeginsWithACapital(Kind kind) {
        String sentence =
                EventText.sentence(new Event(3, kind, "ACME", "Bravo Films", 250_000_000_00L, "why; and more"));
        assertThat(sentence).matches("[A-Z].*").doesNotEndWith(".").containsIgnoringCase("why");
        if (kind != Kind.OUTSIDE) {
            assertThat(sentence).contains("ACME");
        }
    }

    @Test
    void somebodyInThePluralHasAPluralVerb() {
        Event suit = new Event(3, Kind.SUIT, "artists and authors", "ACME", 0, "training data; 0.1 expected");
        assertThat(EventText.sentence(suit)).isEqualTo("Artists and authors sue ACME over training data");
    }
}
