package greenlight.market;

import static greenlight.parameter.Parameter.ANOMALY_COST;
import static greenlight.parameter.Parameter.BREACH_FACTOR;
import static greenlight.parameter.Parameter.CLOSING_LAG;
import static greenlight.parameter.Parameter.CLOUD_COST;
import static greenlight.parameter.Parameter.COST_SHARE;
import static greenlight.parameter.Parameter.DEAL_BUZZ;
import static greenlight.parameter.Parameter.DEAL_TERM;
import static greenlight.parameter.Parameter.ENGAGEMENT;
import static greenlight.parameter.Parameter.EQUITY_GAIN;
import static greenlight.parameter.Parameter.EQUITY_PLEDGE;
import static greenlight.parameter.Parameter.EXCLUSIVITY;
import static greenlight.parameter.Parameter.INTEGRATION_COST;
import static greenlight.parameter.Parameter.LICENCE_FEE;
import static greenlight.parameter.Parameter.LICENSED_IP_APPEAL;
import static greenlight.parameter.Parameter.LICENSED_SHARE;
import static greenlight.parameter.Parameter.LITIGATION;
import static greenlight.parameter.Parameter.OFFERS;
import static greenlight.parameter.Parameter.POPULATION;
import static greenlight.parameter.Parameter.PROJECTED_AUDIENCE;
import static greenlight.parameter.Parameter.TASTE;
import static greenlight.parameter.Parameter.TOOL_PRICE;
import static greenlight.parameter.Parameter.USER_VALUE;

import greenlight.chance.Draws;
import greenlight.chance.For;
import greenlight.economics.Quantile;
import greenlight.economics.Valuation;
import greenlight.market.deal.Deal;
import greenlight.market.deal.Stage;
import greenlight.market.deal.Terms;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Phase 4: running deals are reviewed and paid; vendors offer, studios weigh their alternatives; contracts are signed. */
final class Partnerships {
    /** Equity is paid in this many equal tranches. */
    private static final int TRANCHES = 4;
    /** Characters of a studio whose IP value is 1. */
    private static final double CHARACTERS = 250;
    /** A studio ends a deal for legal risk when that risk exceeds what the deal gives by this factor. */
    private static final double LEGAL_BREACH = 1;

    private static final double PER_THOUSAND = 1000;
    /** The headline deal is talked over for this long before it is offered. */
    private static final int QUARTERS_OF_TALKS = 4;
    /** What any studio is to a vendor, in IP value: a name to show. */
    private static final double STANDING = 0.3;

    private final Market market;
    /** Studios that had a running deal when the phase began: what is public of the others' partnerships. */
    private final Set<Integer> partners = new TreeSet<>();

    Partnerships(Market market) {
        this.market = market;
    }

    void meet() {
        partners.clear();
        for (Deal deal : market.runningDeals()) {
            partners.add(deal.studio());
        }
        for (Deal deal : market.acting(market.runningDeals())) {
            review(deal);
        }
        for (Deal deal : market.acting(market.runningDeals())) {
            pay(deal);
        }
        List<Offer> offers = offers();
        List<Offer> taken = new ArrayList<>();
        for (Studio studio : market.acting(market.studios())) {
            Offer best = weigh(studio, offers);
            if (best != null) {
                taken.add(best);
            }
        }
        taken.sort((a, b) -> Long.compare(
                Pair.of(a.studio().id(), a.vendor().id()),
                Pair.of(b.studio().id(), b.vendor().id())));
        taken.forEach(this::bargain);
        for (Studio studio : market.acting(market.studios())) {
            useAlternatives(studio);
        }
    }

    // ---- running deals

    private void review(Deal deal) {
        Studio studio = market.studios().get(deal.studio());
        Vendor vendor = market.vendors().get(deal.vendor());
        int quarter = market.quarter();
        if (deal.pilotOver(quarter)) {
            if (studio.alarmed(deal, 1)) {
                terminate(deal, studio, vendor, Event.Kind.PILOT_FAILED, Deal.Cause.BRAND, seen(deal, studio, 1));
            } else {
                deal.become(Stage.ACTIVE, quarter);
                market.tell(
                        Event.Kind.PILOT_PASSED,
                        studio.name(),
                        vendor.name(),
                        0,
                        seen(deal, studio, 1) + "; the contract starts");
            }
        } else if (deal.stage().inForce()) {
            if (studio.alarmed(deal, dial(BREACH_FACTOR))) {
                String cause = seen(deal, studio, dial(BREACH_FACTOR));
                terminate(deal, studio, vendor, Event.Kind.TERMINATION, Deal.Cause.BRAND, cause);
            } else if (tooRisky(deal, studio, vendor)) {
                String cause = studio.openCases() + " open claims against the studio itself for its partner's work, "
                        + vendor.openCases() + " against the partner; legal risk is put at "
                        + Wording.dollars(
                                studio.legalRisk(vendor, market.court().uncertainty())) + " a quarter";
                terminate(deal, studio, vendor, Event.Kind.TERMINATION, Deal.Cause.LAW, cause);
            } else if (deal.quartersLeft() == 0) {
                renewOrComplete(deal, studio, vendor);
            }
        }
    }

    private void terminate(Deal deal, Studio studio, Vendor vendor, Event.Kind kind, Deal.Cause why, String cause) {
        market.end(deal, Stage.TERMINATED, why);
        market.tell(kind, studio.name(), vendor.name(), deal.equityUnpaid(), cause);
    }

    /** Such as: 31 anomalies in 1,000 clips, tolerates 12. */
    private String seen(Deal deal, Studio studio, double factor) {
        return Wording.count(deal.anomaliesSeen()) + " anomalies in " + Wording.count(deal.clipsSeen())
                + " clips, tolerates "
                + Wording.count(studio.tolerance() * factor * Math.max(PER_THOUSAND, deal.clipsSeen()));
    }

    /** A studio that is itself sued for its partner leaves when the risk outweighs what the deal gives. */
    private boolean tooRisky(Deal deal, Studio studio, Vendor vendor) {
        if (!market.dials().on(LITIGATION) || studio.openCases() == 0) {
            return false;
        }
        double gain = engagement(studio, vendor) + deal.terms().licenceFee();
        double risk = studio.legalRisk(vendor, market.court().uncertainty()) * studio.openCases();
        return risk > LEGAL_BREACH * Math.max(gain, dial(INTEGRATION_COST) * studio.ip());
    }

    private void renewOrComplete(Deal deal, Studio studio, Vendor vendor) {
        double worth = worth(studio, vendor, deal.terms());
        if (worth > alternative(studio)) {
            deal.become(Stage.RENEWED, market.quarter());
            market.tell(
                    Event.Kind.RENEWAL,
                    studio.name(),
                    vendor.name(),
                    0,
                    "worth " + Wording.dollars(worth) + " a quarter to the studio; another "
                            + Wording.quarters(deal.terms().quarters()));
        } else {
            market.end(deal, Stage.COMPLETED, Deal.Cause.TERM_OVER);
            market.tell(
                    Event.Kind.COMPLETION,
                    studio.name(),
                    vendor.name(),
                    0,
                    "its term of " + Wording.quarters(deal.terms().quarters()) + " is over; a new one would be worth "
                            + Wording.dollars(worth) + " a quarter, other ways "
                            + Wording.dollars(alternative(studio)));
        }
    }

    private void pay(Deal deal) {
        Studio studio = market.studios().get(deal.studio());
        Vendor vendor = market.vendors().get(deal.vendor());
        double integration = dial(INTEGRATION_COST) * studio.ip();
        market.pay(studio.account(), market.world(), integration, Why.INTEGRATION);
        deal.studioPays(integration);
        if (deal.stage().inForce()) {
            double shared = deal.terms().costShare() * vendor.inferenceCost() * dial(LICENSED_SHARE) * studio.ip();
            market.pay(studio.account(), vendor.account(), shared, Why.COST_SHARE);
            deal.studioPays(shared);
            market.pay(vendor.account(), studio.account(), deal.terms().licenceFee(), Why.LICENCE_FEE);
            deal.studioReceives(deal.terms().licenceFee());
            double engagement = engagement(studio, vendor);
            market.pay(market.world(), studio.account(), engagement, Why.ENGAGEMENT);
            deal.studioReceives(engagement);
            double harm = dial(ANOMALY_COST) * studio.ip() * studio.strictness() * vendor.anomalyRate();
            market.pay(studio.account(), market.world(), harm, Why.BRAND_HARM);
            deal.studioPays(harm);
            payTranche(deal, studio, vendor);
        }
        deal.age();
    }

    private void payTranche(Deal deal, Studio studio, Vendor vendor) {
        double tranche = deal.trancheDue();
        if (tranche <= 0) {
            return;
        }
        market.pay(studio.account(), vendor.account(), tranche, Why.EQUITY);
        deal.studioPays(tranche);
        deal.payTranche();
        market.hold(studio, vendor, tranche / Math.max(vendor.valuation(), tranche));
        market.tell(
                Event.Kind.TRANCHE,
                studio.name(),
                vendor.name(),
                tranche,
                "tranche " + Wording.count(deal.equityPaid() / tranche) + " of " + TRANCHES + " of the pledged equity");
    }

    /** What fans' use of the studio's characters is worth to it in the quarter, US dollars. */
    private double engagement(Studio studio, Vendor vendor) {
        return dial(ENGAGEMENT) * studio.ip() * vendor.activePeople() / dial(POPULATION);
    }

    // ---- offers

    /** A platform deal that a vendor offers a studio, on the terms that this studio demands. */
    private record Offer(Vendor vendor, Studio studio, Terms terms, double worth) {}

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        List<Vendor> busy = new ArrayList<>();
        for (Scenario.Scheduled event : Outside.due(market, "headline_offer")) {
            Vendor vendor = market.vendor(event.who());
            Studio studio = market.studio(event.whom());
            if (vendor.platformOpen() && !bound(studio)) {
                Terms terms = terms(studio, dial(EQUITY_PLEDGE), (int) event.amount(), 0, true);
                offers.add(offer(vendor, studio, terms));
                busy.add(vendor);
            }
        }
        Draws luck = market.chance().draws(For.OFFER, market.quarter());
        for (Vendor vendor : market.vendors()) {
            boolean courts = luck.uniform(vendor.id()) < dial(OFFERS);
            if (vendor.platformOpen() && vendor.launched() < market.quarter() && courts && !busy.contains(vendor)) {
                Studio studio = court(vendor, luck);
                if (studio != null) {
                    double fee = dial(LICENCE_FEE) * studio.ip() * vendor.reach();
                    int characters = (int) Math.round(CHARACTERS * studio.ip());
                    offers.add(offer(vendor, studio, terms(studio, 0, characters, fee, false)));
                }
            }
        }
        return offers;
    }

    /** Puts an offer on the table; what it is worth to the studio has a part that the model does not see. */
    private Offer offer(Vendor vendor, Studio studio, Terms terms) {
        market.tell(Event.Kind.OFFER, vendor.name(), studio.name(), terms.equity(), describe(terms));
        Draws tastes = market.chance().draws(For.TASTE, market.quarter());
        double taste = dial(TASTE) * Quantile.normal(tastes.open(Pair.of(studio.id(), vendor.id())));
        return new Offer(vendor, studio, terms, worth(studio, vendor, terms) + taste);
    }

    private Terms terms(Studio studio, double equity, int characters, double fee, boolean headline) {
        return new Terms(
                market.dials().count(DEAL_TERM),
                studio.pilotDemanded(),
                characters,
                fee,
                equity,
                equity > 0 ? TRANCHES : 0,
                market.dials().count(CLOSING_LAG),
                dial(COST_SHARE),
                studio.guaranteeDemanded(),
                market.dials().count(EXCLUSIVITY),
                headline);
    }

    /** The free studio that looks best to a vendor: the most valuable characters, with some luck. */
    private Studio court(Vendor vendor, Draws luck) {
        Studio best = null;
        double highest = 0;
        for (Studio studio : market.studios()) {
            double appeal = (STANDING + studio.ip()) * luck.uniform(Pair.of(studio.id(), vendor.id()), 1);
            if (free(studio) && !inTalks(studio) && appeal > highest) {
                best = studio;
                highest = appeal;
            }
        }
        return best;
    }

    /** Whether the studio talks over the headline deal, which is soon to be offered; nobody else gets to it then. */
    private boolean inTalks(Studio studio) {
        for (Scenario.Scheduled event : market.scenario().timeline()) {
            int ahead = event.quarter() - market.quarter();
            boolean soon = ahead >= 0 && ahead <= QUARTERS_OF_TALKS;
            if (event.kind().equals("headline_offer") && event.whom().equals(studio.name()) && soon) {
                return true;
            }
        }
        return false;
    }

    private boolean bound(Studio studio) {
        for (Deal deal : market.runningDeals()) {
            if (deal.studio() == studio.id() && deal.exclusive(market.quarter())) {
                return true;
            }
        }
        return false;
    }

    /** Whether vendors may court the studio: it had no platform deal when the quarter began. */
    private boolean free(Studio studio) {
        for (Deal deal : market.deals()) {
            boolean ranThisQuarter = deal.stage().running() || deal.ended() == market.quarter();
            if (deal.studio() == studio.id() && ranThisQuarter) {
                return false;
            }
        }
        return true;
    }

    private boolean partner(Studio studio) {
        for (Deal deal : market.runningDeals()) {
            if (deal.studio() == studio.id()) {
                return true;
            }
        }
        return false;
    }

    /** The best offer to a studio, if it beats what else the studio could do; the others are refused with a reason. */
    private Offer weigh(Studio studio, List<Offer> offers) {
        Offer best = null;
        double highest = alternative(studio);
        for (Offer offer : offers) {
            if (offer.studio() == studio && offer.worth() > highest) {
                best = offer;
                highest = offer.worth();
            }
        }
        for (Offer offer : offers) {
            if (offer.studio() == studio && (best == null || offer.vendor() != best.vendor())) {
                String better = best == null
                        ? words(bestAlternative(studio)) + " " + Wording.dollars(alternative(studio))
                        : "the offer of " + best.vendor().name() + " " + Wording.dollars(best.worth());
                market.tell(
                        Event.Kind.REFUSAL,
                        studio.name(),
                        offer.vendor().name(),
                        0,
                        "a platform deal is worth " + Wording.dollars(offer.worth()) + " a quarter to it, " + better);
            }
        }
        return best;
    }

    private double worth(Studio studio, Vendor vendor, Terms terms) {
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

    /** The vendor signs what is worth it, and the contract or its pilot begins. */
    private void bargain(Offer offer) {
        Vendor vendor = offer.vendor();
        Studio studio = offer.studio();
        Terms terms = offer.terms();
        double gain = vendorsGain(vendor, studio, terms);
        if (gain < 0) {
            market.tell(
                    Event.Kind.REFUSAL,
                    vendor.name(),
                    studio.name(),
                    0,
                    "the terms that the studio demands would cost it " + Wording.dollars(-gain));
            return;
        }
        leaveFor(studio, vendor);
        Deal deal = new Deal(
                market.deals().size(), studio.id(), vendor.id(), terms, market.quarter(), studio.priorOfAnomalies());
        deal.become(terms.pilotQuarters() > 0 ? Stage.PILOT : Stage.ACTIVE, market.quarter());
        market.sign(deal);
        market.environment().stir(dial(DEAL_BUZZ) * studio.ip());
        market.tell(
                Event.Kind.SIGNING,
                studio.name(),
                vendor.name(),
                terms.equity(),
                describe(terms) + "; worth " + Wording.dollars(worth(studio, vendor, terms))
                        + " a quarter to the studio, " + words(bestAlternative(studio)) + " "
                        + Wording.dollars(alternative(studio)));
    }

    /** A studio whose exclusivity is over may leave a vendor for a better offer. */
    private void leaveFor(Studio studio, Vendor vendor) {
        for (Deal old : market.runningDeals()) {
            if (old.studio() == studio.id()) {
                market.end(old, Stage.TERMINATED, Deal.Cause.BETTER_OFFER);
                market.tell(
                        Event.Kind.TERMINATION,
                        studio.name(),
                        market.vendors().get(old.vendor()).name(),
                        old.equityUnpaid(),
                        "leaves for " + vendor.name());
            }
        }
    }

    private static String describe(Terms terms) {
        return Wording.quarters(terms.quarters()) + ", " + terms.characters() + " characters"
                + (terms.equity() > 0 ? ", " + Wording.dollars(terms.equity()) + " of equity pledged" : "")
                + (terms.pilotQuarters() > 0 ? ", a pilot of " + Wording.quarters(terms.pilotQuarters()) : "")
                + (terms.costShare() > 0 ? ", " + Wording.percent(terms.costShare()) + " of inference shared" : "")
                + (terms.guarantee() > 0 ? ", a guarantee of " + Wording.percent(terms.guarantee()) : "");
    }

    /** What a deal brings a vendor over its term, US dollars: new users' worth, cost share and equity, less fee and guarantee. */
    private double vendorsGain(Vendor vendor, Studio studio, Terms terms) {
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

    // ---- alternatives

    private double bestTool() {
        double best = 0;
        for (Vendor vendor : market.vendors()) {
            best = Math.max(best, vendor.toolQuality());
        }
        return best;
    }

    private double frontier() {
        double best = 0;
        for (Vendor vendor : market.vendors()) {
            if (vendor.trading() && vendor.archetype().platform()) {
                best = Math.max(best, vendor.quality());
            }
        }
        return best;
    }

    private Strategy bestAlternative(Studio studio) {
        double tools = studio.weighTools(bestTool());
        double cloud = studio.weighCloud(frontier());
        if (Math.max(tools, cloud) <= 0) {
            return Strategy.ABSTAIN;
        }
        return tools >= cloud ? Strategy.PIPELINE_TOOLS : Strategy.PRIVATE_CLOUD;
    }

    /** What the studio's best alternative to a platform is worth, US dollars a quarter; at least 0. */
    private double alternative(Studio studio) {
        return Math.max(0, Math.max(studio.weighTools(bestTool()), studio.weighCloud(frontier())));
    }

    private static String words(Strategy alternative) {
        return switch (alternative) {
            case PIPELINE_TOOLS -> "pipeline tools";
            case PRIVATE_CLOUD -> "a private cloud";
            default -> "doing without AI";
        };
    }

    /** A studio without a platform deal uses its best alternative; one with a deal is a partner. */
    private void useAlternatives(Studio studio) {
        Strategy next = partner(studio) ? Strategy.PLATFORM_PARTNER : bestAlternative(studio);
        if (next != studio.strategy() && next != Strategy.PLATFORM_PARTNER && market.quarter() > 0) {
            market.tell(
                    Event.Kind.STRATEGY,
                    studio.name(),
                    "",
                    0,
                    next.words() + "; tools are worth " + Wording.dollars(studio.weighTools(bestTool()))
                            + " a quarter to it, a private cloud " + Wording.dollars(studio.weighCloud(frontier())));
        }
        studio.choose(next);
        if (next == Strategy.PIPELINE_TOOLS) {
            buyTools(studio);
        } else if (next == Strategy.PRIVATE_CLOUD) {
            market.pay(studio.account(), market.compute(), dial(CLOUD_COST), Why.PRIVATE_CLOUD);
            market.pay(market.world(), studio.account(), studio.cloudSavings(frontier()), Why.SAVINGS);
        }
    }

    /** Pays the makers of tools by the quality of their tools. */
    private void buyTools(Studio studio) {
        double all = 0;
        for (Vendor vendor : market.vendors()) {
            all += vendor.toolQuality();
        }
        for (Vendor vendor : market.vendors()) {
            if (vendor.toolQuality() > 0) {
                double part = dial(TOOL_PRICE) * vendor.toolQuality() / all;
                market.pay(studio.account(), vendor.account(), part, Why.TOOLS);
            }
        }
        market.pay(market.world(), studio.account(), studio.toolSavings(bestTool()), Why.SAVINGS);
    }

    private double dial(Parameter dial) {
        return market.dials().get(dial);
    }
}
