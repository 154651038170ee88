package greenlight.runner.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenlight.runner.design.Design;
import greenlight.runner.spec.IshigamiModel.Ishigami;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentReaderTest {
    private static final IshigamiModel MODEL = new IshigamiModel();

    private static Experiment read(String text) throws BadExperiment {
        return ExperimentReader.read(text, "x.yaml", MODEL);
    }

    private static List<String> faults(String text) {
        BadExperiment bad = catchThrowableOfType(BadExperiment.class, () -> read(text));
        assertThat(bad).as("no fault found in\n%s", text).isNotNull();
        return bad.messages();
    }

    private static List<Double> levels(Experiment experiment, int factor) {
        return IntStream.range(0, experiment.design().points())
                .mapToObj(point -> experiment.design().level(point, factor))
                .toList();
    }

    @Test
    void anExperimentNeedsNoMoreThanAName() throws BadExperiment {
        Experiment experiment = read("name: bare\n");
        assertThat(experiment.name()).isEqualTo("bare");
        assertThat(experiment.title()).isEqualTo("bare");
        assertThat(experiment.scenario()).isEqualTo("calm");
        assertThat(experiment.replications()).isEqualTo(1);
        assertThat(experiment.seed()).isEqualTo(1);
        assertThat(experiment.crn()).isTrue();
        assertThat(experiment.set()).isEmpty();
        assertThat(experiment.tables()).containsExactly("quarters", "ends");
        assertThat(experiment.readings()).containsExactly("y_again", "word", "last");
        assertThat(experiment.measures()).containsExactly("y", "luck", "rising", "rounded", "root");
        assertThat(experiment.runCount()).isEqualTo(1);
    }

    @Test
    void everyKeyIsRead() throws BadExperiment {
        String text = """
                # a question
                name: full-1_A
                title: "What does x1 do?"
                scenario: steep
                quarters: 24
                replications: 5
                seed: -9223372036854775808
                crn: off
                set:
                  x2: 1
                  mirror: on
                  a: 1e0
                design:
                  type: list
                  points:
                    - {x1: 0.5, x3: -1}
                    - {x3: 2, x1: 1}
                record: [quarters, runs]
                readings: [last, y_again]
                measures: [luck, y]
                """;
        Experiment experiment = read(text);
        assertThat(experiment.title()).isEqualTo("What does x1 do?");
        assertThat(experiment.scenario()).isEqualTo("steep");
        assertThat(experiment.replications()).isEqualTo(5);
        assertThat(experiment.seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(experiment.crn()).isFalse();
        assertThat(experiment.set())
                .isEqualTo(Map.of(Ishigami.QUARTERS, 24.0, Ishigami.X2, 1.0, Ishigami.MIRROR, 1.0, Ishigami.A, 1.0));
        assertThat(experiment.design().factors()).extracting(Design.Factor::key).containsExactly("x1", "x3");
        assertThat(levels(experiment, 0)).containsExactly(0.5, 1.0);
        assertThat(levels(experiment, 1)).containsExactly(-1.0, 2.0);
        assertThat(experiment.tables()).containsExactly("quarters");
        assertThat(experiment.readings()).containsExactly("y_again", "last");
        assertThat(experiment.measures()).containsExactly("y", "luck");
        assertThat(experiment.runCount()).isEqualTo(10);
        assertThat(experiment.text()).isEqualTo(text);
    }

    @Test
    void aFactorialCrossesItsFactorsAndTheLastChangesFastest() throws BadExperiment {
        Experiment experiment = read("""
                name: x
                design:
                  type: factorial
                  factors:
                    mirror: [on, false]
                    scenario: [steep, calm]
                    quarters: {from: 1, to: 9, step: 4}
                """);
        assertThat(levels(experiment, 0)).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(levels(experiment, 1)).containsExactly(1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0);
        assertThat(levels(experiment, 2)).containsExactly(1.0, 5.0, 9.0, 1.0, 5.0, 9.0, 1.0, 5.0, 9.0, 1.0, 5.0, 9.0);
    }

    @Test
    void stepsAreRoundDecimalsWithBothEnds() throws BadExperiment {
        assertThat(steps("0", "0.6", "0.1")).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        assertThat(steps("-0.3", "0.3", "0.2")).containsExactly(-0.3, -0.1, 0.1, 0.3);
        assertThat(steps("0", "1", "0.3")).containsExactly(0.0, 0.3, 0.6, 0.9);
        assertThat(steps("0", "1", "0.333333333333")).hasSize(4).endsWith(0.999999999999);
        assertThat(steps("0", "1", "0.33333333333334")).hasSize(4).endsWith(1.0);
        assertThat(steps("1", "1", "1")).containsExactly(1.0);
        assertThat(steps("-3.141592653589793", "3.141592653589793", "3.141592653589793"))
                .containsExactly(-Math.PI, 0.0, Math.PI);
    }

    private static List<Double> steps(String from, String to, String step) throws BadExperiment {
        String factor = "x1: {from: " + from + ", to: " + to + ", step: " + step + "}";
        return levels(read("name: x\ndesign: {type: factorial, factors: {" + factor + "}}"), 0);
    }

    @Test
    void everyFaultOfAFileIsToldAtOnceInTheOrderOfTheFile() {
        assertThat(faults("""
                                title: [1, 2]
                                replicatons: 5
                                seed: many
                                seed: 2
                                scenario: clam
                                set:
                                  x1: 4
                                  quarters: 2.5
                                  mirror: 1
                                  x11: 0
                                  a: "7"
                                  zzz: 1
                                x2: 1
                                design:
                                  type: factorial
                                  factors:
                                    x3: []
                                    qarters: [1]
                                    b: [0, 0.5, 0.0]
                                record: [quarter, runs]
                                measures: [z]
                                """))
                .containsExactly(
                        "x.yaml:1:1: name is missing; allowed are letters, digits, - and _.",
                        "x.yaml:1:8: title: found a list; allowed is a text.",
                        "x.yaml:2:1: replicatons: no key of that name; did you mean replications?",
                        "x.yaml:3:7: seed: found 'many'; allowed is a whole number of 64 bits.",
                        "x.yaml:4:1: seed: given a second time; the first is at 3:1.",
                        "x.yaml:5:11: scenario: 'clam': no scenario of that name; did you mean calm?",
                        "x.yaml:7:7: set.x1: found '4'; allowed is a number from -3.141592653589793 to 3.141592653589793"
                                + " (1).",
                        "x.yaml:8:13: set.quarters: found '2.5'; allowed is a whole number from 1 to 400 (quarters).",
                        "x.yaml:9:11: set.mirror: found '1'; allowed is on or off.",
                        "x.yaml:10:3: set.x11: no parameter of that name; did you mean x1?",
                        "x.yaml:11:6: set.a: found the text '7'; allowed is a number from 0 to 10 (1).",
                        "x.yaml:12:3: set.zzz: no parameter of that name; allowed: x1, x2, x3, a, b, noise, quarters,"
                                + " mirror.",
                        "x.yaml:13:1: x2: no key of that name; it is a parameter, which goes under set.",
                        "x.yaml:17:9: design.factors.x3: found an empty list; allowed is a list of one value or more,"
                                + " or from, to, and step or levels.",
                        "x.yaml:18:5: design.factors.qarters: no parameter of that name; did you mean quarters?",
                        "x.yaml:19:17: design.factors.b[2]: found '0.0' a second time; the first is at 19:9.",
                        "x.yaml:20:10: record[0]: 'quarter': no table of that name; did you mean quarters?",
                        "x.yaml:21:12: measures[0]: 'z': no measure of that name; did you mean y?");
    }

    @Test
    void aNameThatCannotNameAFolderIsRefused() {
        String allowed = "; allowed is up to 100 letters, digits, - and _, for it names a folder.";
        assertThat(faults("name: a/b")).containsExactly("x.yaml:1:7: name: found 'a/b'" + allowed);
        assertThat(faults("name: ../x")).containsExactly("x.yaml:1:7: name: found '../x'" + allowed);
        assertThat(faults("name: 'a b'")).containsExactly("x.yaml:1:7: name: found the text 'a b'" + allowed);
        assertThat(faults("name: " + "a".repeat(101))).singleElement(STRING).endsWith(allowed);
        assertThat(faults("name:")).containsExactly("x.yaml:1:6: name: found nothing; allowed is a text.");
        assertThat(faults("name: ''"))
                .containsExactly("x.yaml:1:7: name: found the text ''; allowed is a text that is not blank.");
        assertThat(faults("name: {}")).containsExactly("x.yaml:1:7: name: found an empty mapping; allowed is a text.");
    }

    @Test
    void aNameOfMoreBytesThanAFolderMayHaveIsRefused() throws BadExperiment {
        String fourBytes = "\ud840\udc00";
        assertThat(read("name: " + fourBytes.repeat(57)).name()).isEqualTo(fourBytes.repeat(57));
        assertThat(faults("name: " + fourBytes.repeat(58)))
                .singleElement(STRING)
                .endsWith("; allowed is up to 230 bytes in UTF-8 (these are 232), for it names a folder.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "Com1", "lpt9", "PRN", "AUX"})
    void aNameThatWindowsReservesIsRefused(String name) {
        assertThat(faults("name: " + name))
                .containsExactly("x.yaml:1:7: name: found '" + name
                        + "'; allowed is a name that Windows does not reserve, for it names a folder.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "größe-2", "価格", "Cena_čipů", "console", "com10", "nulls"})
    void lettersOfEveryLanguageMayNameAnExperiment(String name) throws BadExperiment {
        assertThat(read("name: " + name).name()).isEqualTo(name);
    }

    @Test
    void countsOutOfRangeAreRefused() {
        for (String count : List.of("0", "-3", "2.5", "many", "[]", "0x10", "99999999999999999999")) {
            assertThat(faults("name: x\nreplications: " + count))
                    .singleElement()
                    .asString()
                    .startsWith("x.yaml:2:15: replications: found ")
                    .endsWith("; allowed is a whole number from 1.");
        }
        assertThat(faults("name: x\nseed: 9223372036854775808\ncrn: perhaps"))
                .containsExactly(
                        "x.yaml:2:7: seed: found '9223372036854775808'; allowed is a whole number of 64 bits.",
                        "x.yaml:3:6: crn: found 'perhaps'; allowed is true or false.");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        for (String number : List.of(".nan", ".inf", "-.inf", "1e999", "0x1F", "abc", "", "1_000", "[1]")) {
            assertThat(faults("name: x\nset:\n  noise: " + number))
                    .singleElement()
                    .asString()
                    .startsWith("x.yaml:3:" + (number.isEmpty() ? 9 : 10) + ": set.noise: found ")
                    .endsWith("; allowed is a number from 0 to 100 (1).");
        }
    }

    @Test
    void aParameterIsEitherSetOrVaried() {
        assertThat(faults("""
                                name: x
                                scenario: calm
                                quarters: 3
                                set: {quarters: 4, x1: 1}
                                design:
                                  type: factorial
                                  factors: {x1: [1], scenario: [calm], quarters: [1]}
                                """))
                .containsExactly(
                        "x.yaml:3:1: quarters: also under set, at 4:7; allowed is one.",
                        "x.yaml:7:13: design.factors.x1: varied here and set at 4:20; allowed is one.",
                        "x.yaml:7:22: design.factors.scenario: varied here and set at 2:1; allowed is one.",
                        "x.yaml:7:40: design.factors.quarters: varied here and set at 4:7; allowed is one.");
    }

    @Test
    void pointsOfAListSetTheSameParameters() {
        assertThat(faults("""
                                name: x
                                design:
                                  type: list
                                  points:
                                    - x1: 1
                                      x2: 1
                                    - x1: 2
                                      x3: 2
                                    - {x2: 1.0, x1: 1}
                                    - {}
                                    - 5
                                    - {x1: 9, xx: 2, x2: 0}
                                """))
                .containsExactly(
                        "x.yaml:7:7: design.points[1]: x2 is not set as in the first point, at 5:7; all points set the"
                                + " same.",
                        "x.yaml:8:7: design.points[1].x3: not set by the first point, at 5:7; all points set the same.",
                        "x.yaml:9:7: design.points[2]: the same point as at 5:7; allowed is each once.",
                        "x.yaml:10:7: design.points[3]: found an empty mapping; allowed is a mapping of parameters to"
                                + " values.",
                        "x.yaml:11:7: design.points[4]: found '5'; allowed is a mapping of parameters to values.",
                        "x.yaml:12:12: design.points[5].x1: found '9'; allowed is a number from -3.141592653589793 to"
                                + " 3.141592653589793 (1).",
                        "x.yaml:12:15: design.points[5].xx: no parameter of that name; did you mean x1?");
    }

    @Test
    void designsThatAreNoneAreRefused() {
        assertThat(faults("name: x\ndesign: sobol"))
                .containsExactly(
                        "x.yaml:2:9: design: found 'sobol'; allowed is a mapping with type, and factors or points.");
        assertThat(faults("name: x\ndesign: {type: factorail, factors: {x1: [1]}}"))
                .containsExactly(
                        "x.yaml:2:16: design.type: 'factorail': no design of that name; did you mean factorial?");
        assertThat(faults("name: x\ndesign: {factors: {x1: [9]}, pionts: 1}"))
                .containsExactly(
                        "x.yaml:2:9: design: type is missing; allowed is list, factorial, one-at-a-time, latin-hypercube,"
                                + " sobol, saltelli, morris, optimise or robust.",
                        "x.yaml:2:25: design.factors.x1[0]: found '9'; allowed is a number from -3.141592653589793 to"
                                + " 3.141592653589793 (1).",
                        "x.yaml:2:30: design.pionts: no key of that name; did you mean points?");
        assertThat(faults("name: x\ndesign: {type: list, factors: {x1: [1]}}"))
                .containsExactly(
                        "x.yaml:2:9: design: points are missing; allowed are points, or file.",
                        "x.yaml:2:22: design.factors: not in a list design; it has points or file.");
        assertThat(faults("name: x\ndesign: {type: factorial, factors: {}}"))
                .containsExactly("x.yaml:2:36: design.factors: found an empty mapping; allowed is a mapping of at least"
                        + " one parameter to values, or a list of parameters.");
        assertThat(faults("name: x\ndesign: {type: list, points: []}"))
                .containsExactly("x.yaml:2:30: design.points: found an empty list; allowed is a list of points, each a"
                        + " mapping of parameters to values.");
        assertThat(faults("name: x\ndesign: {type: factorial, factors: {mirror: {from: 0, to: 1, step: 1}}}"))
                .containsExactly("x.yaml:2:45: design.factors.mirror: found a mapping; allowed is a list of one value"
                        + " or more.");
        assertThat(faults("name: x\ndesign: {type: factorial, factors: {scenario: [steep, calmer]}}"))
                .containsExactly("x.yaml:2:55: design.factors.scenario[1]: 'calmer': no scenario of that name; did you"
                        + " mean calm?");
    }

    @Test
    void stepsThatLeadNowhereAreRefused() {
        assertThat(stepFaults("{from: 0, to: 1, step: 0}"))
                .containsExactly("x.yaml:2:64: design.factors.x1.step: found '0'; allowed is a number above 0.");
        assertThat(stepFaults("{from: 1, to: 0, step: 0.1}"))
                .containsExactly(
                        "x.yaml:2:55: design.factors.x1.to: found '0'; allowed is a number not below from, 1.");
        assertThat(stepFaults("{from: 0, til: 1, step: 1e-13}"))
                .containsExactly(
                        "x.yaml:2:51: design.factors.x1.til: no key of that name; allowed: from, to, step, levels,"
                                + " scale.");
        assertThat(stepFaults("{from: 0, to: 1, step: 1e-300}"))
                .containsExactly("x.yaml:2:64: design.factors.x1.step: found '1e-300'; allowed is a step that shows in"
                        + " 12 digits, at least 1e-11.");
        assertThat(faults("name: x\ndesign: {type: factorial, factors: {quarters: {from: 1, to: 401, step: 0.5}}}"))
                .containsExactly(
                        "x.yaml:2:61: design.factors.quarters.to: found '401'; allowed is a whole number from 1 to 400"
                                + " (quarters).",
                        "x.yaml:2:72: design.factors.quarters.step: found '0.5'; allowed is a whole number above 0.");
    }

    private static List<String> stepFaults(String steps) {
        return faults("name: x\ndesign: {type: factorial, factors: {x1: " + steps + "}}");
    }

    @Test
    void anExperimentTooLargeToRunIsRefusedBeforeItIsMade() {
        assertThat(faults("""
                                name: x
                                replications: 1000
                                design:
                                  type: factorial
                                  factors:
                                    x1: {from: 0.001, to: 1, step: 0.001}
                                    x2: {from: 0.000001, to: 1, step: 0.000001}
                                """))
                .containsExactly("x.yaml:3:1: design: found 1000000000000 runs "
                        + "(1000000000 times 1000); allowed are at most 10000000.");
        assertThat(faults("name: x\nreplications: 9223372036854775807\ndesign: {type: list, points: [{a: 1}, {a: 2}]}"))
                .containsExactly("x.yaml:3:1: design: found 18446744073709551614 runs "
                        + "(2 times 9223372036854775807); allowed are at most 10000000.");
        assertThat(faults("name: x\nreplications: 10000001"))
                .containsExactly("x.yaml:2:1: replications: found 10000001 runs "
                        + "(1 times 10000001); allowed are at most 10000000.");
    }

    @Test
    void textThatIsNoExperimentIsRefused() {
        assertThat(faults("")).containsExactly("x.yaml:1:1: the file is empty; an experiment has at least a name.");
        assertThat(faults("# nothing\n"))
                .containsExactly("x.yaml:1:1: the file is empty; an experiment has at least a name.");
        assertThat(faults("- a\n- b"))
                .containsExactly("x.yaml:1:1: found a list; allowed is a mapping of keys to values.");
        assertThat(faults("hello"))
                .containsExactly("x.yaml:1:1: found 'hello'; allowed is a mapping of keys to values.");
        assertThat(faults("name: x\n---\nname: y"))
                .containsExactly("x.yaml:3:1: a second document; a file holds one experiment.");
        assertThat(faults("name: x\nset: {x1: 1\nseed: 1"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:3:")
                .contains("not YAML");
        assertThat(faults("name: x\n\ttitle: y"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:2:1: not YAML: ")
                .contains("TAB");
        assertThat(faults("name: x\ntitle: a\u0007b"))
                .containsExactly("x.yaml:2:9: not YAML: the character U+0007 is not allowed.");
        assertThat(faults("name: *nobody")).singleElement().asString().startsWith("x.yaml:1:7: not YAML: ");
        assertThat(faults("name: x\n[a, b]: 1"))
                .containsExactly("x.yaml:2:1: found a list as a key; allowed is a name.");
        assertThat(faults("[".repeat(200_000))).hasSize(1);
        assertThat(faults("name: x\nset: &loop {x1: *loop}")).hasSize(1);
    }

    @Test
    void aFaultTakesOneLineHoweverLongTheValue() {
        assertThat(faults("name: x\nset:\n  ? \"x\\ny\"\n  : 1\n  x1: \"a\\nb" + "c".repeat(100) + "\""))
                .containsExactly(
                        "x.yaml:3:5: set.x y: no parameter of that name; allowed: x1, x2, x3, a, b, noise, quarters, mirror.",
                        "x.yaml:5:7: set.x1: found the text 'a b" + "c".repeat(57) + "...'; allowed is a number from"
                                + " -3.141592653589793 to 3.141592653589793 (1).");
    }

    @Test
    void aFileThatIsMissingOrIsNotTextIsBad(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThat(fileFaults(missing)).containsExactly(missing + ": there is no such file.");
        assertThat(fileFaults(folder)).containsExactly(folder + ": this is a folder, not an experiment file.");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'n', 'a', 'm', 'e', ':', ' ', 'x', '\n', '#', ' ', (byte) 0xFC, '\n'});
        assertThat(fileFaults(latin)).containsExactly(latin + ":2:3: not UTF-8 text.");
        Path cut = folder.resolve("cut.yaml");
        Files.write(cut, new byte[] {'#', (byte) 0xC3});
        assertThat(fileFaults(cut)).containsExactly(cut + ":1:2: not UTF-8 text.");
    }

    @Test
    void aFileThatCannotBeReadIsNotBadButUnreadable() {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(memory));
        IOException unreadable = catchThrowableOfType(IOException.class, () -> ExperimentReader.read(memory, MODEL));
        assertThat(unreadable).hasMessageStartingWith("/proc/self/mem cannot be read: ");
    }

    @Test
    void windowsLinesAndAByteOrderMarkAreRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("windows.yaml");
        Files.writeString(file, "\uFEFFname: x\r\nset:\r\n  x1: 1\r\n");
        Experiment experiment = ExperimentReader.read(file, MODEL);
        assertThat(experiment.set()).isEqualTo(Map.of(Ishigami.X1, 1.0));
        assertThat(experiment.text()).startsWith("\uFEFFname: x\r\n");
    }

    private static List<String> fileFaults(Path file) {
        return catchThrowableOfType(BadExperiment.class, () -> ExperimentReader.read(file, MODEL))
                .messages();
    }
}
