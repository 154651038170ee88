package greenlight.runner.execution;

import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.Model;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.util.concurrent.TimeoutException;

/**
 * One run, from its start to the lines of the tables.
 *
 * @param threads that the run may use inside
 */
public record RunTask(Experiment experiment, RunRows rows, Run subject, int threads) implements RunExecutor.Work {
    @Override
    @SuppressWarnings("CatchThrowable") // also a stack or memory used up is the failure of one run
    public RunResult run() {
        long start = System.nanoTime();
        try {
            Model.Outcome outcome = experiment
                    .model()
                    .run(subject.scenario(), subject.setting(), subject.seed(), threads, experiment.tables());
            return rows.ok(subject, outcome, System.nanoTime() - start);
        } catch (Throwable fault) {
            return rows.failed(subject, fault, System.nanoTime() - start);
        }
    }

    @Override
    public RunResult givenUp(TimeoutException fault, long nanos) {
        return rows.failed(subject, fault, nanos);
    }
}
