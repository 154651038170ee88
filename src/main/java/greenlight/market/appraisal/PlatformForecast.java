package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PAID_CLIPS;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Logit;
import greenlight.market.economics.demand.LogNormal;
import greenlight.market.economics.demand.PaidPlan;
import greenlight.market.economics.demand.Usage;
import greenlight.market.economics.forecast.Continuation;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Calendar;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
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
     * @param price US dollars a month
     * @param quota clips of a free user in a quarter
     */
    Continuation.Outlook of(Vendor vendor, double price, double quota) {
        double served = 1 - vendor.delivery().rationedShare();
        double metNow = served * met(FREE_CLIPS, vendor.terms().freeQuota());
        double metThen = served * met(FREE_CLIPS, quota);
        double retention = retention(vendor, metNow, metThen);
        double conversion = conversion(vendor, price, served, metNow, metThen);
        double arrivals = arrivals(vendor, metNow, metThen);
        Continuation path = new Continuation(
                vendor.userBase().activePeople(),
                vendor.userBase().paidPeople(),
                arrivals,
                retention,
                conversion,
                parameter(LAPSING),
                price * Calendar.MONTHS_PER_QUARTER,
                metThen * parameter(FREE_CLIPS),
                served * parameter(PAID_CLIPS),
                vendor.videoOverhead());
        return path.over(setting.count(PLANNING_QUARTERS), vendor.discountRate(), supply(vendor));
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

    /** Conversion at another price and quota: as many more or fewer as can pay what the paid plan then adds. */
    private double conversion(Vendor vendor, double price, double served, double metNow, double metThen) {
        double now = able(vendor.terms().price(), PaidPlan.gain(parameter(PREMIUM), metNow, served), vendor);
        double then = able(price, PaidPlan.gain(parameter(PREMIUM), metThen, served), vendor);
        double believed = vendor.beliefs().conversion().mean();
        return Math.min(1, believed * then / Math.max(LEAST_SHARE, now));
    }

    /** Share of people whose budget covers a price for what it adds. */
    private double able(double price, double gain, Vendor vendor) {
        double worth = gain * vendor.model().quality();
        if (worth <= 0) {
            return 0;
        }
        double professionals = parameter(PROFESSIONAL_SHARE);
        return (1 - professionals) * LogNormal.above(price / worth, parameter(BUDGET), parameter(BUDGET_SPREAD))
                + professionals
                        * LogNormal.above(price / worth, parameter(PROFESSIONAL_BUDGET), parameter(BUDGET_SPREAD));
    }

    /** Arrivals when newcomers find another share of their wishes met: a logit choice between it and the others. */
    private double arrivals(Vendor vendor, double metNow, double metThen) {
        double first = parameter(NEED) * vendor.model().quality() + parameter(NOVELTY);
        double change = parameter(CHOICE_SENSITIVITY) * first * (1 - parameter(PREMIUM)) * (metThen - metNow);
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
