package greenlight.runner.spec;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Points that equal an earlier one. A sample of switches, whole numbers or a grid may have some; under common random
 * numbers their runs are the same runs, with the same {@code run_id}. Each point keeps its row in {@code runs.csv}, as
 * the design's estimators need it, but what a run did in detail is told once.
 */
public final class DuplicatePoints {
    private final Experiment experiment;
    private final BitSet later = new BitSet();

    private DuplicatePoints(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Takes one pass over the points, and for the time of it 16 bytes a point at the most. */
    public static DuplicatePoints of(Experiment experiment) {
        DuplicatePoints twins = new DuplicatePoints(experiment);
        int points = experiment.design().points();
        if (!experiment.crn() || points == 1) {
            return twins;
        }
        int slots = Integer.highestOneBit(Math.max(2, Math.min(1 << 28, points))) << 2;
        int[] seen = new int[slots];
        for (int point = 0; point < points; point++) {
            double[] levels = experiment.design().point(point);
            int slot = spread(Arrays.hashCode(levels)) & (slots - 1);
            while (seen[slot] > 0 && !Arrays.equals(levels, experiment.design().point(seen[slot] - 1))) {
                slot = (slot + 1) & (slots - 1);
            }
            if (seen[slot] > 0) {
                twins.later.set(point);
            } else {
                seen[slot] = point + 1;
            }
        }
        return twins;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    /** Whether no two points are equal. */
    public boolean none() {
        return later.isEmpty();
    }

    /** Whether a point equals an earlier one. */
    public boolean again(int point) {
        return later.get(point);
    }

    /** The first point that equals a point; the point itself when none before does. */
    public int first(int point) {
        if (!later.get(point)) {
            return point;
        }
        double[] levels = experiment.design().point(point);
        int first = 0;
        while (!Arrays.equals(levels, experiment.design().point(first))) {
            first++;
        }
        return first;
    }
}
