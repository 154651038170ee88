package greenlight.app.evidence.cause;

import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.Verdict;
import greenlight.app.evidence.cause.Claim.Contrast;
import greenlight.app.evidence.cause.Claim.Quantity;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A claim put to the model over an ensemble: pairs of runs with the same setting and the same seed, which differ by the cause. */
public final class ClaimEvaluation {
    /** Fewer pairs in which the outcome could go the other way give no answer. */
    public static final int LEAST_ROOM = 20;
    /** Nor does a smaller share of the pairs: they would be exceptional ones. */
    public static final double LEAST_SHARE_WITH_ROOM = 0.1;
    /** A setting counts when at least so many of its pairs have room: fewer do not show what holds in most of them. */
    public static final int LEAST_PAIRS_OF_A_SETTING = 5;

    /** Rank correlations with an effect beyond this many standard errors are reported; noise gives one in a thousand. */
    private static final double REPORTED = 3.3;

    private static final int MOST_REPORTED = 3;

    /**
     * What came out for one contrast. Intervals are of 95 %, over settings and replications.
     *
     * @param effect the contrast's quantity over all pairs with room
     * @param necessity probability of necessity, none where the outcome is a number
     * @param sufficiency probability of sufficiency, none where the outcome is a number
     * @param control mean outcome in the control
     * @param pairs in which both runs apply
     * @param room of these, pairs in which the outcome could go the other way
     * @param held share of the settings in which the quantity is beyond the margin, by weight
     * @param settings that count
     * @param turns parameters with which the effect rises or falls, the strongest first
     */
    public record Answer(
            Contrast contrast,
            Estimate effect,
            Estimate necessity,
            Estimate sufficiency,
            double control,
            int pairs,
            int room,
            Estimate held,
            int settings,
            Verdict verdict,
            List<Turn> turns) {}

    /**
     * A parameter on which an effect turns.
     *
     * @param correlation of ranks with the effect, over settings
     */
    public record Turn(Parameter parameter, double correlation) {}

    /** The two outcomes of each pair, for events 1 where the claimed one came; not-a-number where a pair does not apply. */
    private record Pairs(double[] with, double[] without) {
        boolean apply(int pair) {
            return !Double.isNaN(with[pair] - without[pair]);
        }

        double difference(int pair) {
            return with[pair] - without[pair];
        }
    }

    private final Claim claim;
    private final String title;
    private final SettingSample sample;
    private final List<int[]> clusters;

    /**
     * A claim, with its experiment as read, over settings.
     *
     * @throws IllegalArgumentException when the experiment has no pairs for each setting
     */
    public ClaimEvaluation(Claim claim, Experiment experiment, Ensemble ensemble, int settings) {
        this.claim = claim;
        title = experiment.title();
        sample = new SettingSample(experiment, ensemble, settings);
        clusters = sample.clusters();
    }

    /** The experiment's title. */
    public String title() {
        return title;
    }

    public int runCount() {
        return sample.runCount();
    }

    /**
     * Runs everything and answers each contrast.
     *
     * @param threads runs at once
     * @param done is given the number of runs done
     */
    public List<Answer> answers(int threads, IntConsumer done) throws InterruptedException {
        RunEnsemble runs = sample.run(threads, done);
        return claim.contrasts().stream()
                .map(contrast -> answer(contrast, pairs(contrast, runs)))
                .toList();
    }

    private Pairs pairs(Contrast contrast, RunEnsemble runs) {
        double[] with = sample.outcomes(runs, contrast.outcome(), contrast.point());
        double[] without = sample.outcomes(runs, contrast.other(), contrast.against());
        double[] closed = sample.outcomes(runs, Outcome.LIFE, contrast.point());
        double[] open = sample.outcomes(runs, Outcome.LIFE, contrast.against());
        for (int i = 0; i < with.length; i++) {
            if (contrast.closing() && !(closed[i] < open[i])) {
                with[i] = Double.NaN;
            }
            if (contrast.quantity() != Quantity.DIFFERENCE && contrast.sign() < 0) {
                with[i] = 1 - with[i];
                without[i] = 1 - without[i];
            }
        }
        return new Pairs(with, without);
    }

    private Answer answer(Contrast contrast, Pairs pairs) {
        ClusterRatio necessity =
                ClusterRatio.of(clusters, i -> pairs.apply(i) && pairs.with[i] == 1, i -> 1 - pairs.without[i]);
        ClusterRatio sufficiency =
                ClusterRatio.of(clusters, i -> pairs.apply(i) && pairs.without[i] == 0, i -> pairs.with[i]);
        ClusterRatio difference = ClusterRatio.of(clusters, pairs::apply, pairs::difference);
        boolean event = contrast.outcome().yesOrNo();
        ClusterRatio quantity = contrast.quantity() == Quantity.DIFFERENCE
                ? difference
                : contrast.quantity() == Quantity.NECESSITY ? necessity : sufficiency;
        int sign = contrast.quantity() == Quantity.DIFFERENCE ? contrast.sign() : 1;
        int room = contrast.quantity() == Quantity.DIFFERENCE
                ? (int) IntStream.range(0, pairs.with.length)
                        .filter(i -> pairs.apply(i) && hasRoom(contrast, pairs, i))
                        .count()
                : quantity.count();
        ClusterRatio held =
                quantity.share(clusters, LEAST_PAIRS_OF_A_SETTING, effect -> sign * effect > contrast.margin());
        boolean answerable = room >= LEAST_ROOM && room >= LEAST_SHARE_WITH_ROOM * difference.count();
        return new Answer(
                contrast,
                contrast.quantity() == Quantity.DIFFERENCE ? quantity.mean() : quantity.share(),
                event ? necessity.share() : Estimate.NONE,
                event ? sufficiency.share() : Estimate.NONE,
                ClusterRatio.of(clusters, pairs::apply, i -> pairs.without[i])
                        .mean()
                        .value(),
                difference.count(),
                room,
                held.share(),
                held.clusters(),
                answerable ? Verdict.over(held.share()) : Verdict.CANNOT_BE_ANSWERED_HERE,
                turns(quantity));
    }

    /**
     * Whether a difference could be on either side of the margin: a fall needs a control from which so much can fall, a rise
     * of a share one below its ceiling; where two outcomes of a run are compared, the first must not be at its ceiling.
     */
    private static boolean hasRoom(Contrast contrast, Pairs pairs, int pair) {
        if (contrast.sign() < 0) {
            return pairs.without[pair] > contrast.margin();
        }
        boolean share = contrast.outcome().yesOrNo()
                || contrast.outcome().measure().unit().equals("share");
        if (contrast.outcome() == contrast.other()) {
            return !share || pairs.without[pair] + contrast.margin() < 1;
        }
        return !share || pairs.with[pair] < 1;
    }

    private List<Turn> turns(ClusterRatio effect) {
        int[] counted = IntStream.range(0, clusters.size())
                .filter(cluster -> effect.count(cluster) >= LEAST_PAIRS_OF_A_SETTING)
                .toArray();
        double[] effects = IntStream.of(counted).mapToDouble(effect::mean).toArray();
        double reported = REPORTED / Math.sqrt(Math.max(0, effects.length - 1));
        if (reported >= 1) {
            return List.of();
        }
        List<Turn> turns = new ArrayList<>();
        for (Parameter parameter : sample.parameters()) {
            double[] values = sample.values(parameter);
            double correlation = Correlation.spearman(
                    IntStream.of(counted)
                            .mapToDouble(cluster -> values[cluster])
                            .toArray(),
                    effects);
            if (Math.abs(correlation) > reported) {
                turns.add(new Turn(parameter, correlation));
            }
        }
        turns.sort(Comparator.comparingDouble(turn -> -Math.abs(turn.correlation())));
        return List.copyOf(turns.subList(0, Math.min(MOST_REPORTED, turns.size())));
    }
}
