package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.Recording;
import greenlight.market.state.Clock;
import greenlight.market.state.EventLog;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Model;
import greenlight.runner.model.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run writes down what is recorded, and comes to the same. */
class RecordingTest {
    private static final String WORLD = "sora-disney";
    private static final Recording NOTHING = new Recording(false, false, false);

    private static Market run(long seed, Recording recording) {
        Setting setting = Scenarios.setting(WORLD).with(MarketParameter.USERS, 300);
        return Market.run(
                Scenarios.of(WORLD), setting, seed, BlockRunner.ALONE, new Buffers(), recording, PhaseListener.NONE);
    }

    @Test
    void measuresAreTheSameWhateverIsRecorded() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(run(seed, NOTHING).measures())
                    .containsExactly(run(seed, Recording.ALL).measures());
        }
    }

    @Test
    void aRunThatRecordsNoEventsBuildsNoSentence() {
        EventLog log = new EventLog(new Clock(Scenarios.of(WORLD).start()), NOTHING);
        log.add(Event.Kind.OUTSIDE, "somewhere", "", 0, () -> {
            throw new AssertionError("a sentence was built");
        });
        assertThat(log.all()).hasSize(1);
        assertThat(run(1, NOTHING).events())
                .hasSameSizeAs(run(1, Recording.ALL).events())
                .allMatch(event -> event.cause().isEmpty());
    }

    @Test
    void readingsThatNoMeasureNeedsAndPaymentsAreLeftOut() {
        Market market = run(1, NOTHING);
        assertThat(market.ledger().payments()).isEmpty();
        assertThat(market.rows()).hasSameSizeAs(run(1, Recording.ALL).rows());
        for (Row row : market.rows()) {
            assertThat(row.get(Reading.STAKES)).isNaN();
        }
    }

    @Test
    void aModelGivesTheRowsOfTheTablesThatAreWritten() {
        Setting setting = Scenarios.setting(WORLD).with(MarketParameter.USERS, 300);
        MarketModel model = new MarketModel();
        Model.Outcome all = model.run(WORLD, setting, 1, 1);
        List<Model.Table> tables = model.tables();
        for (int i = 0; i < tables.size(); i++) {
            Model.Outcome one =
                    model.run(WORLD, setting, 1, 1, List.of(tables.get(i).name()));
            assertThat(text(tables.get(i), one.rows().get(i)))
                    .isEqualTo(text(tables.get(i), all.rows().get(i)))
                    .isNotEmpty();
            assertThat(one.measures()).containsExactly(all.measures());
        }
    }

    private static String text(Model.Table table, Iterable<Model.Cells> rows) {
        StringBuilder text = new StringBuilder();
        for (Model.Cells row : rows) {
            int place = 0;
            for (List<Model.Column> columns : List.of(table.columns(), table.readings())) {
                for (Model.Column column : columns) {
                    boolean words = column.type() == Model.Column.Type.TEXT;
                    text.append(words ? row.word(place) : row.number(place)).append(' ');
                    place++;
                }
            }
        }
        return text.toString();
    }
}
