package greenlight.experiment;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** A detail table of a single run that its sweep did not record. */
public final class Again {
    private Again() {}

    /**
     * Makes a run again for the sake of a table.
     *
     * @param table the name of one of the model's
     * @return the file: its header and the run's rows; empty when the run fails
     */
    public static Optional<byte[]> table(Experiment experiment, Run run, String table, int threads) {
        Experiment recording = new Experiment(
                experiment.model(),
                experiment.name(),
                experiment.title(),
                experiment.scenario(),
                experiment.replications(),
                experiment.seed(),
                experiment.crn(),
                experiment.set(),
                experiment.design(),
                List.of(table),
                experiment.measures(),
                experiment.text());
        Rows rows = new Rows(recording);
        Ended ended = Session.made(recording, rows, run, threads);
        if (ended.status() != Status.OK) {
            return Optional.empty();
        }
        String name = table + ".csv";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(rows.headers().get(name));
        file.writeBytes(ended.lines().get(name));
        return Optional.of(file.toByteArray());
    }
}
