package greenlight.runner.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Draws from an approximate posterior.
 *
 * @param particles at least one, of equal dimensions
 */
public record Population(List<Particle> particles) {
    /**
     * A point with its share of the posterior.
     *
     * @param point coordinates in the unit cube
     * @param weight above 0; the weights of a population add up to 1
     * @param distance the recorded distance between its outcome and what was observed
     */
    public record Particle(double[] point, double weight, double distance) {}

    /** Refuses an empty population. */
    public Population {
        if (particles.isEmpty()) {
            throw new IllegalArgumentException("A population has at least one particle.");
        }
        particles = List.copyOf(particles);
    }

    /** The number of coordinates of a point. */
    public int dimensions() {
        return particles.get(0).point().length;
    }

    /** The weights, in the order of the particles. */
    public double[] weights() {
        return particles.stream().mapToDouble(Particle::weight).toArray();
    }

    /** One coordinate of all particles, from 0 to 1. */
    public WeightedSample marginal(int dimension) {
        return WeightedSample.of(
                particles.stream()
                        .mapToDouble(particle -> particle.point()[dimension])
                        .toArray(),
                weights());
    }

    /** The distances of all particles. */
    public WeightedSample distances() {
        return WeightedSample.of(
                particles.stream().mapToDouble(Particle::distance).toArray(), weights());
    }

    /**
     * How many particles of equal weight are worth as much (Kish 1965). Particles that descend from one and have moved
     * little are alike, which this does not see: on the toy of {@link SequentialSampler} it was four times too great.
     */
    public double effectiveSize() {
        return 1 / Arrays.stream(weights()).map(weight -> weight * weight).sum();
    }
}
