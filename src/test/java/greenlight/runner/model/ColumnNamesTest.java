package greenlight.runner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.market.model.MarketModel;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.IshigamiModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNamesTest {
    private static final Model.Column STEP = column("step");

    @Test
    void everyColumnOfTheMarketHasANameOfItsOwn() {
        assertThat(ColumnNames.fault(new MarketModel())).isEmpty();
        assertThat(ColumnNames.fault(new IshigamiModel())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run_id", "point", "replication", "seed", "scenario", "status", "error", "seconds", "x1"})
    void aMeasureHasNoNameOfAParameterOrOfAColumnThatIsAlwaysThere(String name) {
        assertThat(ColumnNames.fault(with(List.of(column(name)), List.of())))
                .get()
                .asString()
                .startsWith("two columns are called " + name + ", ")
                .endsWith(" and a measure; every column needs a name of its own");
    }

    @Test
    void aReadingHasNoNameOfAMeasureOrOfAnotherTablesReading() {
        assertThat(ColumnNames.fault(with(List.of(), List.of(table("steps", STEP, "y")))))
                .contains(
                        "two columns are called y, a measure and a reading of steps; every column needs a name of its own");
        assertThat(ColumnNames.fault(with(List.of(), List.of(table("steps", STEP, "z"), table("events", STEP, "z")))))
                .isPresent();
    }

    @Test
    void tablesShareAColumnOnlyWhereTheyDeclareItAlike() {
        assertThat(ColumnNames.fault(with(List.of(), List.of(table("steps", STEP, "u"), table("events", STEP, "v")))))
                .isEmpty();
        Model.Column other = new Model.Column("step", Model.Column.Type.INTEGER, "days", "another step");
        assertThat(ColumnNames.fault(with(List.of(), List.of(table("steps", STEP, "u"), table("events", other, "v")))))
                .contains("two columns are called step, a column of steps and a column of events;"
                        + " every column needs a name of its own");
    }

    @Test
    void aModelInWhichTwoColumnsHaveOneNameIsRefused() {
        Model twice = with(List.of(column("x2")), List.of());
        assertThatThrownBy(() -> ExperimentReader.read("name: any\n", "any.yaml", twice))
                .isInstanceOf(BadExperiment.class)
                .hasMessage("any.yaml: the model " + twice.name() + " cannot be run: two columns are called x2,"
                        + " a parameter and a measure; every column needs a name of its own.");
    }

    private static Model.Column column(String name) {
        return new Model.Column(name, Model.Column.Type.REAL, "", "any");
    }

    private static Model.Table table(String name, Model.Column time, String reading) {
        return new Model.Table(name, "any", List.of(time), List.of(column(reading)), true);
    }

    private static Model with(List<Model.Column> measures, List<Model.Table> tables) {
        return new IshigamiModel() {
            @Override
            public List<Column> measures() {
                List<Column> all = new ArrayList<>(super.measures());
                all.addAll(measures);
                return all;
            }

            @Override
            public List<Table> tables() {
                return tables;
            }
        };
    }
}
