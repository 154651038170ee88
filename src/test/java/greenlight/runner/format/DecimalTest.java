package greenlight.runner.format;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers are written in as few digits as read back to the same double, the same on every JDK. */
class DecimalTest {
    /** Expected: written by hand, from the rule of shortest digits and the forms of {@code Double.toString}. */
    @Test
    void theseDoublesAreWrittenSo() {
        assertThat(Decimal.text(0)).isEqualTo("0.0");
        assertThat(Decimal.text(-0.0)).isEqualTo("0.0");
        assertThat(Decimal.text(1)).isEqualTo("1.0");
        assertThat(Decimal.text(-2.5)).isEqualTo("-2.5");
        assertThat(Decimal.text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(Decimal.text(0.001)).isEqualTo("0.001");
        assertThat(Decimal.text(0.002)).isEqualTo("0.002");
        assertThat(Decimal.text(2.0E-4)).isEqualTo("2.0E-4");
        assertThat(Decimal.text(1e7)).isEqualTo("1.0E7");
        assertThat(Decimal.text(9_999_999)).isEqualTo("9999999.0");
        assertThat(Decimal.text(2.0E-3 / 10)).isEqualTo("2.0E-4");
        assertThat(Decimal.text(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
        assertThat(Decimal.text(Double.MAX_VALUE)).isEqualTo("1.7976931348623157E308");
        assertThat(Decimal.text(Double.MIN_VALUE)).isEqualTo("4.9E-324");
        assertThat(Decimal.text(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Decimal.text(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(Decimal.text(Double.NaN)).isEmpty();
    }

    /** Doubles that JDK 17 itself writes in sixteen or more digits (JDK-4511638); read from text to be no such literals. */
    @Test
    void theFaultOfOlderJdksIsNotRepeated() {
        for (String shortest : new String[] {"1.0E23", "2.0E23", "8.41E21", "9.5E21"}) {
            assertThat(Decimal.text(Double.parseDouble(shortest))).isEqualTo(shortest);
        }
    }

    @Test
    void briefNumbersAreForReaders() {
        assertThat(Decimal.brief(40)).isEqualTo("40");
        assertThat(Decimal.brief(-3)).isEqualTo("-3");
        assertThat(Decimal.brief(100e6)).isEqualTo("100000000");
        assertThat(Decimal.brief(0.35)).isEqualTo("0.35");
        assertThat(Decimal.brief(1e15)).isEqualTo("1e15");
        assertThat(Decimal.brief(1.5e20)).isEqualTo("1.5e20");
        assertThat(Decimal.brief(2e-5)).isEqualTo("2e-5");
        assertThat(Decimal.brief(Double.NaN)).isEmpty();
        assertThat(Decimal.brief(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Decimal.brief(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void everyDoubleReadsBack() {
        for (double value : doubles()) {
            assertThat(Double.parseDouble(Decimal.text(value))).isEqualTo(value);
            assertThat(Double.parseDouble(Decimal.brief(value))).isEqualTo(value);
        }
    }

    /** Neither of the two decimals with one digit less that enclose the double reads back to it. */
    @Test
    void noDoubleCouldBeWrittenShorter() {
        for (double value : doubles()) {
            BigDecimal written = new BigDecimal(Decimal.text(value)).stripTrailingZeros();
            int digits = written.precision();
            if (digits > 1) {
                for (RoundingMode rounding : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
                    BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1, rounding));
                    // the smallest doubles may be written with two digits where one would do, as in 4.9E-324
                    if (digits > 2) {
                        assertThat(shorter.doubleValue()).as(written.toString()).isNotEqualTo(value);
                    }
                }
            }
        }
    }

    private static List<Double> doubles() {
        List<Double> doubles = new ArrayList<>();
        Draws draws = Draws.of(1, RandomStream.USERS, 0);
        for (int i = 0; i < 20_000; i++) {
            double any = Double.longBitsToDouble(draws.bits(i));
            if (Double.isFinite(any)) {
                doubles.add(any);
            }
            doubles.add(draws.uniform(i, 1));
            doubles.add(Math.rint(1e12 * draws.uniform(i, 2)) / 100);
        }
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            double power = Math.scalb(1.0, exponent);
            doubles.add(power);
            doubles.add(Math.nextUp(power));
            doubles.add(Math.nextDown(power));
        }
        doubles.removeIf(value -> value == 0);
        return doubles;
    }
}
