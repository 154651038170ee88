package greenlight.runner.execution;

import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.Model;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One run, from its start to the lines of the tables.
 *
 * @param subject gives the run: its parameters and the hash of its id are worked out where it runs
 * @param threads that the run may use inside
 */
public record RunTask(Experiment experiment, RunRows rows, Supplier<Run> subject, int threads)
        implements RunExecutor.Work {
    @Override
    @SuppressWarnings("CatchThrowable") // also a stack or memory used up is the failure of one run
    public RunResult run() {
        Run run = subject.get();
        long start = System.nanoTime();
        try {
            Model.Outcome outcome =
                    experiment.model().run(run.scenario(), run.setting(), run.seed(), threads, experiment.tables());
            return rows.ok(run, outcome, System.nanoTime() - start);
        } catch (Throwable fault) {
            return rows.failed(run, fault, System.nanoTime() - start);
        }
    }

    @Override
    public RunResult givenUp(TimeoutException fault, long nanos) {
        return rows.failed(subject.get(), fault, nanos);
    }
}
