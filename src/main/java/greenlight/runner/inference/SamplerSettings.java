package greenlight.runner.inference;

/**
 * What a {@link SequentialSampler} is to do.
 *
 * @param dimensions how many parameters there are, at least 1
 * @param particles how many particles the population has, at least 4
 * @param kept the share of particles, between 0 and 1, whose distances set the next tolerance
 * @param moves how often a copied particle is expected to be moved before the next tolerance, above 0; with few moves copies stay
 *     together, and the population is worth fewer particles than it has
 * @param measurements how often a point that stays is measured, at least 1; its distance is their mean
 * @param tolerance the sampler stops when it has reached this distance, at least 0
 * @param leastAcceptance the sampler stops when a smaller share of its proposals is accepted, from 0 to 1
 * @param mostEvaluations the sampler never asks for more distances than this, at least as many as particles
 */
public record SamplerSettings(
        int dimensions,
        int particles,
        double kept,
        double moves,
        int measurements,
        double tolerance,
        double leastAcceptance,
        int mostEvaluations) {
    private static final int LEAST_PARTICLES = 4;
    private static final double KEPT = 0.5;
    private static final double MOVES = 4;
    private static final double LEAST_ACCEPTANCE = 0.01;

    /** Refuses what is out of range. */
    public SamplerSettings {
        require(dimensions >= 1, "at least 1 dimension, not " + dimensions);
        require(particles >= LEAST_PARTICLES, "at least " + LEAST_PARTICLES + " particles, not " + particles);
        require(kept > 0 && kept < 1, "to keep a share between 0 and 1, not " + kept);
        require(moves > 0 && Double.isFinite(moves), "a finite number of moves above 0, not " + moves);
        require(measurements >= 1, "at least 1 measurement, not " + measurements);
        require(tolerance >= 0, "a tolerance of at least 0, not " + tolerance);
        require(leastAcceptance >= 0 && leastAcceptance <= 1, "a least acceptance from 0 to 1, not " + leastAcceptance);
        require(
                mostEvaluations >= particles,
                "an evaluation for each of " + particles + " particles, not " + mostEvaluations);
    }

    /** With the usual shares, and no tolerance to stop at. */
    public static SamplerSettings of(int dimensions, int particles, int mostEvaluations) {
        return new SamplerSettings(dimensions, particles, KEPT, MOVES, 1, 0, LEAST_ACCEPTANCE, mostEvaluations);
    }

    /** The same with a tolerance to stop at. */
    public SamplerSettings withTolerance(double lowest) {
        return new SamplerSettings(
                dimensions, particles, kept, moves, measurements, lowest, leastAcceptance, mostEvaluations);
    }

    /** The same with another number of moves. */
    public SamplerSettings withMoves(double times) {
        return new SamplerSettings(
                dimensions, particles, kept, times, measurements, tolerance, leastAcceptance, mostEvaluations);
    }

    /** The same with another number of measurements. */
    public SamplerSettings withMeasurements(int times) {
        return new SamplerSettings(
                dimensions, particles, kept, moves, times, tolerance, leastAcceptance, mostEvaluations);
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("The sampler needs " + what + ".");
        }
    }
}
