package greenlight.market.phase;

import greenlight.market.law.Court;
import greenlight.market.measure.QuarterRows;
import greenlight.market.measure.QuarterView;
import greenlight.market.measure.Readings;
import greenlight.market.measure.Row;
import greenlight.market.record.Recording;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.Population;
import greenlight.market.state.Shareholdings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Phase 10: the quarter's record: a row for the market, for each vendor, for each studio. */
public final class RecordPhase {
    private final Clock clock;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final Shareholdings shares;
    private final Court court;
    private final Lawsuits lawsuits;
    private final Environment environment;
    private final Population population;
    private final Readings readings;
    private final List<Row> rows = new ArrayList<>();

    public RecordPhase(
            Clock clock,
            EventLog log,
            Firms firms,
            DealBook deals,
            Shareholdings shares,
            Court court,
            Lawsuits lawsuits,
            Environment environment,
            Population population,
            Recording recording) {
        this.clock = clock;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.shares = shares;
        this.court = court;
        this.lawsuits = lawsuits;
        this.environment = environment;
        this.population = population;
        readings = recording.readings() ? Readings.ALL : Readings.OF_MEASURES.and(recording.also());
    }

    public void write() {
        QuarterView quarter =
                new QuarterView(clock, log, firms, deals, shares, court, lawsuits, environment, population);
        rows.addAll(QuarterRows.of(quarter, readings));
    }

    /** The rows of all quarters so far, in order. */
    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }
}
