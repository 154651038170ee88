package greenlight.app.evidence;

import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.market.measure.Measure;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * How much of an outcome is due to each mechanism: Shapley values over all combinations of mechanisms on and off, under
 * common random numbers, with bootstrap intervals over replications. A mechanism that the experiment does not switch
 * cannot change anything, and has the value 0.
 */
public final class Attribution {
    /** What is attributed. */
    public enum Outcome {
        COLLAPSE(Measure.HEADLINE_COLLAPSED, "collapse of the headline deal", "a deal never signed has not collapsed"),
        LIFE(
                Measure.FLAGSHIP_LIFE,
                "quarters that the flagship's platform is open",
                "a platform that is never closed counts with the quarters up to the horizon"),
        STUDIOS(
                Measure.STUDIOS_LOSS,
                "dollars lost by studios in deals that failed",
                "shares bought count at their worth at the horizon"),
        VENDOR(
                Measure.FLAGSHIP_VIDEO_LOSS,
                "dollars lost by the flagship on video, its whole life",
                "inference and overhead less what users paid");

        private final Measure measure;
        private final String words;
        private final String note;

        Outcome(Measure measure, String words, String note) {
            this.measure = measure;
            this.words = words;
            this.note = note;
        }

        public Measure measure() {
            return measure;
        }

        public String words() {
            return words;
        }

        /** What a reader must know of how it is counted. */
        public String note() {
            return note;
        }
    }

    /**
     * One outcome, attributed.
     *
     * @param without mean with all mechanisms off
     * @param with mean with all on
     * @param values of each mechanism, by key; they sum to {@code with - without}
     */
    public record Attributed(Outcome outcome, double without, double with, Map<String, Estimate> values) {}

    private static final String MECHANISM = "mechanism";

    private final Experiment experiment;
    private final List<String> mechanisms;
    /** For each combination of mechanisms, the point of the design at which these are on. */
    private final int[] points;

    /**
     * Ready to run.
     *
     * @param experiment whose points are all combinations of some mechanisms on and off
     * @throws IllegalArgumentException when they are not
     */
    public Attribution(Experiment experiment) {
        this.experiment = experiment;
        List<String> all = new ArrayList<>();
        for (Parameter parameter : experiment.model().parameters()) {
            if (parameter.group().equals(MECHANISM)) {
                all.add(parameter.key());
            }
        }
        mechanisms = List.copyOf(all);
        points = new int[1 << mechanisms.size()];
        Arrays.fill(points, -1);
        int fixed = points.length - 1;
        for (var factor : experiment.design().factors()) {
            int place = mechanisms.indexOf(factor.key());
            if (place < 0) {
                throw new IllegalArgumentException(factor.key() + " is no mechanism; allowed as factors are "
                        + String.join(", ", mechanisms) + ".");
            }
            fixed &= ~(1 << place);
        }
        for (int point = 0; point < experiment.design().points(); point++) {
            int on = 0;
            for (int place = 0; place < mechanisms.size(); place++) {
                Parameter parameter = parameter(mechanisms.get(place));
                boolean isOn = experiment.setting(point).get(parameter) == 1;
                on |= (fixed >> place & 1) == 0 && isOn ? 1 << place : 0;
            }
            points[on] = point;
        }
        for (int combination = 0; combination < points.length; combination++) {
            points[combination] = points[combination & ~fixed];
            if (points[combination] < 0) {
                throw new IllegalArgumentException("Not every combination of the mechanisms on and off is a point of "
                        + experiment.name() + "; allowed is a factorial design over switches.");
            }
        }
    }

    private Parameter parameter(String key) {
        Optional<? extends Parameter> found = experiment.model().parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
        return found.orElseThrow();
    }

    public int runCount() {
        return experiment.runCount();
    }

    /**
     * Runs every combination and attributes each outcome.
     *
     * @param threads runs at once
     * @param done called with how many runs are done
     */
    public List<Attributed> attribute(int threads, IntConsumer done) throws InterruptedException {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < experiment.runCount(); i++) {
            var run = experiment.run(i);
            wanted.add(new Wanted(run.scenario(), run.setting(), run.seed()));
        }
        RunEnsemble runs = RunEnsemble.of(experiment.model(), wanted, threads, done);
        return Arrays.stream(Outcome.values())
                .map(outcome -> attributed(outcome, runs))
                .toList();
    }

    private Attributed attributed(Outcome outcome, RunEnsemble runs) {
        int replications = experiment.replications();
        double[][] byPoint = new double[experiment.design().points()][];
        for (int point = 0; point < byPoint.length; point++) {
            byPoint[point] = runs.values(outcome.measure(), point * replications, replications);
            for (int i = 0; i < replications; i++) {
                byPoint[point][i] = Double.isNaN(byPoint[point][i]) ? 0 : byPoint[point][i];
            }
        }
        Map<String, Estimate> values = new TreeMap<>();
        for (int place = 0; place < mechanisms.size(); place++) {
            int mechanism = place;
            double[] each = perReplication(byPoint, mechanism);
            values.put(mechanisms.get(mechanism), Bootstrap.mean(each));
        }
        double without = Moments.of(byPoint[points[0]]).mean();
        double with = Moments.of(byPoint[points[points.length - 1]]).mean();
        return new Attributed(outcome, without, with, values);
    }

    /** A mechanism's Shapley value in each replication: the value is linear, so their mean is the value of the mean. */
    private double[] perReplication(double[][] byPoint, int mechanism) {
        double[] values = new double[experiment.replications()];
        for (int i = 0; i < values.length; i++) {
            int replication = i;
            values[i] = Shapley.values(mechanisms.size(), combination -> byPoint[points[combination]][replication])[
                    mechanism];
        }
        return values;
    }
}
