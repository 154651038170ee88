package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.RENEGOTIATION_COST;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Bargaining;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The price of a running deal is bargained over anew where one side would leave and the other loses more by it: for the coming
 * quarter the one pays the other, who goes on. Talks cost both sides (Hart and Moore 1988, <i>Incomplete contracts and renegotiation</i>, Econometrica
 * 56(4)).
 */
public final class Renegotiation {
    private final Setting setting;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final DealAppraisal appraisal;
    private final StudioAlternatives alternatives;

    public Renegotiation(
            Setting setting,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            DealBook deals,
            DealAppraisal appraisal,
            StudioAlternatives alternatives) {
        this.setting = setting;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.appraisal = appraisal;
        this.alternatives = alternatives;
    }

    /**
     * Whether its partners keep a platform open that its vendor would close: together they pay for another quarter, each in
     * proportion to what it is worth to it (Lindahl 1919, <i>Die Gerechtigkeit der Besteuerung</i>).
     *
     * @param stays whether a deal's studio would not end it in the same quarter
     */
    public boolean keepsOpen(ContinuationDecision video, Predicate<Deal> stays) {
        appraisal.notePartners();
        Map<Deal, Double> worths = new LinkedHashMap<>();
        double all = 0;
        double talks = 0;
        for (Deal deal : deals.running()) {
            double worth = deal.vendor() == video.vendor().id() && stays.test(deal) ? payable(deal) : 0;
            if (worth > 0) {
                worths.put(deal, worth);
                all += worth;
                talks += talks(deal);
            }
        }
        double price = Bargaining.price(video.shortfall() + talks, all, all);
        if (price <= 0) {
            return false;
        }
        for (Map.Entry<Deal, Double> each : worths.entrySet()) {
            Deal deal = each.getKey();
            double dollars = price * each.getValue() / all;
            Studio studio = studio(deal);
            books.pay(studio.account(), video.vendor().account(), dollars, Why.COST_SHARE);
            deal.studioPays(dollars);
            deal.vendorReceives(dollars);
            talk(deal);
            log.add(
                    Event.Kind.RENEGOTIATION,
                    studio.name(),
                    video.vendor().name(),
                    dollars,
                    () -> "else the platform would close, for another quarter of it would cost its vendor "
                            + EventWords.dollars(video.shortfall()) + " more than it bears; the deal is worth "
                            + EventWords.dollars(each.getValue()) + " a quarter to the studio");
        }
        return true;
    }

    /** What a studio would give for another quarter of a platform, US dollars; at least 0, at most what it has. */
    private double payable(Deal deal) {
        return Math.max(
                0,
                Math.min(studio(deal).account().dollars(), surplus(deal, appraisal.guaranteeOwed(deal))) - talks(deal));
    }

    /**
     * What going on with a running deal is worth to its studio beyond ending it, US dollars a quarter: an end frees it for what
     * its only deal displaces.
     *
     * @param compensation that it would get on leaving, US dollars
     */
    public double surplus(Deal deal, double compensation) {
        double displaced = appraisal.onlyPartner(deal) ? alternatives.displaced(studio(deal)) : 0;
        return appraisal.worthOfTheRest(deal, clock.quarter(), compensation) - displaced;
    }

    /**
     * Whether a vendor keeps a studio that would end its deal: it pays for another quarter.
     *
     * @param least for which the studio would stay, US dollars
     * @param reason why it would leave, in words
     */
    public boolean keeps(Deal deal, double least, String reason) {
        Studio studio = studio(deal);
        Vendor vendor = firms.vendors().get(deal.vendor());
        double worth = appraisal.vendorsWorthOfTheRest(deal, clock.quarter());
        double price = deal.renegotiated(clock.quarter())
                ? 0
                : Bargaining.price(least + talks(deal), worth - talks(deal), vendor.cash() - talks(deal));
        if (price <= 0) {
            return false;
        }
        books.pay(vendor.account(), studio.account(), price, Why.LICENCE_FEE);
        deal.studioReceives(price);
        deal.vendorPays(price);
        talk(deal);
        log.add(
                Event.Kind.RENEGOTIATION,
                vendor.name(),
                studio.name(),
                price,
                () -> "else the studio would leave, " + reason + "; it would stay for " + EventWords.dollars(least)
                        + ", and the deal is worth " + EventWords.dollars(worth) + " a quarter to the vendor");
        return true;
    }

    /** What talks over a deal cost either side in lawyers and in the time of those who lead it, US dollars. */
    private double talks(Deal deal) {
        Vendor vendor = firms.vendors().get(deal.vendor());
        return setting.get(RENEGOTIATION_COST) * studio(deal).integrationCost(vendor, false);
    }

    private void talk(Deal deal) {
        Studio studio = studio(deal);
        Vendor vendor = firms.vendors().get(deal.vendor());
        books.pay(studio.account(), books.world(), talks(deal), Why.INTEGRATION);
        deal.studioPays(talks(deal));
        books.pay(vendor.account(), books.world(), talks(deal), Why.OVERHEAD);
        deal.vendorPays(talks(deal));
        deal.renegotiate(clock.quarter());
    }

    private Studio studio(Deal deal) {
        return firms.studios().get(deal.studio());
    }
}
