package greenlight.app.posterior;

import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.inference.Population;
import greenlight.runner.inference.SamplerSettings;
import greenlight.runner.inference.SequentialSampler;
import greenlight.runner.model.Model;
import greenlight.runner.model.Setting;
import greenlight.runner.sample.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Sequential calibration to a {@link Target}: settings are drawn from the priors, and a population of them
 * moves towards it ({@link SequentialSampler}). Every evaluation has random numbers of its own, so that no setting is
 * kept for the seeds that all had. After the first population a {@link Screening} tells which parameters the patterns can
 * see; the others are drawn anew from their priors with each proposal.
 */
public final class SequentialCalibration {
    /** Evaluations that are made and noted together. */
    private static final int CHUNK = 64;

    /** How often a copy should move before the next tolerance: less often than is usual, since a run is dear. */
    private static final double MOVES = 2;

    /** How often a setting that stays is measured: with more, one that came out well by chance does not stay. */
    private static final int MEASUREMENTS = 4;

    /**
     * What is asked for.
     *
     * @param scenario in which all runs start
     * @param particles settings of the population
     * @param evaluations settings that are tried, at most
     * @param runs of each setting
     * @param users of a run
     * @param seed of all random numbers
     */
    public record Plan(String scenario, int particles, int evaluations, int runs, int users, long seed) {
        /** The same with another seed. */
        public Plan withSeed(long other) {
            return new Plan(scenario, particles, evaluations, runs, users, other);
        }

        /** The plan and the model that it is for, a line each: what another plan or model differs in. */
        public String text(Model model) {
            return "model: " + model.name() + " " + model.version() + "\ndigest: " + model.digest() + "\nscenario: "
                    + scenario + "\nparticles: " + particles + "\nevaluations: " + evaluations + "\nruns: " + runs
                    + "\nusers: " + users + "\nseed: " + seed + "\n";
        }
    }

    private final Model model;
    private final Plan plan;
    private final PriorSpace space;
    private final Target target;
    private final Setting start;
    private final SequentialSampler sampler;
    private final List<double[]> prior;
    private final List<Evaluation> evaluated = new ArrayList<>();

    /** A calibration that has not begun. */
    public SequentialCalibration(Model model, Plan plan, PriorSpace space, Target target) {
        this.model = model;
        this.plan = plan;
        this.space = space;
        this.target = target;
        start = model.setting(plan.scenario()).with(MarketParameter.USERS, plan.users());
        sampler = new SequentialSampler(
                SamplerSettings.of(space.dimensions(), plan.particles(), plan.evaluations())
                        .withMoves(MOVES)
                        .withMeasurements(MEASUREMENTS),
                plan.seed());
        prior = sampler.next();
    }

    /**
     * Evaluates until the sampler is finished.
     *
     * @param known evaluations of an earlier session, in order; they are not made again
     * @param journal takes the others
     * @param threads runs at once
     * @param done is given the number of runs so far
     */
    void run(List<Evaluation> known, EvaluationJournal journal, int threads, IntConsumer done)
            throws IOException, InterruptedException {
        while (!sampler.finished()) {
            List<double[]> batch = sampler.next();
            int first = evaluated.size();
            int last = first + batch.size();
            evaluated.addAll(known.subList(Math.min(first, known.size()), Math.min(last, known.size())));
            while (evaluated.size() < last) {
                int from = evaluated.size();
                int chunk = first + (from - first) / CHUNK * CHUNK;
                int to = Math.min(last, chunk + CHUNK);
                List<Evaluation> made = evaluate(batch.subList(from - first, to - first), chunk, from - chunk, threads);
                journal.add(made);
                evaluated.addAll(made);
                done.accept(evaluated.size() * plan.runs());
            }
            sampler.record(evaluated.subList(first, last).stream()
                    .mapToDouble(evaluation -> evaluation.distance(target))
                    .toArray());
            if (first == 0) {
                sampler.stepAlong(screening().seen());
            }
        }
    }

    /** Evaluates points of a chunk, whose runs are keyed by its first evaluation and their places in it. */
    private List<Evaluation> evaluate(List<double[]> points, int chunk, int place, int threads)
            throws InterruptedException {
        return measured(points, place, plan.runs(), SplitMix64.child(plan.seed(), chunk + 1L), threads, n -> {})
                .stream()
                .map(measured -> Evaluation.of(measured, target))
                .toList();
    }

    /** What runs of some points measure, by pattern and run; the points have places from one on under a seed. */
    private List<double[][]> measured(
            List<double[]> points, int place, int runs, long seed, int threads, IntConsumer done)
            throws InterruptedException {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Setting setting = space.setting(start, points.get(i));
            for (int run = 0; run < runs; run++) {
                wanted.add(new Wanted(
                        plan.scenario(), setting, SplitMix64.child(seed, (long) (place + i) * runs + run)));
            }
        }
        RunEnsemble ensemble = RunEnsemble.of(model, wanted, threads, done);
        List<double[][]> measured = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[][] of = new double[Pattern.values().length][];
            for (Pattern pattern : Pattern.values()) {
                of[pattern.ordinal()] = ensemble.values(pattern.measure(), i * runs, runs);
            }
            measured.add(of);
        }
        return measured;
    }

    /** What one run of a point measures, by pattern; not-a-number where one does not apply. */
    public double[] simulated(double[] point, long seed) throws InterruptedException {
        double[][] measured = measured(List.of(point), 0, 1, seed, 1, n -> {}).get(0);
        return Arrays.stream(measured).mapToDouble(runs -> runs[0]).toArray();
    }

    /** What the settings of the ensemble measure in fresh runs: by setting, pattern and run. */
    public List<double[][]> again(int runs, int threads, IntConsumer done) throws InterruptedException {
        List<double[]> points = population().particles().stream()
                .map(Population.Particle::point)
                .toList();
        return measured(points, 0, runs, SplitMix64.child(plan.seed(), -1), threads, done);
    }

    /** What the settings drawn from the priors say of which parameters the patterns can see. */
    public Screening screening() {
        return new Screening(prior, evaluated.subList(0, prior.size()), target.counted());
    }

    /** Of the settings drawn from the priors, share that meet a pattern's target. */
    public double priorShare(Pattern pattern) {
        return (double) evaluated.subList(0, prior.size()).stream()
                        .filter(evaluation -> evaluation.holds(pattern))
                        .count()
                / prior.size();
    }

    /** The settings that are left, with weights. */
    public Population population() {
        return sampler.population();
    }

    /** The stages, in order: tolerances, shares of accepted proposals, evaluations. */
    public List<SequentialSampler.Stage> stages() {
        return sampler.stages();
    }

    public Plan plan() {
        return plan;
    }

    /** What is calibrated to. */
    public Target target() {
        return target;
    }

    public PriorSpace space() {
        return space;
    }
}
