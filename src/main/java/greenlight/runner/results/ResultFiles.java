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

    /** How a search went, generation by generation. */
    public static final String HISTORY = "history.csv";

    /** How given points hold up over the settings of an ensemble. */
    public static final String ROBUST = "robust.csv";

    private ResultFiles() {}
}
