package greenlight.runner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.offset;

import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.ExperimentSchema;
import greenlight.runner.spec.ExperimentSchemaTest;
import greenlight.runner.spec.IshigamiModel;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures that an experiment file defines: what they come to, what they are, and what is wrong with some. */
class OwnMeasureTest {
    private final WeatherModel weather = new WeatherModel();

    private Experiment read(String text) {
        try {
            return ExperimentReader.read("name: x\n" + text, "x.yaml", weather);
        } catch (BadExperiment bad) {
            throw new AssertionError(bad);
        }
    }

    private Map<String, Double> values(String text) {
        Experiment experiment = read(text);
        List<Column> columns = experiment.model().measures();
        double[] values = experiment
                .model()
                .run(experiment.scenario(), experiment.setting(0), 1, 1, experiment.tables())
                .measures();
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(columns.get(i).key(), values[i]);
        }
        return named;
    }

    private Column column(String entry) {
        List<Column> own = MeasuredModel.own(
                read("measures: [draw, {name: x, " + entry + "}]").model());
        assertThat(own).hasSize(1);
        return own.get(0);
    }

    private double value(String entry) {
        return values("measures: [draw, {name: x, " + entry + "}]").get("x");
    }

    @Test
    void everyWayComesToTheNumberThatTheValuesHave() {
        // the days' rain at Bay is 2, 0, nothing, 6
        assertThat(value("reading: rain, entity: Bay, how: first")).isEqualTo(2);
        assertThat(value("reading: rain, entity: Bay, how: last")).isEqualTo(6);
        assertThat(value("reading: rain, entity: Bay, how: min")).isZero();
        assertThat(value("reading: rain, entity: Bay, how: max")).isEqualTo(6);
        assertThat(value("reading: rain, entity: Bay, how: sum")).isEqualTo(8);
        assertThat(value("reading: rain, entity: Bay, how: mean")).isEqualTo(8 / 3.0);
        assertThat(value("reading: rain, entity: Bay, how: {at: D1}")).isZero();
        assertThat(value("reading: rain, entity: Bay, how: {at: D2}")).isNaN();
        assertThat(value("reading: rain, entity: Bay, how: {days_where: '> 0'}"))
                .isEqualTo(2);
        assertThat(value("reading: rain, entity: Bay, how: {days_where: '>= 0'}"))
                .isEqualTo(3);
        assertThat(value("reading: rain, entity: Bay, how: {days_where: '< 6e0'}"))
                .isEqualTo(2);
        assertThat(value("reading: rain, entity: Bay, how: {days_where: '<= -1'}"))
                .isZero();
        assertThat(value("reading: rain, entity: Bay, how: {first_where: '> 2'}"))
                .isEqualTo(3);
        assertThat(value("reading: rain, entity: Bay, how: {first_where: '> 6'}"))
                .isNaN();
    }

    @Test
    void theWholeIsMeantWhereNobodyIsNamedAndAKindIsSummedOrAveragedDayByDay() {
        assertThat(value("reading: rain, how: first")).isEqualTo(22);
        assertThat(value("reading: rain, kind: hut, across: sum, how: first")).isEqualTo(22);
        assertThat(value("reading: rain, kind: hut, across: mean, how: {at: D3}"))
                .isEqualTo(33);
        // of two huts one has no rain gauge on that day
        assertThat(value("reading: rain, kind: hut, across: mean, how: {at: D2}"))
                .isEqualTo(7.5);
        assertThat(value("reading: visits, kind: hut, across: sum, how: sum")).isEqualTo(10 + 12);
        assertThat(value("reading: wet, kind: hut, across: sum, how: max")).isEqualTo(2);
    }

    @Test
    void twoMeasuresMakeAThirdInAnyOrder() {
        Map<String, Double> values = values("""
                measures:
                  - {name: twice, ratio: [gap, low]}
                  - {name: gap, difference: [high, low]}
                  - {name: high, reading: rain, entity: Bay, how: max}
                  - {name: low, reading: rain, entity: Bay, how: first}
                  - {name: dry, ratio: [high, least]}
                  - {name: least, reading: rain, entity: Bay, how: min}
                  - {name: built_in, difference: [last_rain, high]}
                """);
        assertThat(values).containsEntry("gap", 4.0).containsEntry("twice", 2.0).containsEntry("built_in", 60.0);
        assertThat(values.get("dry")).isNaN();
    }

    @Test
    void aColumnHasTheTypeTheUnitAndTheWholeDefinition() {
        assertThat(column("reading: visits, entity: Bay, how: last"))
                .isEqualTo(
                        new Column("x", Column.Type.INTEGER, "guests", "visits of Bay (on the day): last of the days"));
        assertThat(column("reading: visits, kind: hut, across: mean, how: {at: D1}"))
                .isEqualTo(new Column(
                        "x", Column.Type.REAL, "guests", "visits, mean over all of the kind hut (on the day): at D1"));
        assertThat(column("reading: rain, how: {days_where: '> 1e6'}"))
                .isEqualTo(new Column(
                        "x",
                        Column.Type.INTEGER,
                        "days",
                        "rain of all (of the day): number of days in which it is > 1000000"));
        assertThat(column("reading: rain, how: {first_where: '> 1'}").unit()).isEqualTo("day");
        assertThat(column("reading: wet, entity: Bay, how: first").type()).isEqualTo(Column.Type.BOOLEAN);
        assertThat(column("reading: wet, entity: Bay, how: sum").type()).isEqualTo(Column.Type.INTEGER);
        assertThat(column("reading: visits, entity: Bay, how: mean").type()).isEqualTo(Column.Type.REAL);
        assertThat(column("ratio: [last_rain, last_rain]").unit()).isEqualTo("ratio");
        assertThat(column("ratio: [last_rain, draw]"))
                .isEqualTo(new Column("x", Column.Type.REAL, "mm/1", "last_rain over draw; empty where that is 0"));
        assertThat(column("difference: [long, long]").type()).isEqualTo(Column.Type.INTEGER);
    }

    @Test
    void theListIsTheColumnsInTheModelsOrderAndThenTheOwnInTheFiles() {
        String text = """
                measures:
                  - {name: b, reading: rain, how: last}
                  - draw
                  - last_rain
                  - {name: a, reading: rain, how: last}
                """;
        assertThat(read(text).measures()).containsExactly("last_rain", "draw", "b", "a");
        assertThat(read("seed: 1").model()).isSameAs(weather);
        assertThat(read("measures: [draw]").model()).isSameAs(weather);
        assertThat(read(text).model()).isEqualTo(read(text).model());
    }

    @Test
    void aRunIsAskedForTheReadingsOfItsMeasuresAndNoMore() {
        assertThat(values("record: [runs]\nmeasures: [{name: x, reading: rain, entity: Bay, how: last}]"))
                .containsEntry("x", 6.0);
        assertThat(weather.asked()).containsExactly(List.of(), List.of("rain"));
        values("record: [runs]\nmeasures: [draw]");
        assertThat(weather.asked()).containsExactly(List.of(), List.of());
    }

    @Test
    void aModelThatKnowsOnlyTablesWritesThatOfTheReading() {
        List<List<String>> asked = new java.util.ArrayList<>();
        Model plain = new IshigamiModel() {
            @Override
            public Outcome run(
                    String scenario,
                    greenlight.runner.model.Setting setting,
                    long seed,
                    int threads,
                    java.util.Collection<String> tables) {
                asked.add(List.copyOf(tables));
                return super.run(scenario, setting, seed, threads, tables);
            }
        };
        plain.run("calm", plain.setting("calm"), 1, 1, List.of("ends"), List.of("y_again"));
        plain.run("calm", plain.setting("calm"), 1, 1, List.of("ends"), List.of());
        assertThat(asked).containsExactly(List.of("ends", "quarters"), List.of("ends"));
    }

    @Test
    void everyMethodOfAModelIsThatOfTheModelMeasured() {
        for (Method method : Model.class.getMethods()) {
            assertThat(Modifier.isStatic(method.getModifiers())
                            || Arrays.stream(MeasuredModel.class.getDeclaredMethods())
                                    .anyMatch(own -> own.getName().equals(method.getName())
                                            && Arrays.equals(own.getParameterTypes(), method.getParameterTypes())))
                    .as(method.toString())
                    .isTrue();
        }
    }

    private List<String> faults(String text) {
        BadExperiment bad = catchThrowableOfType(
                BadExperiment.class, () -> ExperimentReader.read("name: x\n" + text, "x.yaml", weather));
        assertThat(bad).isNotNull();
        return bad.messages();
    }

    @Test
    void allFaultsAreSaidAtOnceWithTheirPlaceAndTheNearestRightName() {
        assertThat(faults("""
                        measures:
                          - drow
                          - {name: a1, reading: rian, how: last}
                          - {name: a2, reading: rain, entity: Bai, how: last}
                          - {name: a3, reading: rain, how: lats}
                          - {name: a4, reading: rain, how: {at: D11}}
                          - {name: a5, reading: sky, how: last}
                          - {name: a6, reading: rain}
                          - {name: a7, how: last}
                          - {reading: rain, how: last}
                          - {name: Rain total, reading: rain, how: sum}
                          - {name: rain, reading: rain, how: sum}
                          - {name: lift, reading: rian, how: sum}
                          - {name: a1, reading: rain, how: sum}
                          - {name: b1, reading: visits, how: sum}
                          - {name: b2, reading: visits, kind: mast, across: sum, how: sum}
                          - {name: b3, reading: visits, entity: Tower, how: sum}
                          - {name: b4, reading: rain, kind: hat, across: sum, how: sum}
                          - {name: b5, reading: rain, kind: hut, how: sum}
                          - {name: b6, reading: rain, kind: hut, across: median, how: sum}
                          - {name: b7, reading: rain, across: sum, how: sum}
                          - {name: b8, reading: rain, entity: Bay, kind: hut, across: sum, how: sum}
                          - {name: c1, reading: rain, how: {days_where: 4}}
                          - {name: c2, reading: rain, how: days_where}
                          - {name: c3, reading: rain, how: {last: 1}}
                          - {name: c4, reading: rain, at: D1}
                          - {name: c5, reading: rain, how: last, unit: mm}
                          - {name: d1, difference: [d2, draw]}
                          - {name: d2, difference: [d3, draw]}
                          - {name: d3, difference: [d1, draw]}
                          - {name: d4, ratio: [last_rain, drow]}
                          - {name: d5, ratio: [last_rain]}
                          - {name: d6, difference: [last_rain, draw]}
                          - {name: d7, ratio: [draw, draw], entity: Bay}
                          - {name: d8, ratio: [draw, draw], difference: [draw, draw]}
                        """))
                .containsExactly(
                        "x.yaml:3:5: measures[0]: 'drow': no measure of that name; did you mean draw?",
                        "x.yaml:4:25: measures[1].reading: 'rian': no reading of that name; did you mean rain?",
                        "x.yaml:5:39: measures[2].entity: 'Bai': no entity of that name; did you mean Bay?",
                        "x.yaml:6:36: measures[3].how: 'lats': no way of that name; did you mean last?",
                        "x.yaml:7:41: measures[4].how.at: 'D11': no step of that name; did you mean D1?",
                        "x.yaml:8:25: measures[5].reading: sky is in words; a measure needs a reading in numbers.",
                        "x.yaml:9:16: measures[6].reading: how is missing; allowed: first, last, min, max, mean, sum, at,"
                                + " days_where, first_where.",
                        "x.yaml:10:5: measures[7]: reading is missing; allowed is one of reading, difference, ratio.",
                        "x.yaml:11:5: measures[8]: name is missing; give the column a name.",
                        "x.yaml:12:12: measures[9].name: found 'Rain total'; allowed is a column name: up to 60 small"
                                + " letters, digits and _, a letter first.",
                        "x.yaml:13:12: measures[10].name: rain is taken, by a reading of weather; choose another name.",
                        "x.yaml:14:12: measures[11].name: lift is taken, by a parameter; choose another name.",
                        "x.yaml:14:27: measures[11].reading: 'rian': no reading of that name; did you mean rain?",
                        "x.yaml:15:12: measures[12].name: a1 is taken, by the measure at 4:12; choose another name.",
                        "x.yaml:16:25: measures[13].reading: all has no visits; name an entity, or as kind one of hut.",
                        "x.yaml:17:39: measures[14].kind: the kind mast has no visits; the kinds that have it: hut.",
                        "x.yaml:18:41: measures[15].entity: Tower has no visits; the kinds that have it: hut.",
                        "x.yaml:19:37: measures[16].kind: 'hat': no kind of that name; did you mean hut?",
                        "x.yaml:20:31: measures[17].kind: across is missing; allowed is across: sum, or across: mean.",
                        "x.yaml:21:50: measures[18].across: 'median': no way of that name; did you mean mean?",
                        "x.yaml:22:31: measures[19].across: goes with kind; name a kind of entities, or leave it out.",
                        "x.yaml:23:44: measures[20].kind: entity is given as well; allowed is one of them.",
                        "x.yaml:24:49: measures[21].how.days_where: found '4'; allowed is a comparison with a number,"
                                + " such as \"> 1e6\".",
                        "x.yaml:25:36: measures[22].how: found 'days_where'; allowed is how: {days_where: \"> 0\"}.",
                        "x.yaml:26:36: measures[23].how: found a mapping; allowed is how: last.",
                        "x.yaml:27:16: measures[24].reading: how is missing; allowed: first, last, min, max, mean, sum,"
                                + " at, days_where, first_where.",
                        "x.yaml:27:31: measures[24].at: at goes under how, as in how: {at: D0}.",
                        "x.yaml:28:42: measures[25].unit: no key of that name; allowed: name, reading, entity, kind,"
                                + " across, how, difference, ratio.",
                        "x.yaml:31:29: measures[28].difference[0]: d1 is computed from itself: d1, d2, d3, d1; name a"
                                + " measure that does not need d3.",
                        "x.yaml:32:35: measures[29].ratio[1]: 'drow': no measure of that name; did you mean draw?",
                        "x.yaml:33:23: measures[30].ratio: found a list; allowed is a list of two measures.",
                        "x.yaml:34:28: measures[31].difference: last_rain is in mm, draw in 1; a difference needs two"
                                + " measures of one unit.",
                        "x.yaml:35:37: measures[32].entity: goes with reading; ratio takes two measures.",
                        "x.yaml:36:16: measures[33].ratio: difference is given as well; allowed is one of them.");
    }

    /** Measures each of which is the former one less the first, in the order of need or the other way round. */
    private static String chain(int length, boolean backwards) {
        List<String> entries = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            entries.add("{name: m" + i + ", difference: [" + (i == 1 ? "draw" : "m" + (i - 1)) + ", draw]}");
        }
        if (backwards) {
            Collections.reverse(entries);
        }
        return "measures: [draw, " + String.join(", ", entries) + "]";
    }

    @Test
    void aHundredMeasuresMayEachNeedTheNextAndMoreAreRefusedInOneSentence() {
        for (boolean backwards : List.of(false, true)) {
            Map<String, Double> values = values(chain(100, backwards));
            assertThat(values.get("m100")).isCloseTo(-99 * values.get("draw"), offset(1e-9));
            for (int length : List.of(101, 2000)) {
                assertThat(faults(chain(length, backwards)))
                        .singleElement()
                        .asString()
                        .endsWith("is computed from measures each of which needs the next, more than 100 of them;"
                                + " allowed are 100.");
            }
        }
    }

    @Test
    void anEntityAndAStepThatNoPointHasAreRefusedAndThoseThatSomeHaveAreEmptyElsewhere() {
        String peak = """
                measures:
                  - {name: a, reading: rain, entity: Peak, how: last}
                  - {name: b, reading: rain, how: {at: D6}}
                """;
        assertThat(faults(peak))
                .containsExactly(
                        "x.yaml:3:38: measures[0].entity: Peak is not in coast; name one of these: all, Bay, Cape, Tower.",
                        "x.yaml:4:40: measures[1].how.at: no run reaches D6; allowed is D0 to D3.");
        Experiment some =
                read("design: {type: list, points: [{scenario: coast, days: 2}, {scenario: hills, days: 7}]}\n" + peak);
        Model model = some.model();
        assertThat(model.run("coast", some.setting(0), 1, 1).measures()).endsWith(Double.NaN, Double.NaN);
        assertThat(model.run("hills", some.setting(1), 1, 1).measures()).endsWith(10, 11);
    }

    @Test
    void theyServeWhereverAMeasureDoes() {
        Experiment experiment = read("""
                replications: 2
                precision: {measure: a, half_width: 1, most: 4}
                measures: [{name: a, reading: rain, entity: Tower, how: last}]
                """);
        assertThat(experiment.precision().orElseThrow().measure()).isEqualTo("a");
        Experiment search = read("""
                design:
                  type: optimise
                  factors: {lift: {from: 0, to: 1}}
                  objectives: [{measure: a, goal: maximise}, {measure: last_rain, goal: minimise}]
                  population: 4
                  generations: 1
                measures: [{name: a, reading: rain, entity: Bay, how: sum}]
                """);
        assertThat(search.design().goal().orElseThrow().objectives())
                .first()
                .extracting(objective -> objective.summary().measure())
                .isEqualTo("a");
    }

    @Test
    void theSchemaTakesWhatTheReaderTakes() {
        var schema = ExperimentSchemaTest.schema(ExperimentSchema.of(weather, "Weather"));
        String right = """
                name: x
                measures:
                  - draw
                  - {name: a, reading: rain, entity: Bay, how: last}
                  - {name: b, reading: visits, kind: hut, across: mean, how: {at: D1}}
                  - {name: c, reading: rain, how: {days_where: "> 1e6"}}
                  - {name: d, difference: [a, last_rain]}
                  - {name: e, ratio: [a, d]}
                """;
        assertThat(ExperimentSchemaTest.faults(schema, right)).isEmpty();
        for (String wrong : List.of(
                "{name: a, reading: rian, how: last}",
                "{name: a, reading: sky, how: last}",
                "{name: a, reading: rain}",
                "{name: A, reading: rain, how: last}",
                "{name: a, reading: rain, how: lats}",
                "{name: a, reading: rain, how: {at: D1, days_where: '> 1'}}",
                "{name: a, reading: rain, how: {days_where: 4}}",
                "{name: a, reading: rain, entity: [Bay], how: last}",
                "{name: a, difference: [draw]}",
                "{name: a, reading: rain, how: last, ratio: [draw, draw]}")) {
            assertThat(ExperimentSchemaTest.faults(schema, "name: x\nmeasures: [" + wrong + "]"))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void aModelWithoutTimeSeriesHasNoReadings() {
        BadExperiment bad = catchThrowableOfType(
                BadExperiment.class,
                () -> ExperimentReader.read(
                        "name: x\nmeasures: [{name: z, reading: y_again, how: last}]", "x.yaml", new IshigamiModel()));
        assertThat(bad.messages())
                .containsExactly("x.yaml:2:22: measures[0].reading: the model ishigami has no readings; name measures"
                        + " instead.");
    }
}
