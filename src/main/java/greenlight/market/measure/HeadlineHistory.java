package greenlight.market.measure;

import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;

/** What became of the scenario's headline deal. Each figure is not-a-number when the deal was not signed. */
final class HeadlineHistory {
    private final RunRecord run;
    /** Null when it was not signed. */
    private final Deal deal;

    HeadlineHistory(RunRecord run) {
        this.run = run;
        Deal headline = null;
        for (Deal each : run.deals()) {
            if (each.terms().headline()) {
                headline = each;
            }
        }
        deal = headline;
    }

    double signed() {
        return RunRecord.number(deal != null);
    }

    double voided() {
        return ended(Stage.VOIDED);
    }

    double terminated() {
        return ended(Stage.TERMINATED);
    }

    private double ended(Stage how) {
        return deal == null ? Double.NaN : RunRecord.number(deal.stage() == how);
    }

    double collapsed() {
        return voided() + terminated();
    }

    /** Quarters from its signing to its end, or to the horizon. */
    double life() {
        if (deal == null) {
            return Double.NaN;
        }
        return (deal.ended() >= 0 ? deal.ended() : run.lastQuarter()) - deal.signed();
    }

    /** Quarters in which its characters might be used. */
    double licensedQuarters() {
        return deal == null ? Double.NaN : deal.licensedQuarters();
    }

    /** What its studio got from it less what it paid, equity left out, US dollars; 0 when it was not signed. */
    double gain() {
        return deal == null ? 0 : DealHistory.gain(deal);
    }

    /** US dollars. */
    double equityPaid() {
        return deal == null ? Double.NaN : deal.equityPaid();
    }

    /** Mean stringency two quarters after its collapse, less that before the flagship's launch. */
    double stringencyRise() {
        if (deal == null || collapsed() == 0 || deal.ended() + 2 > run.lastQuarter()) {
            return Double.NaN;
        }
        return run.market(Reading.STRINGENCY, deal.ended() + 2) - run.stringencyBeforeLaunch();
    }
}
