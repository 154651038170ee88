package greenlight.runner.inference;

import greenlight.runner.inference.Members.Member;
import greenlight.runner.sample.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Approximate Bayesian computation by adaptive sequential Monte Carlo (Del Moral, Doucet and Jasra 2012, Statistics and
 * Computing 22) in the unit cube, where the prior is uniform. The population is first drawn from the prior. In each stage
 * the tolerance falls to a quantile of the distances, particles beyond it are replaced by copies of others (Drovandi and
 * Pettitt 2011, Biometrics 67), and the copies are moved by Metropolis steps along the difference of two particles (ter
 * Braak 2006, Statistics and Computing 16) in a random subset of dimensions: a step is accepted if its distance is within
 * the tolerance, and one that leaves the cube is rejected without an evaluation.
 *
 * <p>Adaptive population Monte Carlo (Lenormand, Jabot and Deffuant 2013, Computational Statistics 28) was tried on a toy of
 * 30 dimensions, of which 10 are unidentified, 10 weakly and 10 narrowly known in correlated pairs, with a noisy distance and
 * 500 particles: within 68,000 evaluations its importance weights left an effective size of 1, while this sampler needed as
 * many for the posterior, with errors of means as of some 80 independent draws and standard deviations 4 % too small.
 *
 * <p>Whoever evaluates takes the points of {@link #next} and gives their distances to {@link #record}, until
 * {@link #finished}. All is a function of settings, seed and recorded distances: to resume, record the same again.
 * A distance may be noisy. Where a point is measured once, the posterior is that of the noisy outcome, and a point that came
 * out well by chance gathers copies. Where the settings ask for more measurements, the members are measured again at the end of
 * every stage and judged by their means: Monte Carlo within Metropolis (Andrieu and Roberts 2009, Annals of Statistics 37),
 * whose posterior is nearer to that of the mean distance. Not safe for several threads.
 */
public final class SequentialSampler {
    /** Why a sampler has stopped. */
    public enum Stop {
        /** The tolerance of the settings is reached. */
        TOLERANCE,
        /** Too small a share of the proposals was accepted. */
        ACCEPTANCE,
        /** Another stage, or another batch of the last one, would need more evaluations than there may be. */
        EVALUATIONS,
        /** No lower tolerance leaves two different particles. */
        NOTHING_LOWER
    }

    /**
     * A stage that has ended.
     *
     * @param tolerance no particle had a greater distance when it moved
     * @param acceptance the share of proposals that were accepted, those outside the cube counted
     * @param sweeps how often a move of each copy was proposed
     * @param evaluations how many distances were recorded from the beginning to the end of this stage
     */
    public record Stage(double tolerance, double acceptance, int sweeps, int evaluations) {}

    private record Proposal(int particle, double[] point) {}

    /** The scale of steps falls below this share of accepted proposals; few bold steps moved the toy's particles further for
     * the same evaluations than many timid ones. */
    private static final double LOW_ACCEPTANCE = 0.08;

    /** The scale of steps rises above this share. */
    private static final double HIGH_ACCEPTANCE = 0.15;

    /** Factor of a change of the scale. */
    private static final double RESCALING = 1.15;

    /** Assumed of the first stage. */
    private static final double FIRST_ACCEPTANCE = 0.3;

    /** No acceptance is planned for below this, so that a stage ends. */
    private static final double PLANNED_ACCEPTANCE = 0.005;

    private final SamplerSettings settings;
    private final long seed;
    /** The dimensions that proposals step along. */
    private int[] stepping;

    private final Members members;
    private final List<Stage> stages = new ArrayList<>();

    private double tolerance = Double.POSITIVE_INFINITY;
    private double scale = 1;

    /** Of the proposals of the last stage, those within the cube. */
    private double evaluatedShare = 1;

    /** The evaluations when the moves of the stage had ended. */
    private int evaluationsOfMoves;

    private int evaluations;
    private Stop stop;

    /** Of the stage that runs: different survivors, the particles that move, and what is to come. */
    private List<double[]> survivors = List.of();

    private int[] movers = {};
    private int plannedSweeps;
    private int sweep;
    private int proposed;
    private int accepted;
    private List<Proposal> batch = new ArrayList<>();

    /** The members that are measured again by this batch; none where it has proposals. */
    private List<Member> doubted = List.of();

    /** Whether the members of this stage have been measured again. */
    private boolean settled = true;

    /** Whether there are no evaluations for another sweep. */
    private boolean exhausted;

    /** A sampler that waits for the distances of points of the prior. */
    public SequentialSampler(SamplerSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
        stepping = IntStream.range(0, settings.dimensions()).toArray();
        members = new Members(settings.particles());
        for (int i = 0; i < settings.particles(); i++) {
            Draws draws = new Draws(SplitMix64.child(SplitMix64.child(seed, 0), i));
            batch.add(new Proposal(i, draws.uniforms(settings.dimensions())));
        }
    }

    /**
     * From now on, proposals have the other dimensions drawn anew from the prior: those that distances hardly depend on, so
     * that steps along the rest are longer. Right for any choice, and quicker for a good one.
     *
     * @param dimensions that proposals step along, at least one
     */
    public void stepAlong(int... dimensions) {
        if (dimensions.length == 0) {
            throw new IllegalArgumentException("Proposals step along at least one dimension.");
        }
        stepping = dimensions.clone();
    }

    /** Points of the unit cube whose distances are needed next, the same until they are recorded; none when finished. */
    public List<double[]> next() {
        return batch.stream().map(proposal -> proposal.point().clone()).toList();
    }

    /**
     * Takes the distances of the points of {@link #next}, in the same order. What is not a number counts as infinitely far.
     * Refuses another number of distances, and a negative one.
     */
    public void record(double[] measured) {
        if (measured.length != batch.size()) {
            throw new IllegalArgumentException(measured.length + " distances for " + batch.size() + " points.");
        }
        if (Arrays.stream(measured).anyMatch(distance -> distance < 0)) {
            throw new IllegalArgumentException("A distance is at least 0.");
        }
        if (finished()) {
            return;
        }
        for (int i = 0; i < measured.length; i++) {
            double distance = Double.isNaN(measured[i]) ? Double.POSITIVE_INFINITY : measured[i];
            if (!doubted.isEmpty()) {
                doubted.get(i).measured(distance);
            } else if (distance <= tolerance) {
                members.set(batch.get(i).particle(), batch.get(i).point(), distance);
                accepted++;
            }
        }
        evaluations += measured.length;
        batch = new ArrayList<>();
        doubted = List.of();
        advance();
    }

    /** Goes on to the next batch, through the ends of sweeps and stages, or to the end. */
    private void advance() {
        while (batch.isEmpty() && stop == null) {
            if (sweep < plannedSweeps && !exhausted) {
                propose();
            } else if (!settled) {
                measureAgain();
            } else {
                endStage();
            }
        }
    }

    /** The members that have not been measured often enough are the next batch. */
    private void measureAgain() {
        settled = true;
        evaluationsOfMoves = evaluations;
        doubted = members.different(Double.POSITIVE_INFINITY).stream()
                .filter(member -> member.measurements() < settings.measurements())
                .toList();
        batch = new ArrayList<>();
        doubted.forEach(member -> batch.add(new Proposal(-1, member.point())));
    }

    private void endStage() {
        if (settings.measurements() == 1) {
            evaluationsOfMoves = evaluations;
        }
        if (proposed > 0) {
            double acceptance = (double) accepted / proposed;
            int before = stages.isEmpty() ? settings.particles() : last().evaluations();
            evaluatedShare = (double) (evaluationsOfMoves - before) / proposed;
            stages.add(new Stage(tolerance, acceptance, sweep, evaluations));
            if (acceptance < LOW_ACCEPTANCE) {
                scale /= RESCALING;
            } else if (acceptance > HIGH_ACCEPTANCE) {
                scale = Math.min(1, scale * RESCALING);
            }
            if (acceptance < settings.leastAcceptance()) {
                stop = Stop.ACCEPTANCE;
            }
        }
        if (exhausted) {
            stop = Stop.EVALUATIONS;
        }
        if (stop == null && tolerance <= settings.tolerance()) {
            stop = Stop.TOLERANCE;
        }
        if (stop == null) {
            beginStage();
        }
    }

    private void beginStage() {
        double lower = Math.max(settings.tolerance(), members.lowerDistance(settings.kept()));
        double acceptance = stages.isEmpty() ? FIRST_ACCEPTANCE : last().acceptance();
        int sweeps = (int) Math.ceil(settings.moves() / Math.max(PLANNED_ACCEPTANCE, acceptance));
        List<Member> alive = members.different(lower);
        int dead = members.beyond(lower).length;
        if (alive.size() < 2) {
            stop = Stop.NOTHING_LOWER;
        } else if (evaluations + sweeps * dead * evaluatedShare > mostForMoves()) {
            stop = Stop.EVALUATIONS;
        } else {
            tolerance = lower;
            survivors = alive.stream().map(Member::point).toList();
            settled = settings.measurements() == 1;
            plannedSweeps = sweeps;
            sweep = 0;
            proposed = 0;
            accepted = 0;
            movers = members.beyond(lower);
            long parent = SplitMix64.child(seed, stages.size() + 1L);
            members.replace(movers, lower, new Draws(SplitMix64.child(parent, -1)));
        }
    }

    /** How many evaluations there may be before the last ones, which measure all members again. */
    private int mostForMoves() {
        return settings.mostEvaluations() - (settings.measurements() == 1 ? 0 : settings.particles());
    }

    /** One move of each copy; the steps that stay within the cube are the next batch, if they may still be evaluated. */
    private void propose() {
        long parent = SplitMix64.child(SplitMix64.child(seed, stages.size() + 1L), sweep);
        List<Proposal> within = new ArrayList<>();
        for (int mover : movers) {
            Draws draws = new Draws(SplitMix64.child(parent, mover));
            double[] point = DifferenceMove.from(members.get(mover).point(), survivors, stepping, scale, draws);
            if (Arrays.stream(point).allMatch(coordinate -> coordinate >= 0 && coordinate < 1)) {
                within.add(new Proposal(mover, point));
            }
        }
        if (evaluations + within.size() > mostForMoves()) {
            exhausted = true;
        } else {
            batch = within;
            proposed += movers.length;
            sweep++;
        }
    }

    /** Whether no more distances are needed. */
    public boolean finished() {
        return stop != null;
    }

    /** Why the sampler has stopped; null while it has not. */
    public Stop stop() {
        return stop;
    }

    /** The stages that have ended, in order. */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    private Stage last() {
        return stages.get(stages.size() - 1);
    }

    /** The tolerance that all particles are within; infinite until the prior is recorded. */
    public double tolerance() {
        return tolerance;
    }

    /** How many distances were recorded. */
    public int evaluations() {
        return evaluations;
    }

    /**
     * The particles with their distances; one that was copied and has not moved since has the weight of all its copies.
     * Refused before the prior is recorded.
     */
    public Population population() {
        if (evaluations == 0) {
            throw new IllegalStateException("There is no population before the distances of the prior are recorded.");
        }
        return members.population();
    }
}
