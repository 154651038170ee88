package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CLIP_WORTH;
import static greenlight.market.parameter.MarketParameter.COMPUTE_TAX;
import static greenlight.market.parameter.MarketParameter.FRICTION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Logit;
import greenlight.market.economics.demand.Capacity;
import greenlight.market.economics.demand.LogNormal;
import greenlight.market.economics.demand.PaidPlan;
import greenlight.market.economics.demand.PricePerClip;
import greenlight.market.economics.demand.Usage;
import greenlight.market.economics.forecast.Continuation;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/**
 * What a vendor expects of its platform on terms that it could set. It knows how people take to quotas and prices, and believes
 * of their number, retention and conversion what it has learned.
 */
final class PlatformForecast {
    private static final double MINUTES_PER_HOUR = 60;
    /** No share is known better than this. */
    private static final double LEAST_SHARE = 1e-4;

    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final Environment environment;

    PlatformForecast(Setting setting, Firms firms, DealBook deals, Environment environment) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.environment = environment;
    }

    /**
     * What a vendor expects.
     *
     * @param outlook what users bring and take
     * @param minutes GPU-minutes of the clips that they will wish for in the next quarter
     * @param taken of the GPU-hours that clips take, share that a lab takes from enterprise services and research
     */
    record Prospect(Continuation.Outlook outlook, double minutes, double taken) {}

    /**
     * What becomes of users' wishes.
     *
     * @param free share of the clips within the free quota that is served
     * @param paid the same of payers' clips
     * @param hours GPU-hours to be paid for, against those that clips take
     * @param taken share of these that a lab takes from enterprise services and research
     */
    private record Service(double free, double paid, double hours, double taken) {}

    /**
     * The prospect of a vendor's platform.
     *
     * @param terms on which consumers would use it
     */
    Prospect of(Vendor vendor, ConsumerTerms terms) {
        ConsumerTerms now = vendor.terms();
        Service present = service(vendor, now);
        Service service = service(vendor, terms);
        Demand demand = vendor.userBase().demand();
        double professionals = professionals(demand.freeProfessionalMonths(), demand.freeMonths());
        double payingProfessionals = professionals(demand.paidProfessionalMonths(), demand.paidMonths());
        double metNow = present.free() * mixed(professionals, now.freeQuota(), false);
        double metThen = service.free() * mixed(professionals, terms.freeQuota(), false);
        double friction = lost(vendor, terms) - lost(vendor, now);
        double more = able(vendor, terms, service) / Math.max(LEAST_SHARE, able(vendor, now, present));
        double worth = inPlans(vendor, terms, service, metThen) - inPlans(vendor, now, present, metNow);
        double free = mixed(professionals, terms.freeQuota(), true);
        double paid = mixed(payingProfessionals, parameter(PLAN_CLIPS), true);
        double visits = visits(vendor, terms);
        double byThePiece = boughtOnTheFreePlan(vendor, professionals, terms.freeQuota());
        Continuation path = new Continuation(
                vendor.userBase().activePeople(),
                Math.min(1, more) * vendor.userBase().paidPeople(),
                arrivals(vendor, worth, friction) / Calendar.MONTHS_PER_QUARTER,
                retention(vendor, metNow, metThen, friction),
                payersRetention(vendor, friction),
                Math.min(1, more * vendor.beliefs().conversion().mean()),
                parameter(LAPSING),
                terms.price() + pieces(vendor, payingProfessionals) / Calendar.MONTHS_PER_QUARTER,
                margin(vendor, byThePiece) / Calendar.MONTHS_PER_QUARTER,
                service.free() * free / Calendar.MONTHS_PER_QUARTER,
                service.paid() * paid / Calendar.MONTHS_PER_QUARTER,
                service.free() * visits,
                vendor.videoOverhead());
        Continuation.Outlook outlook =
                path.over(setting.count(PLANNING_QUARTERS), vendor.discountRate(), supply(vendor, service.hours()));
        double clips = visits
                + (outlook.nextUsers() - outlook.nextPayers()) * (free + byThePiece)
                + outlook.nextPayers() * (paid + bought(vendor, payingProfessionals));
        return new Prospect(outlook, clips * vendor.model().minutesPerClip(), service.taken());
    }

    /** What users get with the GPUs that a vendor would hold, when more or fewer of them come than it expects; payers first. */
    private Service service(Vendor vendor, ConsumerTerms terms) {
        Demand demand = vendor.userBase().demand();
        double held = Capacity.served(terms.headroom(), vendor.beliefs().error());
        double taken = vendor.lab() ? parameter(COMPUTE_TAX) * (1 - held) : 0;
        double served = held + taken;
        double free = vendor.userBase().freeMonths()
                        / Calendar.MONTHS_PER_QUARTER
                        * mixed(
                                professionals(demand.freeProfessionalMonths(), demand.freeMonths()),
                                terms.freeQuota(),
                                true)
                + visits(vendor, terms);
        double paid = vendor.delivery().paidWanted();
        double first = paid > 0 ? paid / (free + paid) : 0;
        return new Service(
                first < 1 ? Math.max(0, (served - first) / (1 - first)) : served,
                first > 0 ? Math.min(1, served / first) : served,
                (terms.headroom() + taken) / served,
                taken / (terms.headroom() + taken));
    }

    /** Clips in a quarter of people on other vendors' free plans: as many more or fewer as its own quota lets through. */
    private double visits(Vendor vendor, ConsumerTerms terms) {
        Demand demand = vendor.userBase().demand();
        double professionals = professionals(demand.freeProfessionalMonths(), demand.freeMonths());
        double now = mixed(professionals, vendor.terms().freeQuota(), true);
        return now > 0 ? vendor.userBase().visitorClips() * mixed(professionals, terms.freeQuota(), true) / now : 0;
    }

    /** What a payer brings beyond its cost by clips that are bought by the piece, US dollars a quarter. */
    private double pieces(Vendor vendor, double professionals) {
        return margin(vendor, bought(vendor, professionals));
    }

    /** Clips that a payer buys by the piece in a quarter. */
    private double bought(Vendor vendor, double professionals) {
        double wishes = (1 - professionals) * parameter(CASUAL_CLIPS) + professionals * parameter(PROFESSIONAL_CLIPS);
        double beyond = wishes - mixed(professionals, parameter(PLAN_CLIPS), true);
        return beyond * shareBought(vendor);
    }

    /** Clips that a user of the free plan buys by the piece in a quarter: of what the quota leaves, not those made on other free plans. */
    private double boughtOnTheFreePlan(Vendor vendor, double professionals, double quota) {
        double wishes = (1 - professionals) * parameter(CASUAL_CLIPS) + professionals * parameter(PROFESSIONAL_CLIPS);
        double now = vendor.userBase().freeMonths()
                / Calendar.MONTHS_PER_QUARTER
                * (wishes - mixed(professionals, vendor.terms().freeQuota(), true));
        double elsewhere = now > 0 ? Math.min(1, vendor.userBase().clipsElsewhere() / now) : 0;
        return (1 - elsewhere) * (wishes - mixed(professionals, quota, true)) * shareBought(vendor);
    }

    private double shareBought(Vendor vendor) {
        double worth = parameter(CLIP_WORTH);
        return PricePerClip.bought(PricePerClip.best(costOfClip(vendor), worth), worth);
    }

    /** What clips that are bought by the piece bring beyond their cost, US dollars. */
    private double margin(Vendor vendor, double clips) {
        double cost = costOfClip(vendor);
        return clips * (PricePerClip.best(cost, parameter(CLIP_WORTH)) - cost);
    }

    /** US dollars. */
    private double costOfClip(Vendor vendor) {
        return vendor.model().minutesPerClip() / MINUTES_PER_HOUR * environment.gpuPrice();
    }

    /** Share of professionals among its users; that among all people while it has none. */
    private double professionals(long professionals, long users) {
        return users > 0 ? (double) professionals / users : parameter(PROFESSIONAL_SHARE);
    }

    /** Clips of an average user under a quota, or the share of its wishes that these are. */
    private double mixed(double professionals, double quota, boolean clips) {
        double casual = met(CASUAL_CLIPS, quota) * (clips ? parameter(CASUAL_CLIPS) : 1);
        double professional = met(PROFESSIONAL_CLIPS, quota) * (clips ? parameter(PROFESSIONAL_CLIPS) : 1);
        return (1 - professionals) * casual + professionals * professional;
    }

    private double met(MarketParameter wishes, double quota) {
        return Usage.met(parameter(wishes), quota, parameter(USE_TAIL));
    }

    /**
     * Clips get cheaper with those that it will make, GPUs by their trend; partners bear their share as long as their deals run.
     *
     * @param paidFor GPU-hours to be paid for, against those that clips take
     */
    private Continuation.Supply supply(Vendor vendor, double paidFor) {
        return new Continuation.Supply() {
            @Override
            public double hours(double clips) {
                return vendor.model().minutesPerClipAfter(clips) / MINUTES_PER_HOUR * paidFor;
            }

            @Override
            public double rent(int quarter) {
                return environment.gpuPriceAhead(quarter) * (1 - borneByPartners(vendor, quarter));
            }
        };
    }

    private double borneByPartners(Vendor vendor, int quarter) {
        double borne = 0;
        for (Deal deal : deals.running()) {
            if (deal.vendor() == vendor.id() && quarter <= deal.quartersLeft()) {
                borne += deal.terms().costShare()
                        * parameter(LICENSED_SHARE)
                        * firms.studios().get(deal.studio()).ip();
            }
        }
        return Math.min(1, borne);
    }

    /**
     * Monthly retention of free users when another share of wishes is met for free and guardrails are others: the utility that explains the
     * retention it believes in (the logit's inverse), less or more of what the clips give, less what is lost to guardrails.
     *
     * @param friction utility lost to guardrails more than now
     */
    private double retention(Vendor vendor, double metNow, double metThen, double friction) {
        double believed = vendor.beliefs().freeRetention().mean();
        double sensitivity = parameter(STAY_SENSITIVITY);
        if (sensitivity <= 0 || (metThen == metNow && friction == 0)) {
            return believed;
        }
        double lost = lost(vendor, vendor.terms());
        double clips = parameter(OUTSIDE_UTILITY) + Logit.utility(share(believed)) / sensitivity + lost;
        double then = metNow > 0 && clips > 0 ? clips * metThen / metNow : clips;
        return Logit.probability(sensitivity * (then - lost - friction - parameter(OUTSIDE_UTILITY)));
    }

    /** Utility lost to what it refuses. */
    private double lost(Vendor vendor, ConsumerTerms terms) {
        double unlicensed = parameter(LICENSED_SHARE) * (1 - deals.licensedIp(vendor, firms.studios()));
        return parameter(FRICTION) * terms.refused(unlicensed);
    }

    /** Monthly retention of payers, to whom the free plan is worth nothing: that it believes in, with other guardrails. */
    private double payersRetention(Vendor vendor, double friction) {
        double believed = vendor.beliefs().paidRetention().mean();
        return friction == 0
                ? believed
                : Logit.probability(Logit.utility(share(believed)) - parameter(STAY_SENSITIVITY) * friction);
    }

    /** Share of people whose budget covers a price for what the paid plan adds. */
    private double able(Vendor vendor, ConsumerTerms terms, Service service) {
        double workFit = vendor.opening().get(VendorTrait.WORK_FIT);
        double professionals = parameter(PROFESSIONAL_SHARE);
        return (1 - professionals) * able(vendor, terms, service, 1, CASUAL_CLIPS, BUDGET)
                + professionals * able(vendor, terms, service, workFit, PROFESSIONAL_CLIPS, PROFESSIONAL_BUDGET);
    }

    private double able(
            Vendor vendor,
            ConsumerTerms terms,
            Service service,
            double fit,
            MarketParameter wishes,
            MarketParameter budget) {
        double gain = PaidPlan.gain(
                parameter(PREMIUM),
                service.free() * met(wishes, terms.freeQuota()),
                service.paid() * met(wishes, parameter(PLAN_CLIPS)));
        double worth = gain * fit * vendor.model().quality();
        return worth > 0 ? LogNormal.above(terms.price() / worth, parameter(budget), parameter(BUDGET_SPREAD)) : 0;
    }

    /** Share of its worth that a newcomer finds in the plan of its choice. */
    private double inPlans(Vendor vendor, ConsumerTerms terms, Service service, double metFree) {
        double able = able(vendor, terms, service);
        return (1 - able) * (1 - parameter(PREMIUM)) * metFree + able * service.paid();
    }

    /**
     * Arrivals when newcomers find more or less of what they wish for: a logit choice between it and the others.
     *
     * @param more of its worth that a newcomer finds
     * @param friction utility lost to guardrails more than now
     */
    private double arrivals(Vendor vendor, double more, double friction) {
        double first = parameter(NEED) * vendor.model().quality() + parameter(NOVELTY);
        double change = parameter(CHOICE_SENSITIVITY) * (first * more - friction);
        double all = 0;
        for (Vendor other : firms.vendors()) {
            all += other.userBase().arrivals();
        }
        double before = share(all > 0 ? vendor.userBase().arrivals() / all : 0);
        return vendor.beliefs().arrivals() * Logit.probability(Logit.utility(before) + change) / before;
    }

    private static double share(double share) {
        return Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
