package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.DISCOUNT_RATE;
import static greenlight.market.parameter.MarketParameter.EQUITY_GAIN;
import static greenlight.market.parameter.MarketParameter.LEARNING;
import static greenlight.market.parameter.MarketParameter.LICENCE_FEE;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.OFFERS;
import static greenlight.market.parameter.MarketParameter.PROJECTED_RETENTION;
import static greenlight.market.parameter.MarketParameter.TASTE;
import static greenlight.market.parameter.MarketParameter.TRUST;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Terms;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Powers;
import greenlight.market.economics.Search;
import greenlight.market.economics.Valuation;
import greenlight.market.economics.forecast.AcceptanceSampling;
import greenlight.market.law.Court;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What platform deals are worth, to either side. */
public final class DealAppraisal {
    /** No pilot takes longer than this beyond the usual one, quarters. */
    private static final int LONGEST_PILOT = 4;

    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final Court court;
    private final UsageForecast forecast;
    private final Guarantees guarantees;
    private final LegalExposure exposure;
    /** Number of deals that ran when the phase began, by studio number. */
    private final Map<Integer, Integer> partners = new TreeMap<>();
    /** Deals by which vendors were licensed when the phase began. */
    private final List<Deal> licensed = new ArrayList<>();

    /** Chances that no offer of another vendor has come. */
    private final Powers missed = new Powers(1);

    public DealAppraisal(Setting setting, Firms firms, DealBook deals, Court court, Environment environment) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.court = court;
        forecast = new UsageForecast(setting, environment);
        guarantees = new Guarantees(firms, deals, forecast);
        exposure = new LegalExposure(setting, firms, deals, court, environment);
    }

    /** Notes which deals are public in this quarter: those that ran when the phase began. */
    public void notePartners() {
        partners.clear();
        licensed.clear();
        for (Deal deal : deals.running()) {
            partners.merge(deal.studio(), 1, Integer::sum);
            if (deal.licensed()) {
                licensed.add(deal);
            }
        }
        guarantees.note();
    }

    /**
     * What a platform deal is worth to a studio, US dollars a quarter: equal payments over pilot and term that are worth as
     * much as what the studio expects. While the platform lasts, the cost of integration, and when it closes, that of winding
     * the deal down; when the contract has closed, engagement, savings and fee less its share of the bill, brand and legal risk, all
     * that only if a pilot passes; where it does not last, the guaranteed part
     * of engagement and fee, as far as the vendor could pay it. It bears the risk of the shares that it has paid for. What a break
     * clause saves it and the fear of missing out come on top. As long as it is bound, it cannot take another offer, which would be worth as much on average.
     */
    public double worth(Studio studio, Vendor vendor, Terms terms) {
        Prospect prospect = prospect(studio, vendor, terms);
        double annuity = Valuation.annuity(parameter(DISCOUNT_RATE), terms.pilotQuarters() + terms.quarters());
        double free = (prospect.worth() + prospect.exit().saves()) / annuity + studio.fear(partnered(studio));
        return free - Search.optional(free, spread(studio, vendor)) * prospect.bound() / annuity;
    }

    /**
     * What a studio expects of a deal.
     *
     * @param worth without a break clause and the fear of missing out, present US dollars
     * @param bound quarters in which it is bound and another offer would have come, discounted
     * @param exit what its break clause is expected to do
     */
    private record Prospect(double worth, double bound, BreakClause exit) {}

    private Prospect prospect(Studio studio, Vendor vendor, Terms terms) {
        int pilot = terms.pilotQuarters();
        int quarters = pilot + terms.quarters();
        double rate = parameter(DISCOUNT_RATE);
        double users = forecast.usersForStudios(vendor);
        double secured = forecast.engagement(studio, users) + terms.licenceFee();
        double savings = savings(studio, vendor, licensed);
        AcceptanceSampling trial = studio.pilot(vendor, pilot);
        double risks = studio.harm(trial.mean()) + legalRisk(studio, vendor);
        double guaranteed =
                terms.guarantee() * guarantees.payable(vendor, terms.guarantee() * secured * terms.quarters() / 2);
        double hazard = rivalOffers(vendor);
        double discount = 1;
        double worth = 0;
        double bound = 0;
        double beforeClosing = 0;
        double service = 0;
        double bill = 0;
        double lastingBefore = 1;
        for (int quarter = 1; quarter <= quarters; quarter++) {
            double lasting = studio.lasting(vendor, quarter);
            double flow = -lasting * studio.integrationCost(vendor, quarter <= pilot);
            if (quarter > pilot) {
                flow -= (lastingBefore - lasting) * studio.windingDown(vendor, quarters - quarter);
            }
            lastingBefore = lasting;
            if (quarter > terms.quartersToLicence()) {
                double share = setting.on(LEARNING) ? vendor.beliefs().shareOfBill(terms, quarter) : terms.costShare();
                double given = risks
                        + shared(share, vendor, studio, users, quarter)
                        + studio.riskOfShares(terms.equityPaidBy(quarter));
                flow += lasting * (secured + savings - given) + (1 - lasting) * guaranteed * secured;
            }
            flow *= quarter > pilot ? trial.passes() : 1;
            discount /= 1 + rate;
            worth += discount * flow;
            double served = discount * lasting * trial.passes();
            if (quarter <= terms.quartersToLicence()) {
                beforeClosing = worth;
            } else {
                service += served;
            }
            if (quarter == terms.quartersToLicence() + 1) {
                bill = served * studio.windingDown(vendor, quarters - quarter);
            }
            if (quarter <= pilot + terms.exclusivity()) {
                bound += discount * Search.found(hazard, quarter, missed);
            }
        }
        return new Prospect(worth, bound, BreakClause.of(studio, vendor, terms, worth - beforeClosing, service, bill));
    }

    /** Terms with the pilot that is worth most to a studio, at least as long as the usual one. */
    public Terms withPilot(Studio studio, Vendor vendor, Terms terms) {
        Terms best = terms;
        double highest = worth(studio, vendor, terms);
        for (int more = 1; more <= LONGEST_PILOT; more++) {
            Terms longer = terms.piloted(terms.pilotQuarters() + more);
            double worth = worth(studio, vendor, longer);
            if (worth <= highest) {
                return best;
            }
            best = longer;
            highest = worth;
        }
        return best;
    }

    /** Standard deviation of what a studio sees in an offer and the model does not, US dollars a quarter. */
    public double spread(Studio studio, Vendor vendor) {
        return parameter(TASTE) * studio.ip() * vendor.reach();
    }

    /** What a running deal is worth to its studio if it goes on for another term, US dollars a quarter. */
    public double worthOfGoingOn(Studio studio, Vendor vendor, Deal deal) {
        return worth(studio, vendor, deal.terms().goingOn(deal.equityUnpaid()));
    }

    /**
     * What the rest of a running deal is worth to its studio beyond ending it, US dollars a quarter: an early end costs what staff
     * and tools still cost it.
     *
     * @param compensation that it would get on leaving, US dollars
     */
    double worthOfTheRest(Deal deal, int quarter, double compensation) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        Terms rest = deal.rest(quarter);
        double annuity = Valuation.annuity(parameter(DISCOUNT_RATE), rest.pilotQuarters() + rest.quarters());
        return worth(studio, vendor, rest) + (windingDown(deal) - compensation) / annuity;
    }

    /** What the rest of a running deal is worth to its vendor, US dollars a quarter. */
    double vendorsWorthOfTheRest(Deal deal, int quarter) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double annuity = Valuation.annuity(vendor.discountRate(), deal.terms().quarters());
        return vendorsGain(vendor, studio, deal.rest(quarter)) / annuity;
    }

    /** What the risk of suits over its partner's model costs a studio, US dollars a quarter, at the users that it expects. */
    public double legalRisk(Studio studio, Vendor vendor) {
        if (!setting.on(LITIGATION)) {
            return 0;
        }
        double suits = exposure.secondarySuits(vendor, forecast.usersForStudios(vendor));
        return studio.legalRisk(suits * court.costOfSuit(parameter(DISCOUNT_RATE)), court.uncertainty());
    }

    /** The studio's share of the bill in a quarter ahead, US dollars. */
    private double shared(double share, Vendor vendor, Studio studio, double users, int quarter) {
        return share == 0 ? 0 : share * forecast.licensedCost(vendor, studio, users, quarter);
    }

    /** Probability that another vendor courts a studio in a quarter: each open platform courts one of the studios. */
    private double rivalOffers(Vendor vendor) {
        int others = 0;
        for (Vendor other : firms.vendors()) {
            others += other != vendor && other.platformOpen() ? 1 : 0;
        }
        return Math.min(1, parameter(OFFERS) * others / firms.studios().size());
    }

    /** Whether a deal was its studio's only one when the phase began. */
    boolean onlyPartner(Deal deal) {
        return partners.getOrDefault(deal.studio(), 0) <= 1;
    }

    /** Share of the other studios that had a platform deal when the phase began. */
    private double partnered(Studio studio) {
        int others = firms.studios().size() - 1;
        int partnered = partners.size() - (partners.containsKey(studio.id()) ? 1 : 0);
        return others > 0 ? (double) partnered / others : 0;
    }

    /**
     * What a deal brings a vendor, present US dollars: new users' worth, its partner's share of the bill and equity when it is
     * paid, less the fee and the guarantee, as far as it could pay it; nothing of all this if the studio leaves by a break clause. After the end of exclusivity the characters may come to
     * another platform as well, which then shares the users whom they bring.
     */
    public double vendorsGain(Vendor vendor, Studio studio, Terms terms) {
        double rate = vendor.discountRate();
        double expected = forecast.users(vendor);
        double users = parameter(LICENSED_IP_APPEAL) * studio.ip() * expected;
        double growth = (1 - vendor.pressure()) * vendor.beliefs().worth(users);
        double hazard = rivalOffers(vendor);
        double others = 0;
        for (int quarter = terms.exclusivity() + 1; quarter <= terms.quarters(); quarter++) {
            others += Search.found(hazard, quarter - terms.exclusivity(), missed) / terms.quarters();
        }
        double alone = 1 - others / 2;
        int quarters = terms.pilotQuarters() + terms.quarters();
        double discount = 1;
        double gain = 0;
        for (int quarter = 1; quarter <= quarters; quarter++) {
            discount /= 1 + rate;
            double equity = terms.equityPaidBy(quarter) - terms.equityPaidBy(quarter - 1);
            double flow = parameter(EQUITY_GAIN) * equity;
            if (quarter > terms.quartersToLicence()) {
                double share = vendor.beliefs().shareOfBill(terms, quarter);
                flow += shared(share, vendor, studio, expected, quarter) - terms.licenceFee();
            }
            gain += discount * flow;
        }
        double beforeLicence = Exact.pow(1 + rate, -terms.quartersToLicence());
        double halfway = terms.guarantee() * forecast.engagement(studio, expected) * terms.quarters() / 2;
        double whole =
                growth * alone * beforeLicence + gain - halfway * guarantees.payable(vendor, halfway) * doubt(vendor);
        double leaves = terms.clauses().breakable()
                ? prospect(studio, vendor, terms).exit().leaves()
                : 0;
        return whole * (1 - leaves);
    }

    /** Chance that a vendor gives itself to fail: what studios think of a newcomer, and more as users stay less than planned. */
    private double doubt(Vendor vendor) {
        double asPlanned = Math.min(1, vendor.beliefs().retention().mean() / parameter(PROJECTED_RETENTION));
        return 1 - parameter(TRUST) * asPlanned;
    }

    /**
     * What a vendor pays a studio when it closes the platform during the term, US dollars: its guarantee, as far as its cash
     * reaches for all whom it owes.
     */
    public double guaranteeOwed(Deal deal) {
        return guarantees.owed(deal);
    }

    /** What a deal would still cost its studio if the platform closed now, US dollars: nothing in the pilot. */
    public double windingDown(Deal deal) {
        return guarantees.windingDown(deal);
    }

    /** What a vendor's model saves a studio in the quarter beyond its other partners' models, US dollars. */
    public double savings(Studio studio, Vendor vendor) {
        return savings(
                studio, vendor, deals.running().stream().filter(Deal::licensed).toList());
    }

    private double savings(Studio studio, Vendor vendor, List<Deal> partnerships) {
        double best = 0;
        for (Deal deal : partnerships) {
            if (deal.studio() == studio.id() && deal.vendor() != vendor.id()) {
                best = Math.max(best, firms.vendors().get(deal.vendor()).model().quality());
            }
        }
        return studio.partnerSavings(Math.max(0, vendor.model().quality() - best));
    }

    /**
     * The fee that a vendor offers a studio, US dollars a quarter: less where it has fewer users than it planned, and no more than
     * what the deal brings it on these terms.
     */
    public double fee(Vendor vendor, Studio studio, Terms terms) {
        double usual = parameter(LICENCE_FEE) * studio.ip() * vendor.reach() * forecast.againstPlan(vendor);
        double free = vendorsGain(vendor, studio, terms.at(0));
        double left = vendorsGain(vendor, studio, terms.at(usual));
        return left >= 0 || free <= left ? usual : Math.max(0, usual * free / (free - left));
    }

    /** What fans' use of the studio's characters is worth to it in the quarter, US dollars. */
    public double engagement(Studio studio, Vendor vendor) {
        return forecast.engagement(studio, vendor.userBase().activePeople());
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
