package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CLIP_WORTH;
import static greenlight.market.parameter.MarketParameter.FRICTION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.Logit;
import greenlight.market.economics.demand.PricePerClip;
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
    private final Vendor vendor;
    private final TermsForecast terms;
    /** Clips of a payer in a quarter: within the plan, and by the piece. */
    private final double planned;

    private final double bought;
    /** Of the clips that users wish for beyond their plan, share that they buy by the piece. */
    private final double shareBought;
    /** What such a clip brings beyond its cost, US dollars. */
    private final double margin;
    /** Of the wishes that the free quota leaves, share that users meet on other free plans. */
    private final double elsewhere;
    /** Of its clips, share with characters that it has not licensed. */
    private final double unlicensed;
    /** By quarter ahead, from 1: US dollars for a GPU-hour that partners do not bear. */
    private final double[] rents;
    /** By quarter ahead, from 1: GPU-hours of a clip, by those that it will have made on its present terms. */
    private final double[] hours;

    private final double rate;
    /** Utility lost to what it refuses now. */
    private final double lostNow;
    /** Utilities that explain the retention of free users and of payers which it believes in, in units of the logit. */
    private final double staying;

    private final double paying;
    /** Its share of all arrivals, and the utility that explains it. */
    private final double arriving;

    private final double joining;
    private final Prospect prospectNow;

    PlatformForecast(Setting setting, Firms firms, DealBook deals, Environment environment, Vendor vendor) {
        this.setting = setting;
        this.firms = firms;
        this.vendor = vendor;
        terms = new TermsForecast(setting, vendor);
        planned = terms.planned();
        double cost = vendor.model().minutesPerClip() / MINUTES_PER_HOUR * environment.gpuPrice();
        double worth = parameter(CLIP_WORTH);
        double price = PricePerClip.best(cost, worth);
        shareBought = PricePerClip.bought(price, worth);
        margin = price - cost;
        bought = (terms.paidWishes() - planned) * shareBought;
        unlicensed = parameter(LICENSED_SHARE) * (1 - deals.licensedIp(vendor, firms.studios()));
        rents = new double[setting.count(PLANNING_QUARTERS) + 1];
        for (int quarter = 1; quarter < rents.length; quarter++) {
            rents[quarter] = environment.gpuPriceAhead(quarter)
                    * (1 - deals.shareBorne(vendor, quarter, parameter(LICENSED_SHARE), firms.studios()));
        }
        hours = new double[rents.length];
        double left = vendor.userBase().freeMonths()
                / Calendar.MONTHS_PER_QUARTER
                * (terms.freeWishes() - terms.now().clips());
        elsewhere = left > 0 ? Math.min(1, vendor.userBase().clipsElsewhere() / left) : 0;
        rate = vendor.discountRate();
        lostNow = lost(vendor.terms());
        staying = Logit.utility(share(vendor.beliefs().freeRetention().mean()));
        paying = Logit.utility(share(vendor.beliefs().paidRetention().mean()));
        arriving = shareOfArrivals();
        joining = Logit.utility(arriving);
        prospectNow = prospect(vendor.terms(), terms.now(), (quarter, clips) -> {
            hours[quarter] = vendor.model().minutesPerClipAfter(clips) / MINUTES_PER_HOUR;
            return hours[quarter];
        });
    }

    private double shareOfArrivals() {
        double all = 0;
        for (Vendor each : firms.vendors()) {
            all += each.userBase().arrivals();
        }
        return share(all > 0 ? vendor.userBase().arrivals() / all : 0);
    }

    /**
     * What a vendor expects.
     *
     * @param outlook what users bring and take
     * @param minutes GPU-minutes of the clips that they will wish for in the next quarter
     * @param taken of the GPU-hours that clips take, share that a lab takes from enterprise services and research
     */
    record Prospect(Continuation.Outlook outlook, double minutes, double taken) {}

    /** The prospect of the platform on its present terms. */
    Prospect now() {
        return prospectNow;
    }

    /** The prospect of the platform on terms that it could set. */
    Prospect on(ConsumerTerms other) {
        return prospect(other, terms.on(other), (quarter, clips) -> hours[quarter]);
    }

    private Prospect prospect(ConsumerTerms other, TermsForecast.Case then, Continuation.Learning learning) {
        TermsForecast.Service service = then.service();
        double friction = lost(other) - lostNow;
        double more = then.payers().share()
                / Math.max(LEAST_SHARE, terms.now().payers().share());
        double free = then.clips();
        double visits = terms.visits(free);
        double byThePiece = (1 - elsewhere) * (terms.freeWishes() - free) * shareBought;
        Continuation path = new Continuation(
                vendor.userBase().activePeople(),
                Math.min(1, more) * vendor.userBase().paidPeople(),
                arrivals(then.worth() - terms.now().worth(), friction) / Calendar.MONTHS_PER_QUARTER,
                retention(then.met(), friction),
                payersRetention(friction + dearer(then)),
                Math.min(1, more * vendor.beliefs().conversion().mean()),
                parameter(LAPSING),
                other.price() + margin * bought / Calendar.MONTHS_PER_QUARTER,
                margin * byThePiece / Calendar.MONTHS_PER_QUARTER,
                service.free() * free / Calendar.MONTHS_PER_QUARTER,
                service.paid() * planned / Calendar.MONTHS_PER_QUARTER,
                service.free() * visits,
                vendor.videoOverhead());
        Continuation.Outlook outlook = path.over(rate, rents, service.hours(), learning);
        double clips = visits
                + (outlook.nextUsers() - outlook.nextPayers()) * (free + byThePiece)
                + outlook.nextPayers() * (planned + bought);
        return new Prospect(outlook, clips * vendor.model().minutesPerClip(), service.taken());
    }

    /**
     * Monthly retention of free users when another share of wishes is met for free and guardrails are others: the utility that explains the
     * retention it believes in (the logit's inverse), less or more of what the clips give, less what is lost to guardrails.
     *
     * @param met share of the wishes that is met for free
     * @param friction utility lost to guardrails more than now
     */
    private double retention(double met, double friction) {
        double sensitivity = parameter(STAY_SENSITIVITY);
        double metNow = terms.now().met();
        if (sensitivity <= 0 || (met == metNow && friction == 0)) {
            return vendor.beliefs().freeRetention().mean();
        }
        double clips = parameter(OUTSIDE_UTILITY) + staying / sensitivity + lostNow;
        double then = metNow > 0 && clips > 0 ? clips * met / metNow : clips;
        return Logit.probability(sensitivity * (then - lostNow - friction - parameter(OUTSIDE_UTILITY)));
    }

    /** Utility lost to what it refuses. */
    private double lost(ConsumerTerms other) {
        return parameter(FRICTION) * other.refused(unlicensed);
    }

    /** Utility that another price than the present one takes from those who would pay it. */
    private double dearer(TermsForecast.Case then) {
        double more = then.terms().price() - vendor.terms().price();
        double share = then.payers().share();
        return more == 0 || share <= 0
                ? 0
                : parameter(NEED)
                        * vendor.model().quality()
                        * more
                        * then.payers().perDollar()
                        / share;
    }

    /** Monthly retention of payers, to whom the free plan is worth nothing: that it believes in, when they lose some utility. */
    private double payersRetention(double friction) {
        return friction == 0
                ? vendor.beliefs().paidRetention().mean()
                : Logit.probability(paying - parameter(STAY_SENSITIVITY) * friction);
    }

    /**
     * Arrivals when newcomers find more or less of what they wish for: a logit choice between it and the others.
     *
     * @param more of its worth that a newcomer finds
     * @param friction utility lost to guardrails more than now
     */
    private double arrivals(double more, double friction) {
        if (more == 0 && friction == 0) {
            return vendor.beliefs().arrivals();
        }
        double first = parameter(NEED) * vendor.model().quality() + parameter(NOVELTY);
        double change = parameter(CHOICE_SENSITIVITY) * (first * more - friction);
        return vendor.beliefs().arrivals() * Logit.probability(joining + change) / arriving;
    }

    private static double share(double share) {
        return Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
