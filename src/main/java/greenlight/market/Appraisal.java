package greenlight.market;

import static greenlight.parameter.Parameter.ENGAGEMENT;
import static greenlight.parameter.Parameter.EQUITY_GAIN;
import static greenlight.parameter.Parameter.INTEGRATION_COST;
import static greenlight.parameter.Parameter.LICENSED_IP_APPEAL;
import static greenlight.parameter.Parameter.LICENSED_SHARE;
import static greenlight.parameter.Parameter.POPULATION;
import static greenlight.parameter.Parameter.PROJECTED_AUDIENCE;
import static greenlight.parameter.Parameter.USER_VALUE;

import greenlight.economics.Valuation;
import greenlight.market.deal.Deal;
import greenlight.market.deal.Terms;
import greenlight.parameter.Parameter;
import java.util.Set;
import java.util.TreeSet;

/** What platform deals are worth, to either side. */
final class Appraisal {
    private final Market market;
    /** Studios that had a running deal when the phase began. */
    private final Set<Integer> partners = new TreeSet<>();

    Appraisal(Market market) {
        this.market = market;
    }

    /** Whose partnerships are public in this quarter: those that ran when the phase began. */
    void notePartners() {
        partners.clear();
        for (Deal deal : market.runningDeals()) {
            partners.add(deal.studio());
        }
    }

    /** What a platform deal is worth to a studio, US dollars a quarter. */
    double worth(Studio studio, Vendor vendor, Terms terms) {
        double licensed = vendor.inferenceCost() * dial(LICENSED_SHARE) * studio.ip();
        double audience = vendor.activePeople() / dial(POPULATION);
        return studio.weigh(vendor, terms, audience, licensed, market.court().uncertainty(), partnered(studio));
    }

    /** Share of the other studios that had a platform deal when the phase began. */
    private double partnered(Studio studio) {
        int others = market.studios().size() - 1;
        int partnered = partners.size() - (partners.contains(studio.id()) ? 1 : 0);
        return others > 0 ? (double) partnered / others : 0;
    }

    /** What a deal brings a vendor over its term, US dollars: new users' worth, cost share and equity, less fee and guarantee. */
    double vendorsGain(Vendor vendor, Studio studio, Terms terms) {
        double rate = vendor.discountRate();
        double expected = Math.max(vendor.activePeople(), dial(PROJECTED_AUDIENCE) * vendor.reach() * dial(POPULATION));
        double users = dial(LICENSED_IP_APPEAL) * studio.ip() * expected;
        double growth = (1 - vendor.pressure()) * dial(USER_VALUE) * users;
        double shared = terms.costShare() * vendor.inferenceCost() * dial(LICENSED_SHARE) * studio.ip();
        double perQuarter = shared - terms.licenceFee();
        double mayFail = 1 - vendor.retention().mean();
        double guarantee = terms.guarantee() * contractWorth(market, studio, terms) * mayFail / 2;
        return growth
                + Valuation.presentValue(perQuarter, rate, terms.quarters())
                + dial(EQUITY_GAIN) * terms.equity()
                - guarantee;
    }

    static double contractWorth(Market market, Deal deal) {
        return contractWorth(market, market.studios().get(deal.studio()), deal.terms());
    }

    /** What a whole contract is worth, as the guarantee counts it: equity, fees and the studio's own outlay, US dollars. */
    private static double contractWorth(Market market, Studio studio, Terms terms) {
        double perQuarter = terms.licenceFee() + market.dials().get(INTEGRATION_COST) * studio.ip();
        return terms.equity() + perQuarter * terms.quarters();
    }

    /** What fans' use of the studio's characters is worth to it in the quarter, US dollars. */
    double engagement(Studio studio, Vendor vendor) {
        return dial(ENGAGEMENT) * studio.ip() * vendor.activePeople() / dial(POPULATION);
    }

    private double dial(Parameter dial) {
        return market.dials().get(dial);
    }
}
