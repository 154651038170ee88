package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.ANOMALIES;
import static greenlight.market.parameter.MarketParameter.ANOMALY_COST;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.BRAND_TOLERANCE;
import static greenlight.market.parameter.MarketParameter.CLOUD_COST;
import static greenlight.market.parameter.MarketParameter.CLOUD_SAVING;
import static greenlight.market.parameter.MarketParameter.EQUITY_RISK;
import static greenlight.market.parameter.MarketParameter.FAILURE_LESSON;
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
import static greenlight.market.parameter.MarketParameter.STRICTEST_PILOT;
import static greenlight.market.parameter.MarketParameter.STRINGENCY_STEP;
import static greenlight.market.parameter.MarketParameter.TOOL_PRICE;
import static greenlight.market.parameter.MarketParameter.TOOL_SAVING;
import static greenlight.market.parameter.MarketParameter.TRUST;
import static greenlight.market.parameter.MarketParameter.TRUST_RECOVERY;
import static greenlight.market.parameter.MarketParameter.WINDING_DOWN;

import greenlight.market.contract.Deal;
import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Exact;
import greenlight.market.economics.RiskPremium;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.runner.model.Setting;
import java.util.Arrays;

/** A studio: owns characters, fears for them, fears to miss out, and chooses what to do about AI. */
public final class Studio implements Party {
    /** What a studio believes of an unknown model's anomalies is worth this many clips. */
    private static final double PRIOR_CLIPS = 40;
    /** Before it has seen a vendor's clips, a studio takes its model for half consistent. */
    private static final double UNKNOWN_CONSISTENCY = 0.5;
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
    /** How strict the terms are that it demands, 0 to 1. */
    private double stringency;
    /** Chance that it gives each vendor to last, by vendor number. */
    private double[] trust = {};
    /** Anomalies per clip that its last audit of each vendor let it believe in; not-a-number where it has audited none. */
    private double[] audited = {};

    private boolean usesTools;

    private int openCases;

    public Studio(int id, Scenario.StudioOpening opening, Account account, Setting setting) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.setting = setting;
    }

    /** Gets to know another vendor. */
    public void meet() {
        trust = Arrays.copyOf(trust, trust.length + 1);
        trust[trust.length - 1] = setting.get(TRUST);
        audited = Arrays.copyOf(audited, trust.length);
        audited[trust.length - 1] = Double.NaN;
    }

    /** Anomalies per clip that it tolerates. */
    public double tolerance() {
        return setting.get(BRAND_TOLERANCE) * (1 - opening.get(StudioTrait.STRICTNESS));
    }

    /** What it believes of a vendor's anomalies before a deal: what it has seen in earlier ones, or the usual of an unknown model. */
    public BetaBelief priorOfAnomalies(Vendor vendor) {
        double seen = audited[vendor.id()];
        boolean known = setting.on(LEARNING) && !Double.isNaN(seen);
        double expected = known ? seen : setting.get(ANOMALIES) * (1 - UNKNOWN_CONSISTENCY);
        return BetaBelief.of(setting.on(BRAND_SAFETY) ? Math.min(1, expected) : 0, PRIOR_CLIPS);
    }

    /** Remembers what the audits of a deal have shown. */
    public void noteAudits(Deal deal) {
        if (deal.clipsSeen() > 0) {
            audited[deal.vendor()] = deal.anomalies().mean();
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

    /** Pilot that it demands, quarters. */
    public int pilotDemanded() {
        return usualPilot() + (int) Math.round(stringency * setting.count(STRICTEST_PILOT));
    }

    /** Guarantee that it demands, share of the remaining contract. */
    public double guaranteeDemanded() {
        return Math.min(1, usualGuarantee() + stringency * setting.get(STRICTEST_GUARANTEE));
    }

    /** Chance that the studio gives a vendor's platform to last for a number of quarters: its trust is that of a usual term. */
    public double lasting(Vendor vendor, double quarters) {
        double trust = trust(vendor);
        return trust == 0 ? 0 : Exact.pow(trust, quarters / USUAL_TERM);
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
     * Harm to its brand that it expects of a vendor's model, US dollars a quarter.
     *
     * @param piloted whether a pilot comes first, after which it goes on with no more than it tolerates
     */
    public double brandRisk(Vendor vendor, boolean piloted) {
        if (!setting.on(BRAND_SAFETY)) {
            return 0;
        }
        double expected = priorOfAnomalies(vendor).mean();
        double anomalies = piloted ? Math.min(expected, tolerance()) : expected;
        return harm(anomalies);
    }

    /** Harm to its brand that it expects of a deal beyond what it tolerates, US dollars a quarter. */
    public double harmBeyondTolerance(Deal deal) {
        return harm(Math.max(0, deal.anomalies().mean() - tolerance()));
    }

    /** Harm to its brand at a rate of anomalies per clip, US dollars a quarter. */
    public double harm(double anomalies) {
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

    /** What pipeline tools are worth, US dollars a quarter. */
    public double weighTools(double bestQuality) {
        return setting.get(TOOL_SAVING) * opening.get(StudioTrait.CONTENT_SPEND) * bestQuality
                - setting.get(TOOL_PRICE);
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

    /** Draws the lesson of a failed deal: trusts less, demands more. Others' failures teach a part of it. */
    public void learn(boolean own, int vendor) {
        if (!setting.on(LEARNING)) {
            return;
        }
        double weight = own ? 1 : setting.get(LESSON_FROM_OTHERS);
        for (int v = 0; v < trust.length; v++) {
            double lesson = setting.get(FAILURE_LESSON) * weight * (v == vendor ? 1 : setting.get(LESSON_FROM_OTHERS));
            trust[v] *= 1 - lesson;
        }
        stringency += setting.get(STRINGENCY_STEP) * weight * (1 - stringency);
    }

    /** A quiet quarter: some of the lost trust returns, and demands relax as slowly. */
    public void calmDown() {
        if (!setting.on(LEARNING)) {
            return;
        }
        double recovery = setting.get(TRUST_RECOVERY);
        double usual = setting.get(TRUST);
        for (int v = 0; v < trust.length; v++) {
            trust[v] += recovery * (usual - trust[v]);
        }
        stringency *= 1 - recovery;
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
        return setting.on(LEARNING) ? trust[vendor.id()] : setting.get(TRUST);
    }

    public double meanTrust() {
        double sum = 0;
        for (double one : trust) {
            sum += one;
        }
        return trust.length == 0 ? setting.get(TRUST) : sum / trust.length;
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

    public double stringency() {
        return stringency;
    }

    @Override
    public String toString() {
        return name();
    }
}
