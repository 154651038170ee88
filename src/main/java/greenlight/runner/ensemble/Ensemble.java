package greenlight.runner.ensemble;

import greenlight.runner.model.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of some of a model's parameters, each with a weight: what the record leaves possible, such as the sample of a
 * posterior. Immutable.
 */
public final class Ensemble {
    /** The name of its copy among the results of a sweep. */
    public static final String FILE = "ensemble.csv";

    /** The word by which an experiment names the ensemble that its model ships. */
    public static final String WORD = "ensemble";

    /** The column of a setting's number. */
    static final String SETTING = "setting";

    /** The column of a setting's weight. */
    static final String WEIGHT = "weight";

    /**
     * The inverse of the golden ratio. Its multiples, without their whole parts, lie evenly in [0, 1) for any number of them
     * (Knuth 1998, <i>The Art of Computer Programming</i> 3, section 6.4, theorem S).
     */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The first multiple lies in the middle of a step. */
    private static final double MIDDLE = 0.5;

    /**
     * One of the settings.
     *
     * @param weight above 0; the weights of an ensemble need not sum to 1
     * @param values of the ensemble's parameters, the same ones for every member
     */
    public record Member(double weight, Map<Parameter, Double> values) {
        /** Keeps a copy. */
        public Member {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weight " + weight + "; allowed is a number above 0.");
            }
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    private final String text;
    private final List<Member> members;
    private final double[] cumulative;

    /**
     * An ensemble.
     *
     * @param text the table that it was read from
     * @param members at least one
     */
    public Ensemble(String text, List<Member> members) {
        this.text = text;
        this.members = List.copyOf(members);
        cumulative = this.members.stream().mapToDouble(Member::weight).toArray();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    /** How many settings it has. */
    public int size() {
        return members.size();
    }

    /** The table that it was read from. */
    public String text() {
        return text;
    }

    /** The weight of a setting, which counts from 1. */
    public double weight(int number) {
        return members.get(number - 1).weight();
    }

    /** The values of the parameters in a setting, which counts from 1. */
    public Map<Parameter, Double> values(int number) {
        return members.get(number - 1).values();
    }

    /**
     * The number, from 1, of the setting of a replication: the first at which the cumulative weight passes a multiple of the
     * golden ratio. Each setting so has its share of any number of replications, as nearly as whole runs allow.
     *
     * @param replication from 0
     */
    public int number(int replication) {
        double multiple = (replication + MIDDLE) * GOLDEN;
        double at = (multiple - Math.floor(multiple)) * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        // a cumulative weight that is met exactly is not passed
        return Math.min(found >= 0 ? found + 2 : -found, size());
    }
}
