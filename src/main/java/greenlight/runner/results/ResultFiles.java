package greenlight.runner.results;

/** Names of the files that lie beside the tables of a sweep. */
public final class ResultFiles {
    /** The experiment, byte for byte as it was read. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** The columns of all tables, with the digests of their files. */
    public static final String DATA_PACKAGE = "datapackage.json";

    /** How the files came about. */
    public static final String RUN_CRATE = "ro-crate-metadata.json";

    private ResultFiles() {}
}
