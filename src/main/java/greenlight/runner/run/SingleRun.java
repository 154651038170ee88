package greenlight.runner.run;

import greenlight.runner.execution.RunTask;
import greenlight.runner.journal.RunRows;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;

/** Runs of an experiment outside of a sweep: the text of their rows, in memory. */
public final class SingleRun {
    private final Experiment experiment;
    private final RunRows rows;

    public SingleRun(Experiment experiment) {
        this.experiment = experiment;
        rows = new RunRows(experiment);
    }

    /** The lines of a run, by file; those of a run that fails say so in {@code runs.csv}. */
    public Map<String, byte[]> lines(Run run, int threads) {
        return new RunTask(experiment, rows, run, threads).run().lines();
    }

    /**
     * A detail table of a run.
     *
     * @param name of one of the experiment's tables
     * @return the file: its header and the run's rows; empty when the run fails
     */
    public Optional<byte[]> table(String name, Run run, int threads) {
        String file = name + ".csv";
        return Optional.ofNullable(lines(run, threads).get(file)).map(lines -> {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            table.writeBytes(rows.headers().get(file));
            table.writeBytes(lines);
            return table.toByteArray();
        });
    }
}
