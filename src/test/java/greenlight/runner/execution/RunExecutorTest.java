package greenlight.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.journal.RunRows;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunExecutorTest {
    /** With many threads at work, the one that hands out the runs would hold up the others. */
    @Test
    void parametersAndIdOfARunAreWorkedOutByTheThreadThatRunsIt() throws Exception {
        Experiment experiment = ExperimentReader.read("name: x\nreplications: 3", "x.yaml", new IshigamiModel());
        AtomicReference<Thread> worker = new AtomicReference<>();
        RunTask task = new RunTask(
                experiment,
                new RunRows(experiment),
                () -> {
                    worker.set(Thread.currentThread());
                    return experiment.run(2);
                },
                1);
        assertThat(worker).hasValue(null);
        try (RunExecutor executor = new RunExecutor(1, Optional.empty())) {
            executor.start(task);
            assertThat(executor.take(Duration.ofMinutes(1)).orElseThrow().id())
                    .isEqualTo(experiment.run(2).id());
        }
        assertThat(worker.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }
}
