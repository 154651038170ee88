package greenlight.runner.figure;

import greenlight.runner.format.ScaledNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** From values to pixels along one axis, with the ticks that a reader would have chosen. */
public final class Scale {
    private final Axis axis;
    private final double from;
    private final double to;
    private final double start;
    private final double end;
    private final double step;

    /** A value at which there is a mark, and its words. */
    public record Tick(double value, String text) {}

    private Scale(Axis axis, double from, double to, double start, double end, double step) {
        this.axis = axis;
        this.from = from;
        this.to = to;
        this.start = start;
        this.end = end;
        this.step = step;
    }

    /**
     * A scale that holds all values; what is not a number is passed over.
     *
     * @param zero whether 0 belongs to it whatever the values; it also does when it is near them
     * @param start pixel of the least value
     * @param end pixel of the greatest
     */
    public static Scale over(Axis axis, DoubleStream values, boolean zero, double start, double end) {
        if (!axis.names().isEmpty()) {
            return new Scale(axis, -0.5, axis.names().size() - 0.5, start, end, 1);
        }
        double[] known =
                values.filter(v -> Double.isFinite(v) && (!axis.log() || v > 0)).toArray();
        double least = DoubleStream.of(known).min().orElse(axis.log() ? 1 : 0);
        double most = DoubleStream.of(known).max().orElse(axis.log() ? 10 : 1);
        if (axis.log()) {
            double room = Math.max(Math.log10(most / least) * 0.04, 0.02);
            return new Scale(
                    axis, Math.log10(least) - room, Math.log10(most) + room, start, end, Math.log10(most / least));
        }
        if (same(least, most)) {
            most = least;
        }
        double reach = 1.5 * (most - least);
        if (zero || (least > 0 && least <= reach) || (least >= 0 && least == most)) {
            least = Math.min(least, 0);
        }
        if (zero || (most < 0 && -most <= reach) || (most < 0 && least == most)) {
            most = Math.max(most, 0);
        }
        if (least == most) {
            double half = least == 0 ? 1 : Math.abs(least) / 2;
            most += half;
            least -= least == 0 ? 0 : half;
        }
        double apart = start > end ? 38 : 55; // pixels between ticks, upwards and across
        double step = step((most - least) / Math.max(2, Math.abs(end - start) / apart));
        return new Scale(
                axis, step * Math.floor(least / step + 1e-9), step * Math.ceil(most / step - 1e-9), start, end, step);
    }

    /** A scale from the least to the greatest value and no farther. */
    static Scale between(Axis axis, DoubleStream values, double start, double end) {
        double[] known = values.filter(Double::isFinite).toArray();
        double least = DoubleStream.of(known).min().orElse(0);
        double most = DoubleStream.of(known).max().orElse(1);
        if (!axis.names().isEmpty() || axis.log() || same(least, most)) {
            return over(axis, DoubleStream.of(known), false, start, end);
        }
        return new Scale(axis, least, most, start, end, step((most - least) / Math.max(2, Math.abs(end - start) / 55)));
    }

    /** Whether two values differ by no more than the rounding of what they were computed from; no tick lies between. */
    private static boolean same(double least, double most) {
        return most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most));
    }

    /** 1, 2, 2.5 or 5 times a power of ten, at least as great. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            boolean halves = factor == 2.5 && power == 1; // of things that are often counted
            if (!halves && factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    public double at(double value) {
        double place = axis.log() ? Math.log10(value) : value;
        return start + (end - start) * (place - from) / (to - from);
    }

    public double start() {
        return start;
    }

    public double end() {
        return end;
    }

    /** Pixels of one unit; for things with names the room of one. */
    public double unit() {
        return Math.abs(end - start) / (to - from);
    }

    /** The quantity, the size in words and the unit, such as {@code loss, million USD}. */
    public String title() {
        String unit = scaled().words();
        return unit.isEmpty() ? axis.label() : axis.label().isEmpty() ? unit : axis.label() + ", " + unit;
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (!axis.names().isEmpty()) {
            for (int i = 0; i < axis.names().size(); i++) {
                ticks.add(new Tick(i, axis.names().get(i)));
            }
        } else if (axis.log()) {
            double decades = to - from;
            double[] parts = decades > 2.5 ? new double[] {1} : new double[] {1, 2, 5};
            for (int power = (int) Math.floor(from); power <= Math.ceil(to); power++) {
                for (double part : parts) {
                    double value = part * Math.pow(10, power);
                    if (Math.log10(value) >= from - 1e-9 && Math.log10(value) <= to + 1e-9) {
                        ticks.add(new Tick(value, text(value)));
                    }
                }
            }
        } else {
            for (double i = Math.ceil(from / step - 1e-9); i <= to / step + 1e-9; i++) {
                double value = i * step;
                ticks.add(new Tick(value, text(Math.abs(value) < step * 1e-6 ? 0 : value)));
            }
        }
        return ticks;
    }

    /** The widest tick, in pixels. */
    double tickWidth() {
        return ticks().stream()
                .mapToDouble(tick -> TextMetrics.width(tick.text(), Fonts.TICK))
                .max()
                .orElse(0);
    }

    private double greatest() {
        return axis.log() ? Math.pow(10, to) : Math.max(Math.abs(from), Math.abs(to));
    }

    /** The unit in which this axis is written. */
    private ScaledNumber.Unit scaled() {
        return ScaledNumber.unit(axis.names().isEmpty() ? greatest() : 0, axis.unit());
    }

    private String text(double value) {
        double shown = value / scaled().size();
        if (axis.log()) {
            return ScaledNumber.number(shown, 3);
        }
        double smallest = step / scaled().size();
        int decimals = new BigDecimal(smallest)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .scale();
        if (decimals > 5) {
            return ScaledNumber.number(shown, 3);
        }
        return ScaledNumber.fixed(shown, decimals);
    }

    /** A value of this axis in the size that its title says, with three significant digits. */
    public String three(double value) {
        return ScaledNumber.number(value / scaled().size(), 3);
    }

    /** A value of this axis in the size that its title says, with three digits of the greatest. */
    public String brief(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = scaled().size();
        double greatest = greatest() / size;
        int decimals = greatest > 0 ? 2 - (int) Math.floor(Math.log10(greatest)) : 0;
        return decimals > 5
                ? ScaledNumber.number(value / size, 3)
                : ScaledNumber.fixed(value / size, decimals).replaceFirst("^\u2212(0(\\.0*)?)$", "$1");
    }
}
