package greenlight.market;

import static greenlight.parameter.Parameter.ENGAGEMENT;
import static greenlight.parameter.Parameter.EQUITY_GAIN;
import static greenlight.parameter.Parameter.LICENSED_IP_APPEAL;
import static greenlight.parameter.Parameter.LICENSED_SHARE;
import static greenlight.parameter.Parameter.POPULATION;
import static greenlight.parameter.Parameter.PROJECTED_AUDIENCE;
import static greenlight.parameter.Parameter.PROJECTED_RETENTION;
import static greenlight.parameter.Parameter.TRUST;
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
        double halfway = terms.equity() + engagement(market, studio, expected) * terms.quarters() / 2;
        return growth
                + Valuation.presentValue(perQuarter, rate, terms.quarters())
                + dial(EQUITY_GAIN) * terms.equity()
                - terms.guarantee() * halfway * doubt(vendor);
    }

    /** Chance that a vendor gives itself to fail: what studios think of a newcomer, and more as users stay less than planned. */
    private double doubt(Vendor vendor) {
        double asPlanned = Math.min(1, vendor.retention().mean() / dial(PROJECTED_RETENTION));
        return 1 - dial(TRUST) * asPlanned;
    }

    /**
     * What a vendor owes a studio when it closes the platform during the term, US dollars: the guaranteed share of the
     * studio's exposure, which is what it has put in and not got back, and what the rest of the term would bring it at
     * the present audience (reliance and expectation damages).
     */
    static double guaranteeOwed(Market market, Deal deal) {
        Studio studio = market.studios().get(deal.studio());
        Vendor vendor = market.vendors().get(deal.vendor());
        double sunk = Math.max(0, deal.studioPaid() - deal.studioReceived());
        double perQuarter = deal.terms().licenceFee() + engagement(market, studio, vendor.activePeople());
        return deal.terms().guarantee() * (sunk + perQuarter * deal.quartersLeft());
    }

    /** What fans' use of the studio's characters is worth to it in the quarter, US dollars. */
    double engagement(Studio studio, Vendor vendor) {
        return engagement(market, studio, vendor.activePeople());
    }

    private static double engagement(Market market, Studio studio, double people) {
        return market.dials().get(ENGAGEMENT)
                * studio.ip()
                * people
                / market.dials().get(POPULATION);
    }

    private double dial(Parameter dial) {
        return market.dials().get(dial);
    }
}
