package greenlight.app.cli.results;

import greenlight.runner.run.Audit;
import greenlight.runner.spec.Experiment;
import java.nio.file.Path;

/** What an audit of results found, in sentences. */
final class AuditText {
    private AuditText() {}

    /** Says which states of the model made the results, and which one this is. */
    static String otherModel(Audit audit, Experiment experiment, Path folder) {
        return folder + ": another state of the model made these runs (digest " + String.join(", ", audit.models())
                + "; this program has " + experiment.model().digest() + ").";
    }

    /** Names the first cell that differs, with both values. */
    static String difference(Audit.Difference difference) {
        return difference.file() + ", line " + difference.line()
                + (difference.column().isEmpty() ? "" : ", column " + difference.column()) + " (run "
                + difference.runId() + "): the file has " + shown(difference.there()) + ", this program gets "
                + shown(difference.here()) + ".";
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "an empty cell" : cell;
    }
}
