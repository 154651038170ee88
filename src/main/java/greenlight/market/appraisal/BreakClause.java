package greenlight.market.appraisal;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Terms;
import greenlight.market.economics.forecast.AcceptanceSampling;

/**
 * What both sides foresee of a break clause: the first audit after the closing finds too many anomalies, and the studio then
 * leaves where the rest of the deal is worth less to it than nothing. Without the clause it would pay the bill of an early end, or
 * bear the rest where that costs it less. An option to abandon, exercised once (Robichek and Van Horne 1967, <i>Abandonment value and capital
 * budgeting</i>, Journal of Finance 22(4)).
 *
 * @param opens probability that the audit finds too many
 * @param restThen what the rest of the deal would then be worth to the studio, present US dollars
 * @param bill of an early end, present US dollars
 */
record BreakClause(double opens, double restThen, double bill) {
    /** A contract without one. */
    static final BreakClause NONE = new BreakClause(0, 0, 0);

    /**
     * The clause of some terms.
     *
     * @param rest what the deal is expected to be worth to the studio after its closing, present US dollars
     * @param service quarters of service after the closing, discounted
     * @param bill of an early end just after the closing, present US dollars
     */
    static BreakClause of(Studio studio, Vendor vendor, Terms terms, double rest, double service, double bill) {
        if (!terms.clauses().breakable()) {
            return NONE;
        }
        int pilot = terms.pilotQuarters();
        AcceptanceSampling audit = studio.audit(vendor, pilot, terms.clauses().anomalyBreak());
        double expected = studio.pilot(vendor, pilot).mean();
        double more = studio.harm(audit.meanIfFailed(expected)) - studio.harm(expected);
        return new BreakClause(1 - audit.passes(), rest - more * service, bill);
    }

    /** What the clause is worth to the studio, present US dollars, at least 0. */
    double saves() {
        return opens * Math.min(bill, Math.max(0, -restThen));
    }

    /** Probability that the studio makes use of it. */
    double leaves() {
        return restThen < 0 ? opens : 0;
    }
}
