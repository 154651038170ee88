package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.TargetRange;
import greenlight.market.measure.Measure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a calibration aims at: a range for each pattern, and which of the patterns count. Does not change. */
public final class Target {
    /** Of the record's widths, the smallest part that a synthetic record has: a target without width could not be met. */
    private static final double NARROWEST = 0.1;

    private final Map<Pattern, TargetRange> ranges;
    private final Set<Pattern> counted;

    private Target(Map<Pattern, TargetRange> ranges, Set<Pattern> counted) {
        if (counted.isEmpty()) {
            throw new IllegalArgumentException("A target has at least one pattern that counts.");
        }
        this.ranges = ranges;
        this.counted = counted;
    }

    /** The public record, by the table of patterns: those count that are calibrated to. */
    public static Target record() {
        Map<Pattern, TargetRange> ranges = new EnumMap<>(Pattern.class);
        Set<Pattern> counted = EnumSet.noneOf(Pattern.class);
        for (Pattern pattern : Pattern.values()) {
            ranges.put(pattern, pattern.range());
            if (pattern.kind() == Pattern.Kind.CALIBRATED) {
                counted.add(pattern);
            }
        }
        return new Target(ranges, counted);
    }

    /**
     * The record that a run would have left: what it measured, as precisely as the public record is known. The widths below
     * and above are those of the record's target: for amounts and ratios in proportion to the value, but at least a tenth of
     * the record's; for shares, counts and yes-or-no as they are, a yes's exchanged for a no. A pattern that does not apply to
     * the run does not count.
     *
     * @param measured by pattern; not-a-number where one does not apply
     */
    public static Target synthetic(double[] measured) {
        Target record = record();
        Map<Pattern, TargetRange> ranges = new EnumMap<>(record.ranges);
        Set<Pattern> counted = EnumSet.copyOf(record.counted);
        for (Pattern pattern : Pattern.values()) {
            double value = measured[pattern.ordinal()];
            if (Double.isNaN(value)) {
                counted.remove(pattern);
            } else {
                ranges.put(pattern, carriedOver(pattern, value));
            }
        }
        return new Target(ranges, counted);
    }

    private static TargetRange carriedOver(Pattern pattern, double value) {
        TargetRange range = pattern.range();
        Measure measure = pattern.measure();
        if (measure.yesOrNo()) {
            return (value == range.value() ? range : range.mirrored()).around(value);
        }
        boolean absolute = measure.whole() || measure.unit().equals("share") || range.value() == 0;
        double factor = absolute ? 1 : Math.max(NARROWEST, Math.abs(value / range.value()));
        return range.wider(factor).around(value);
    }

    /** The same but for a pattern, which does not count. */
    public Target without(Pattern pattern) {
        Set<Pattern> others = EnumSet.copyOf(counted);
        others.remove(pattern);
        return new Target(ranges, others);
    }

    /** The same with the widths of a pattern multiplied by a factor. */
    public Target wider(Pattern pattern, double factor) {
        Map<Pattern, TargetRange> changed = new EnumMap<>(ranges);
        changed.put(pattern, ranges.get(pattern).wider(factor));
        return new Target(changed, counted);
    }

    /** The range of a pattern, whether it counts or not. */
    public TargetRange range(Pattern pattern) {
        return ranges.get(pattern);
    }

    /** The patterns that count, at least one, in their order. */
    public List<Pattern> counted() {
        return List.copyOf(counted);
    }

    /** In what it differs from the public record, a line for each pattern; empty for the record. */
    String text() {
        Target record = record();
        StringBuilder text = new StringBuilder();
        Arrays.stream(Pattern.values())
                .filter(pattern -> !line(pattern).equals(record.line(pattern)))
                .forEach(pattern -> text.append(line(pattern)));
        return text.toString();
    }

    private String line(Pattern pattern) {
        TargetRange range = ranges.get(pattern);
        return "target " + pattern.key() + ": "
                + (counted.contains(pattern)
                        ? range.low() + " " + range.value() + " " + range.high()
                        : "does not count")
                + "\n";
    }
}
