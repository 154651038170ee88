package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of patterns: whole, sourced and quantitative. */
class PatternTest {
    private static final java.util.regex.Pattern FACT = java.util.regex.Pattern.compile("\\b[A-Z]{1,2}\\d+\\b");

    @Test
    void theTenPatternsAreAllThere() {
        assertThat(Arrays.stream(Pattern.values()).map(Pattern::number).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void atLeastThreeRequiredPatternsAreLeftAsATest() {
        assertThat(Arrays.stream(Pattern.values())
                        .filter(pattern -> pattern.required() && pattern.kind() == Pattern.Kind.TEST))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aPatternNamesAFactThatIsRecorded(Pattern pattern) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher each = FACT.matcher(pattern.source());
        while (each.find()) {
            named.add(each.group());
        }
        assertThat(named).isNotEmpty();
        assertThat(facts()).containsAll(named);
    }

    @ParameterizedTest
    @EnumSource
    void theRecordsValueLiesInTheTarget(Pattern pattern) {
        assertThat(pattern.holds(pattern.value())).isTrue();
        assertThat(pattern.distance(pattern.value(), 5)).isZero();
    }

    @Test
    void theDistanceIsOneAtEitherEndOfTheTargetAndNoMoreThanTheMost() {
        Pattern loss = Pattern.PEAK_LOSS;
        assertThat(loss.distance(loss.low(), 5)).isCloseTo(1, within(1e-12));
        assertThat(loss.distance(loss.high(), 5)).isCloseTo(1, within(1e-12));
        assertThat(loss.distance(1e12, 5)).isEqualTo(5);
        assertThat(loss.distance(Double.NaN, 5)).isEqualTo(5);
    }

    private static Set<String> facts() throws IOException {
        try (InputStream in = PatternTest.class.getResourceAsStream("/greenlight/market/scenario/facts.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
        }
    }
}
