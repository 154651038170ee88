package greenlight.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.experiment.BadExperiment;
import greenlight.experiment.Experiment;
import greenlight.experiment.ExperimentReader;
import greenlight.experiment.IshigamiModel;
import org.junit.jupiter.api.Test;

/** The test model says that a run takes one byte. */
class ShareTest {
    @Test
    void runsGoSideBySideAsFarAsThereAreRunsThreadsAndMemory() throws BadExperiment {
        assertThat(Share.of(experiment(100), 4, 1000)).isEqualTo(new Share(4, 1));
        assertThat(Share.of(experiment(3), 4, 1000)).isEqualTo(new Share(3, 1));
        assertThat(Share.of(experiment(100), 4, 3)).isEqualTo(new Share(3, 1));
    }

    @Test
    void threadsThatAreLeftWorkInsideTheRuns() throws BadExperiment {
        assertThat(Share.of(experiment(1), 4, 1000)).isEqualTo(new Share(1, 4));
        assertThat(Share.of(experiment(2), 5, 1000)).isEqualTo(new Share(2, 2));
        assertThat(Share.of(experiment(100), 8, 2)).isEqualTo(new Share(2, 4));
    }

    @Test
    void aRunThatDoesNotFitIsRefusedWithWhatWould() throws BadExperiment {
        Experiment experiment = experiment(1);
        BadExperiment refused = catchThrowableOfType(BadExperiment.class, () -> Share.of(experiment, 4, 0));
        assertThat(refused.messages())
                .containsExactly("A run of point 0 takes 0 GB of memory, and 0 GB can be used; what fits is anything,"
                        + " or more memory (JAVA_OPTS=-Xmx...).");
    }

    private static Experiment experiment(int replications) throws BadExperiment {
        return ExperimentReader.read("name: x\nreplications: " + replications, "x.yaml", new IshigamiModel());
    }
}
