package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.ANOMALY_COST;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.BRAND_TOLERANCE;
import static greenlight.market.parameter.MarketParameter.CLOUD_COST;
import static greenlight.market.parameter.MarketParameter.CLOUD_SAVING;
import static greenlight.market.parameter.MarketParameter.EQUITY_RISK;
import static greenlight.market.parameter.MarketParameter.FEAR_OF_MISSING_OUT;
import static greenlight.market.parameter.MarketParameter.FOMO;
import static greenlight.market.parameter.MarketParameter.GUARANTEE;
import static greenlight.market.parameter.MarketParameter.INTEGRATION_COST;
import static greenlight.market.parameter.MarketParameter.LEARNING;
import static greenlight.market.parameter.MarketParameter.LESSON_FROM_OTHERS;
import static greenlight.market.parameter.MarketParameter.PARTNER_SAVING;
import static greenlight.market.parameter.MarketParameter.PILOT_COST;
import static greenlight.market.parameter.MarketParameter.PILOT_QUARTERS;
import static greenlight.market.parameter.MarketParameter.STRICTEST_GUARANTEE;
import static greenlight.market.parameter.MarketParameter.TOOL_SAVING;
import static greenlight.market.parameter.MarketParameter.TRUST;
import static greenlight.market.parameter.MarketParameter.TRUST_WEIGHT;
import static greenlight.market.parameter.MarketParameter.WINDING_DOWN;

import greenlight.market.contract.Deal;
import greenlight.market.economics.Bargaining;
import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Powers;
import greenlight.market.economics.RiskPremium;
import greenlight.market.economics.forecast.AcceptanceSampling;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.runner.model.Setting;
import java.util.Arrays;

/** A studio: owns characters, fears for them, fears to miss out, and chooses what to do about AI. */
public final class Studio implements Party {
    /** Licensed clips that a studio looks at in a quarter, in a pilot or later: enough to tell a bad model from a good one. */
    public static final int CLIPS_LOOKED_AT = 50;

    /** What a studio believes of an unknown model's anomalies is worth this many clips. */
    private static final double PRIOR_CLIPS = 40;
    /** Legal uncertainty that doubles the price of legal risk to a cautious studio. */
    private static final double USUAL_UNCERTAINTY = 0.18;

    /** Trust is the chance that a vendor lasts for this many quarters, the term of the deal on record. */
    private static final double USUAL_TERM = 12;

    private static final double QUARTERS_PER_YEAR = 4;

    private final int id;
    private final Scenario.StudioOpening opening;
    private final Account account;
    private final Setting setting;

    private Strategy strategy = Strategy.ABSTAIN;
    /** What it believes of each vendor, by number: the share of usual terms that are served to their end. */
    private BetaBelief[] trust = {};
    /** The same of a vendor without a deal so far. */
    private BetaBelief trustInUnknown;
    /** What its last audit of each vendor let it believe in, against what the vendor's model shows to everybody; 1 before. */
    private double[] audited = {};

    /** Of its trust in the vendor that it weighs. */
    private final Powers lasting = new Powers(USUAL_TERM);

    private boolean usesTools;

    private int openCases;

    public Studio(int id, Scenario.StudioOpening opening, Account account, Setting setting) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.setting = setting;
        trustInUnknown = BetaBelief.of(setting.get(TRUST), setting.get(TRUST_WEIGHT));
    }

    /** Gets to know another vendor. */
    public void meet() {
        trust = Arrays.copyOf(trust, trust.length + 1);
        trust[trust.length - 1] = trustInUnknown;
        audited = Arrays.copyOf(audited, trust.length);
        audited[trust.length - 1] = 1;
    }

    /** Anomalies per clip that it tolerates. */
    public double tolerance() {
        return setting.get(BRAND_TOLERANCE) * (1 - opening.get(StudioTrait.STRICTNESS));
    }

    /**
     * What it believes of a vendor's anomalies before a deal: those of the clips that the vendor shows, more or less as its own
     * audits have found more or less than these.
     */
    public BetaBelief priorOfAnomalies(Vendor vendor) {
        double found = setting.on(LEARNING) ? audited[vendor.id()] : 1;
        return BetaBelief.of(Math.min(1, found * vendor.model().anomalyRate()), PRIOR_CLIPS);
    }

    /** Remembers what the audits of a deal have shown. */
    public void noteAudits(Deal deal, Vendor vendor) {
        double shown = vendor.model().anomalyRate();
        if (deal.clipsSeen() > 0 && shown > 0) {
            audited[vendor.id()] = deal.anomalies().mean() / shown;
        }
    }

    /** Pilot that a studio without bad experience demands, quarters. */
    public int usualPilot() {
        return setting.count(PILOT_QUARTERS);
    }

    /** Guarantee that a studio without bad experience demands, share of the remaining contract. */
    public double usualGuarantee() {
        return setting.get(GUARANTEE);
    }

    /** Guarantee that it demands, share of the remaining contract. */
    public double guaranteeDemanded() {
        return Math.min(1, usualGuarantee() + stringency() * setting.get(STRICTEST_GUARANTEE));
    }

    /** Chance that the studio gives a vendor's platform to last for a number of quarters: its trust is that of a usual term. */
    public double lasting(Vendor vendor, int quarters) {
        double trust = trust(vendor);
        return trust == 0 ? 0 : lasting.of(trust, quarters);
    }

    /**
     * What the studio puts into a running deal in staff and tools, US dollars a quarter: the more, the more people the platform
     * reaches.
     *
     * @param pilot whether it is only a pilot
     */
    public double integrationCost(Vendor vendor, boolean pilot) {
        return setting.get(INTEGRATION_COST) * ip() * vendor.reach() * (pilot ? setting.get(PILOT_COST) : 1);
    }

    /**
     * What staff and tools still cost it when a platform closes under a deal, US dollars.
     *
     * @param left quarters of the term
     */
    public double windingDown(Vendor vendor, int left) {
        return Math.min(setting.get(WINDING_DOWN), left) * integrationCost(vendor, false);
    }

    /** What a partner's model saves it in production, US dollars a quarter; a partner with a worse model adds nothing. */
    public double partnerSavings(double quality) {
        return setting.get(PARTNER_SAVING) * opening.get(StudioTrait.CONTENT_SPEND) * quality;
    }

    /**
     * What it expects of a pilot.
     *
     * @param quarters of the pilot; with none, a vendor is taken as it is
     */
    public AcceptanceSampling pilot(Vendor vendor, int quarters) {
        BetaBelief prior = priorOfAnomalies(vendor);
        return quarters > 0
                ? AcceptanceSampling.of(prior, (double) quarters * CLIPS_LOOKED_AT, tolerance())
                : new AcceptanceSampling(1, prior.mean());
    }

    /**
     * What it expects of a quarter's audit of a deal that has passed its pilot.
     *
     * @param limit anomalies per clip with which the audit passes, whatever is then believed
     * @param bearable belief of anomalies per clip with which it passes, whatever it has found
     */
    public AcceptanceSampling audit(Vendor vendor, int pilot, double limit, double bearable) {
        double weight = PRIOR_CLIPS + (double) pilot * CLIPS_LOOKED_AT;
        BetaBelief belief = BetaBelief.of(pilot(vendor, pilot).mean(), weight);
        double atLimit = belief.after(limit * CLIPS_LOOKED_AT, (1 - limit) * CLIPS_LOOKED_AT).mean();
        return AcceptanceSampling.of(belief, CLIPS_LOOKED_AT, Math.max(atLimit, bearable));
    }

    /** Harm to its brand that it expects of a deal beyond what it tolerates, US dollars a quarter. */
    public double harmBeyondTolerance(Deal deal) {
        return harm(Math.max(0, deal.anomalies().mean() - tolerance()));
    }

    /** Harm to its brand at a rate of anomalies per clip, US dollars a quarter. */
    public double harm(double anomalies) {
        if (!setting.on(BRAND_SAFETY)) {
            return 0;
        }
        return setting.get(ANOMALY_COST) * ip() * opening.get(StudioTrait.STRICTNESS) * anomalies;
    }

    /** What it costs the studio to bear the risk of shares in a vendor, US dollars a quarter. */
    public double riskOfShares(double dollars) {
        double capital = QUARTERS_PER_YEAR * opening.get(StudioTrait.CONTENT_SPEND);
        return RiskPremium.of(dollars, setting.get(EQUITY_RISK), capital);
    }

    /**
     * What it costs a studio to bear a legal risk, US dollars a quarter: caution and legal uncertainty multiply it.
     *
     * @param expected cost, US dollars a quarter
     * @param uncertainty standard deviation of the belief that plaintiffs win
     */
    public double legalRisk(double expected, double uncertainty) {
        return expected * opening.get(StudioTrait.CAUTION) * (1 + uncertainty / USUAL_UNCERTAINTY);
    }

    /**
     * The fear of missing out, US dollars a quarter.
     *
     * @param rivals share of the other studios that have a running platform deal
     */
    public double fear(double rivals) {
        return setting.on(FEAR_OF_MISSING_OUT) ? setting.get(FOMO) * opening.get(StudioTrait.FOMO) * ip() * rivals : 0;
    }

    /** What pipeline tools are worth, US dollars a quarter: what they save less their price. */
    public double weighTools(double bestQuality) {
        return toolSavings(bestQuality) - priceOfTools(bestQuality);
    }

    /** What it pays for tools, US dollars a quarter: half of what they save it, bargained over with their makers (Nash 1950). */
    public double priceOfTools(double quality) {
        double savings = toolSavings(quality);
        return Bargaining.price(0, savings, savings);
    }

    /** What tools save, US dollars a quarter. */
    public double toolSavings(double quality) {
        return setting.get(TOOL_SAVING) * opening.get(StudioTrait.CONTENT_SPEND) * quality;
    }

    /**
     * What a private cloud is worth, US dollars a quarter: full control, but only as good as the studio's own library.
     *
     * @param frontier quality of the best model there is
     */
    public double weighCloud(double frontier) {
        return cloudSavings(frontier) - setting.get(CLOUD_COST);
    }

    public double cloudSavings(double frontier) {
        return setting.get(CLOUD_SAVING)
                * opening.get(StudioTrait.CONTENT_SPEND)
                * opening.get(StudioTrait.LIBRARY)
                * frontier;
    }

    /** Draws the lesson of a failed deal: it trusts less, and others' deals and other vendors' teach a part of it. */
    public void learn(boolean own, int vendor) {
        learn(own, vendor, 0, 1);
    }

    /** Sees a deal served for another quarter, a part of a usual term. */
    public void seeServed(boolean own, int vendor) {
        learn(own, vendor, 1 / USUAL_TERM, 0);
    }

    private void learn(boolean own, int vendor, double served, double failed) {
        double others = setting.get(LESSON_FROM_OTHERS);
        double weight = own ? 1 : others;
        for (int v = 0; v < trust.length; v++) {
            double part = v == vendor ? weight : weight * others;
            trust[v] = trust[v].after(part * served, part * failed);
        }
        trustInUnknown = trustInUnknown.after(weight * others * served, weight * others * failed);
    }

    /** Whether what it believes of the anomalies goes beyond what it tolerates, times a factor. */
    public boolean alarmed(Deal deal, double factor) {
        return setting.on(BRAND_SAFETY)
                && deal.clipsSeen() > 0
                && deal.anomalies().mean() > factor * tolerance();
    }

    /**
     * Chooses what to do about AI in the quarter.
     *
     * @param tools whether it buys pipeline tools, which it may do besides
     */
    public void choose(Strategy next, boolean tools) {
        strategy = next;
        usesTools = tools;
    }

    /** Whether it uses pipeline tools, alone or besides a platform. */
    public boolean usesTools() {
        return usesTools;
    }

    public void noteCases(int open) {
        openCases = open;
    }

    public int openCases() {
        return openCases;
    }

    double trust(Vendor vendor) {
        return setting.on(LEARNING) ? trust[vendor.id()].mean() : setting.get(TRUST);
    }

    public double meanTrust() {
        double sum = 0;
        for (BetaBelief one : trust) {
            sum += one.mean();
        }
        return trust.length == 0 || !setting.on(LEARNING) ? setting.get(TRUST) : sum / trust.length;
    }

    public int id() {
        return id;
    }

    @Override
    public String name() {
        return opening.name();
    }

    @Override
    public Account account() {
        return account;
    }

    public double ip() {
        return opening.get(StudioTrait.IP);
    }

    public double strictness() {
        return opening.get(StudioTrait.STRICTNESS);
    }

    /** What it does about AI. */
    public Strategy strategy() {
        return strategy;
    }

    /** How wary it has become, 0 to 1: the part of its first trust in a vendor that it does not know which is gone. */
    public double stringency() {
        double first = setting.get(TRUST);
        return setting.on(LEARNING) && first > 0 ? Math.max(0, 1 - trustInUnknown.mean() / first) : 0;
    }

    @Override
    public String toString() {
        return name();
    }
}
