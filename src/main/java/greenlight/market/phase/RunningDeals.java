package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.BREACH_FACTOR;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.LITIGATION;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationDecision;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.appraisal.Renegotiation;
import greenlight.market.appraisal.StudioAlternatives;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Shareholdings;
import greenlight.runner.model.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Running deals: reviewed, ended, renewed, paid. */
public final class RunningDeals {
    private static final double PER_THOUSAND = 1000;

    private final Setting setting;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final Shareholdings shares;
    private final DealAppraisal appraisal;
    private final StudioAlternatives alternatives;
    private final Renegotiation renegotiation;

    public RunningDeals(
            Setting setting,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            DealBook deals,
            Shareholdings shares,
            DealAppraisal appraisal,
            StudioAlternatives alternatives) {
        this.setting = setting;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.shares = shares;
        this.appraisal = appraisal;
        this.alternatives = alternatives;
        renegotiation = new Renegotiation(setting, clock, books, log, firms, deals, appraisal, alternatives);
    }

    /** A pilot ends in go or no-go; a contract in force is kept, ended for cause, or renewed when its term is over. */
    private void review(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        int quarter = clock.quarter();
        if (deal.pilotOver(quarter)) {
            if (studio.alarmed(deal, 1)) {
                terminate(deal, studio, vendor, Event.Kind.PILOT_FAILED, Deal.Cause.BRAND, seen(deal, studio, 1));
            } else {
                deal.become(Stage.ACTIVE, quarter);
                log.add(
                        Event.Kind.PILOT_PASSED,
                        studio.name(),
                        vendor.name(),
                        0,
                        () -> seen(deal, studio, 1) + "; the contract starts");
            }
        } else if (deal.stage().inForce()) {
            double below = -renegotiation.surplus(deal, 0);
            if (studio.alarmed(deal, parameter(BREACH_FACTOR))) {
                String cause = seen(deal, studio, parameter(BREACH_FACTOR));
                leave(deal, Deal.Cause.BRAND, Math.max(below, studio.harmBeyondTolerance(deal)), cause);
            } else if (tooRisky(deal, studio, vendor)) {
                String cause = studio.openCases() + " open claims against the studio itself for its partner's work, "
                        + vendor.openCases() + " against the partner; legal risk is put at "
                        + EventWords.dollars(appraisal.legalRisk(studio, vendor)) + " a quarter";
                leave(deal, Deal.Cause.LAW, Math.max(below, riskBeyondGain(deal, studio, vendor)), cause);
            } else if (deal.quartersLeft() == 0) {
                renewOrComplete(deal, studio, vendor);
            } else if (deal.breakOpen()) {
                useBreak(deal);
            } else if (below > 0) {
                String cause = "the rest of the deal is worth " + EventWords.dollars(-below)
                        + " a quarter to it, what an end costs it counted";
                leave(deal, Deal.Cause.USE, below, cause);
            }
        }
    }

    /** A studio that may leave without the bill of an early end does so where the rest is worth less than that bill to it. */
    private void useBreak(Deal deal) {
        double below = -renegotiation.surplus(deal, appraisal.windingDown(deal));
        if (below > 0) {
            String cause = "the last audit found " + EventWords.count(deal.lastAudit() * PER_THOUSAND)
                    + " anomalies in 1,000 clips, the break clause bears "
                    + EventWords.count(deal.terms().clauses().anomalyBreak() * PER_THOUSAND)
                    + "; the rest of the deal is worth " + EventWords.dollars(-below) + " a quarter to it";
            leave(deal, Deal.Cause.BRAND, below, cause);
        }
    }

    /** A studio ends its deal, unless its vendor pays for another quarter. */
    private void leave(Deal deal, Deal.Cause why, double least, String cause) {
        if (renegotiation.keeps(deal, least, cause)) {
            return;
        }
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double windingDown = why == Deal.Cause.USE ? appraisal.windingDown(deal) : 0;
        books.pay(studio.account(), books.world(), windingDown, Why.INTEGRATION);
        deal.studioPays(windingDown);
        terminate(deal, studio, vendor, Event.Kind.TERMINATION, why, cause);
    }

    private void terminate(Deal deal, Studio studio, Vendor vendor, Event.Kind kind, Deal.Cause why, String cause) {
        deals.end(deal, Stage.TERMINATED, why);
        log.add(kind, studio.name(), vendor.name(), deal.equityUnpaid(), () -> cause);
    }

    /** Such as: 3 anomalies in 50 clips, tolerates 20 in 1,000. */
    private String seen(Deal deal, Studio studio, double factor) {
        String found = EventWords.count(deal.anomaliesSeen()) + " anomalies in " + EventWords.count(deal.clipsSeen())
                + " clips";
        return setting.on(BRAND_SAFETY)
                ? found + ", tolerates " + EventWords.count(studio.tolerance() * factor * PER_THOUSAND) + " in 1,000"
                : found;
    }

    /** A studio that is itself sued for its partner leaves when the risk outweighs what the deal gives. */
    private boolean tooRisky(Deal deal, Studio studio, Vendor vendor) {
        return setting.on(LITIGATION) && studio.openCases() > 0 && riskBeyondGain(deal, studio, vendor) > 0;
    }

    /** Legal risk beyond what the deal gives, US dollars a quarter. */
    private double riskBeyondGain(Deal deal, Studio studio, Vendor vendor) {
        double gain = appraisal.engagement(studio, vendor)
                + studio.partnerSavings(vendor.model().quality())
                + deal.terms().licenceFee();
        double risk = appraisal.legalRisk(studio, vendor) * studio.openCases();
        return risk - Math.max(gain, studio.integrationCost(vendor, false));
    }

    private void renewOrComplete(Deal deal, Studio studio, Vendor vendor) {
        double worth = appraisal.worthOfGoingOn(studio, vendor, deal);
        if (renews(deal, studio, vendor)) {
            deal.become(Stage.RENEWED, clock.quarter());
            log.add(
                    Event.Kind.RENEWAL,
                    studio.name(),
                    vendor.name(),
                    0,
                    () -> "worth " + EventWords.dollars(worth) + " a quarter to the studio; another "
                            + EventWords.quarters(deal.terms().quarters()));
        } else {
            deals.end(deal, Stage.COMPLETED, Deal.Cause.TERM_OVER);
            log.add(
                    Event.Kind.COMPLETION,
                    studio.name(),
                    vendor.name(),
                    0,
                    () -> "its term of " + EventWords.quarters(deal.terms().quarters())
                            + " is over; a new one would be worth "
                            + EventWords.dollars(worth) + " a quarter, and displace what is worth "
                            + EventWords.dollars(alternatives.displaced(studio)));
        }
    }

    /** Reviews and pays all running deals; each grows a quarter older when all have been paid. */
    void settle(ActivationOrder order) {
        List.copyOf(deals.running()).forEach(this::review); // vendors pay as they go, so always in this order
        order.of(deals.running()).forEach(this::pay);
        deals.running().forEach(Deal::age);
    }

    /** Pays what a running deal owes in the quarter, on last quarter's figures. */
    private void pay(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double integration = studio.integrationCost(vendor, deal.stage() == Stage.PILOT);
        books.pay(studio.account(), books.world(), integration, Why.INTEGRATION);
        deal.studioPays(integration);
        if (deal.licensed()) {
            double shared = deal.terms().costShare(vendor.beliefs().retentionMissed() ? 1 : 0)
                    * vendor.delivery().inferenceCost()
                    * parameter(LICENSED_SHARE)
                    * studio.ip();
            books.pay(studio.account(), vendor.account(), shared, Why.COST_SHARE);
            deal.studioPays(shared);
            deal.vendorReceives(shared);
            books.pay(vendor.account(), studio.account(), deal.terms().licenceFee(), Why.LICENCE_FEE);
            deal.studioReceives(deal.terms().licenceFee());
            deal.vendorPays(deal.terms().licenceFee());
            double savings = appraisal.savings(studio, vendor);
            books.pay(books.world(), studio.account(), savings, Why.SAVINGS);
            deal.studioReceives(savings);
            double engagement = appraisal.engagement(studio, vendor);
            books.pay(books.world(), studio.account(), engagement, Why.ENGAGEMENT);
            deal.studioReceives(engagement);
            double harm = studio.harm(vendor.model().anomalyRate());
            books.pay(studio.account(), books.world(), harm, Why.BRAND_HARM);
            deal.studioPays(harm);
            payTranche(deal, studio, vendor);
        }
    }

    private void payTranche(Deal deal, Studio studio, Vendor vendor) {
        double tranche = deal.trancheDue();
        if (tranche <= 0) {
            return;
        }
        books.pay(studio.account(), vendor.account(), tranche, Why.EQUITY);
        deal.studioPays(tranche);
        deal.payTranche();
        double postMoney = vendor.valuation() + tranche;
        shares.issue(studio, vendor, tranche / postMoney);
        vendor.valuedAt(postMoney);
        log.add(
                Event.Kind.TRANCHE,
                studio.name(),
                vendor.name(),
                tranche,
                () -> "tranche " + EventWords.count(deal.equityPaid() / tranche) + " of "
                        + deal.terms().tranches() + " of the pledged equity");
    }

    /** Whether its partners pay for another quarter of a platform that its vendor would close: those who would themselves stay. */
    boolean keepOpen(ContinuationDecision video) {
        return renegotiation.keepsOpen(video, deal -> !endsForCause(deal));
    }

    /** Whether the studio will end the deal in this quarter's review, whatever another quarter of it is worth. */
    private boolean endsForCause(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        if (deal.pilotOver(clock.quarter())) {
            return studio.alarmed(deal, 1);
        }
        return deal.stage().inForce()
                && (studio.alarmed(deal, parameter(BREACH_FACTOR))
                        || tooRisky(deal, studio, vendor)
                        || (deal.quartersLeft() == 0 && !renews(deal, studio, vendor)));
    }

    private boolean renews(Deal deal, Studio studio, Vendor vendor) {
        return appraisal.worthOfGoingOn(studio, vendor, deal) > alternatives.displaced(studio);
    }

    /** The platform is gone: running deals are void, and guarantees are called as far as the cash reaches. */
    void voidAll(Vendor vendor, String cause) {
        Map<Deal, Double> penalties = new LinkedHashMap<>();
        for (Deal deal : deals.running()) {
            if (deal.vendor() == vendor.id()) {
                penalties.put(deal, appraisal.guaranteeOwed(deal));
            }
        }
        for (Map.Entry<Deal, Double> each : penalties.entrySet()) {
            Deal deal = each.getKey();
            double penalty = each.getValue();
            Studio studio = firms.studios().get(deal.studio());
            books.pay(vendor.account(), studio.account(), penalty, Why.GUARANTEE);
            deal.studioReceives(penalty);
            deal.vendorPays(penalty);
            double windingDown = appraisal.windingDown(deal);
            books.pay(studio.account(), books.world(), windingDown, Why.INTEGRATION);
            deal.studioPays(windingDown);
            deals.end(deal, Stage.VOIDED, Deal.Cause.PLATFORM_GONE);
            log.add(
                    Event.Kind.VOIDING,
                    vendor.name(),
                    studio.name(),
                    deal.equityUnpaid(),
                    () -> cause + "; " + EventWords.quarters(deal.quartersLeft()) + " of "
                            + deal.terms().quarters()
                            + " were left"
                            + (deal.terms().equity() > 0
                                    ? ", " + EventWords.dollars(deal.equityUnpaid()) + " of equity never paid"
                                    : "")
                            + (penalty > 0 ? "; the guarantee pays " + EventWords.dollars(penalty) : ""));
        }
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
