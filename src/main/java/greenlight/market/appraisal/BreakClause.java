package greenlight.market.appraisal;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Terms;
import greenlight.market.economics.forecast.AcceptanceSampling;

/**
 * What both sides foresee of a break clause: the first audit after the closing finds more anomalies than the clause bears, and so many
 * that the rest of the deal is worth less to the studio than nothing. It then leaves; without the clause it would pay the bill of an
 * early end, or bear the rest where that costs it less. An option to abandon, exercised once (Robichek and Van Horne 1967,
 * <i>Abandonment value and capital budgeting</i>, Journal of Finance 22(4)).
 *
 * @param leaves probability that the studio leaves by the clause
 * @param saves what the clause is worth to the studio, present US dollars, at least 0
 */
record BreakClause(double leaves, double saves) {
    /** A contract without one. */
    static final BreakClause NONE = new BreakClause(0, 0);

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
        double expected = studio.pilot(vendor, pilot).mean();
        double perAnomaly = studio.harm(1) * service;
        double bearable = perAnomaly > 0 ? expected + rest / perAnomaly : rest < 0 ? 0 : 1;
        AcceptanceSampling audit =
                studio.audit(vendor, pilot, terms.clauses().anomalyBreak(), Math.min(1, bearable));
        double leaves = 1 - audit.passes();
        double loss = (audit.meanIfFailed(expected) - expected) * perAnomaly - rest;
        return new BreakClause(leaves, leaves * Math.min(bill, Math.max(0, loss)));
    }
}
