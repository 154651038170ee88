package greenlight.app.page;

import greenlight.market.Market;
import greenlight.market.contract.Deal;
import greenlight.market.law.Case;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.record.Headline;
import greenlight.market.record.Holding;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What the page gets of a run. Reals go out one by one: the measures, then every row's readings. The rest is text, a
 * line for each thing, fields parted by tabs; the first field says what the line is.
 */
public final class RunEncoder {
    private static final Buffers BUFFERS = new Buffers();

    private final DoubleConsumer numbers;
    private final StringBuilder text = new StringBuilder();
    private final long[][][] paid = new long[Why.values().length][Sector.values().length][Sector.values().length];

    /** A telling whose reals go to a function. */
    public RunEncoder(DoubleConsumer numbers) {
        this.numbers = numbers;
    }

    /** Runs a market and encodes all of it, with what its networks and its ledger held in each quarter. */
    public void whole(Scenario scenario, Setting setting, long seed) {
        Market market = run(scenario, setting, seed, 0, Integer.MAX_VALUE);
        for (double measure : market.measures()) {
            numbers.accept(measure);
        }
        for (Row row : market.rows()) {
            row(row);
        }
        for (Event event : market.events()) {
            String dollars = EventWords.dollars(Cents.dollars(event.cents()));
            line(
                    "event",
                    event.quarter(),
                    event.kind().name(),
                    event.who(),
                    event.whom(),
                    Long.toString(event.cents()),
                    event.cause(),
                    Headline.of(event, dollars));
        }
        line("digest", StateHash.of(market));
    }

    /**
     * Runs a market and encodes what figures show of it while a dial is dragged: measures, the rows of the market and of
     * its vendors, and the networks and the ledger of the quarter in view and of the one before.
     */
    public void sketch(Scenario scenario, Setting setting, long seed, int inView) {
        Market market = run(scenario, setting, seed, inView - 1, inView);
        for (double measure : market.measures()) {
            numbers.accept(measure);
        }
        for (Row row : market.rows()) {
            if (!row.kind().equals(Row.STUDIO)) {
                row(row);
            }
        }
    }

    /** Runs a market and encodes the networks and the ledger of the quarters from one to another. */
    private Market run(Scenario scenario, Setting setting, long seed, int from, int to) {
        Market market = new Market(scenario, setting, seed, BlockRunner.ALONE, BUFFERS);
        market.start();
        for (int quarter = 0; quarter < setting.count(MarketParameter.QUARTERS); quarter++) {
            boolean pictured = from <= quarter && quarter <= to;
            if (pictured) {
                notePayments(market.ledger()); // the opening is no payment of a quarter
            }
            market.schedule.step(market);
            if (pictured) {
                picture(market, quarter);
            }
        }
        market.finish();
        return market;
    }

    /** Runs a market and encodes its measures and the rows of the market and of its flagship. */
    public void brief(Scenario scenario, Setting setting, long seed) {
        Market market = Market.run(scenario, setting, seed, BlockRunner.ALONE, BUFFERS);
        for (double measure : market.measures()) {
            numbers.accept(measure);
        }
        for (Row row : market.rows()) {
            if (row.kind().equals("market") || isFlagship(scenario, row.entity())) {
                line("row", row.quarter(), row.kind(), row.entity(), "", "");
                readings(row);
            }
        }
    }

    /** The text of all that was encoded. */
    public String text() {
        return text.toString();
    }

    private static boolean isFlagship(Scenario scenario, String name) {
        for (Scenario.VendorOpening vendor : scenario.vendors()) {
            if (vendor.flagship() && vendor.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void row(Row row) {
        line("row", row.quarter(), row.kind(), row.entity(), word(row, Reading.PRODUCT), word(row, Reading.STRATEGY));
        readings(row);
    }

    private void readings(Row row) {
        for (Reading reading : Reading.values()) {
            if (!reading.words()) {
                numbers.accept(row.get(reading));
            }
        }
    }

    private static String word(Row row, Reading reading) {
        String word = row.word(reading);
        return word == null ? "" : word;
    }

    /** The state of deals, stakes and cases, and what was paid in the quarter. */
    private void picture(Market market, int quarter) {
        List<Deal> deals = market.deals();
        for (Deal deal : deals) {
            if (deal.stage().running() || deal.ended() == quarter) {
                line(
                        "deal",
                        quarter,
                        deal.id(),
                        deal.studio(),
                        deal.vendor(),
                        deal.stage().name(),
                        deal.cause().name(),
                        deal.terms().headline() ? 1 : 0);
            }
        }
        for (Holding holding : market.holdings()) {
            line("stake", quarter, holding.holder(), holding.vendor(), share(holding.share()));
        }
        for (Case open : market.openCases()) {
            line(
                    "case",
                    quarter,
                    open.plaintiff().name(),
                    open.defendant().name(),
                    open.kind().words(),
                    open.filed());
        }
        flows(market.ledger(), quarter);
    }

    /** A share in hundredths of a percent. */
    private static long share(double share) {
        return Math.round(share * 10_000);
    }

    private void flows(Ledger ledger, int quarter) {
        for (Why why : Why.values()) {
            for (Sector from : Sector.values()) {
                for (Sector to : Sector.values()) {
                    long cents = ledger.flow(why, from, to) - paid[why.ordinal()][from.ordinal()][to.ordinal()];
                    if (cents > 0) {
                        line("flow", quarter, why.ordinal(), from.ordinal(), to.ordinal(), Long.toString(cents));
                    }
                }
            }
        }
    }

    private void notePayments(Ledger ledger) {
        for (Why why : Why.values()) {
            for (Sector from : Sector.values()) {
                for (Sector to : Sector.values()) {
                    paid[why.ordinal()][from.ordinal()][to.ordinal()] = ledger.flow(why, from, to);
                }
            }
        }
    }

    private void line(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        text.append('\n');
    }
}
