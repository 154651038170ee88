package greenlight.runner.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.design.Design;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final IshigamiModel MODEL = new IshigamiModel();

    private static Experiment experiment(String lines) throws BadExperiment {
        return ExperimentReader.read("name: x\n" + lines, "x.yaml", MODEL);
    }

    private static List<Run> runs(Experiment experiment) {
        return IntStream.range(0, experiment.runCount())
                .mapToObj(experiment::run)
                .toList();
    }

    @Test
    void runsAreOrderedByPointThenReplication() throws BadExperiment {
        Experiment experiment = experiment("replications: 3\nset: {x2: 2}\n"
                + "design: {type: factorial, factors: {x1: [0, 1], scenario: [steep, calm]}}");
        List<Run> runs = runs(experiment);
        assertThat(runs).extracting(Run::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(runs).extracting(Run::point).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(runs).extracting(Run::replication).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(runs.get(4).scenario()).isEqualTo("calm");
        assertThat(runs.get(4).setting())
                .isEqualTo(Setting.of(MODEL.parameters()).with(Ishigami.X2, 2).with(Ishigami.X1, 0));
        assertThat(runs.get(6).scenario()).isEqualTo("steep");
        assertThat(runs.get(6).setting().get(Ishigami.B)).isEqualTo(0.5);
        assertThat(runs.get(6).setting().get(Ishigami.X1)).isEqualTo(1);
    }

    @Test
    void allPointsShareTheSeedsOfTheReplicationsUnlessToldOtherwise() throws BadExperiment {
        String rest = "replications: 4\ndesign: {type: factorial, factors: {x1: [0, 1, 2]}}";
        List<Run> common = runs(experiment(rest));
        assertThat(common)
                .allMatch(run -> run.seed() == common.get(run.replication()).seed());
        assertThat(seeds(common)).hasSize(4);
        List<Run> own = runs(experiment("crn: false\n" + rest));
        assertThat(seeds(own)).hasSize(12).doesNotContainAnyElementsOf(seeds(common));
        assertThat(seeds(runs(experiment("seed: 2\n" + rest)))).doesNotContainAnyElementsOf(seeds(common));
    }

    private static Set<Long> seeds(List<Run> runs) {
        Set<Long> seeds = new HashSet<>();
        runs.forEach(run -> seeds.add(run.seed()));
        return seeds;
    }

    /** The first numbers of SplitMix64 from 0, as published with its reference code by Vigna. */
    @Test
    void seedsAreThoseOfSplitMix64() {
        assertThat(Experiment.child(0, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(Experiment.child(0, 1)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(Experiment.child(0, 2)).isEqualTo(0x06C45D188009454FL);
    }

    @Test
    void equalInputsHaveEqualIdsInWhateverExperiment() throws BadExperiment {
        Run listed =
                experiment("design: {type: list, points: [{x1: 2}, {x1: 1}]}").run(1);
        Run crossed = experiment("design: {type: factorial, factors: {x1: {from: 1, to: 2, step: 1}}}")
                .run(0);
        Run alone = experiment("title: another\nset: {x1: 1.0}").run(0);
        assertThat(listed.id()).isEqualTo(crossed.id()).isEqualTo(alone.id()).matches("r[0-9a-f]{16}");
    }

    /** {@code printf 'model=1.0\nscenario=calm\nx1=0.0\n...' | sha256sum} of GNU coreutils. */
    @Test
    void theIdIsTheDigestOfTheInputsAsText() {
        assertThat(Run.id("1.0", "calm", Setting.of(MODEL.parameters()), 1)).isEqualTo("rce9635557e2c53e7");
    }

    @Test
    void anyOtherInputGivesAnotherId() {
        Setting setting = Setting.of(MODEL.parameters());
        Set<String> ids = new HashSet<>();
        ids.add(Run.id("1.0", "calm", setting, 1));
        ids.add(Run.id("1.1", "calm", setting, 1));
        ids.add(Run.id("1.0", "steep", setting, 1));
        ids.add(Run.id("1.0", "calm", setting, 2));
        for (Parameter parameter : MODEL.parameters()) {
            ids.add(Run.id("1.0", "calm", setting.with(parameter, parameter.to()), 1));
        }
        assertThat(ids).hasSize(4 + MODEL.parameters().size());
    }

    @Test
    void anExperimentHasAtLeastOneRunOfEachPointAndNotTooMany() throws BadExperiment {
        Experiment fine = experiment("");
        for (int replications : new int[] {0, -1, 10_000_001}) {
            assertThatThrownBy(() -> new Experiment(
                            fine.model(),
                            fine.name(),
                            fine.title(),
                            fine.scenario(),
                            fine.set(),
                            Design.single(),
                            new Experiment.Repetition(replications, fine.seed(), fine.crn()),
                            fine.recording(),
                            fine.source()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "1 points with " + replications + " replications each; allowed are 1 to 10000000 runs.");
        }
    }

    @Test
    void aLargeDesignTakesNoMoreRoomThanItsLevels() throws BadExperiment {
        Experiment experiment = experiment("replications: 10\ndesign: {type: factorial, factors: {"
                + "a: {from: 0.01, to: 10, step: 0.01}, b: {from: 0.001, to: 1, step: 0.001}}}");
        assertThat(experiment.runCount()).isEqualTo(10_000_000);
        Run last = experiment.run(9_999_999);
        assertThat(last.setting().get(Ishigami.A)).isEqualTo(10);
        assertThat(last.setting().get(Ishigami.B)).isEqualTo(1);
        assertThat(experiment.run(12_345 * 10).setting().get(Ishigami.A)).isEqualTo(0.13);
        assertThat(experiment.run(12_345 * 10).setting().get(Ishigami.B)).isEqualTo(0.346);
    }
}
