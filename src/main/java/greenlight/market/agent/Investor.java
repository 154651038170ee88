package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.DEAL_SIGNAL;
import static greenlight.market.parameter.MarketParameter.EXIT_FEAR;
import static greenlight.market.parameter.MarketParameter.EXUBERANCE;
import static greenlight.market.parameter.MarketParameter.GROWTH_CHEER;
import static greenlight.market.parameter.MarketParameter.GROWTH_FADE;
import static greenlight.market.parameter.MarketParameter.GROWTH_MULTIPLE;
import static greenlight.market.parameter.MarketParameter.MARGIN_MULTIPLE;
import static greenlight.market.parameter.MarketParameter.MOOD_REVERSION;
import static greenlight.market.parameter.MarketParameter.REFILL;
import static greenlight.market.parameter.MarketParameter.VC_PRESSURE;

import greenlight.market.economics.Valuation;
import greenlight.market.economics.finance.Mood;
import greenlight.market.ledger.Account;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.runner.model.Setting;

/** A venture fund or a strategic investor: weighs growth against margin, and places its dry powder. */
public final class Investor {
    private static final double QUARTERS_PER_YEAR = 4;
    /**
     * Quarters after which a fund returns what it has not placed: ten years (Sahlman 1990, "The structure and governance of
     * venture-capital organizations", <i>Journal of Financial Economics</i>).
     */
    private static final double FUND_LIFE = 40;
    /** Prices rise by 14 % when the money to be placed doubles: the middle of 7 and 21 % (I35). */
    private static final double INFLOW_ELASTICITY = 0.19;

    private final int id;
    private final Scenario.InvestorOpening opening;
    private final Account account;
    private final Setting setting;
    /** Weight of growth against margin, 0 to 1. */
    private double exuberance;
    /** The money for which {@link #chase} was worked out, US dollars. */
    private double chasing = Double.NaN;

    private double chase;

    public Investor(int id, Scenario.InvestorOpening opening, Account account, Setting setting) {
        this.id = id;
        this.opening = opening;
        this.account = account;
        this.setting = setting;
        exuberance = firstMood();
    }

    /**
     * The mood the investor comes to, after what was public last quarter: it reverts to what it was at first, is
     * cheered by growth, frightened by exits, and pushed by what the outside world adds.
     *
     * @param growth doublings of the sector's revenue in the quarter
     * @param exits shutdowns, insolvencies and sales seen, weighted
     * @param climate what the outside world adds
     */
    public double mood(double growth, double exits, double climate) {
        if (!setting.on(VC_PRESSURE)) {
            return exuberance;
        }
        return clamp(exuberance
                + Mood.reversion(exuberance, firstMood(), setting.get(MOOD_REVERSION))
                + setting.get(GROWTH_CHEER) * growth
                - Mood.fear(exuberance, setting.get(EXIT_FEAR), exits)
                + climate);
    }

    private double firstMood() {
        return clamp(setting.get(EXUBERANCE) + opening.mood());
    }

    public void feel(double mood) {
        exuberance = mood;
    }

    /**
     * What every investor sees of a vendor, US dollars.
     *
     * @param growth its value by growth
     * @param margin its value by margin
     * @param signal what running deals multiply these by
     * @param cases what is still to come of open cases
     * @param cash that it holds
     * @param credits compute that is paid for
     */
    public record Prospectus(double growth, double margin, double signal, double cases, double cash, double credits) {}

    /**
     * What every investor sees of a vendor.
     *
     * @param costOfOpenCase what is still to come of one, US dollars
     */
    public static Prospectus prospectus(Vendor vendor, double costOfOpenCase, Setting setting) {
        double annual = QUARTERS_PER_YEAR * vendor.lastRevenue();
        double growthValue = setting.get(GROWTH_MULTIPLE)
                        * Valuation.grown(annual, vendor.finances().growth(), setting.get(GROWTH_FADE))
                + vendor.beliefs().worth(vendor.userBase().activePeople())
                + vendor.promise();
        return new Prospectus(
                growthValue,
                setting.get(MARGIN_MULTIPLE) * QUARTERS_PER_YEAR * Math.max(0, vendor.lastMargin()),
                1 + setting.get(DEAL_SIGNAL) * vendor.runningDeals(),
                costOfOpenCase * vendor.openCases(),
                Math.max(0, vendor.cash()),
                vendor.finances().credits());
    }

    /**
     * What a vendor is worth to this investor, US dollars: growth and margin by exuberance, with deals, less cases, at prices
     * that rise with the money to be placed; and the vendor's cash.
     */
    public double value(Prospectus vendor) {
        double blended = Valuation.blended(exuberance, vendor.growth(), vendor.margin()) * vendor.signal() * chase();
        return Math.max(0, blended - vendor.cases() + vendor.cash() + vendor.credits());
    }

    /**
     * The same of a vendor as it is now.
     *
     * @param costOfOpenCase what is still to come of one, US dollars
     */
    public double value(Vendor vendor, double costOfOpenCase) {
        return value(prospectus(vendor, costOfOpenCase, setting));
    }

    /** What its money does to prices; worked out again only when it has another sum. */
    private double chase() {
        double powder = powder();
        if (powder != chasing) {
            chasing = powder;
            chase = Mood.moneyChasingDeals(powder, opening.powder(), INFLOW_ELASTICITY);
        }
        return chase;
    }

    /** Whether this investor looks at vendors of that kind at all. */
    public boolean looksAt(Archetype archetype) {
        return opening.kind() == InvestorKind.STRATEGIC || archetype != Archetype.FRONTIER_LAB;
    }

    /** What the investor's own backers add in a quarter, less what they get back of old funds, US dollars. */
    public double refill() {
        return setting.get(REFILL) * opening.powder() * exuberance - powder() / FUND_LIFE;
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
