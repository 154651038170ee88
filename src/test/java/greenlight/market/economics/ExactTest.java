package greenlight.market.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Expected, where nothing else is said: {@code StrictMath} of the JDK, which is fdlibm. */
class ExactTest {
    private static final int MANY = 1_000_000;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void expHasTheBitsOfStrictMath() {
        same(Exact::exp, StrictMath::exp, () -> random.nextDouble(-700, 700));
        same(Exact::exp, StrictMath::exp, () -> random.nextDouble(-2, 2));
        same(Exact::exp, StrictMath::exp, () -> sign() * positive(-60, 9));
        for (double x : new double[] {
            0, -0.0, 1, -1, 0x1p-28, 0.34657359027997264, 1.0397207708399179, 699.999, Double.MIN_VALUE
        }) {
            same(Exact::exp, StrictMath::exp, x);
            same(Exact::exp, StrictMath::exp, -x);
            same(Exact::exp, StrictMath::exp, Math.nextUp(x));
        }
    }

    @Test
    void logHasTheBitsOfStrictMath() {
        same(Exact::log, StrictMath::log, () -> positive(-1022, 1023));
        same(Exact::log, StrictMath::log, () -> random.nextDouble(0.5, 2));
        same(Exact::log, StrictMath::log, () -> 1 + sign() * positive(-52, -2));
        for (double x :
                new double[] {1, 2, 0.5, Math.E, Double.MIN_NORMAL, Double.MAX_VALUE, Math.sqrt(2), Math.sqrt(0.5)}) {
            same(Exact::log, StrictMath::log, x);
            same(Exact::log, StrictMath::log, Math.nextUp(Math.min(x, 1e300)));
        }
    }

    @Test
    void powHasTheBitsOfStrictMath() {
        same(() -> random.nextDouble(0, 10), () -> random.nextDouble(-5, 5));
        same(() -> positive(-1022, 1023), () -> random.nextDouble(-0.99, 0.99));
        same(() -> 1 + sign() * positive(-40, -2), () -> random.nextDouble(-1000, 1000));
        same(() -> 2, () -> random.nextDouble(-1020, 1020));
        for (double y : new double[] {0, -0.0, 0.5, -0.5, 1, -1, 2, -2, 3, 1.0 / 3}) {
            same(() -> positive(-300, 300), () -> y);
        }
        for (double x : new double[] {1, 2, 0.5, 10, Math.nextUp(1.0), Math.nextDown(1.0)}) {
            for (int y = -300; y <= 300; y++) {
                same(Exact::pow, x, y);
            }
        }
    }

    @Test
    void whatIsBelowAllMeaningIsNothing() {
        assertThat(Exact.exp(-700)).isZero();
        assertThat(Exact.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exact.pow(0, 3)).isZero();
        assertThat(Exact.pow(0, 0)).isEqualTo(1);
    }

    @Test
    void whatIsOutsideTheRangeIsRefused() {
        refused(() -> Exact.exp(700));
        refused(() -> Exact.exp(Double.NaN));
        refused(() -> Exact.log(0));
        refused(() -> Exact.log(-1));
        refused(() -> Exact.log(Double.POSITIVE_INFINITY));
        refused(() -> Exact.log(Double.NaN));
        refused(() -> Exact.pow(-1, 3));
        refused(() -> Exact.pow(0, -1));
        refused(() -> Exact.pow(2, 1024));
        refused(() -> Exact.pow(2, -1022));
        refused(() -> Exact.pow(1e200, 2));
        refused(() -> Exact.pow(1e-200, 2));
        refused(() -> Exact.pow(2, Double.NaN));
        refused(() -> Exact.pow(Double.NaN, 2));
    }

    /** Not the bits of {@code StrictMath}, but near them: 4 units in the last place. */
    @Test
    void smallStepsFromOneAndFromZeroKeepTheirDigits() {
        for (int i = 0; i < MANY; i++) {
            double x = sign() * positive(-80, -1);
            assertNear(Exact.log1p(x), StrictMath.log1p(x), x);
            assertNear(Exact.expm1(x), StrictMath.expm1(x), x);
            double large = random.nextDouble(-690, 690);
            assertNear(Exact.expm1(large), StrictMath.expm1(large), large);
            double huge = positive(0, 900);
            assertNear(Exact.log1p(huge), StrictMath.log1p(huge), huge);
        }
        assertThat(Exact.expm1(-800)).isEqualTo(-1);
        assertThat(Exact.expm1(0)).isZero();
        assertThat(Exact.log1p(0)).isZero();
    }

    private static void assertNear(double actual, double expected, double x) {
        if (Math.abs(actual - expected) > 4 * Math.ulp(expected)) {
            assertThat(actual).as("at " + x).isEqualTo(expected);
        }
    }

    /** Evenly spread over the magnitudes between two powers of two. */
    private double positive(int from, int to) {
        return Math.scalb(random.nextDouble(1, 2), random.nextInt(from, to));
    }

    private int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private static void refused(DoubleSupplier call) {
        assertThatIllegalArgumentException().isThrownBy(call::getAsDouble).withMessageEndingWith(".");
    }

    private static void same(DoubleUnaryOperator own, DoubleUnaryOperator jdk, DoubleSupplier argument) {
        for (int i = 0; i < MANY; i++) {
            same(own, jdk, argument.getAsDouble());
        }
    }

    private static void same(DoubleUnaryOperator own, DoubleUnaryOperator jdk, double x) {
        compare(own.applyAsDouble(x), jdk.applyAsDouble(x), x, 0);
    }

    private static void same(DoubleSupplier base, DoubleSupplier exponent) {
        for (int i = 0; i < MANY / 2; i++) {
            same(Exact::pow, base.getAsDouble(), exponent.getAsDouble());
        }
    }

    private static void same(DoubleBinaryOperator own, double x, double y) {
        compare(own.applyAsDouble(x, y), StrictMath.pow(x, y), x, y);
    }

    private static void compare(double actual, double expected, double x, double y) {
        if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
            assertThat(actual).as("at " + x + ", " + y).isEqualTo(expected);
        }
    }
}
