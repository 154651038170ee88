package greenlight.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.journal.Checkpoint;
import greenlight.runner.journal.StatusCounts;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import greenlight.runner.spec.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSchedulerTest {
    private static final String DESIGN = "design: {type: factorial, factors: {a: [1, 2, 3]}}\n";

    private static final Checkpoint NOTHING =
            new Checkpoint("", 0, 0, new double[0], StatusCounts.NONE, Map.of(), List.of());

    private static Experiment experiment(String text) throws Exception {
        return ExperimentReader.read("name: x\n" + text + DESIGN, "x.yaml", new IshigamiModel());
    }

    /** Places in the order in which runs start, each of which ends at once with the place as its value. */
    private static List<Integer> started(Experiment experiment, Shard shard, int window) {
        RunScheduler scheduler = new RunScheduler(experiment, shard, NOTHING, window);
        List<Integer> started = new ArrayList<>();
        for (int place = scheduler.start(any -> false); place >= 0; place = scheduler.start(any -> false)) {
            started.add(place);
            scheduler.ended(place, place);
            while (scheduler.write() >= 0 && started.contains(scheduler.write())) {
                scheduler.wrote();
            }
        }
        assertThat(scheduler.over()).isTrue();
        return started;
    }

    @Test
    void replicationsGoRoundThePointsThatAreOpen() throws Exception {
        Experiment experiment = experiment("replications: 2\n");
        assertThat(started(experiment, Shard.WHOLE, 100)).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(started(experiment, Shard.WHOLE, 2)).containsExactly(0, 2, 1, 3, 4, 5);
        assertThat(started(experiment, Shard.WHOLE, 1)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void pointsThatNeedMoreReplicationsGoOnGoingRound() throws Exception {
        Experiment experiment = experiment("replications: 2\nprecision: {measure: y, half_width: 0.1, most: 5}\n");
        assertThat(started(experiment, Shard.WHOLE, 100))
                .containsExactly(0, 5, 10, 1, 6, 11, 2, 7, 12, 3, 8, 13, 4, 9, 14);
    }

    @Test
    void shardsPartTheRunsAndEachComesToItsEnd() throws Exception {
        for (String precision : List.of("", "precision: {measure: y, half_width: 0.1, most: 5}\n")) {
            Experiment experiment = experiment("replications: 2\n" + precision);
            List<Integer> all = new ArrayList<>();
            for (int part = 1; part <= 4; part++) {
                all.addAll(started(experiment, new Shard(part, 4), 100));
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(started(experiment, Shard.WHOLE, 1));
        }
    }
}
