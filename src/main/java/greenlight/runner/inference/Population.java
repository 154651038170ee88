package greenlight.runner.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * The indices of the particles from the middle outwards, by the weighted sum of Euclidean distances in the unit cube to all
     * others; the first is the medoid (Kaufman and Rousseeuw 1990). Of equals, the lower index comes first.
     *
     * @param dimensions that count, at least one
     */
    public int[] central(int... dimensions) {
        double[] sums = new double[particles.size()];
        for (int i = 0; i < sums.length; i++) {
            for (Particle other : particles) {
                sums[i] += other.weight() * distance(particles.get(i).point(), other.point(), dimensions);
            }
        }
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sums[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double distance(double[] one, double[] other, int... dimensions) {
        double squares = 0;
        for (int k : dimensions) {
            squares += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return Math.sqrt(squares);
    }
}
