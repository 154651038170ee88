package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.ENGAGEMENT;
import static greenlight.market.parameter.MarketParameter.EQUITY_GAIN;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_AUDIENCE;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.TRUST;
import static greenlight.market.parameter.MarketParameter.USER_VALUE;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Terms;
import greenlight.market.economics.Valuation;
import greenlight.market.law.Court;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.state.DealBook;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.Set;
import java.util.TreeSet;

/** What platform deals are worth, to either side. */
public final class DealAppraisal {
    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final Court court;
    /** Studios that had a running deal when the phase began. */
    private final Set<Integer> partners = new TreeSet<>();

    public DealAppraisal(Setting setting, Firms firms, DealBook deals, Court court) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.court = court;
    }

    /** Whose partnerships are public in this quarter: those that ran when the phase began. */
    public void notePartners() {
        partners.clear();
        for (Deal deal : deals.running()) {
            partners.add(deal.studio());
        }
    }

    /** What a platform deal is worth to a studio, US dollars a quarter. */
    public double worth(Studio studio, Vendor vendor, Terms terms) {
        double licensed = vendor.delivery().inferenceCost() * parameter(LICENSED_SHARE) * studio.ip();
        double audience = vendor.userBase().activePeople() / parameter(POPULATION);
        return studio.weigh(vendor, terms, audience, licensed, court.uncertainty(), partnered(studio));
    }

    /** Share of the other studios that had a platform deal when the phase began. */
    private double partnered(Studio studio) {
        int others = firms.studios().size() - 1;
        int partnered = partners.size() - (partners.contains(studio.id()) ? 1 : 0);
        return others > 0 ? (double) partnered / others : 0;
    }

    /** What a deal brings a vendor over its term, US dollars: new users' worth, cost share and equity, less fee and guarantee. */
    public double vendorsGain(Vendor vendor, Studio studio, Terms terms) {
        double rate = vendor.discountRate();
        double expected = Math.max(
                vendor.userBase().activePeople(),
                parameter(PROJECTED_AUDIENCE) * vendor.reach() * parameter(POPULATION));
        double users = parameter(LICENSED_IP_APPEAL) * studio.ip() * expected;
        double growth = (1 - vendor.pressure()) * parameter(USER_VALUE) * users;
        double shared = terms.costShare() * vendor.delivery().inferenceCost() * parameter(LICENSED_SHARE) * studio.ip();
        double perQuarter = shared - terms.licenceFee();
        double halfway = terms.equity() + engagement(studio, expected) * terms.quarters() / 2;
        return growth
                + Valuation.presentValue(perQuarter, rate, terms.quarters())
                + parameter(EQUITY_GAIN) * terms.equity()
                - terms.guarantee() * halfway * doubt(vendor);
    }

    /** Chance that a vendor gives itself to fail: what studios think of a newcomer, and more as users stay less than planned. */
    private double doubt(Vendor vendor) {
        double asPlanned = Math.min(1, vendor.beliefs().retention().mean() / parameter(PROJECTED_RETENTION));
        return 1 - parameter(TRUST) * asPlanned;
    }

    /**
     * What a vendor owes a studio when it closes the platform during the term, US dollars: the guaranteed share of the
     * studio's exposure, which is what it has put in and not got back, and what the rest of the term would bring it at
     * the present audience (reliance and expectation damages).
     */
    public double guaranteeOwed(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double sunk = Math.max(0, deal.studioPaid() - deal.studioReceived());
        double perQuarter =
                deal.terms().licenceFee() + engagement(studio, vendor.userBase().activePeople());
        return deal.terms().guarantee() * (sunk + perQuarter * deal.quartersLeft());
    }

    /** What fans' use of the studio's characters is worth to it in the quarter, US dollars. */
    public double engagement(Studio studio, Vendor vendor) {
        return engagement(studio, vendor.userBase().activePeople());
    }

    private double engagement(Studio studio, double people) {
        return setting.get(ENGAGEMENT) * studio.ip() * people / setting.get(POPULATION);
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
