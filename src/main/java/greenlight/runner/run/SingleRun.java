package greenlight.runner.run;

import greenlight.runner.execution.RunTask;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.spec.BadExperiment;
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

    /**
     * The row of a run.
     *
     * @param table the header of {@code runs.csv} and the row
     * @param error why the run failed; empty when it did not
     */
    public record Row(byte[] table, String error) {}

    /**
     * A run's row.
     *
     * @param threads that the run may use inside
     * @throws BadExperiment when the run does not fit into memory
     */
    public Row row(Run run, int threads) throws BadExperiment {
        ThreadAllocation allocation = ThreadAllocation.of(experiment, threads, ThreadAllocation.memory());
        RunResult ended = result(run, allocation.inside());
        return new Row(under(RunRows.RUNS, ended.lines().get(RunRows.RUNS)), ended.error());
    }

    /** The lines of a run, by file; those of a run that fails say so in {@code runs.csv}. */
    public Map<String, byte[]> lines(Run run, int threads) {
        return result(run, threads).lines();
    }

    private RunResult result(Run run, int threads) {
        return new RunTask(experiment, rows, () -> run, threads).run();
    }

    /**
     * A detail table of a run.
     *
     * @param name of one of the experiment's tables
     * @return the file: its header and the run's rows; empty when the run fails
     */
    public Optional<byte[]> table(String name, Run run, int threads) {
        String file = name + ".csv";
        return Optional.ofNullable(lines(run, threads).get(file)).map(lines -> under(file, lines));
    }

    /** The header of a file, and lines under it. */
    private byte[] under(String file, byte[] lines) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(rows.headers().get(file));
        table.writeBytes(lines);
        return table.toByteArray();
    }
}
