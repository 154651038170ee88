package greenlight.experiment;

import greenlight.parameter.Dial;
import greenlight.parameter.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to a model: a setting, a design of points around it, and how often each is repeated.
 *
 * @param name names the folder of results: letters, digits, {@code -} and {@code _}
 * @param scenario where every run starts, unless the scenario is a factor
 * @param replications runs of each point, at least 1
 * @param seed fixes the chance of the whole experiment
 * @param crn common random numbers: replication <i>r</i> has the same seed at every point
 * @param set dials turned for every run, over what the scenario sets
 * @param tables names of the detail tables to write
 * @param measures keys of the measures to write, in the model's order; given empty, all of them
 * @param text the file as read
 */
public record Experiment(
        Model model,
        String name,
        String title,
        String scenario,
        int replications,
        long seed,
        boolean crn,
        Map<Dial, Double> set,
        Design design,
        List<String> tables,
        List<String> measures,
        String text) {

    /** The most runs an experiment may have. */
    public static final int MOST_RUNS = 10_000_000;

    /** 2^64 divided by the golden ratio, odd: the stride of SplitMix64. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** The finaliser's multipliers. */
    private static final long FIRST = 0xBF58476D1CE4E5B9L;

    private static final long SECOND = 0x94D049BB133111EBL;

    public Experiment {
        if (replications < 1 || (long) design.points() * replications > MOST_RUNS) {
            throw new IllegalArgumentException(design.points() + " points with " + replications
                    + " replications each; allowed are 1 to " + MOST_RUNS + " runs.");
        }
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        tables = List.copyOf(tables);
        List<String> wanted = List.copyOf(measures);
        measures = model.measures().stream()
                .map(Model.Column::key)
                .filter(key -> wanted.isEmpty() || wanted.contains(key))
                .toList();
    }

    /** How many runs there are: points times replications. */
    public int runCount() {
        return design.points() * replications;
    }

    /** The run at a place in the design's order: by point, then by replication. */
    public Run run(int index) {
        int point = index / replications;
        int replication = index % replications;
        String start = scenario;
        for (int factor = 0; factor < design.factors().size(); factor++) {
            if (design.factors().get(factor).dial().isEmpty()) {
                start = model.scenarios().get((int) design.level(point, factor));
            }
        }
        Parameters setting = setting(start);
        for (int factor = 0; factor < design.factors().size(); factor++) {
            Dial dial = design.factors().get(factor).dial().orElse(null);
            setting = dial == null ? setting : setting.with(dial, design.level(point, factor));
        }
        long runSeed = seed(point, replication);
        String id = Run.id(model.version(), start, setting, runSeed);
        return new Run(index, point, replication, runSeed, start, setting, id);
    }

    /** What every run that starts from a scenario has in common. */
    public Parameters setting(String start) {
        Parameters setting = model.setting(start);
        for (Map.Entry<Dial, Double> turned : set.entrySet()) {
            setting = setting.with(turned.getKey(), turned.getValue());
        }
        return setting;
    }

    private long seed(int point, int replication) {
        return child(crn ? seed : child(seed, point), replication);
    }

    /**
     * The <i>n</i>th 64-bit number of a SplitMix64 generator (Steele, Lea and Flood 2014, with Stafford's thirteenth
     * finaliser) that begins at the mixed parent; no two numbers of one parent are equal.
     */
    static long child(long parent, int n) {
        return mixed(mixed(parent) + STRIDE * (n + 1L));
    }

    /** The seed of the experiment whose first replication has a given seed: so that one run is an experiment too. */
    public static long parent(long runSeed) {
        return unmixed(unmixed(runSeed) - STRIDE);
    }

    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * FIRST;
        long twice = (once ^ (once >>> 27)) * SECOND;
        return twice ^ (twice >>> 31);
    }

    private static long unmixed(long bits) {
        long twice = unshifted(bits, 31);
        long once = unshifted(twice * inverse(SECOND), 27);
        return unshifted(once * inverse(FIRST), 30);
    }

    /** Undoes {@code x ^ (x >>> shift)}: each turn mends as many bits again, from the top. */
    private static long unshifted(long bits, int shift) {
        long x = bits;
        for (int mended = shift; mended < Long.SIZE; mended += shift) {
            x = bits ^ (x >>> shift);
        }
        return x;
    }

    /** Of an odd number, modulo 2^64, by Newton's iteration: each turn doubles the bits that are right, from 3. */
    private static long inverse(long odd) {
        long x = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
