package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.CLIMATE_DRIFT;
import static greenlight.market.parameter.MarketParameter.DEAL_SIGNAL;
import static greenlight.market.parameter.MarketParameter.EXIT_FEAR;
import static greenlight.market.parameter.MarketParameter.EXUBERANCE;
import static greenlight.market.parameter.MarketParameter.EXUBERANCE_NOISE;
import static greenlight.market.parameter.MarketParameter.GROWTH_CHEER;
import static greenlight.market.parameter.MarketParameter.GROWTH_MULTIPLE;
import static greenlight.market.parameter.MarketParameter.HERDING;
import static greenlight.market.parameter.MarketParameter.MARGIN_MULTIPLE;
import static greenlight.market.parameter.MarketParameter.REFILL;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.economics.Valuation;
import greenlight.market.ledger.Account;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.runner.model.Setting;

/** A venture fund or a strategic investor: weighs growth against margin, and places its dry powder. */
public final class Investor {
    private static final double QUARTERS_PER_YEAR = 4;

    private final int id;
    private final Scenario.InvestorOpening opening;
    private final Account account;
    private final Setting setting;
    /** Weight of growth against margin, 0 to 1. */
    private double exuberance;

    public Investor(int id, Scenario.InvestorOpening opening, Account account, Setting setting) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.setting = setting;
        exuberance = clamp(setting.get(EXUBERANCE) + opening.mood());
    }

    /**
     * The mood the investor comes to, after what was public last quarter: herding, cheer at growth, fear at exits, the
     * drift of the climate and its own swings.
     *
     * @param peers mean exuberance of all investors
     * @param growth doublings of the sector's revenue in the quarter
     * @param exits shutdowns, insolvencies and troubled rounds seen, weighted
     * @param climate what the outside world adds
     * @param z a standard normal draw
     */
    public double mood(double peers, double growth, double exits, double climate, double z) {
        if (!setting.on(VC_PRESSURE)) {
            return exuberance;
        }
        return clamp(exuberance
                + setting.get(HERDING) * (peers - exuberance)
                + setting.get(GROWTH_CHEER) * growth
                - setting.get(EXIT_FEAR) * exits * exuberance
                - setting.get(CLIMATE_DRIFT)
                + climate
                + setting.get(EXUBERANCE_NOISE) * z);
    }

    public void feel(double mood) {
        exuberance = mood;
    }

    /**
     * What the vendor is worth to this investor, US dollars: growth and margin by exuberance, less cases, plus deals.
     *
     * @param costOfOpenCase what is still to come of one, US dollars
     */
    public double value(Vendor vendor, double costOfOpenCase) {
        double annual = QUARTERS_PER_YEAR * vendor.lastRevenue();
        double growthValue = setting.get(GROWTH_MULTIPLE) * annual
                + setting.get(USER_VALUE) * vendor.userBase().activePeople()
                + vendor.promise();
        double marginValue = setting.get(MARGIN_MULTIPLE) * QUARTERS_PER_YEAR * Math.max(0, vendor.lastMargin());
        double blended = Valuation.blended(exuberance, growthValue, marginValue);
        double discount = costOfOpenCase * vendor.openCases();
        return Math.max(0, blended * (1 + setting.get(DEAL_SIGNAL) * vendor.runningDeals()) - discount);
    }

    /** Whether this investor looks at vendors of that kind at all. */
    public boolean looksAt(Archetype archetype) {
        return opening.kind() == InvestorKind.STRATEGIC || archetype != Archetype.FRONTIER_LAB;
    }

    /** What the investor's own backers add in a quarter, US dollars. */
    public double refill() {
        return setting.get(REFILL) * opening.powder() * exuberance;
    }

    /** Pressure for profit that this investor puts on what it holds, 0 to 1. */
    public double pressure() {
        return (1 - exuberance) * (1 - opening.patience());
    }

    private static double clamp(double weight) {
        return Math.max(0, Math.min(1, weight));
    }

    public int id() {
        return id;
    }

    /** The fund's invented name. */
    public String name() {
        return opening.name();
    }

    /** What kind of money it is. */
    public InvestorKind kind() {
        return opening.kind();
    }

    /** How little it presses for profit, 0 to 1. */
    public double patience() {
        return opening.patience();
    }

    /** Weight of growth against margin, 0 to 1. */
    public double exuberance() {
        return exuberance;
    }

    /** Money to place, US dollars. */
    public double powder() {
        return Math.max(0, account.dollars());
    }

    public Account account() {
        return account;
    }

    @Override
    public String toString() {
        return name();
    }
}
