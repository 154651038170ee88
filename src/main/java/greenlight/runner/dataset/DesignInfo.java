package greenlight.runner.dataset;

/**
 * What an experiment set out to do.
 *
 * @param name of the experiment
 * @param title its question
 * @param design its type, such as {@code factorial}, {@code saltelli} or {@code morris}
 * @param common whether the runs of a replication share their random numbers at all points
 * @param second for a Saltelli design: whether it holds the rows for second-order indices
 * @param levels of a Morris design; 0 when it has none
 * @param guessed whether the design was guessed from the points because no file tells it
 */
public record DesignInfo(
        String name, String title, String design, boolean common, boolean second, int levels, boolean guessed) {
    /** The name of the design, with its article. */
    public String designInWords() {
        return switch (design) {
            case "factorial" -> "a full factorial";
            case "one-at-a-time" -> "one factor at a time";
            case "latin-hypercube" -> "a Latin hypercube or another random sample";
            case "sobol" -> "a Sobol' sequence";
            case "saltelli" -> "a Saltelli design";
            case "morris" -> "Morris trajectories";
            case "single" -> "a single point";
            case "optimise" -> "a search";
            case "robust" -> "judged points";
            default -> "a list of points";
        };
    }
}
