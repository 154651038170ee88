package greenlight.runner.results;

/** Names of the files that lie beside the tables of a sweep. */
public final class ResultFiles {
    /** The experiment, byte for byte as it was read. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** The columns of all tables, with the digests of their files. */
    public static final String DATA_PACKAGE = "datapackage.json";

    /** How the files came about. */
    public static final String RUN_CRATE = "ro-crate-metadata.json";

    /** The points that a search found. */
    public static final String FRONT = "front.csv";

    /** The points that a search found, as a list reads them. */
    public static final String FRONT_POINTS = "front-points.csv";

    /** Runs of the points that a search found, on fresh replications. */
    public static final String FRESH = "fresh.csv";

    /** Runs without an agreement between the parties of a search. */
    public static final String DISAGREEMENT = "disagreement.csv";

    /** How a search went, generation by generation. */
    public static final String HISTORY = "history.csv";

    /** How given points hold up over the settings of an ensemble. */
    public static final String ROBUST = "robust.csv";

    /** The same, setting by setting. */
    public static final String REGRET = "regret.csv";

    /** Where among the settings given points miss their thresholds. */
    public static final String FAILURES = "failures.csv";

    /** The same by classification trees. */
    public static final String FAILURE_TREES = "failure-trees.csv";

    private ResultFiles() {}
}
