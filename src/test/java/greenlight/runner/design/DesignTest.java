package greenlight.runner.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.runner.model.Parameter.Scale;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignTest {
    private static final IshigamiModel MODEL = new IshigamiModel();

    @TempDir
    private Path folder;

    private static Experiment experiment(String text) throws BadExperiment {
        return ExperimentReader.read("name: x\n" + text, "x.yaml", MODEL);
    }

    private static Design design(String text) throws BadExperiment {
        return experiment("design: {" + text + "}").design();
    }

    private static double[][] points(Design design) {
        return IntStream.range(0, design.points()).mapToObj(design::point).toArray(double[][]::new);
    }

    private static List<Double> levels(Design design, int factor) {
        return Arrays.stream(points(design)).map(point -> point[factor]).toList();
    }

    @Test
    void oneAtATimeBeginsAtTheBaselineAndTurnsOneFactorAfterTheOther() throws BadExperiment {
        Design design =
                design("type: one-at-a-time, factors: {a: [0, 7, 10], mirror: , b: {from: 0, to: 0.2, levels: 3}}");
        assertThat(points(design)).isDeepEqualTo(new double[][] {
            {7, 0, 0.1}, {0, 0, 0.1}, {10, 0, 0.1}, {7, 1, 0.1}, {7, 0, 0}, {7, 0, 0.2},
        });
        assertThat(design.type()).isEqualTo("one-at-a-time");
        assertThat(design.traits()).isEqualTo(Map.of("baseline", Map.of("a", 7.0, "mirror", 0.0, "b", 0.1)));
    }

    @Test
    void theBaselineIsTheScenariosUnlessGiven() throws BadExperiment {
        assertThat(points(experiment("scenario: steep\ndesign: {type: one-at-a-time, factors: [b]}")
                        .design()))
                .isDeepEqualTo(new double[][] {{0.5}, {0}, {1}});
        assertThat(points(design("type: one-at-a-time, factors: [b, a], baseline: {b: 0.25}")))
                .isDeepEqualTo(new double[][] {{0.25, 7}, {0, 7}, {1, 7}, {0.25, 0}, {0.25, 10}});
        assertThat(points(design("type: one-at-a-time, factors: {scenario: [steep, calm], b: }")))
                .isDeepEqualTo(new double[][] {{1, 0.5}, {0, 0.5}, {1, 0}, {1, 1}});
        assertThat(points(design("type: one-at-a-time, factors: [scenario, b], baseline: {scenario: steep}")))
                .isDeepEqualTo(new double[][] {{1, 0.5}, {0, 0.5}, {1, 0}, {1, 1}});
    }

    @Test
    void aFactorOfADesignByLevelsThatSaysNothingHasItsEndsOrAllItsWords() throws BadExperiment {
        Design design = design("type: factorial, factors: [scenario, mirror, quarters, a]");
        assertThat(design.points()).isEqualTo(16);
        assertThat(Arrays.deepToString(points(design)))
                .startsWith("[[0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 10.0], [0.0, 0.0, 400.0, 0.0]");
        assertThat(design.factors().get(3).range()).isEqualTo(new FactorRange.Levels(List.of(0.0, 10.0)));
    }

    @Test
    void aLineStandsForAllDialsOfAGroupThatAreNeitherSetNorNamed() throws BadExperiment {
        assertThat(design("type: factorial, factors: {switches: function}").factors())
                .extracting(Design.Factor::key)
                .containsExactly("mirror");
        Experiment some = experiment("set: {a: 1}\nquarters: 2\n"
                + "design: {type: latin-hypercube, points: 3, factors: {b: {to: 0.5}, group: function}}");
        assertThat(some.design().factors())
                .extracting(Design.Factor::key)
                .containsExactly("b", "x1", "x2", "x3", "noise", "mirror");
        assertThat(design("type: sobol, points: 2, factors: {known: [assumed], scenario: }")
                        .factors())
                .extracting(Design.Factor::key)
                .containsExactly("x1", "x2", "x3", "a", "b", "noise", "quarters", "mirror", "scenario");
    }

    @Test
    void levelsAreSpacedOnTheScaleAndRound() throws BadExperiment {
        assertThat(levels(design("type: factorial, factors: {a: {from: 0, to: 0.3, levels: 4}}"), 0))
                .containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(levels(design("type: factorial, factors: {a: {from: 0.01, levels: 4, scale: log}}"), 0))
                .containsExactly(0.01, 0.1, 1.0, 10.0);
        assertThat(levels(design("type: factorial, factors: {quarters: {levels: 5}}"), 0))
                .containsExactly(1.0, 101.0, 200.0, 300.0, 400.0);
        assertThat(levels(design("type: factorial, factors: {quarters: {levels: 3, scale: log}}"), 0))
                .containsExactly(1.0, 20.0, 400.0);
    }

    @Test
    void sampledFactorsAreTakenToTheirRanges() throws BadExperiment {
        Design design = design("type: latin-hypercube, points: 1200, factors: {x1: , a: {from: 0.1, scale: log},"
                + " quarters: {from: 3, to: 6}, mirror: , scenario: , b: [0, 0.5, 1]}");
        assertThat(design.factors().get(0).range())
                .isEqualTo(new FactorRange.Interval(-Math.PI, Math.PI, Scale.LINEAR, false));
        assertThat(design.factors().get(1).range()).isEqualTo(new FactorRange.Interval(0.1, 10, Scale.LOG, false));
        assertThat(levels(design, 0).stream().filter(x -> x < 0)).hasSize(600);
        assertThat(levels(design, 1).stream().filter(x -> x < 1)).hasSize(600);
        assertThat(counts(design, 2)).isEqualTo(Map.of(3.0, 300L, 4.0, 300L, 5.0, 300L, 6.0, 300L));
        assertThat(counts(design, 3)).isEqualTo(Map.of(0.0, 600L, 1.0, 600L));
        assertThat(counts(design, 4)).isEqualTo(Map.of(0.0, 600L, 1.0, 600L));
        assertThat(counts(design, 5)).isEqualTo(Map.of(0.0, 400L, 0.5, 400L, 1.0, 400L));
    }

    private static Map<Double, Long> counts(Design design, int factor) {
        return levels(design, factor).stream().collect(Collectors.groupingBy(x -> x, Collectors.counting()));
    }

    @Test
    void theEndsOfARangeAreReachedExactly() {
        for (Scale scale : Scale.values()) {
            FactorRange real = new FactorRange.Interval(0.1, 0.7, scale, false);
            assertThat(real.at(0)).isEqualTo(0.1);
            assertThat(real.at(1)).isEqualTo(0.7);
            FactorRange whole = new FactorRange.Interval(1, 400, scale, true);
            assertThat(whole.at(0)).isEqualTo(1);
            assertThat(whole.at(1)).isEqualTo(400);
            assertThat(whole.at(Math.nextDown(1.0))).isEqualTo(400);
        }
        assertThat(new FactorRange.Interval(0.01, 100, Scale.LOG, false).at(0.5))
                .isCloseTo(1, within(1e-12));
        assertThat(new FactorRange.Levels(List.of(0.0, 1.0)).at(Math.nextDown(0.5)))
                .isEqualTo(0);
        assertThat(new FactorRange.Levels(List.of(0.0, 1.0)).at(0.5)).isEqualTo(1);
        assertThat(new FactorRange.Levels(List.of(0.0, 1.0)).at(1)).isEqualTo(1);
    }

    @Test
    void everyMoveOfATrajectoryChangesTheLevelOfEachKindOfParameter() throws BadExperiment {
        for (int levels : new int[] {2, 4, 8}) {
            Design design = design("type: morris, trajectories: 30, levels: " + levels
                    + ", factors: {mirror: , quarters: {from: 1, to: 2}, scenario: , b: [0, 0.5, 1], a: }");
            assertThat(design.points()).isEqualTo(180);
            double[][] points = points(design);
            for (int point = 0; point < 180; point++) {
                int at = point;
                if (point % 6 > 0) {
                    assertThat(IntStream.range(0, 5).filter(k -> points[at][k] != points[at - 1][k]))
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void designsTellTheirTypeAndNumbers() throws BadExperiment {
        String factors = ", factors: [x1, x2]";
        assertThat(traits("type: latin-hypercube, points: 10" + factors)).isEqualTo("latin-hypercube {points=10} 10");
        assertThat(traits("type: sobol, points: 16" + factors)).isEqualTo("sobol {points=16} 16");
        assertThat(traits("type: saltelli, base: 8" + factors)).isEqualTo("saltelli {base=8, second_order=false} 32");
        assertThat(traits("type: saltelli, base: 8, second_order: true" + factors))
                .isEqualTo("saltelli {base=8, second_order=true} 48");
        assertThat(traits("type: morris, trajectories: 5" + factors)).isEqualTo("morris {trajectories=5, levels=4} 15");
        assertThat(traits("type: morris, trajectories: 5, levels: 8" + factors))
                .isEqualTo("morris {trajectories=5, levels=8} 15");
        assertThat(traits("type: factorial" + factors)).isEqualTo("factorial {} 4");
        assertThat(traits("type: list, points: [{a: 1}, {a: 2}]")).isEqualTo("list {} 2");
        assertThat(experiment("").design().type()).isEqualTo("single");
    }

    private static String traits(String text) throws BadExperiment {
        Design design = design(text);
        return design.type() + " " + design.traits() + " " + design.points();
    }

    @Test
    void theLuckOfADesignIsTheSeedsAndNoReplications() throws BadExperiment {
        String sobol = "design: {type: sobol, points: 4, factors: [x1]}";
        assertThat(points(experiment("seed: 1\n" + sobol).design()))
                .isDeepEqualTo(points(experiment("seed: 1\nreplications: 3\ncrn: false\n" + sobol)
                        .design()))
                .isNotEqualTo(points(experiment("seed: 2\n" + sobol).design()));
        Set<Long> seeds = new HashSet<>(List.of(Experiment.child(1, -1)));
        IntStream.range(0, 10_000).forEach(replication -> seeds.add(Experiment.child(1, replication)));
        assertThat(seeds).hasSize(10_001);
    }

    @Test
    void moreOfASampleKeepsTheRunsOfTheFewer() throws BadExperiment {
        assertThat(ids("type: sobol, points: 32, factors: [x1, b]"))
                .startsWith(ids("type: sobol, points: 8, factors: [x1, b]"));
        assertThat(ids("type: saltelli, base: 8, factors: [x1, b]"))
                .startsWith(ids("type: saltelli, base: 2, factors: [x1, b]"));
        assertThat(ids("type: morris, trajectories: 8, factors: [x1, b]"))
                .startsWith(ids("type: morris, trajectories: 3, factors: [x1, b]"));
    }

    private static String[] ids(String text) throws BadExperiment {
        Experiment experiment = experiment("replications: 2\ndesign: {" + text + "}");
        return IntStream.range(0, experiment.runCount())
                .mapToObj(index -> experiment.run(index).id())
                .toArray(String[]::new);
    }

    @Test
    void pointsAreReadFromAFileBesideTheExperiment() throws Exception {
        String csv = "\uFEFFx1,mirror,scenario,quarters\r\n0.5,on,steep,3\r\n\"-1e-1\",false,calm,4\r\n\r\n";
        Files.writeString(folder.resolve("points.csv"), csv);
        Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\ndesign: {type: list, file: points.csv}\n");
        Experiment experiment = ExperimentReader.read(file, MODEL);
        assertThat(experiment.design().factors())
                .extracting(Design.Factor::key)
                .containsExactly("x1", "mirror", "scenario", "quarters");
        assertThat(points(experiment.design())).isDeepEqualTo(new double[][] {{0.5, 1, 1, 3}, {-0.1, 0, 0, 4}});
        assertThat(experiment.enclosed()).isEqualTo(Map.of("points.csv", csv));
        assertThat(experiment.run(0).id())
                .isEqualTo(experiment("scenario: steep\nset: {x1: 0.5, mirror: on, quarters: 3}")
                        .run(0)
                        .id());
    }

    @Test
    void aMillionPointsAreReadAndMadeInLittleMemory() throws Exception {
        Path csv = folder.resolve("points.csv");
        try (var out = Files.newBufferedWriter(csv)) {
            out.write("a\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(i / 1e6 + "\n");
            }
        }
        Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\ndesign: {type: list, file: points.csv}\n");
        assertThat(ExperimentReader.read(file, MODEL).run(999_999).setting().get(IshigamiModel.Ishigami.A))
                .isEqualTo(0.999999);
        for (String type : List.of(
                "sobol, points: 1048576",
                "saltelli, base: 131072",
                "morris, trajectories: 200000",
                "latin-hypercube, points: 1000000")) {
            Experiment large = experiment("design: {type: " + type + ", factors: [x1, x2, x3, a, b]}");
            assertThat(large.runCount()).isBetween(900_000, 1_200_000);
            assertThat(Stream.of(0, 1, large.runCount() - 1)
                            .map(index -> large.run(index).id()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void precisionAndTimeoutAreRead() throws BadExperiment {
        Experiment precise =
                experiment("replications: 5\nprecision: {measure: y, half_width: 0.5, most: 40}\ntimeout: 2.5\n"
                        + "design: {type: factorial, factors: [x1]}");
        assertThat(precise.precision()).contains(new Precision("y", 0.5, false, 40));
        assertThat(precise.replications()).isEqualTo(5);
        assertThat(precise.mostReplications()).isEqualTo(40);
        assertThat(precise.runCount()).isEqualTo(80);
        assertThat(precise.run(41).point()).isEqualTo(1);
        assertThat(precise.run(41).replication()).isEqualTo(1);
        assertThat(precise.timeout()).hasValue(2.5);
        assertThat(experiment("replications: 2\nprecision: {measure: y, relative: 0.05, most: 2}")
                        .precision())
                .contains(new Precision("y", 0.05, true, 2));
        assertThat(experiment("").precision()).isEmpty();
        assertThat(experiment("").timeout()).isEmpty();
    }
}
