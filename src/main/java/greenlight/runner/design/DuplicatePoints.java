package greenlight.runner.design;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Points that equal an earlier one. A sample of switches, whole numbers or a grid may have some; under common random
 * numbers their runs are the same runs, with the same {@code run_id}. Each point keeps its row in {@code runs.csv}, as
 * the design's estimators need it, but the rows of its detail tables are written once.
 */
public final class DuplicatePoints {
    private final Design design;
    private final BitSet later = new BitSet();

    private DuplicatePoints(Design design) {
        this.design = design;
    }

    /**
     * Compares all points in one pass, which takes up to 16 bytes a point for its time.
     *
     * @param crn whether equal points have equal runs; where a file gives the seeds, those of equal seeds have
     */
    public static DuplicatePoints of(Design design, boolean crn) {
        DuplicatePoints duplicates = new DuplicatePoints(design);
        int points = design.points();
        if ((!crn && !design.hasSeeds()) || points == 1) {
            return duplicates;
        }
        int slots = Integer.highestOneBit(Math.max(2, Math.min(1 << 28, points))) << 2;
        int[] seen = new int[slots];
        for (int point = 0; point < points; point++) {
            int slot = spread(Arrays.hashCode(design.point(point))) & (slots - 1);
            while (seen[slot] > 0 && !duplicates.equal(point, seen[slot] - 1)) {
                slot = (slot + 1) & (slots - 1);
            }
            if (seen[slot] > 0) {
                duplicates.later.set(point);
            } else {
                seen[slot] = point + 1;
            }
        }
        return duplicates;
    }

    private boolean equal(int one, int other) {
        return Arrays.equals(design.point(one), design.point(other))
                && design.seed(one).equals(design.seed(other));
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
        int first = 0;
        while (!equal(point, first)) {
            first++;
        }
        return first;
    }
}
