package greenlight.market.appraisal;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.state.DealBook;
import greenlight.market.state.Firms;
import java.util.Map;
import java.util.TreeMap;

/** What vendors owe their partners when they close a platform, and how much of it they could pay. */
final class Guarantees {
    private final Firms firms;
    private final DealBook deals;
    private final UsageForecast forecast;
    /** Of the deals that ran when the phase began, US dollars by vendor number. */
    private final Map<Integer, Double> owed = new TreeMap<>();

    Guarantees(Firms firms, DealBook deals, UsageForecast forecast) {
        this.firms = firms;
        this.deals = deals;
        this.forecast = forecast;
    }

    /** Notes what is owed under the deals that run. */
    void note() {
        owed.clear();
        for (Deal deal : deals.running()) {
            owed.merge(deal.vendor(), guaranteed(deal), Double::sum);
        }
    }

    /**
     * Share of its guarantees that a vendor could pay at once, 0 to 1.
     *
     * @param more that it would owe besides those of its running deals, US dollars
     */
    double payable(Vendor vendor, double more) {
        return reach(vendor, owed.getOrDefault(vendor.id(), 0.0) + more);
    }

    private static double reach(Vendor vendor, double owed) {
        return owed > 0 ? Math.min(1, Math.max(0, vendor.cash()) / owed) : 1;
    }

    /** What is owed under a deal, as far as the vendor's cash reaches for all whom it owes, US dollars. */
    double owed(Deal deal) {
        double all = 0;
        for (Deal each : deals.running()) {
            all += each.vendor() == deal.vendor() ? guaranteed(each) : 0;
        }
        return guaranteed(deal) * reach(firms.vendors().get(deal.vendor()), all);
    }

    /**
     * The guaranteed share of the studio's exposure, US dollars: what it has put in and not got back, and what the rest of
     * the term would bring it at the present audience (reliance and expectation damages). Equity is got back as shares, which
     * the studio keeps.
     */
    private double guaranteed(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double spent = deal.studioPaid() - deal.equityPaid() + windingDown(deal);
        double sunk = Math.max(0, spent - deal.studioReceived());
        double perQuarter = deal.terms().licenceFee()
                + forecast.engagement(studio, vendor.userBase().activePeople());
        return deal.terms().guarantee() * (sunk + perQuarter * deal.quartersLeft());
    }

    /** What a deal would still cost its studio if the platform closed now, US dollars: nothing in the pilot. */
    double windingDown(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        return deal.stage().inForce() ? studio.windingDown(firms.vendors().get(deal.vendor()), deal.quartersLeft()) : 0;
    }
}
