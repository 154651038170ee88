package greenlight.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import org.junit.jupiter.api.Test;

/** The test model says that a run takes one byte. */
class ThreadAllocationTest {
    @Test
    void runsGoSideBySideAsFarAsThereAreRunsThreadsAndMemory() throws BadExperiment {
        assertThat(ThreadAllocation.of(experiment(100), 4, 1000)).isEqualTo(new ThreadAllocation(4, 1));
        assertThat(ThreadAllocation.of(experiment(3), 4, 1000)).isEqualTo(new ThreadAllocation(3, 1));
        assertThat(ThreadAllocation.of(experiment(100), 4, 3)).isEqualTo(new ThreadAllocation(3, 1));
    }

    @Test
    void threadsThatAreLeftWorkInsideTheRuns() throws BadExperiment {
        assertThat(ThreadAllocation.of(experiment(1), 4, 1000)).isEqualTo(new ThreadAllocation(1, 4));
        assertThat(ThreadAllocation.of(experiment(2), 5, 1000)).isEqualTo(new ThreadAllocation(2, 2));
        assertThat(ThreadAllocation.of(experiment(100), 8, 2)).isEqualTo(new ThreadAllocation(2, 4));
    }

    @Test
    void aRunThatDoesNotFitIsRefusedWithWhatWould() throws BadExperiment {
        Experiment experiment = experiment(1);
        BadExperiment refused = catchThrowableOfType(BadExperiment.class, () -> ThreadAllocation.of(experiment, 4, 0));
        assertThat(refused.messages())
                .containsExactly("A run of point 0 takes 0 GB of memory, and 0 GB can be used; what fits is anything,"
                        + " or more memory (JAVA_OPTS=-Xmx...).");
    }

    private static Experiment experiment(int replications) throws BadExperiment {
        return ExperimentReader.read("name: x\nreplications: " + replications, "x.yaml", new IshigamiModel());
    }
}
