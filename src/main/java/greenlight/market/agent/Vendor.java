package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.ANOMALIES;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.COMPUTE_COST;
import static greenlight.market.parameter.MarketParameter.CONSISTENCY_GAIN;
import static greenlight.market.parameter.MarketParameter.DISCOUNT_RATE;
import static greenlight.market.parameter.MarketParameter.EXPERIENCE;
import static greenlight.market.parameter.MarketParameter.EXPERIENCE_SCALE;
import static greenlight.market.parameter.MarketParameter.FREE_QUOTA;
import static greenlight.market.parameter.MarketParameter.GENERATION_GAIN;
import static greenlight.market.parameter.MarketParameter.GENERATION_LENGTH;
import static greenlight.market.parameter.MarketParameter.GUARDRAILS;
import static greenlight.market.parameter.MarketParameter.LICENSING_EFFORT;
import static greenlight.market.parameter.MarketParameter.MINUTES_PER_CLIP;
import static greenlight.market.parameter.MarketParameter.PRESSURE_ON_TERMS;
import static greenlight.market.parameter.MarketParameter.PRESSURE_PREMIUM;
import static greenlight.market.parameter.MarketParameter.PRICE;
import static greenlight.market.parameter.MarketParameter.PRIOR_WEIGHT;
import static greenlight.market.parameter.MarketParameter.PROJECTED_CONVERSION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.QUALITY_RACE;
import static greenlight.market.parameter.MarketParameter.RESEARCH_YIELD;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;
import static greenlight.market.parameter.MarketParameter.VIDEO_OVERHEAD;

import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Exact;
import greenlight.market.economics.ExperienceCurve;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.Scenario;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/**
 * A vendor: a frontier lab, a video start-up or a maker of tools. Its money is in the ledger, its GPUs in its fleet; here
 * is its product, what it believes of its users, and the terms that it sets.
 */
public final class Vendor implements Party {
    /** What a still image costs against a clip: the neutral form of the compute-cost mechanism. */
    private static final double STILL_IMAGE = 0.01;
    /** Part of the way to its target that a price moves in a quarter. */
    private static final double PRICE_STEP = 0.5;
    /** What open cases over output and harm add to guardrails in a quarter. */
    private static final double GUARDRAIL_STEP = 0.1;
    /** A tool is as good as the frontier's model is for all work when its quality is 1. */
    private static final double BEST_TOOL = 1;

    private final int id;
    private final Scenario.VendorOpening opening;
    private final Account account;
    private final Setting setting;
    private final Fleet fleet;

    private Archetype archetype;
    private ProductState state;
    /** Quarter of launch; the horizon's end or later while it is still to come. */
    private int launched;

    private int closed = -1;
    private double quality;
    private double consistency;
    private double provenance;
    private double guardrails;
    /** US dollars a month. */
    private double price;
    /** Clips a free user may make in a quarter. */
    private double freeQuota;
    /** Core capability against the outside rivals' opening 1; labs only. */
    private double capability;
    /** Research done towards the next generation, in ordinary quarters. */
    private double research;

    private int generationsSinceLaunch;
    private boolean justRenewed;
    private double clipsEver;
    /** GPU-minutes of a clip as long as neither experience nor model changes; not-a-number when they have. */
    private double minutesNow = Double.NaN;

    private double otherRevenue;
    /** Pressure of its investors for profit, 0 to 1. */
    private double pressure;

    private BetaBelief retention;
    private BetaBelief conversion;
    /** Observed last quarter; not-a-number before there is anything to observe. */
    private double retentionObserved = Double.NaN;

    private double conversionObserved = Double.NaN;

    // What was public last quarter.
    private Demand demand = new Demand(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private double peoplePerAgent;
    private double arrivals;
    private double arrivalsBefore;
    private long clips;
    private long clipsRationed;
    private double minutesEach;
    private long incidents;
    private double inferenceCost;
    private double dailyLoss;
    private double shadowPrice;
    private double revenue;
    private double burn;
    private double valuation;
    private int openCases;
    private int outputCases;
    private int runningDeals;
    private boolean roundFailed;

    public Vendor(int id, Scenario.VendorOpening opening, Account account, Setting setting) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.setting = setting;
        archetype = opening.archetype();
        launched = opening.launch();
        state = opening.launch() < 0 ? ProductState.LIVE : ProductState.BUILDING;
        quality = opening.quality();
        consistency = opening.consistency();
        provenance = opening.provenance();
        guardrails = setting.get(GUARDRAILS);
        price = setting.get(PRICE);
        freeQuota = setting.get(FREE_QUOTA);
        capability = opening.capability();
        otherRevenue = opening.otherRevenue();
        valuation = opening.valuation();
        retention = BetaBelief.of(setting.get(PROJECTED_RETENTION), setting.get(PRIOR_WEIGHT));
        conversion = BetaBelief.of(setting.get(PROJECTED_CONVERSION), setting.get(PRIOR_WEIGHT));
        fleet = new Fleet(opening);
    }

    /** Opens its platform, or its tools, to customers. */
    public void launch(int quarter) {
        state = ProductState.LIVE;
        launched = quarter;
        generationsSinceLaunch = 0;
        minutesNow = Double.NaN;
        justRenewed = false;
    }

    /** Learns from what its users did last quarter (Beta-binomial, each quarter's data with a weight of one quarter). */
    public void updateBeliefs() {
        if (demand.before() > 0) {
            retentionObserved = (double) demand.kept() / demand.before();
            retention = retention.after(retentionObserved, 1 - retentionObserved);
        } else {
            retentionObserved = Double.NaN;
        }
        if (demand.couldConvert() > 0) {
            conversionObserved = (double) demand.converted() / demand.couldConvert();
            conversion = conversion.after(conversionObserved, 1 - conversionObserved);
        } else {
            conversionObserved = Double.NaN;
        }
    }

    /** Sets price, quota and guardrails for the quarter; pressure of investors raises the one and shrinks the other. */
    public void setTerms() {
        double squeeze = setting.get(PRESSURE_ON_TERMS) * pressure;
        double target = setting.get(PRICE) * (1 + squeeze);
        price += PRICE_STEP * (target - price);
        freeQuota = setting.get(FREE_QUOTA) * (1 - squeeze) * (1 - rationedShare());
        guardrails = Math.min(1, guardrails + GUARDRAIL_STEP * outputCases * (1 - guardrails));
    }

    /**
     * Licenses training data: the more, the surer plaintiffs are to win.
     *
     * @return share of its training data newly licensed
     */
    public double licenseTrainingData(double climate) {
        double share =
                Math.min(1 - provenance, setting.get(LICENSING_EFFORT) * climate * (1 - provenance) * (1 + openCases));
        provenance += share;
        return share;
    }

    /** A quarter of research; brings out a new model generation when enough is done. */
    public boolean research(double draw) {
        double pace = Math.sqrt(fleet.researchPace()) * (1 - setting.get(PRESSURE_ON_TERMS) * pressure) * 2 * draw;
        research += pace;
        consistency += (1 - consistency) * Math.min(1, setting.get(CONSISTENCY_GAIN) * pace);
        capability *= 1 + setting.get(RESEARCH_YIELD) * pace;
        justRenewed = research >= setting.get(GENERATION_LENGTH);
        if (justRenewed) {
            research -= setting.get(GENERATION_LENGTH);
            quality += setting.get(GENERATION_GAIN);
            if (live()) {
                generationsSinceLaunch++;
                minutesNow = Double.NaN;
            }
        }
        return justRenewed;
    }

    /** GPU-minutes of one clip now: less with experience, more with each generation. */
    public double minutesPerClip() {
        if (Double.isNaN(minutesNow)) {
            double atLaunch = setting.get(MINUTES_PER_CLIP)
                    * opening.efficiency()
                    * (setting.on(COMPUTE_COST) ? 1 : STILL_IMAGE)
                    * Exact.pow(1 + setting.get(QUALITY_RACE), generationsSinceLaunch);
            minutesNow = ExperienceCurve.minutes(
                    atLaunch, clipsEver, setting.get(EXPERIENCE_SCALE), setting.get(EXPERIENCE));
        }
        return minutesNow;
    }

    /** Anomalies per licensed clip. */
    public double anomalyRate() {
        return setting.on(BRAND_SAFETY) ? setting.get(ANOMALIES) * (1 - consistency) : 0;
    }

    /** Discount rate per quarter: its base, and a premium under pressure. */
    public double discountRate() {
        return setting.get(DISCOUNT_RATE) + (setting.on(VC_PRESSURE) ? setting.get(PRESSURE_PREMIUM) * pressure : 0);
    }

    /** Fixed cost of a live consumer platform, US dollars a quarter. */
    public double videoOverhead() {
        return setting.get(VIDEO_OVERHEAD) * opening.reach();
    }

    /** Ends the consumer platform. */
    public void close(int quarter, ProductState next) {
        state = next;
        closed = quarter;
        if (next == ProductState.PIVOTED_TO_TOOLS) {
            archetype = Archetype.TOOL_MAKER;
        }
    }

    /** Notes what users did in the quarter. */
    public void meetDemand(Demand met, double people) {
        demand = met;
        peoplePerAgent = people;
        arrivalsBefore = arrivals;
        arrivals = (met.adopted() + met.switched()) * people;
    }

    /** Notes what was delivered: clips, clips rationed, GPU-minutes of each, harmful ones, and US dollars of GPU time. */
    public void deliver(long delivered, long rationed, double minutes, long harmful, double cost) {
        clipsEver += delivered;
        minutesNow = delivered > 0 ? Double.NaN : minutesNow;
        clips = delivered;
        clipsRationed = rationed;
        minutesEach = minutes;
        incidents = harmful;
        inferenceCost = cost;
    }

    /** Notes what a freed GPU-hour of video would earn beyond its rent, US dollars. */
    public void noteShadowPrice(double dollars) {
        shadowPrice = dollars;
    }

    /** Notes the quarter's books, US dollars. */
    public void closeBooks(double quarterRevenue, double quarterBurn) {
        revenue = quarterRevenue;
        burn = quarterBurn;
        double income = account.received(Why.SUBSCRIPTION) + account.received(Why.COST_SHARE);
        dailyLoss = (inferenceCost - income) / Calendar.DAYS_PER_QUARTER;
    }

    public void noteCases(int open, int overOutput) {
        openCases = open;
        outputCases = overOutput;
    }

    public void noteDeals(int running) {
        runningDeals = running;
    }

    public void feelPressure(double ofInvestors) {
        pressure = setting.on(VC_PRESSURE) ? ofInvestors : 0;
    }

    public void valuedAt(double postMoney) {
        valuation = postMoney;
    }

    public void noteRound(boolean failed) {
        roundFailed = failed;
    }

    public void growOtherRevenue(double factor) {
        otherRevenue *= factor;
    }

    /** Quality of its tools, from 0 to about 1; 0 for those who make none. */
    public double toolQuality() {
        return archetype == Archetype.TOOL_MAKER && live() ? Math.min(BEST_TOOL, quality) : 0;
    }

    /** Whether its product can be bought. */
    public boolean live() {
        return state == ProductState.LIVE
                || (archetype == Archetype.TOOL_MAKER && state == ProductState.PIVOTED_TO_TOOLS);
    }

    /** Whether users can use its general video platform. */
    public boolean platformOpen() {
        return state == ProductState.LIVE && archetype.platform();
    }

    public boolean trading() {
        return state.trading();
    }

    public boolean lab() {
        return archetype == Archetype.FRONTIER_LAB;
    }

    /** Quarters of cash at last quarter's burn; infinite when nothing is burnt. */
    public double runway() {
        return burn > 0 ? account.dollars() / burn : Double.POSITIVE_INFINITY;
    }

    /** What a vendor that sells nothing yet promises to an exuberant investor: what was paid for it before. */
    double promise() {
        return state == ProductState.BUILDING ? valuation : 0;
    }

    /** Arrivals of a quarter against the one before, as the vendor expects them. */
    public double arrivalsFading(double firstGuess, double least) {
        return arrivalsBefore > 0 ? Math.max(least, Math.min(1, arrivals / arrivalsBefore)) : firstGuess;
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

    public Scenario.VendorOpening opening() {
        return opening;
    }

    /** What kind of vendor it is now. */
    public Archetype archetype() {
        return archetype;
    }

    /** Where its product stands. */
    public ProductState state() {
        return state;
    }

    void become(ProductState next) {
        state = next;
    }

    public Fleet fleet() {
        return fleet;
    }

    public int launched() {
        return launched;
    }

    public int closed() {
        return closed;
    }

    public double reach() {
        return opening.reach();
    }

    public double quality() {
        return quality;
    }

    public double consistency() {
        return consistency;
    }

    public double provenance() {
        return provenance;
    }

    public double guardrails() {
        return guardrails;
    }

    public double price() {
        return price;
    }

    public double freeQuota() {
        return freeQuota;
    }

    public double capability() {
        return capability;
    }

    public boolean justRenewed() {
        return justRenewed;
    }

    public double otherRevenue() {
        return otherRevenue;
    }

    public double pressure() {
        return pressure;
    }

    public BetaBelief retention() {
        return retention;
    }

    public BetaBelief conversion() {
        return conversion;
    }

    public double retentionObserved() {
        return retentionObserved;
    }

    public double conversionObserved() {
        return conversionObserved;
    }

    public Demand demand() {
        return demand;
    }

    /** People who used its platform in the last quarter. */
    public double activePeople() {
        return demand.active() * peoplePerAgent;
    }

    public double paidPeople() {
        return demand.paid() * peoplePerAgent;
    }

    public double arrivals() {
        return arrivals;
    }

    /** Share of the clips demanded last quarter that was not delivered, 0 to 1. */
    public double rationedShare() {
        return clips + clipsRationed > 0 ? (double) clipsRationed / (clips + clipsRationed) : 0;
    }

    public long clips() {
        return clips;
    }

    public long clipsRationed() {
        return clipsRationed;
    }

    /** GPU-minutes of one clip in the quarter that was last served. */
    public double minutesEach() {
        return minutesEach;
    }

    public double minutesDemanded() {
        return (clips + clipsRationed) * minutesEach;
    }

    public long incidents() {
        return incidents;
    }

    /** Inference cost less what users and partners paid, US dollars a day. */
    public double dailyLoss() {
        return dailyLoss;
    }

    public double shadowPrice() {
        return shadowPrice;
    }

    public double inferenceCost() {
        return inferenceCost;
    }

    public double lastRevenue() {
        return revenue;
    }

    /** Last quarter's revenue less what its compute cost, US dollars. */
    double lastMargin() {
        return revenue - inferenceCost;
    }

    public double burn() {
        return burn;
    }

    public double cash() {
        return account.dollars();
    }

    public double valuation() {
        return valuation;
    }

    public int openCases() {
        return openCases;
    }

    int runningDeals() {
        return runningDeals;
    }

    public boolean roundFailed() {
        return roundFailed;
    }

    /** What it has received for a reason in the running quarter, US dollars. */
    public double received(Why why) {
        return account.received(why);
    }

    public double paid(Why why) {
        return account.paid(why);
    }

    @Override
    public String toString() {
        return name();
    }
}
