package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CLIP_WORTH;
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
     * The path of a vendor's platform.
     *
     * @param terms on which consumers would use it
     */
    Continuation.Outlook of(Vendor vendor, ConsumerTerms terms) {
        ConsumerTerms now = vendor.terms();
        Demand demand = vendor.userBase().demand();
        double served = vendor.delivery().servedFree();
        double professionals = professionals(demand.freeProfessionals(), demand.free());
        double payingProfessionals = professionals(demand.paidProfessionals(), demand.paid());
        double metNow = served * mixed(professionals, now.freeQuota(), false);
        double metThen = served * mixed(professionals, terms.freeQuota(), false);
        double retention = retention(vendor, metNow, metThen);
        double more = able(vendor, terms) / Math.max(LEAST_SHARE, able(vendor, now));
        double conversion = Math.min(1, more * vendor.beliefs().conversion().mean());
        double arrivals = arrivals(vendor, inPlans(vendor, terms, metThen) - inPlans(vendor, now, metNow));
        Continuation path = new Continuation(
                vendor.userBase().activePeople(),
                Math.min(1, more) * vendor.userBase().paidPeople(),
                arrivals,
                retention,
                conversion,
                parameter(LAPSING),
                terms.price() * Calendar.MONTHS_PER_QUARTER + pieces(vendor, payingProfessionals),
                served * mixed(professionals, terms.freeQuota(), true),
                vendor.delivery().servedPaid() * mixed(payingProfessionals, parameter(PLAN_CLIPS), true),
                vendor.videoOverhead());
        return path.over(setting.count(PLANNING_QUARTERS), vendor.discountRate(), supply(vendor));
    }

    /** What a payer brings beyond its cost by clips that are bought by the piece, US dollars a quarter. */
    private double pieces(Vendor vendor, double professionals) {
        double wishes = (1 - professionals) * parameter(CASUAL_CLIPS) + professionals * parameter(PROFESSIONAL_CLIPS);
        double beyond = wishes - mixed(professionals, parameter(PLAN_CLIPS), true);
        double worth = parameter(CLIP_WORTH);
        double cost = vendor.model().minutesPerClip() / MINUTES_PER_HOUR * environment.gpuPrice();
        double price = PricePerClip.best(cost, worth);
        return beyond * PricePerClip.bought(price, worth) * (price - cost);
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

    /** Clips get cheaper with those that it will make, GPUs by their trend; partners bear their share as long as their deals run. */
    private Continuation.Supply supply(Vendor vendor) {
        return new Continuation.Supply() {
            @Override
            public double hours(double clips) {
                return vendor.model().minutesPerClipAfter(clips) / MINUTES_PER_HOUR;
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
     * Retention when another share of wishes is met for free: the utility that explains the retention it believes in (the logit's
     * inverse), less or more of what the clips give.
     */
    private double retention(Vendor vendor, double metNow, double metThen) {
        double believed = vendor.beliefs().retention().mean();
        double sensitivity = parameter(STAY_SENSITIVITY);
        if (metNow <= 0 || sensitivity <= 0 || metThen == metNow) {
            return believed;
        }
        double utility = parameter(OUTSIDE_UTILITY) + Logit.utility(share(believed)) / sensitivity;
        return utility <= 0
                ? believed
                : Logit.probability(sensitivity * (utility * metThen / metNow - parameter(OUTSIDE_UTILITY)));
    }

    /** Share of people whose budget covers a price for what the paid plan adds. */
    private double able(Vendor vendor, ConsumerTerms terms) {
        double workFit = vendor.opening().get(VendorTrait.WORK_FIT);
        double professionals = parameter(PROFESSIONAL_SHARE);
        return (1 - professionals) * able(vendor, terms, 1, CASUAL_CLIPS, BUDGET)
                + professionals * able(vendor, terms, workFit, PROFESSIONAL_CLIPS, PROFESSIONAL_BUDGET);
    }

    private double able(
            Vendor vendor, ConsumerTerms terms, double fit, MarketParameter wishes, MarketParameter budget) {
        double gain = PaidPlan.gain(
                parameter(PREMIUM),
                vendor.delivery().servedFree() * met(wishes, terms.freeQuota()),
                vendor.delivery().servedPaid() * met(wishes, parameter(PLAN_CLIPS)));
        double worth = gain * fit * vendor.model().quality();
        return worth > 0 ? LogNormal.above(terms.price() / worth, parameter(budget), parameter(BUDGET_SPREAD)) : 0;
    }

    /** Share of its worth that a newcomer finds in the plan of its choice. */
    private double inPlans(Vendor vendor, ConsumerTerms terms, double metFree) {
        double able = able(vendor, terms);
        return (1 - able) * (1 - parameter(PREMIUM)) * metFree
                + able * vendor.delivery().servedPaid();
    }

    /** Arrivals when newcomers find more or less of what they wish for: a logit choice between it and the others. */
    private double arrivals(Vendor vendor, double more) {
        double first = parameter(NEED) * vendor.model().quality() + parameter(NOVELTY);
        double change = parameter(CHOICE_SENSITIVITY) * first * more;
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
