package greenlight.runner.design;

import java.util.List;
import java.util.Locale;

/** The types of design that an experiment file may ask for: the table that the reader and the schema share. */
public enum DesignType {
    LIST("the points as given, inline or in a CSV file", "points file"),
    FACTORIAL("every combination of the factors' levels", "factors"),
    ONE_AT_A_TIME("the baseline, then each factor's levels in turn, the others at the baseline", "factors baseline"),
    LATIN_HYPERCUBE("random points, each factor's range covered evenly", "points factors"),
    SOBOL("a scrambled Sobol' sequence: all factors together covered evenly", "points factors"),
    SALTELLI("for Sobol' indices: which share of the variance is whose", "base second_order factors"),
    MORRIS("trajectories for elementary effects: which factors matter at all", "trajectories levels factors"),
    OPTIMISE(
            "a search among the factors' ranges for the points that no other one betters in all objectives",
            "factors objectives constraints population generations fresh disagreement"),
    ROBUST("the points as given, judged over the settings of an ensemble", "points file objectives constraints after");

    private final String meaning;
    private final String keys;

    DesignType(String meaning, String keys) {
        this.meaning = meaning;
        this.keys = keys;
    }

    /** Its spelling in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    /** The keys it has beside {@code type}. */
    public List<String> keys() {
        return List.of(keys.split(" "));
    }

    /** Whether its points are given, inline or in a file. */
    public boolean listed() {
        return this == LIST || this == ROBUST;
    }

    /** Whether its factors are given by their levels; else by their range. */
    public boolean levelled() {
        return this == FACTORIAL || this == ONE_AT_A_TIME;
    }
}
