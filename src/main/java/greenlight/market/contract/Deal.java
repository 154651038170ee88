package greenlight.market.contract;

import greenlight.market.economics.BetaBelief;

/**
 * A contract between a studio and a vendor: the information on an edge of the network of deals. It knows its stage, its
 * age and what it has paid; who its parties are, the edge says.
 */
public final class Deal {
    /** Why a deal ended. */
    public enum Cause {
        /** It has not. */
        NONE,
        TERM_OVER,
        PLATFORM_GONE,
        BRAND,
        LAW,
        /** It brings its studio less than it costs. */
        USE
    }

    private final int id;
    private final int studio;
    private final int vendor;
    private final Terms terms;
    private final int signed;

    private Stage stage = Stage.OFFERED;
    private int stageSince;
    /** Quarters in force so far, over all terms. */
    private int inForce;
    /** Quarters in force in the present term. */
    private int inTerm;

    private int tranchesPaid;
    /** The quarter in which its price was last bargained over; -1 while it never was. */
    private int renegotiated = -1;

    private int ended = -1;
    private Cause cause = Cause.NONE;
    /** What the studio has put in and got out in dollars, by this deal alone. */
    private double studioPaid;

    private double studioReceived;
    /** What the vendor has got from the studio less what it has paid for the deal in dollars, equity left out. */
    private double vendorGain;
    /** What the studio believes of anomalies per clip, from the clips that it looked at. */
    private BetaBelief anomalies;

    private long clipsSeen;
    private long anomaliesSeen;
    /** Anomalies per clip of the last audit; 0 before the first. */
    private double lastAudit;

    public Deal(int id, int studio, int vendor, Terms terms, int quarter, BetaBelief prior) {
        this.id = id;
        this.studio = studio;
        this.vendor = vendor;
        this.terms = terms;
        this.signed = quarter;
        this.stageSince = quarter;
        this.anomalies = prior;
    }

    /**
     * Moves to another stage.
     *
     * @throws IllegalStateException when that change is not a legal one
     */
    public void become(Stage next, int quarter) {
        if (!stage.leadsTo(next)) {
            throw new IllegalStateException("Deal " + id + " cannot go from " + stage + " to " + next + ".");
        }
        stage = next;
        stageSince = quarter;
        if (next.ended()) {
            ended = quarter;
        }
        if (next.inForce()) {
            inTerm = 0;
        }
    }

    /** Ends the deal and says why. */
    public void end(Stage how, int quarter, Cause why) {
        become(how, quarter);
        cause = why;
    }

    /** Another quarter of service. */
    public void age() {
        if (stage.inForce()) {
            inForce++;
            inTerm++;
        }
    }

    /** Looks at clips and learns from the anomalies among them (Beta-binomial). */
    public void learn(long clips, long anomalous) {
        clipsSeen += clips;
        anomaliesSeen += anomalous;
        lastAudit = clips > 0 ? (double) anomalous / clips : 0;
        anomalies = anomalies.after(anomalous, clips - anomalous);
    }

    /** Its price has been bargained over anew in a quarter. */
    public void renegotiate(int quarter) {
        renegotiated = quarter;
    }

    /** Whether its price was bargained over anew in a quarter. */
    public boolean renegotiated(int quarter) {
        return renegotiated == quarter;
    }

    public void studioPays(double dollars) {
        studioPaid += dollars;
    }

    public void studioReceives(double dollars) {
        studioReceived += dollars;
    }

    public void vendorReceives(double dollars) {
        vendorGain += dollars;
    }

    public void vendorPays(double dollars) {
        vendorGain -= dollars;
    }

    public void payTranche() {
        tranchesPaid++;
    }

    /** The tranche due this quarter in US dollars; 0 when none is. */
    public double trancheDue() {
        boolean due = licensed() && terms.equity() > 0 && tranchesPaid < terms.tranchesBy(inForce + 1);
        return due ? terms.equity() / terms.tranches() : 0;
    }

    /** Whether the vendor may use the characters: the contract is in force and has closed. */
    public boolean licensed() {
        return stage.inForce() && inForce >= terms.closingLag();
    }

    /** Equity paid so far, US dollars. */
    public double equityPaid() {
        return terms.tranches() == 0 ? 0 : terms.equity() * tranchesPaid / terms.tranches();
    }

    public double equityUnpaid() {
        return terms.equity() - equityPaid();
    }

    /** Quarters left in the present term; the whole term before it starts. */
    public int quartersLeft() {
        return Math.max(0, terms.quarters() - inTerm);
    }

    public boolean pilotOver(int quarter) {
        return stage == Stage.PILOT && quarter - stageSince >= terms.pilotQuarters();
    }

    public boolean exclusive(int quarter) {
        return stage.running() && quarter - signed < terms.exclusivity() + terms.pilotQuarters();
    }

    /** What is left of its terms at the beginning of a quarter; another term where this one is over. */
    public Terms rest(int quarter) {
        int pilot = stage == Stage.PILOT ? Math.max(0, terms.pilotQuarters() - (quarter - stageSince)) : 0;
        int left = quartersLeft() > 0 ? quartersLeft() : terms.quarters();
        int bound = Math.max(0, signed + terms.exclusivity() + terms.pilotQuarters() - quarter - pilot);
        return terms.rest(
                left,
                pilot,
                equityUnpaid(),
                terms.tranches() - tranchesPaid,
                Math.max(0, terms.closingLag() - inForce),
                bound,
                terms.clauses().after(inForce, tranchesPaid, terms.closingLag()));
    }

    /** Whether its studio may leave without the bill of an early end: the last audit found more anomalies than the break clause bears. */
    public boolean breakOpen() {
        return stage.inForce() && lastAudit > terms.clauses().anomalyBreak();
    }

    public int id() {
        return id;
    }

    public int studio() {
        return studio;
    }

    public int vendor() {
        return vendor;
    }

    public Terms terms() {
        return terms;
    }

    public Stage stage() {
        return stage;
    }

    public int signed() {
        return signed;
    }

    /** The quarter in which the deal ended; -1 while it has not. */
    public int ended() {
        return ended;
    }

    public Cause cause() {
        return cause;
    }

    public double studioPaid() {
        return studioPaid;
    }

    public double studioReceived() {
        return studioReceived;
    }

    /** What its vendor has got from its studio less what it has paid for the deal, equity left out, US dollars. */
    public double vendorGain() {
        return vendorGain;
    }

    /** Quarters so far in which the vendor might use the characters. */
    public int licensedQuarters() {
        return Math.max(0, inForce - terms.closingLag());
    }

    public BetaBelief anomalies() {
        return anomalies;
    }

    public long clipsSeen() {
        return clipsSeen;
    }

    public long anomaliesSeen() {
        return anomaliesSeen;
    }

    /** Anomalies per clip of the last audit, 0 to 1. */
    public double lastAudit() {
        return lastAudit;
    }
}
