package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.ANOMALY_BREAK;
import static greenlight.market.parameter.MarketParameter.CLOSING_LAG;
import static greenlight.market.parameter.MarketParameter.COST_SHARE;
import static greenlight.market.parameter.MarketParameter.COST_SHARE_STEP;
import static greenlight.market.parameter.MarketParameter.DEAL_BUZZ;
import static greenlight.market.parameter.MarketParameter.DEAL_TERM;
import static greenlight.market.parameter.MarketParameter.EQUITY_PLEDGE;
import static greenlight.market.parameter.MarketParameter.EQUITY_TRANCHES;
import static greenlight.market.parameter.MarketParameter.EXCLUSIVITY;
import static greenlight.market.parameter.MarketParameter.OFFERS;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.appraisal.StudioAlternatives;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Clauses;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.economics.Quantile;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.PairKey;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Phase 4: running deals are reviewed and paid; vendors offer, studios weigh their alternatives; contracts are signed. */
public final class PartnershipPhase {
    /** Equity is paid in this many equal tranches where they do not wait for milestones. */
    private static final int TRANCHES = 4;
    /** Characters of a studio whose IP value is 1. */
    private static final double CHARACTERS = 250;
    /** The headline deal is talked over for this long before it is offered. */
    private static final int QUARTERS_OF_TALKS = 4;
    /** What any studio is to a vendor, in IP value: a name to show. */
    private static final double STANDING = 0.3;

    private final Setting setting;
    private final Scenario scenario;
    private final Chance chance;
    private final Clock clock;
    private final ActivationOrder order;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;
    private final DealAppraisal appraisal;
    private final StudioAlternatives alternatives;
    private final RunningDeals contracts;

    public PartnershipPhase(
            Setting setting,
            Scenario scenario,
            Chance chance,
            Clock clock,
            ActivationOrder order,
            EventLog log,
            Firms firms,
            DealBook deals,
            Environment environment,
            DealAppraisal appraisal,
            StudioAlternatives alternatives,
            RunningDeals contracts) {
        this.setting = setting;
        this.scenario = scenario;
        this.chance = chance;
        this.clock = clock;
        this.order = order;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
        this.appraisal = appraisal;
        this.alternatives = alternatives;
        this.contracts = contracts;
    }

    public void meet() {
        appraisal.notePartners();
        alternatives.look();
        contracts.settle(order);
        List<Offer> offers = offers();
        List<Offer> taken = new ArrayList<>();
        for (Studio studio : order.of(firms.studios())) {
            Offer best = weigh(studio, offers);
            if (best != null) {
                taken.add(best);
            }
        }
        taken.sort((a, b) -> Long.compare(
                PairKey.of(a.studio().id(), a.vendor().id()),
                PairKey.of(b.studio().id(), b.vendor().id())));
        taken.forEach(this::bargain);
        for (Studio studio : order.of(firms.studios())) {
            alternatives.use(studio, deals.partner(studio.id()));
        }
    }

    /**
     * A platform deal that a vendor offers a studio, on the terms that this studio demands.
     *
     * @param taste what the studio sees in it and the model does not, US dollars a quarter
     * @param worth to the studio, US dollars a quarter
     * @param gain of the vendor, present US dollars
     */
    private record Offer(Vendor vendor, Studio studio, Terms terms, double taste, double worth, double gain) {}

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        List<Vendor> busy = new ArrayList<>();
        for (Scenario.Scheduled event : scenario.due(clock.quarter(), Scenario.Scheduled.Kind.HEADLINE_OFFER)) {
            Vendor vendor = firms.vendor(event.who());
            Studio studio = firms.studio(event.whom());
            if (vendor.platformOpen() && !bound(studio)) {
                Terms terms = terms(studio, parameter(EQUITY_PLEDGE), (int) event.amount(), true);
                offers.add(offer(vendor, studio, appraisal.withPilot(studio, vendor, terms)));
                busy.add(vendor);
            }
        }
        Draws draws = chance.draws(RandomStream.OFFER, clock.quarter());
        Set<String> inTalks = inTalks();
        for (Vendor vendor : firms.vendors()) {
            boolean courts = draws.uniform(vendor.id()) < parameter(OFFERS);
            if (vendor.platformOpen() && vendor.launched() < clock.quarter() && courts && !busy.contains(vendor)) {
                Studio studio = court(vendor, draws, inTalks);
                if (studio != null) {
                    int characters = (int) Math.round(CHARACTERS * studio.ip());
                    Terms terms = terms(studio, 0, characters, false);
                    offers.add(offer(vendor, studio, appraisal.withPilot(studio, vendor, terms)));
                }
            }
        }
        return offers;
    }

    /** Puts an offer on the table; what it is worth to the studio has a part that the model does not see. */
    private Offer offer(Vendor vendor, Studio studio, Terms demanded) {
        Draws tastes = chance.draws(RandomStream.TASTE, clock.quarter());
        double taste = appraisal.spread(studio, vendor)
                * Quantile.normal(tastes.uniformOpenInterval(PairKey.of(studio.id(), vendor.id())));
        Offer offer = offer(vendor, studio, demanded, taste);
        log.add(Event.Kind.OFFER, vendor.name(), studio.name(), offer.terms().equity(), () -> describe(offer.terms()));
        return offer;
    }

    /** The offer on terms that the studio demands, for the fee that the vendor then pays; for the headline deal there is none. */
    private Offer offer(Vendor vendor, Studio studio, Terms demanded, double taste) {
        Terms terms = demanded.headline() ? demanded : demanded.at(appraisal.fee(vendor, studio, demanded));
        double worth = appraisal.worth(studio, vendor, terms) + taste;
        return new Offer(vendor, studio, terms, taste, worth, appraisal.vendorsGain(vendor, studio, terms));
    }

    private Terms terms(Studio studio, double equity, int characters, boolean headline) {
        int term = setting.count(DEAL_TERM);
        int staged = setting.count(EQUITY_TRANCHES);
        Clauses clauses = new Clauses(
                parameter(COST_SHARE_STEP),
                parameter(ANOMALY_BREAK),
                equity > 0 && staged > 0 ? Clauses.toFirstMilestone(term) : 0);
        int tranches = staged > 0 ? clauses.milestones(staged, term, setting.count(CLOSING_LAG)) : TRANCHES;
        return new Terms(
                term,
                studio.usualPilot(),
                characters,
                0,
                equity,
                equity > 0 ? tranches : 0,
                setting.count(CLOSING_LAG),
                parameter(COST_SHARE),
                studio.guaranteeDemanded(),
                setting.count(EXCLUSIVITY),
                headline,
                clauses);
    }

    /** The studio within reach that looks best to a vendor: the most valuable characters, with some noise. */
    private Studio court(Vendor vendor, Draws draws, Set<String> inTalks) {
        Studio best = null;
        double highest = 0;
        for (Studio studio : firms.studios()) {
            double appeal = (STANDING + studio.ip()) * draws.uniform(PairKey.of(studio.id(), vendor.id()), 1);
            if (appeal > highest && !inTalks.contains(studio.name()) && open(studio, vendor)) {
                best = studio;
                highest = appeal;
            }
        }
        return best;
    }

    /** Studios that talk over a headline deal, which is soon to be offered; no other vendor courts them meanwhile. */
    private Set<String> inTalks() {
        Set<String> names = new TreeSet<>();
        for (Scenario.Scheduled event : scenario.timeline()) {
            int ahead = event.quarter() - clock.quarter();
            if (event.kind() == Scenario.Scheduled.Kind.HEADLINE_OFFER && ahead >= 0 && ahead <= QUARTERS_OF_TALKS) {
                names.add(event.whom());
            }
        }
        return names;
    }

    private boolean bound(Studio studio) {
        for (Deal deal : deals.running()) {
            if (deal.studio() == studio.id() && deal.exclusive(clock.quarter())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a vendor may court the studio: it is bound to no other, does not deal with this one already, and has not
     * lost a deal in this very quarter.
     */
    private boolean open(Studio studio, Vendor vendor) {
        for (Deal deal : deals.all()) {
            boolean with = deal.vendor() == vendor.id() && deal.stage().running();
            if (deal.studio() == studio.id() && (with || deal.ended() == clock.quarter())) {
                return false;
            }
        }
        return !bound(studio);
    }

    /** The best offer to a studio, if it is worth more than what it displaces; the others are refused with a reason. */
    private Offer weigh(Studio studio, List<Offer> offers) {
        Offer best = null;
        double highest = displaced(studio);
        for (Offer offer : offers) {
            if (offer.studio() == studio && offer.worth() > highest) {
                best = offer;
                highest = offer.worth();
            }
        }
        for (Offer offer : offers) {
            if (offer.studio() == studio && (best == null || offer.vendor() != best.vendor())) {
                String better = best == null
                        ? "what it would displace " + EventWords.dollars(highest)
                        : "the offer of " + best.vendor().name() + " " + EventWords.dollars(best.worth());
                log.add(
                        Event.Kind.REFUSAL,
                        studio.name(),
                        offer.vendor().name(),
                        0,
                        () -> "a platform deal is worth " + EventWords.dollars(offer.worth()) + " a quarter to it, "
                                + better);
            }
        }
        return best;
    }

    /** What another deal displaces, US dollars a quarter: nothing where the studio has a partner already. */
    private double displaced(Studio studio) {
        return deals.partner(studio.id()) ? 0 : alternatives.displaced(studio);
    }

    /** The vendor signs what is worth it, on milder terms if need be, and the contract or its pilot begins. */
    private void bargain(Offer offer) {
        if (offer.gain() >= 0) {
            sign(offer);
            return;
        }
        Offer counter = counterOffer(offer);
        if (counter.gain() >= 0 && counter.worth() > displaced(offer.studio())) {
            log.add(
                    Event.Kind.OFFER,
                    offer.vendor().name(),
                    offer.studio().name(),
                    counter.terms().equity(),
                    () -> "a counter-offer: " + describe(counter.terms()) + "; what the studio demands would cost it "
                            + EventWords.dollars(-offer.gain()));
            sign(counter);
        } else {
            log.add(
                    Event.Kind.REFUSAL,
                    offer.vendor().name(),
                    offer.studio().name(),
                    0,
                    () -> "withdraws its offer: the terms that the studio demands would cost it "
                            + EventWords.dollars(-offer.gain()));
        }
    }

    /** The same deal halfway between what the studio demands and what a studio without bad experience would. */
    private Offer counterOffer(Offer offer) {
        Studio studio = offer.studio();
        Terms milder = offer.terms().milder(studio.usualPilot(), studio.usualGuarantee());
        return offer(offer.vendor(), studio, milder, offer.taste());
    }

    private void sign(Offer offer) {
        Vendor vendor = offer.vendor();
        Studio studio = offer.studio();
        Terms terms = offer.terms();
        Deal deal = new Deal(
                deals.all().size(), studio.id(), vendor.id(), terms, clock.quarter(), studio.priorOfAnomalies(vendor));
        deal.become(terms.pilotQuarters() > 0 ? Stage.PILOT : Stage.ACTIVE, clock.quarter());
        deals.sign(deal);
        environment.stir(parameter(DEAL_BUZZ) * studio.ip());
        log.add(
                Event.Kind.SIGNING,
                studio.name(),
                vendor.name(),
                terms.equity(),
                () -> describe(terms) + "; worth " + EventWords.dollars(offer.worth()) + " a quarter to the studio, "
                        + alternatives.inWords(studio));
    }

    private static String describe(Terms terms) {
        return EventWords.quarters(terms.quarters()) + ", " + terms.characters() + " characters"
                + (terms.equity() > 0 ? ", " + EventWords.dollars(terms.equity()) + " of equity pledged" : "")
                + (terms.pilotQuarters() > 0 ? ", a pilot of " + EventWords.quarters(terms.pilotQuarters()) : "")
                + (terms.costShare() > 0 ? ", " + EventWords.percent(terms.costShare()) + " of inference shared" : "")
                + (terms.guarantee() > 0 ? ", a guarantee of " + EventWords.percent(terms.guarantee()) : "")
                + describe(terms.clauses());
    }

    private static String describe(Clauses clauses) {
        return (clauses.costShareStep() > 0
                        ? ", " + EventWords.percent(clauses.costShareStep())
                                + " more where users stay less than planned"
                        : "")
                + (clauses.breakable()
                        ? ", a break beyond " + EventWords.percent(clauses.anomalyBreak()) + " of anomalies"
                        : "")
                + (clauses.staged() ? ", equity by the contract year" : "");
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
