package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.DISCOUNT_RATE;
import static greenlight.market.parameter.MarketParameter.LICENSING_EFFORT;
import static greenlight.market.parameter.MarketParameter.PRESSURE_ON_RESEARCH;
import static greenlight.market.parameter.MarketParameter.PRESSURE_PREMIUM;
import static greenlight.market.parameter.MarketParameter.RESTRICTION;
import static greenlight.market.parameter.MarketParameter.STRATEGIC_REACH;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;
import static greenlight.market.parameter.MarketParameter.VIDEO_OVERHEAD;

import greenlight.market.law.CaseLoad;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Setting;

/**
 * A vendor: a frontier lab, a video start-up or a maker of tools. Its money is in the ledger, its GPUs in its fleet; here
 * is its product, what it believes of its users, and the terms that it sets.
 */
public final class Vendor implements Party {
    /** A tool is as good as the frontier's model is for all work when its quality is 1. */
    private static final double BEST_TOOL = 1;

    private final int id;
    private final Scenario.VendorOpening opening;
    private final Account account;
    private final Setting setting;
    private final Fleet fleet;
    private final VideoModel model;
    private final UserBase userBase = new UserBase();
    private final UserBeliefs beliefs;
    private final FinancialRecord finances;

    private ConsumerTerms terms;
    private Archetype archetype;
    private ProductState state;
    /** Quarter of launch; the horizon's end or later while it is still to come. */
    private int launched;

    /** Quarter in which its product ceased, its platform first of all; -1 while it has not. */
    private int closed = -1;

    private double provenance;
    private double otherRevenue;
    /** Pressure of its investors for profit, 0 to 1. */
    private double pressure;

    // What was public last quarter.
    private Delivery delivery = Delivery.NONE;
    private double dailyLoss;
    private CaseLoad cases = CaseLoad.NONE;
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
        provenance = opening.get(VendorTrait.PROVENANCE);
        otherRevenue = opening.get(VendorTrait.OTHER_REVENUE);
        finances = new FinancialRecord(opening.get(VendorTrait.VALUATION), opening.get(VendorTrait.CASH));
        fleet = new Fleet(opening);
        model = new VideoModel(opening, setting);
        beliefs = new UserBeliefs(setting, opening.get(VendorTrait.REACH));
        terms = ConsumerTerms.opening(setting);
    }

    /** Opens its platform, or its tools, to customers. */
    public void launch(int quarter) {
        state = ProductState.LIVE;
        launched = quarter;
        model.launch();
    }

    /** Learns from what its users did last quarter, of whose attention a share is left. */
    public void updateBeliefs(double attentionKept) {
        beliefs.update(userBase, attentionKept);
    }

    /** Sets terms for consumers. */
    public void offer(ConsumerTerms next) {
        terms = next;
    }

    /**
     * Licenses training data, a part of the way to what is worth it in a quarter.
     *
     * @param worthwhile share of its training data whose licence costs less than the suits that it prevents
     * @return share of its training data newly licensed
     */
    public double licenseTrainingData(double worthwhile) {
        double share = setting.get(LICENSING_EFFORT) * Math.max(0, worthwhile - provenance);
        provenance += share;
        return share;
    }

    /** A quarter of research; brings out a new model generation when enough is done. */
    public boolean research(double draw) {
        double pace = Math.sqrt(fleet.researchPace()) * (1 - setting.get(PRESSURE_ON_RESEARCH) * pressure) * 2 * draw;
        return model.develop(pace, live());
    }

    /** Discount rate per quarter: its base, and a premium under pressure. */
    public double discountRate() {
        return setting.get(DISCOUNT_RATE) + (setting.on(VC_PRESSURE) ? setting.get(PRESSURE_PREMIUM) * pressure : 0);
    }

    /** Fixed cost of a live consumer platform, US dollars a quarter. */
    public double videoOverhead() {
        return setting.get(VIDEO_OVERHEAD) * opening.get(VendorTrait.REACH);
    }

    /** Ends the consumer platform, or what is left of the firm after that; the closing quarter is that of the first end. */
    public void close(int quarter, ProductState next) {
        state = next;
        closed = closed < 0 ? quarter : closed;
        if (next == ProductState.PIVOTED_TO_TOOLS) {
            archetype = Archetype.TOOL_MAKER;
        }
    }

    /** Notes what was delivered in the quarter. */
    public void deliver(Delivery made) {
        model.made(made.clips());
        delivery = made;
    }

    /** Notes the quarter's books, US dollars. */
    public void closeBooks(double quarterRevenue, double quarterSpending) {
        finances.close(quarterRevenue, quarterSpending);
        double income =
                account.received(Why.SUBSCRIPTION) + account.received(Why.CLIPS) + account.received(Why.COST_SHARE);
        dailyLoss = (delivery.inferenceCost() - income) / Calendar.DAYS_PER_QUARTER;
    }

    public void noteCases(CaseLoad open) {
        cases = open;
    }

    public void noteDeals(int running) {
        runningDeals = running;
    }

    public void feelPressure(double ofInvestors) {
        pressure = setting.on(VC_PRESSURE) ? ofInvestors : 0;
    }

    /** What it is worth is seen anew, US dollars. */
    public void valuedAt(double mark) {
        finances.markedAt(mark);
    }

    public void noteRound(boolean failed) {
        roundFailed = failed;
    }

    public void growOtherRevenue(double factor) {
        otherRevenue *= factor;
    }

    /** Quality of its tools, from 0 to about 1; 0 for those who make none. */
    public double toolQuality() {
        return archetype == Archetype.TOOL_MAKER && live() ? Math.min(BEST_TOOL, model.quality()) : 0;
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

    /** Quarters of cash and paid compute at last quarter's burn; infinite when nothing is burnt. */
    public double runway() {
        return burn() > 0 ? (cash() + finances.credits()) / burn() : Double.POSITIVE_INFINITY;
    }

    /** What a vendor that sells nothing yet promises to an exuberant investor: what was paid for it, less its cash, US dollars. */
    double promise() {
        return state == ProductState.BUILDING ? Math.max(0, finances.price() - cash()) : 0;
    }

    /** Its figures, and what investors make of them. */
    public FinancialRecord finances() {
        return finances;
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

    /** The state of its product. */
    public ProductState state() {
        return state;
    }

    /** Its video model. */
    public VideoModel model() {
        return model;
    }

    /** Its users, in the quarter that was last lived through. */
    public UserBase userBase() {
        return userBase;
    }

    /** The terms that it sets for consumers. */
    public ConsumerTerms terms() {
        return terms;
    }

    /** What it believes of its users. */
    public UserBeliefs beliefs() {
        return beliefs;
    }

    /** What was delivered in the quarter that was last served. */
    public Delivery delivery() {
        return delivery;
    }

    public Fleet fleet() {
        return fleet;
    }

    public int launched() {
        return launched;
    }

    /** The quarter in which its platform closed; that of the firm's end when it had none; -1 while neither has come. */
    public int closed() {
        return closed;
    }

    public double reach() {
        return opening.get(VendorTrait.REACH);
    }

    /** Its reach and what strategic investors add to that of a small firm; part of it while an action of the regulator is open. */
    public double distribution() {
        double lent = lab() ? 0 : setting.get(STRATEGIC_REACH) * finances.strategicInfluence() * (1 - reach());
        return (reach() + lent) * (cases.actions() > 0 ? 1 - setting.get(RESTRICTION) : 1);
    }

    public double provenance() {
        return provenance;
    }

    public double otherRevenue() {
        return otherRevenue;
    }

    public double pressure() {
        return pressure;
    }

    /** Inference cost less what users and partners paid, US dollars a day. */
    public double dailyLoss() {
        return dailyLoss;
    }

    public double lastRevenue() {
        return finances.revenue();
    }

    /** Last quarter's revenue less what its compute cost, US dollars. */
    double lastMargin() {
        return finances.revenue() - delivery.inferenceCost();
    }

    public double burn() {
        return finances.burn();
    }

    public double cash() {
        return account.dollars();
    }

    /** What investors mark it at, US dollars. */
    public double valuation() {
        return finances.mark();
    }

    public int openCases() {
        return cases.open();
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
