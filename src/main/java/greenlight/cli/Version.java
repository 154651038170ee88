package greenlight.cli;

/** What the program calls itself. */
final class Version {
    /** Version of the model's rules, part of every {@code run_id}; a test holds it equal to the pom's. */
    static final String MODEL = "0.1.0";

    private Version() {}
}
