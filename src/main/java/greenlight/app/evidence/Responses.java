package greenlight.app.evidence;

import static java.util.Map.entry;

import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter.Basis;
import greenlight.runner.model.Parameter.Kind;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

/**
 * How the headline measures respond to each parameter: runs with the parameter at the low and at the high end of its plausible
 * range, in pairs with common random numbers, all else in both as in one setting of an ensemble.
 */
public final class Responses {
    /** The measures that are looked at. */
    public static final List<Measure> HEADLINE = List.of(
            Measure.HEADLINE_SIGNED,
            Measure.HEADLINE_COLLAPSED,
            Measure.FLAGSHIP_LIFE,
            Measure.QUARTERS_TO_SHUTDOWN,
            Measure.FLAGSHIP_VIDEO_LOSS,
            Measure.STUDIOS_LOSS,
            Measure.DEALS_SIGNED,
            Measure.LAUNCH_USERS,
            Measure.PEAK_ACTIVE,
            Measure.LAST_ACTIVE,
            Measure.RIVALS_REVENUE,
            Measure.RETENTION_1,
            Measure.CONVERSION_AGAINST_PLAN,
            Measure.LABS_ENTERPRISE_REVENUE,
            Measure.SUITS,
            Measure.LEGAL_COST,
            Measure.RAISED,
            Measure.PLATFORMS_SURVIVAL);

    /**
     * What one measure does when one parameter goes from the low to the high end.
     *
     * @param effect mean difference of the pairs in which the measure applies at both ends, with its 95 % interval (Student);
     *     without one where it applies in less than half of the pairs
     * @param strength size of the effect in standard deviations of the measure between all these runs
     * @param pairs in which the measure applies at both ends
     */
    public record Response(
            Measure measure, Estimate effect, double strength, int pairs, Optional<Expectation> expectation) {
        /** What the effect says of the sign that is expected; empty where none is. */
        public Optional<Verdict> verdict() {
            return expectation.map(expected -> Verdict.of(effect, expected.sign(), 0));
        }

        boolean contradicted() {
            return verdict().equals(Optional.of(Verdict.CONTRADICTED));
        }
    }

    /** All responses to one parameter, in the order of the measures. */
    public record Answer(MarketParameter parameter, PlausibleRange range, List<Response> responses) {
        /** Responses whose sign is the opposite of what is expected. */
        public List<Response> contradictions() {
            return responses.stream().filter(Response::contradicted).toList();
        }

        /** Responses whose interval leaves out zero, the strongest first. */
        public List<Response> clear() {
            return responses.stream()
                    .filter(response -> response.effect().clear())
                    .sorted(Comparator.comparingDouble(Response::strength).reversed())
                    .toList();
        }

        /** Whether no measure responds. */
        public boolean inert() {
            return clear().isEmpty();
        }

        /** Strength of the strongest clear response, 0 for none. */
        public double strength() {
            return clear().stream().mapToDouble(Response::strength).max().orElse(0);
        }
    }

    private static final Map<MarketParameter, Double> LONG_RUN = Map.of(MarketParameter.QUARTERS, 96.0);

    /** What is set beside the scenario where a parameter is moved that matters in such a world only. */
    private static final Map<MarketParameter, Map<MarketParameter, Double>> WORLDS = Map.ofEntries(
            // a lab takes GPUs from research and enterprise where more people come than it planned for
            entry(MarketParameter.COMPUTE_TAX, Map.of(MarketParameter.PROJECTED_AUDIENCE, 0.03)),
            // what a studio asks for that has learned from all that failed
            entry(MarketParameter.STRICTEST_GUARANTEE, Map.of(MarketParameter.LESSON_FROM_OTHERS, 1.0)),
            // fines are as large as the law allows by default
            entry(MarketParameter.FINE, Map.of(MarketParameter.LARGEST_FINE, 1e9)),
            entry(MarketParameter.PILOT_COST, Map.of(MarketParameter.PILOT_QUARTERS, 2.0)),
            // what no experience removes, where much else is removed
            entry(MarketParameter.INCOMPRESSIBLE, Map.of(MarketParameter.EXPERIENCE, 0.7)),
            // floors and ceilings, which the market comes near to in the long run
            entry(MarketParameter.GPU_PRICE_FLOOR, LONG_RUN),
            entry(MarketParameter.ENTERPRISE_CEILING, LONG_RUN),
            entry(MarketParameter.FLEET_CEILING, LONG_RUN),
            // moods and opinions, which move over years
            entry(MarketParameter.EXUBERANCE, LONG_RUN),
            entry(MarketParameter.MOOD_REVERSION, LONG_RUN),
            entry(MarketParameter.OPINION_SPREAD, LONG_RUN),
            // start-ups run out of money where investors are sober
            entry(MarketParameter.PIVOT_COST, Map.of(MarketParameter.EXUBERANCE, 0.2)));

    private static final int ENDS = 2;

    private final Model model;
    private final String scenario;
    private final Setting start;
    private final Ensemble ensemble;
    private final List<MarketParameter> parameters;
    private final int replications;
    private final long seed;

    /**
     * Ready to run the model's first scenario.
     *
     * @param ensemble the settings that the pairs go through
     * @param parameters to be varied, of those that {@link #variable} lists
     * @param users agents in each run
     * @param replications pairs of runs for each parameter
     * @param seed fixes all random numbers
     */
    public Responses(
            Model model, Ensemble ensemble, List<MarketParameter> parameters, int users, int replications, long seed) {
        this.model = model;
        this.ensemble = ensemble;
        this.parameters = List.copyOf(parameters);
        this.replications = replications;
        this.seed = seed;
        scenario = model.scenarios().get(0);
        start = model.setting(scenario).with(MarketParameter.USERS, users);
    }

    /** The parameters of the market, in order: all but size, form and horizon of a run. */
    public static List<MarketParameter> variable() {
        return MarketParameter.table().stream()
                .filter(parameter -> parameter.basis() != Basis.CONTROL || parameter.kind() == Kind.SWITCH)
                .toList();
    }

    /** What is set beside the scenario where a parameter is moved, by key; nothing for most. */
    public static Map<MarketParameter, Double> world(MarketParameter parameter) {
        return WORLDS.getOrDefault(parameter, Map.of());
    }

    private Setting setting(MarketParameter moved, double value, int replication) {
        Setting setting = start.completed(ensemble.values(ensemble.number(replication)));
        for (Map.Entry<MarketParameter, Double> other : world(moved).entrySet()) {
            setting = setting.with(other.getKey(), other.getValue());
        }
        return setting.with(moved, value);
    }

    public int runCount() {
        return parameters.size() * ENDS * replications;
    }

    /**
     * Runs everything.
     *
     * @param threads runs at once
     * @param done is given the number of runs done
     */
    public List<Answer> answers(int threads, IntConsumer done) throws InterruptedException {
        List<PlausibleRange> ranges = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (MarketParameter parameter : parameters) {
            PlausibleRange range = PlausibleRange.of(parameter, start.get(parameter));
            ranges.add(range);
            for (double value : List.of(range.low(), range.high())) {
                for (int replication = 0; replication < replications; replication++) {
                    wanted.add(new Wanted(
                            scenario, setting(parameter, value, replication), Experiment.child(seed, replication)));
                }
            }
        }
        RunEnsemble runs = RunEnsemble.of(model, wanted, threads, done);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            MarketParameter parameter = parameters.get(i);
            int from = i * ENDS * replications;
            answers.add(new Answer(
                    parameter,
                    ranges.get(i),
                    HEADLINE.stream()
                            .map(measure -> response(
                                    measure,
                                    runs.values(measure, from, replications),
                                    runs.values(measure, from + replications, replications),
                                    Expectation.of(parameter, measure)))
                            .toList()));
        }
        return answers;
    }

    static Response response(Measure measure, double[] low, double[] high, Optional<Expectation> expectation) {
        double[] differences = new double[low.length];
        for (int i = 0; i < low.length; i++) {
            differences[i] = high[i] - low[i];
        }
        Estimate effect = Estimate.mean(differences);
        int pairs = Moments.of(differences).count();
        if (ENDS * pairs < low.length) {
            effect = Estimate.bare(effect.value());
        }
        double deviation = Moments.of(DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high))
                        .toArray())
                .deviation();
        double strength = deviation > 0 ? Math.abs(effect.value()) / deviation : 0;
        return new Response(measure, effect, strength, pairs, expectation);
    }
}
