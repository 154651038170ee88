package greenlight.app.answer;

import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.sample.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Runs of settings of an ensemble from which headline answers are computed: of each setting, some with its own values, as
 * many for each change of these answers with the same seeds, and as many with seeds of their own, by which the patterns are
 * measured: those that select settings must not share the noise of those that answer.
 */
public final class HeadlineRuns {
    /**
     * How many runs.
     *
     * @param settings how many are drawn by weight; all of the ensemble, with their weights, where it has no more
     * @param runs of each setting and change, at least 2 to know their noise
     * @param users of a run
     * @param seed of all random numbers
     */
    public record Plan(int settings, int runs, int users, long seed) {}

    private final Ensemble ensemble;
    private final Plan plan;
    private final List<HeadlineAnswer> answers;
    private final List<Map<Parameter, Double>> changes;
    private final List<Integer> numbers;
    private final double[] weights;
    private final RunEnsemble made;

    private HeadlineRuns(
            Ensemble ensemble, Plan plan, List<HeadlineAnswer> answers, Map<Integer, Double> drawn, RunEnsemble made) {
        this.ensemble = ensemble;
        this.plan = plan;
        this.answers = List.copyOf(answers);
        changes = changes(answers);
        numbers = List.copyOf(drawn.keySet());
        weights = drawn.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.made = made;
    }

    /** The different changes of some answers, the first of which is none. */
    private static List<Map<Parameter, Double>> changes(List<HeadlineAnswer> answers) {
        return Stream.concat(Stream.of(Map.<Parameter, Double>of()), answers.stream().map(HeadlineAnswer::change))
                .distinct()
                .toList();
    }

    /** Blocks of runs of a setting: one for each change, the last for the patterns. */
    private static int blocks(List<Map<Parameter, Double>> changes) {
        return changes.size() + 1;
    }

    /** How many runs a plan makes for some answers. */
    public static int count(Ensemble ensemble, Plan plan, List<HeadlineAnswer> answers) {
        return drawn(ensemble, plan).size() * blocks(changes(answers)) * plan.runs();
    }

    /**
     * Makes the runs.
     *
     * @param answers that are wanted
     * @param threads runs at once
     * @param done is given the number of runs done
     */
    public static HeadlineRuns of(
            Model model, Ensemble ensemble, Plan plan, List<HeadlineAnswer> answers, int threads, IntConsumer done)
            throws InterruptedException {
        String scenario = model.scenarios().get(0);
        Setting start = model.setting(scenario).with(MarketParameter.USERS, plan.users());
        Map<Integer, Double> drawn = drawn(ensemble, plan);
        List<Wanted> wanted = new ArrayList<>();
        for (int number : drawn.keySet()) {
            Setting setting = start.with(ensemble.values(number));
            for (Map<Parameter, Double> change : changes(answers)) {
                add(wanted, plan, scenario, setting.with(change), SplitMix64.child(plan.seed(), number));
            }
            add(wanted, plan, scenario, setting, SplitMix64.child(plan.seed(), -number));
        }
        return new HeadlineRuns(ensemble, plan, answers, drawn, RunEnsemble.of(model, wanted, threads, done));
    }

    private static void add(List<Wanted> wanted, Plan plan, String scenario, Setting setting, long seed) {
        for (int run = 0; run < plan.runs(); run++) {
            wanted.add(new Wanted(scenario, setting, SplitMix64.child(seed, run)));
        }
    }

    /** The settings with their weights, by number. */
    private static Map<Integer, Double> drawn(Ensemble ensemble, Plan plan) {
        Map<Integer, Double> drawn = new TreeMap<>();
        if (plan.settings() >= ensemble.size()) {
            for (int number = 1; number <= ensemble.size(); number++) {
                drawn.put(number, ensemble.weight(number));
            }
        } else {
            for (int draw = 0; draw < plan.settings(); draw++) {
                drawn.merge(ensemble.number(draw), 1.0, Double::sum);
            }
        }
        return drawn;
    }

    private double[] measures(int setting, int block, int run) {
        return made.measures((setting * blocks(changes) + block) * plan.runs() + run);
    }

    /** The answers for which the runs were made. */
    public List<HeadlineAnswer> answers() {
        return answers;
    }

    /** The numbers of the settings in the ensemble. */
    public List<Integer> numbers() {
        return numbers;
    }

    /** The weights of these settings, in their order. */
    public double[] weights() {
        return weights.clone();
    }

    /** The values of the ensemble's parameters in a setting, by its number there. */
    Map<Parameter, Double> setting(int number) {
        return ensemble.values(number);
    }

    /** The values of a parameter in these settings. */
    public double[] values(MarketParameter parameter) {
        return numbers.stream()
                .mapToDouble(number -> ensemble.values(number).get(parameter))
                .toArray();
    }

    /** The parameters that the ensemble sets. */
    public List<MarketParameter> parameters() {
        return MarketParameter.table().stream()
                .filter(parameter -> ensemble.values(1).containsKey(parameter))
                .toList();
    }

    /**
     * The values of an answer, by setting and run; not-a-number where it does not apply.
     *
     * @throws IllegalArgumentException when no runs were made for it
     */
    public double[][] values(HeadlineAnswer answer) {
        int changed = changes.indexOf(answer.change());
        if (changed < 0) {
            throw new IllegalArgumentException("There are no runs for the answer " + answer.key() + ".");
        }
        double[][] values = new double[numbers.size()][plan.runs()];
        for (int setting = 0; setting < values.length; setting++) {
            for (int run = 0; run < plan.runs(); run++) {
                values[setting][run] = answer.of(measures(setting, 0, run), measures(setting, changed, run));
            }
        }
        return values;
    }

    /** What the runs that no answer uses measure of a pattern, by setting and run; not-a-number where it does not apply. */
    public double[][] values(Pattern pattern) {
        double[][] values = new double[numbers.size()][plan.runs()];
        for (int setting = 0; setting < values.length; setting++) {
            for (int run = 0; run < plan.runs(); run++) {
                values[setting][run] =
                        measures(setting, changes.size(), run)[pattern.measure().ordinal()];
            }
        }
        return values;
    }
}
