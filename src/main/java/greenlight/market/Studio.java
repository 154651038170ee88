package greenlight.market;

import static greenlight.parameter.Parameter.ANOMALIES;
import static greenlight.parameter.Parameter.ANOMALY_COST;
import static greenlight.parameter.Parameter.BRAND_SAFETY;
import static greenlight.parameter.Parameter.BRAND_TOLERANCE;
import static greenlight.parameter.Parameter.CLOUD_COST;
import static greenlight.parameter.Parameter.CLOUD_SAVING;
import static greenlight.parameter.Parameter.ENGAGEMENT;
import static greenlight.parameter.Parameter.EXPECTED_CASE_COST;
import static greenlight.parameter.Parameter.FAILURE_LESSON;
import static greenlight.parameter.Parameter.FOMO;
import static greenlight.parameter.Parameter.FOMO_AND_LEARNING;
import static greenlight.parameter.Parameter.GUARANTEE;
import static greenlight.parameter.Parameter.INTEGRATION_COST;
import static greenlight.parameter.Parameter.LESSON_FROM_OTHERS;
import static greenlight.parameter.Parameter.LITIGATION;
import static greenlight.parameter.Parameter.PILOT_QUARTERS;
import static greenlight.parameter.Parameter.PROJECTED_AUDIENCE;
import static greenlight.parameter.Parameter.SECONDARY_SUITS;
import static greenlight.parameter.Parameter.STRICTEST_GUARANTEE;
import static greenlight.parameter.Parameter.STRICTEST_PILOT;
import static greenlight.parameter.Parameter.STRINGENCY_STEP;
import static greenlight.parameter.Parameter.TOOL_PRICE;
import static greenlight.parameter.Parameter.TOOL_SAVING;
import static greenlight.parameter.Parameter.TRUST;
import static greenlight.parameter.Parameter.TRUST_RECOVERY;

import greenlight.economics.BetaBelief;
import greenlight.market.deal.Deal;
import greenlight.market.deal.Terms;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.parameter.Parameters;
import java.util.Arrays;

/** A studio: owns characters, fears for them, fears to miss out, and chooses what to do about AI. */
public final class Studio implements Party {
    /** What a studio believes of an unknown model's anomalies is worth this many clips. */
    private static final double PRIOR_CLIPS = 40;
    /** Before it has seen a vendor's clips, a studio takes its model for half consistent. */
    private static final double UNKNOWN_CONSISTENCY = 0.5;
    /** Legal uncertainty that doubles the price of legal risk to a cautious studio. */
    private static final double USUAL_UNCERTAINTY = 0.18;

    private final int id;
    private final Scenario.StudioOpening opening;
    private final Account account;
    private final Parameters dials;

    private Strategy strategy = Strategy.ABSTAIN;
    /** How strict the terms are that it demands, 0 to 1. */
    private double stringency;
    /** Chance that it gives each vendor to last, by vendor number. */
    private double[] trust = {};

    private int openCases;

    Studio(int id, Scenario.StudioOpening opening, Account account, Parameters dials) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.dials = dials;
    }

    /** Gets to know another vendor. */
    void meet() {
        trust = Arrays.copyOf(trust, trust.length + 1);
        trust[trust.length - 1] = dials.get(TRUST);
    }

    /** Anomalies per clip that it tolerates. */
    double tolerance() {
        return dials.get(BRAND_TOLERANCE) * (1 - opening.strictness());
    }

    BetaBelief priorOfAnomalies() {
        double expected = dials.on(BRAND_SAFETY) ? dials.get(ANOMALIES) * (1 - UNKNOWN_CONSISTENCY) : 0;
        return BetaBelief.of(Math.min(1, expected), PRIOR_CLIPS);
    }

    /** Pilot that it demands, quarters. */
    int pilotDemanded() {
        return dials.count(PILOT_QUARTERS) + (int) Math.round(stringency * dials.count(STRICTEST_PILOT));
    }

    /** Guarantee that it demands, share of the remaining contract. */
    double guaranteeDemanded() {
        return Math.min(1, dials.get(GUARANTEE) + stringency * dials.get(STRICTEST_GUARANTEE));
    }

    /**
     * What a platform deal is worth to the studio, US dollars a quarter: engagement, fee and certainty, less cost, brand
     * and legal risk; with the fear of missing out.
     *
     * @param audienceShare of the population, that it expects on the platform
     * @param inferenceCost of the licensed clips, US dollars a quarter
     * @param uncertainty standard deviation of the legal climate
     * @param rivals share of the other studios that have a running platform deal
     */
    double weigh(
            Vendor vendor, Terms terms, double audienceShare, double inferenceCost, double uncertainty, double rivals) {
        double expected = Math.max(audienceShare, dials.get(PROJECTED_AUDIENCE) * vendor.reach());
        double lasting = trust(vendor);
        double secured = lasting + (1 - lasting) * terms.guarantee();
        double gain = dials.get(ENGAGEMENT) * ip() * expected + terms.licenceFee();
        double cost = dials.get(INTEGRATION_COST) * ip() + terms.costShare() * inferenceCost;
        double brand = dials.on(BRAND_SAFETY)
                ? dials.get(ANOMALY_COST)
                        * ip()
                        * opening.strictness()
                        * priorOfAnomalies().mean()
                : 0;
        return secured * gain - cost - brand - legalRisk(vendor, uncertainty) + fear(rivals);
    }

    /** Expected cost a quarter of being sued for what the partner did; caution and legal uncertainty multiply it. */
    double legalRisk(Vendor vendor, double uncertainty) {
        if (!dials.on(LITIGATION)) {
            return 0;
        }
        double hazard = dials.get(SECONDARY_SUITS) * (1 - vendor.provenance()) * (1 + vendor.openCases());
        return hazard * dials.get(EXPECTED_CASE_COST) * opening.caution() * (1 + uncertainty / USUAL_UNCERTAINTY);
    }

    private double fear(double rivals) {
        return dials.on(FOMO_AND_LEARNING) ? dials.get(FOMO) * opening.fomo() * ip() * rivals : 0;
    }

    /** What pipeline tools are worth, US dollars a quarter. */
    double weighTools(double bestQuality) {
        return dials.get(TOOL_SAVING) * opening.contentSpend() * bestQuality - dials.get(TOOL_PRICE);
    }

    /** What tools save, US dollars a quarter. */
    double toolSavings(double quality) {
        return dials.get(TOOL_SAVING) * opening.contentSpend() * quality;
    }

    /**
     * What a private cloud is worth, US dollars a quarter: full control, but only as good as the studio's own library.
     *
     * @param frontier quality of the best model there is
     */
    double weighCloud(double frontier) {
        return cloudSavings(frontier) - dials.get(CLOUD_COST);
    }

    double cloudSavings(double frontier) {
        return dials.get(CLOUD_SAVING) * opening.contentSpend() * opening.library() * frontier;
    }

    /** Draws the lesson of a failed deal: trusts less, demands more. Others' failures teach a part of it. */
    void learn(boolean own, int vendor) {
        if (!dials.on(FOMO_AND_LEARNING)) {
            return;
        }
        double weight = own ? 1 : dials.get(LESSON_FROM_OTHERS);
        for (int v = 0; v < trust.length; v++) {
            double lesson = dials.get(FAILURE_LESSON) * weight * (v == vendor ? 1 : dials.get(LESSON_FROM_OTHERS));
            trust[v] *= 1 - lesson;
        }
        stringency += dials.get(STRINGENCY_STEP) * weight * (1 - stringency);
    }

    /** A quiet quarter: some of the lost trust returns, and demands relax as slowly. */
    void calmDown() {
        if (!dials.on(FOMO_AND_LEARNING)) {
            return;
        }
        double recovery = dials.get(TRUST_RECOVERY);
        double usual = dials.get(TRUST);
        for (int v = 0; v < trust.length; v++) {
            trust[v] += recovery * (usual - trust[v]);
        }
        stringency *= 1 - recovery;
    }

    /** Whether what it believes of the anomalies goes beyond what it tolerates, times a factor. */
    boolean alarmed(Deal deal, double factor) {
        return dials.on(BRAND_SAFETY)
                && deal.clipsSeen() > 0
                && deal.anomalies().mean() > factor * tolerance();
    }

    void choose(Strategy next) {
        strategy = next;
    }

    void noteCases(int open) {
        openCases = open;
    }

    int openCases() {
        return openCases;
    }

    double trust(Vendor vendor) {
        return dials.on(FOMO_AND_LEARNING) ? trust[vendor.id()] : dials.get(TRUST);
    }

    double meanTrust() {
        double sum = 0;
        for (double one : trust) {
            sum += one;
        }
        return trust.length == 0 ? dials.get(TRUST) : sum / trust.length;
    }

    int id() {
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

    double ip() {
        return opening.ip();
    }

    double strictness() {
        return opening.strictness();
    }

    double caution() {
        return opening.caution();
    }

    /** What it does about AI. */
    public Strategy strategy() {
        return strategy;
    }

    double stringency() {
        return stringency;
    }

    @Override
    public String toString() {
        return name();
    }
}
