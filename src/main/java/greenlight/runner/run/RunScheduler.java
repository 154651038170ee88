package greenlight.runner.run;

import greenlight.runner.journal.Checkpoint;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Precision;
import greenlight.runner.spec.Shard;
import greenlight.runner.stats.MeanInterval;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/**
 * Which run comes next: to be started, and to be written. Without a {@link Precision} these are all runs in the order of
 * the design. With one, a point gets its least number of replications, then as many again as its interval seems to
 * need, at most twice as many as it has, until the interval is narrow enough; the decision looks at the replications in
 * their order, so it does not depend on which ended first.
 */
final class RunScheduler {
    private final Experiment experiment;
    private final Shard shard;
    private final int most;

    /** Points of which a run was started, and not all are written. */
    private final Deque<Point> open = new ArrayDeque<>();

    /** The next point to open. */
    private int upcoming;

    /** A point and how far it is. */
    private final class Point {
        private final int number;
        private int goal = experiment.replications();
        private int started;
        private int written;
        private boolean settled = experiment.precision().isEmpty();
        /** What the watched measure was, by replication; only where one is watched. */
        private final double[] values = new double[settled ? 0 : most];

        private final boolean[] ended = new boolean[values.length];
        private int inOrder;

        Point(int number) {
            this.number = number;
        }

        void ended(int replication, double value) {
            if (settled) {
                return;
            }
            values[replication] = value;
            ended[replication] = true;
            while (inOrder < most && ended[inOrder]) {
                inOrder++;
            }
            while (!settled && inOrder >= goal) {
                decide();
            }
        }

        private void decide() {
            Precision asked = experiment.precision().orElseThrow();
            MeanInterval interval = MeanInterval.of(Arrays.copyOf(values, goal));
            double wanted = asked.halfWidth() * (asked.relative() ? Math.abs(interval.mean()) : 1);
            if (goal == most || interval.halfWidth() <= wanted) {
                settled = true;
                return;
            }
            double needed = interval.needed(wanted);
            int twice = Math.min(most, 2 * goal);
            goal = needed > goal && needed < twice ? (int) Math.ceil(needed) : twice;
        }

        int place(int replication) {
            return number * most + replication;
        }
    }

    RunScheduler(Experiment experiment, Shard shard, Checkpoint from) {
        this.experiment = experiment;
        this.shard = shard;
        most = experiment.mostReplications();
        upcoming = from.next() / most;
        int within = from.next() % most;
        if (within > 0) {
            Point point = new Point(upcoming++);
            for (int replication = 0; replication < from.values().length; replication++) {
                point.ended(replication, from.values()[replication]);
            }
            point.started = within;
            point.written = within;
            open.add(point);
        }
    }

    /** The place of the run to start next, leaving out those that have ended already; -1 when there is none for now. */
    int start(IntPredicate ended) {
        for (Point point : open) {
            int place = start(point, ended);
            if (place >= 0) {
                return place;
            }
        }
        while (upcoming < experiment.design().points()) {
            Point point = new Point(upcoming++);
            open.add(point);
            int place = start(point, ended);
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

    /** Whether fewer than so many runs of the point that is written next are at work, and it has more to start. */
    boolean pressing(int atOnce) {
        Point first = open.peek();
        return first != null && first.started < first.goal && first.started - first.written < atOnce;
    }

    /** A run ended, in any order. */
    void ended(int place, double value) {
        while (upcoming <= place / most) {
            open.add(new Point(upcoming++));
        }
        for (Point point : open) {
            if (point.number == place / most) {
                point.ended(place % most, value);
                return;
            }
        }
    }

    /** The place of the run to write next; -1 when it is not known yet, or all are written. */
    int write() {
        while (true) {
            Point point = open.peek();
            if (point == null) {
                return -1;
            }
            while (point.written < point.goal && !mine(point.place(point.written))) {
                point.written++;
            }
            if (point.written < point.goal) {
                return point.place(point.written);
            }
            if (!point.settled) {
                return -1;
            }
            open.remove();
        }
    }

    /** The run to write next is written. */
    void wrote() {
        open.element().written++;
    }

    /** Whether every run is written. */
    boolean over() {
        write();
        return open.isEmpty() && upcoming >= experiment.design().points();
    }

    /** How many runs there are, or at most are. */
    int total() {
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
    int next() {
        write();
        Point point = open.peek();
        return point == null ? upcoming * most : point.place(point.written);
    }

    /** What the watched measure was in the runs written at the point in progress. */
    double[] values() {
        Point point = open.peek();
        return point == null
                ? new double[0]
                : Arrays.copyOf(point.values, Math.min(point.written, point.values.length));
    }

    private boolean mine(int place) {
        return shard.whole()
                || shard.has(
                        experiment.run(precise() ? place - place % most : place).id());
    }

    /** A point whose replications are not known beforehand stays in one share. */
    private boolean precise() {
        return experiment.precision().isPresent();
    }
}
