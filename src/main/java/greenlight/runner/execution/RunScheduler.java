package greenlight.runner.execution;

import greenlight.runner.design.Precision;
import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import greenlight.runner.stats.Moments;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Which run comes next: to be started, and to be written. Runs are written in the order of the design and started so that
 * replications go round the points: the first of every point, then the second, and so on, within {@link #WINDOW} points
 * that are open at once. With a {@link Precision}, a point gets its least number of replications, then as many again as its
 * interval seems to need, at most twice as many as it has, until the interval is narrow enough; the decision looks at the
 * replications in their order, so it does not depend on which ended first.
 */
public final class RunScheduler {
    /** Points that replications go round at once: each takes about a hundred bytes. */
    public static final int WINDOW = 100_000;

    private final Experiment experiment;
    private final Shard shard;
    private final int most;
    private final int window;

    /** Points that are open, by number: runs of them may have started, and not all are written. */
    private final Map<Integer, Point> open = new HashMap<>();

    /** Those of them that may have runs to start, the next to start one first. */
    private final Deque<Point> round = new ArrayDeque<>();

    /** Points of which it is known which runs are the shard's: their ids are hashes over all parameters. */
    private final BitSet known = new BitSet();

    /** Runs of these points that are the shard's, by place. */
    private final BitSet mine = new BitSet();

    /** The point that is written next. */
    private int first;

    /** The next point to open. */
    private int upcoming;

    /** A point and how far it is. */
    private final class Point {
        private final int number;
        private int goal = experiment.replications();
        private int started;
        private int written;
        private boolean settled;
        /** What the watched measure was, by replication, as far as runs ended; only where one is watched. */
        private double[] values = {};

        private BitSet ended;
        private int inOrder;

        Point(int number) {
            this.number = number;
            settled = !precise() || !mine(place(0));
        }

        void ended(int replication, double value) {
            if (settled) {
                return;
            }
            if (values.length <= replication) {
                values = Arrays.copyOf(values, Math.min(most, Math.max(goal, 2 * replication + 1)));
                ended = ended == null ? new BitSet() : ended;
            }
            values[replication] = value;
            ended.set(replication);
            inOrder = ended.nextClearBit(inOrder);
            while (!settled && inOrder >= goal) {
                decide();
            }
        }

        private void decide() {
            Precision asked = experiment.precision().orElseThrow();
            Moments seen = Moments.of(Arrays.copyOf(values, goal));
            double wanted = asked.halfWidth() * (asked.relative() ? Math.abs(seen.mean()) : 1);
            if (goal == most || seen.halfWidth() <= wanted) {
                settled = true;
                return;
            }
            double needed = seen.needed(wanted);
            int twice = Math.min(most, 2 * goal);
            goal = needed > goal && needed < twice ? (int) Math.ceil(needed) : twice;
        }

        int place(int replication) {
            return number * most + replication;
        }
    }

    /**
     * A schedule.
     *
     * @param window points that replications go round at once; 1 is the order of the design
     */
    public RunScheduler(Experiment experiment, Shard shard, Checkpoint from, int window) {
        this.experiment = experiment;
        this.shard = shard;
        this.window = window;
        most = experiment.mostReplications();
        first = from.next() / most;
        upcoming = first;
        int within = from.next() % most;
        if (within > 0) {
            Point point = open();
            for (int replication = 0; replication < from.values().length; replication++) {
                point.ended(replication, from.values()[replication]);
            }
            point.started = within;
            point.written = within;
        }
    }

    /** The place of the first run of a shard; -1 when it has none. */
    public static int first(Experiment experiment, Shard shard) {
        Checkpoint none = new Checkpoint("", 0, 0, new double[0], StatusCounts.NONE, Map.of(), List.of());
        return new RunScheduler(experiment, shard, none, 1).write();
    }

    private Point open() {
        Point point = new Point(upcoming++);
        open.put(point.number, point);
        round.add(point);
        return point;
    }

    private boolean mayOpen() {
        return upcoming < experiment.design().points();
    }

    /** The place of the run to start next, leaving out those that have ended already; -1 when there is none for now. */
    public int start(IntPredicate ended) {
        while (mayOpen() && open.size() < window) {
            open();
        }
        for (int left = round.size(); left > 0; left--) {
            Point point = round.remove();
            int place = start(point, ended);
            if (place >= 0 || !point.settled) {
                round.add(point);
            }
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    private int start(Point point, IntPredicate ended) {
        point.started = Math.max(point.started, point.written);
        while (point.started < point.goal) {
            int place = point.place(point.started++);
            if (mine(place) && !ended.test(place)) {
                return place;
            }
        }
        return -1;
    }

    /** A run ended, in any order. */
    public void ended(int place, double value) {
        if (precise()) {
            while (upcoming <= place / most) {
                open();
            }
            open.get(place / most).ended(place % most, value);
        }
    }

    /** The place of the run to write next; -1 when it is not known yet, or all are written. */
    public int write() {
        while (first < upcoming || mayOpen()) {
            Point point = first < upcoming ? open.get(first) : open();
            while (point.written < point.goal && !mine(point.place(point.written))) {
                point.written++;
            }
            if (point.written < point.goal) {
                return point.place(point.written);
            }
            if (!point.settled) {
                return -1;
            }
            open.remove(first++);
        }
        return -1;
    }

    /** The run to write next is written. */
    public void wrote() {
        open.get(first).written++;
    }

    /** Whether every run is written. */
    public boolean over() {
        write();
        return first >= experiment.design().points();
    }

    /** How many runs there are, or at most are. */
    public int total() {
        if (shard.whole()) {
            return experiment.runCount();
        }
        int total = 0;
        for (int place = 0; place < experiment.runCount(); place++) {
            total += mine(place) ? 1 : 0;
        }
        return total;
    }

    /** The place after the last run written. */
    public int next() {
        write();
        Point point = open.get(first);
        return point == null ? first * most : point.place(point.written);
    }

    /** What the watched measure was in the runs written at the point in progress. */
    public double[] values() {
        Point point = open.get(first);
        return point == null
                ? new double[0]
                : Arrays.copyOf(point.values, Math.min(point.written, point.values.length));
    }

    private boolean mine(int place) {
        if (shard.whole()) {
            return true;
        }
        int point = place / most;
        if (!known.get(point)) {
            known.set(point);
            IntFunction<String> ids = experiment.ids(point);
            boolean whole = precise() && shard.has(ids.apply(0));
            for (int replication = 0; replication < most; replication++) {
                mine.set(point * most + replication, precise() ? whole : shard.has(ids.apply(replication)));
            }
        }
        return mine.get(place);
    }

    /** A point whose replications are not known beforehand stays in one shard. */
    private boolean precise() {
        return experiment.precision().isPresent();
    }
}
