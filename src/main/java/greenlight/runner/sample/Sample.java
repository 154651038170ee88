package greenlight.runner.sample;

/** Points of the unit cube, in order; the same for the same arguments and seed on every machine. */
public interface Sample {
    /** How many points there are; they count from 0. */
    int points();

    /** The coordinates of a point, each from 0 to 1; in any order, from several threads. */
    double[] point(int index);
}
