package greenlight.market.contract;

/**
 * The clauses of a contract that depend on what both sides observe while it runs: contingent contracts, as in Aghion and Bolton
 * 1992, <i>An incomplete contracts approach to financial contracting</i>, Review of Economic Studies 59(3).
 *
 * @param costShareStep of the inference cost of licensed clips, what the studio pays more in a quarter after one in which users
 *     stayed less than planned: a price that follows the vendor's loss (Crocker and Masten 1991, <i>Pretia ex machina? Prices and
 *     process in long-term contracts</i>, Journal of Law and Economics 34(1)); share, 0 for no such clause
 * @param anomalyBreak anomalies per clip beyond which, in the last quarter's audit, the studio may leave without the bill of an
 *     early end: an option to abandon (Robichek and Van Horne 1967, <i>Abandonment value and capital budgeting</i>, Journal of
 *     Finance 22(4)); 1 for no such clause
 * @param toMilestone quarters in force until the platform's next milestone, to be open at the end of a contract year, when a
 *     tranche of the equity is due: staged capital (Gompers 1995, <i>Optimal investment, monitoring, and the staging of venture
 *     capital</i>, Journal of Finance 50(5)); 0 where equity is paid a tranche a quarter
 */
public record Clauses(double costShareStep, double anomalyBreak, int toMilestone) {
    /** A contract whose terms stay as they are, whatever comes. */
    public static final Clauses NONE = new Clauses(0, 1, 0);

    private static final int CONTRACT_YEAR = 4;

    /** The quarters in force until the first milestone of a contract: its first year, or its term where that is shorter. */
    public static int toFirstMilestone(int term) {
        return Math.min(CONTRACT_YEAR, term);
    }

    /**
     * Milestones within the term, at least 1 and at most a number.
     *
     * @param most wanted, at least 1
     * @param term quarters
     * @param closingLag quarters in force before the contract closes
     */
    public int milestones(int most, int term, int closingLag) {
        return Math.max(1, Math.min(most, tranchesBy(term, closingLag)));
    }

    /** Whether tranches of the equity wait for milestones. */
    public boolean staged() {
        return toMilestone > 0;
    }

    /** Whether a studio may leave over some number of anomalies. */
    public boolean breakable() {
        return anomalyBreak < 1;
    }

    /**
     * Tranches that are due by a quarter, at least 0.
     *
     * @param inForce number of that quarter, of those in force, from 1
     * @param closingLag quarters in force before the contract closes
     */
    int tranchesBy(int inForce, int closingLag) {
        int first = Math.max(toMilestone, closingLag + 1);
        return inForce < first ? 0 : 1 + (inForce - first) / between();
    }

    /** What is left of these clauses after some quarters in force, in which some tranches have been paid. */
    Clauses after(int inForce, int paid, int closingLag) {
        if (!staged()) {
            return this;
        }
        int next = Math.max(toMilestone, closingLag + 1) + paid * between();
        return new Clauses(costShareStep, anomalyBreak, Math.max(1, next - inForce));
    }

    private int between() {
        return staged() ? CONTRACT_YEAR : 1;
    }
}
