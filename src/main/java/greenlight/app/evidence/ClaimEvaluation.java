package greenlight.app.evidence;

import greenlight.app.evidence.Claim.Contrast;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Parameter.Basis;
import greenlight.runner.model.Setting;
import greenlight.runner.sample.LatinHypercube;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Correlation;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A claim put to the model: each arm of its experiment runs with the same random numbers, at the default parameters and at
 * {@value #SETTINGS} other settings, in which every parameter that is estimated or assumed lies anywhere from two thirds to
 * half as much again of its default (a Latin hypercube).
 */
public final class ClaimEvaluation {
    /** Other settings of the uncertain parameters. */
    static final int SETTINGS = 150;
    /** How far a parameter goes up; down, it goes by the same factor. */
    static final double REACH = 1.5;

    /** Rank correlations with an effect beyond this many standard errors are reported; chance gives one in a thousand. */
    private static final double REPORTED = 3.3;

    private static final int MOST_REPORTED = 3;
    private static final int THIRDS = 3;

    /**
     * What came out for one contrast.
     *
     * @param effect mean difference of replications at the default parameters, with its 95 % interval
     * @param replications pairs in which both sides apply
     * @param held of the other settings, share in which the difference is beyond the margin
     * @param settings other settings in which it applies
     * @param turns parameters on which the effect turns, the strongest first
     */
    public record Answer(
            Contrast contrast,
            Estimate effect,
            Verdict verdict,
            int replications,
            double held,
            int settings,
            List<Turn> turns) {}

    /**
     * A parameter on which an effect turns.
     *
     * @param correlation of ranks, over the other settings
     */
    public record Turn(Parameter parameter, double correlation, Third lowest, Third highest) {}

    /** The settings in which a parameter is in its lowest or highest third: its range there, and what the model says. */
    public record Third(double from, double to, Estimate effect, Verdict verdict) {}

    private final Claim claim;
    private final Experiment experiment;
    private final List<Parameter> uncertain;
    private final double[][] multiples;

    /** A claim, with its experiment as read. */
    public ClaimEvaluation(Claim claim, Experiment experiment) {
        this.claim = claim;
        this.experiment = experiment;
        Set<String> varied = experiment.design().factors().stream()
                .map(factor -> factor.key())
                .collect(Collectors.toSet());
        uncertain = experiment.model().parameters().stream()
                .filter(parameter -> parameter.basis() == Basis.ESTIMATED || parameter.basis() == Basis.ASSUMED)
                .filter(parameter ->
                        !varied.contains(parameter.key()) && !experiment.set().containsKey(parameter))
                .map(parameter -> (Parameter) parameter)
                .toList();
        LatinHypercube places = new LatinHypercube(SETTINGS, uncertain.size(), experiment.seed());
        multiples = new double[SETTINGS][];
        for (int setting = 0; setting < SETTINGS; setting++) {
            multiples[setting] = Arrays.stream(places.point(setting))
                    .map(place -> Math.pow(REACH, 2 * place - 1))
                    .toArray();
        }
    }

    public int runCount() {
        return experiment.design().points() * perPoint();
    }

    private int perPoint() {
        return experiment.replications() + SETTINGS;
    }

    /** How many parameters are varied between the other settings. */
    public int uncertainParameters() {
        return uncertain.size();
    }

    /**
     * Runs everything and answers each contrast.
     *
     * @param threads runs at once
     * @param done is given the number of runs done
     */
    public List<Answer> answers(int threads, IntConsumer done) throws InterruptedException {
        List<Wanted> wanted = new ArrayList<>();
        for (int point = 0; point < experiment.design().points(); point++) {
            for (int i = 0; i < perPoint(); i++) {
                wanted.add(wanted(point, i));
            }
        }
        RunEnsemble runs = RunEnsemble.of(experiment.model(), wanted, threads, done);
        return claim.contrasts().stream()
                .map(contrast -> answer(contrast, runs))
                .toList();
    }

    private Wanted wanted(int point, int i) {
        int replications = experiment.replications();
        int replication = i < replications ? i : (i - replications) % replications;
        var run = experiment.run(point * replications + replication);
        Setting setting = i < replications ? run.setting() : moved(run.setting(), multiples[i - replications]);
        return new Wanted(run.scenario(), setting, run.seed());
    }

    private Setting moved(Setting setting, double[] multiples) {
        Setting moved = setting;
        for (int i = 0; i < multiples.length; i++) {
            Parameter parameter = uncertain.get(i);
            moved = moved.with(parameter, moved(parameter, setting.get(parameter), multiples[i]));
        }
        return moved;
    }

    private static double moved(Parameter parameter, double usual, double multiple) {
        double value = Math.max(parameter.from(), Math.min(parameter.to(), usual * multiple));
        return parameter.kind() == Parameter.Kind.INTEGER ? Math.rint(value) : value;
    }

    private Answer answer(Contrast contrast, RunEnsemble runs) {
        double[] usual = differences(contrast, runs, 0, experiment.replications());
        double[] elsewhere = differences(contrast, runs, experiment.replications(), SETTINGS);
        Estimate effect = mean(usual, contrast);
        double[] that = Quantiles.sorted(elsewhere);
        long held = Arrays.stream(that)
                .filter(difference -> contrast.sign() * difference > contrast.margin())
                .count();
        return new Answer(
                contrast,
                effect,
                Verdict.of(effect, contrast.sign(), contrast.margin()),
                Quantiles.sorted(usual).length,
                that.length > 0 ? (double) held / that.length : Double.NaN,
                that.length,
                turns(contrast, elsewhere));
    }

    private double[] differences(Contrast contrast, RunEnsemble runs, int from, int count) {
        double[] values = runs.values(contrast.measure(), contrast.point() * perPoint() + from, count);
        double[] others = runs.values(contrast.other(), contrast.against() * perPoint() + from, count);
        for (int i = 0; i < count; i++) {
            values[i] -= others[i];
        }
        return values;
    }

    /**
     * The mean with its interval. Where all differences are equal, a bootstrap would claim to know the mean exactly; for a
     * share, the rule of three gives what so many equal runs leave open.
     */
    private static Estimate mean(double[] differences, Contrast contrast) {
        double[] those = Quantiles.sorted(differences);
        if (those.length == 0) {
            return new Estimate(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (those[0] == those[those.length - 1] && contrast.measure().yesOrNo()) {
            double open = Math.min(1, RULE_OF_THREE / those.length);
            return new Estimate(those[0], those[0] - open, those[0] + open).clamped(-1, 1);
        }
        return Bootstrap.mean(those);
    }

    /** Upper 95 % bound of a share that was never seen in n runs, times n (Hanley and Lippman-Hand 1983). */
    private static final double RULE_OF_THREE = 3;

    private List<Turn> turns(Contrast contrast, double[] elsewhere) {
        List<Integer> that = new ArrayList<>();
        for (int i = 0; i < elsewhere.length; i++) {
            if (!Double.isNaN(elsewhere[i])) {
                that.add(i);
            }
        }
        double[] effects = that.stream().mapToDouble(i -> elsewhere[i]).toArray();
        List<Turn> turns = new ArrayList<>();
        for (int d = 0; d < uncertain.size(); d++) {
            int parameter = d;
            double[] places =
                    that.stream().mapToDouble(i -> multiples[i][parameter]).toArray();
            double correlation = Correlation.spearman(places, effects);
            if (Math.abs(correlation) * Math.sqrt(Math.max(0, effects.length - 1)) > REPORTED) {
                turns.add(new Turn(
                        uncertain.get(d),
                        correlation,
                        third(contrast, d, that, elsewhere, 0),
                        third(contrast, d, that, elsewhere, THIRDS - 1)));
            }
        }
        turns.sort(Comparator.comparingDouble(turn -> -Math.abs(turn.correlation())));
        return turns.subList(0, Math.min(MOST_REPORTED, turns.size()));
    }

    private Third third(Contrast contrast, int parameter, List<Integer> settings, double[] effects, int which) {
        List<Integer> ordered = settings.stream()
                .sorted(Comparator.comparingDouble(setting -> multiples[setting][parameter]))
                .toList();
        int size = ordered.size() / THIRDS;
        List<Integer> those = ordered.subList(which * size, which == THIRDS - 1 ? ordered.size() : (which + 1) * size);
        Estimate effect = mean(those.stream().mapToDouble(i -> effects[i]).toArray(), contrast);
        Parameter turned = uncertain.get(parameter);
        double usual = experiment.setting(contrast.point()).get(turned);
        return new Third(
                moved(turned, usual, multiples[those.get(0)][parameter]),
                moved(turned, usual, multiples[those.get(those.size() - 1)][parameter]),
                effect,
                Verdict.of(effect, contrast.sign(), contrast.margin()));
    }
}
