package greenlight.runner.inference;

import greenlight.runner.inference.Population.Particle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The particles of a {@link SequentialSampler} with their distances. Copies that have not moved are one member. */
final class Members {
    /** A point with the mean of its measured distances. */
    static final class Member {
        private final double[] point;
        private double distance;
        private int measurements = 1;

        private Member(double[] point, double distance) {
            this.point = point;
            this.distance = distance;
        }

        double[] point() {
            return point;
        }

        int measurements() {
            return measurements;
        }

        /** Takes another measurement of the distance. */
        void measured(double again) {
            measurements++;
            distance += (again - distance) / measurements;
        }
    }

    private final Member[] members;

    /** Particles that are yet to be set. */
    Members(int particles) {
        members = new Member[particles];
    }

    Member get(int particle) {
        return members[particle];
    }

    /** Moves a particle to a point that was measured once. */
    void set(int particle, double[] point, double distance) {
        members[particle] = new Member(point, distance);
    }

    /** The different members within a distance, in the order of the particles. */
    List<Member> different(double limit) {
        return Arrays.stream(members)
                .filter(member -> member.distance <= limit)
                .distinct()
                .toList();
    }

    /** The particles beyond a distance. */
    int[] beyond(double limit) {
        return IntStream.range(0, members.length)
                .filter(i -> members[i].distance > limit)
                .toArray();
    }

    /** The quantile of the distances at a share, but below the greatest; negative if all are equal. */
    double lowerDistance(double share) {
        double[] sorted = Arrays.stream(members)
                .mapToDouble(member -> member.distance)
                .sorted()
                .toArray();
        double greatest = sorted[sorted.length - 1];
        double quantile = sorted[(int) (share * (sorted.length - 1))];
        return quantile < greatest
                ? quantile
                : Arrays.stream(sorted)
                        .filter(distance -> distance < greatest)
                        .max()
                        .orElse(-1);
    }

    /** Particles become copies of random ones within a distance, none of which is copied twice before all are copied once. */
    void replace(int[] dead, double limit, Draws draws) {
        List<Member> alive = new ArrayList<>(Arrays.stream(members)
                .filter(member -> member.distance <= limit)
                .toList());
        for (int i = 0; i < dead.length; i++) {
            int turn = i % alive.size();
            Collections.swap(alive, turn, turn + draws.below(alive.size() - turn));
            members[dead[i]] = alive.get(turn);
        }
    }

    /** The members with the weight of all their copies. */
    Population population() {
        Map<Member, Integer> copies = new LinkedHashMap<>();
        for (Member member : members) {
            copies.merge(member, 1, Integer::sum);
        }
        List<Particle> particles = new ArrayList<>();
        copies.forEach((member, count) ->
                particles.add(new Particle(member.point.clone(), (double) count / members.length, member.distance)));
        return new Population(particles);
    }
}
