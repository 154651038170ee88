package greenlight.runner.dataset;

/**
 * What an experiment set out to do.
 *
 * @param name of the experiment
 * @param title its question
 * @param design its type, such as {@code factorial}, {@code saltelli} or {@code morris}
 * @param common whether the runs of a replication share their luck at all points
 * @param second for a Saltelli design: whether it holds the rows for second-order indices
 * @param levels of a Morris design; 0 when it has none
 * @param guessed whether the design was guessed from the points because no file tells it
 */
public record DesignInfo(
        String name, String title, String design, boolean common, boolean second, int levels, boolean guessed) {}
