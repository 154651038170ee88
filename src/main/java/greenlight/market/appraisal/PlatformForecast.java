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
import greenlight.market.economics.Logit;
import greenlight.market.economics.demand.Capacity;
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
    private final Vendor vendor;
    private final Demand demand;
    /** Share of professionals among its free users. */
    private final double professionals;
    /** The same among its payers. */
    private final double payingProfessionals;

    private final Allowance plan;
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
    /** Clips of an average free user under its present quota, in a quarter. */
    private final double clipsNow;

    private final Case present;
    private final Prospect prospectNow;

    PlatformForecast(Setting setting, Firms firms, DealBook deals, Environment environment, Vendor vendor) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.vendor = vendor;
        demand = vendor.userBase().demand();
        professionals = professionals(demand.freeProfessionalMonths(), demand.freeMonths());
        payingProfessionals = professionals(demand.paidProfessionalMonths(), demand.paidMonths());
        plan = allowance(parameter(PLAN_CLIPS));
        planned = clips(plan, payingProfessionals);
        double cost = vendor.model().minutesPerClip() / MINUTES_PER_HOUR * environment.gpuPrice();
        double worth = parameter(CLIP_WORTH);
        double price = PricePerClip.best(cost, worth);
        shareBought = PricePerClip.bought(price, worth);
        margin = price - cost;
        bought = (wishes(payingProfessionals) - planned) * shareBought;
        unlicensed = parameter(LICENSED_SHARE) * (1 - deals.licensedIp(vendor, firms.studios()));
        rents = new double[setting.count(PLANNING_QUARTERS) + 1];
        for (int quarter = 1; quarter < rents.length; quarter++) {
            rents[quarter] = environment.gpuPriceAhead(quarter)
                    * (1 - deals.shareBorne(vendor, quarter, parameter(LICENSED_SHARE), firms.studios()));
        }
        hours = new double[rents.length];
        Allowance quota = allowance(vendor.terms().freeQuota());
        clipsNow = clips(quota, professionals);
        double left = vendor.userBase().freeMonths() / Calendar.MONTHS_PER_QUARTER * (wishes(professionals) - clipsNow);
        elsewhere = left > 0 ? Math.min(1, vendor.userBase().clipsElsewhere() / left) : 0;
        present = caseOf(vendor.terms(), quota);
        prospectNow = prospect(present, (quarter, clips) -> {
            hours[quarter] = vendor.model().minutesPerClipAfter(clips) / MINUTES_PER_HOUR;
            return hours[quarter];
        });
    }

    /**
     * What a vendor expects.
     *
     * @param outlook what users bring and take
     * @param minutes GPU-minutes of the clips that they will wish for in the next quarter
     * @param taken of the GPU-hours that clips take, share that a lab takes from enterprise services and research
     */
    record Prospect(Continuation.Outlook outlook, double minutes, double taken) {}

    /** Shares of the wishes of casual users and of professionals that a quota lets through. */
    private record Allowance(double casual, double professional) {}

    /**
     * What becomes of users' wishes on some terms.
     *
     * @param terms for consumers
     * @param quota what the free quota lets through
     * @param free share of the clips within the free quota that is served
     * @param paid the same of payers' clips
     * @param hours GPU-hours to be paid for, against those that clips take
     * @param taken share of these that a lab takes from enterprise services and research
     */
    private record Service(
            ConsumerTerms terms, Allowance quota, double free, double paid, double hours, double taken) {}

    /**
     * What users make of some terms.
     *
     * @param met share of its wishes that an average free user gets
     * @param payers of all people, those who would pay
     * @param worth share of its worth that a newcomer finds in the plan of its choice, beyond the price
     */
    private record Case(Service service, double met, Payers payers, double worth) {}

    /** The prospect of the platform on its present terms. */
    Prospect now() {
        return prospectNow;
    }

    /** The prospect of the platform on terms that it could set. */
    Prospect on(ConsumerTerms terms) {
        Allowance quota = terms.freeQuota() == vendor.terms().freeQuota()
                ? present.service().quota()
                : allowance(terms.freeQuota());
        return prospect(caseOf(terms, quota), (quarter, clips) -> hours[quarter]);
    }

    private Prospect prospect(Case then, Continuation.Learning learning) {
        Service service = then.service();
        ConsumerTerms terms = service.terms();
        double friction = lost(terms) - lost(vendor.terms());
        double more =
                then.payers().share() / Math.max(LEAST_SHARE, present.payers().share());
        double free = clips(service.quota(), professionals);
        double visits = visits(free);
        double byThePiece = (1 - elsewhere) * (wishes(professionals) - free) * shareBought;
        Continuation path = new Continuation(
                vendor.userBase().activePeople(),
                Math.min(1, more) * vendor.userBase().paidPeople(),
                arrivals(then.worth() - present.worth(), friction) / Calendar.MONTHS_PER_QUARTER,
                retention(then.met(), friction),
                payersRetention(friction + dearer(then)),
                Math.min(1, more * vendor.beliefs().conversion().mean()),
                parameter(LAPSING),
                terms.price() + margin * bought / Calendar.MONTHS_PER_QUARTER,
                margin * byThePiece / Calendar.MONTHS_PER_QUARTER,
                service.free() * free / Calendar.MONTHS_PER_QUARTER,
                service.paid() * planned / Calendar.MONTHS_PER_QUARTER,
                service.free() * visits,
                vendor.videoOverhead());
        Continuation.Outlook outlook = path.over(vendor.discountRate(), rents, service.hours(), learning);
        double clips = visits
                + (outlook.nextUsers() - outlook.nextPayers()) * (free + byThePiece)
                + outlook.nextPayers() * (planned + bought);
        return new Prospect(outlook, clips * vendor.model().minutesPerClip(), service.taken());
    }

    private Case caseOf(ConsumerTerms terms, Allowance quota) {
        Service service = service(terms, quota);
        double met = service.free() * mixed(quota, professionals);
        Payers payers = payers(service);
        double worth = (1 - payers.share()) * (1 - parameter(PREMIUM)) * met
                + payers.share() * service.paid()
                - terms.price() * payers.perDollar();
        return new Case(service, met, payers, worth);
    }

    private Payers payers(Service service) {
        Allowance quota = service.quota();
        double free = service.free();
        double paid = service.paid();
        double price = service.terms().price();
        double fit = vendor.opening().get(VendorTrait.WORK_FIT);
        return payers(price, free * quota.casual(), paid * plan.casual(), 1, BUDGET)
                .and(
                        payers(
                                price,
                                free * quota.professional(),
                                paid * plan.professional(),
                                fit,
                                PROFESSIONAL_BUDGET),
                        parameter(PROFESSIONAL_SHARE));
    }

    private Payers payers(double price, double metFree, double metPaid, double fit, MarketParameter budget) {
        return Payers.of(
                price,
                PaidPlan.gain(parameter(PREMIUM), metFree, metPaid),
                fit * vendor.model().quality(),
                parameter(budget),
                parameter(BUDGET_SPREAD));
    }

    /** What users get with the GPUs that a vendor would hold, when more or fewer of them come than it expects; payers first. */
    private Service service(ConsumerTerms terms, Allowance quota) {
        double held = Capacity.served(terms.headroom(), vendor.beliefs().error());
        double taken = vendor.lab() ? parameter(COMPUTE_TAX) * (1 - held) : 0;
        double served = held + taken;
        double each = clips(quota, professionals);
        double free = vendor.userBase().freeMonths() / Calendar.MONTHS_PER_QUARTER * each + visits(each);
        double paid = vendor.delivery().paidWanted();
        double first = paid > 0 ? paid / (free + paid) : 0;
        return new Service(
                terms,
                quota,
                first < 1 ? Math.max(0, (served - first) / (1 - first)) : served,
                first > 0 ? Math.min(1, served / first) : served,
                (terms.headroom() + taken) / served,
                taken / (terms.headroom() + taken));
    }

    /**
     * Clips in a quarter of people on other vendors' free plans: as many more or fewer as its own quota lets through.
     *
     * @param each clips of an average user under that quota
     */
    private double visits(double each) {
        return clipsNow > 0 ? vendor.userBase().visitorClips() * each / clipsNow : 0;
    }

    /** Share of professionals among its users; that among all people while it has none. */
    private double professionals(long professionals, long users) {
        return users > 0 ? (double) professionals / users : parameter(PROFESSIONAL_SHARE);
    }

    private Allowance allowance(double quota) {
        return new Allowance(
                Usage.met(parameter(CASUAL_CLIPS), quota, parameter(USE_TAIL)),
                Usage.met(parameter(PROFESSIONAL_CLIPS), quota, parameter(USE_TAIL)));
    }

    private static double mixed(Allowance quota, double professionals) {
        return (1 - professionals) * quota.casual() + professionals * quota.professional();
    }

    /** Clips that an average user wishes for in a quarter. */
    private double wishes(double professionals) {
        return (1 - professionals) * parameter(CASUAL_CLIPS) + professionals * parameter(PROFESSIONAL_CLIPS);
    }

    /** Clips of an average user in a quarter. */
    private double clips(Allowance quota, double professionals) {
        return (1 - professionals) * quota.casual() * parameter(CASUAL_CLIPS)
                + professionals * quota.professional() * parameter(PROFESSIONAL_CLIPS);
    }

    /**
     * Monthly retention of free users when another share of wishes is met for free and guardrails are others: the utility that explains the
     * retention it believes in (the logit's inverse), less or more of what the clips give, less what is lost to guardrails.
     *
     * @param met share of the wishes that is met for free
     * @param friction utility lost to guardrails more than now
     */
    private double retention(double met, double friction) {
        double believed = vendor.beliefs().freeRetention().mean();
        double sensitivity = parameter(STAY_SENSITIVITY);
        if (sensitivity <= 0 || (met == present.met() && friction == 0)) {
            return believed;
        }
        double lost = lost(vendor.terms());
        double clips = parameter(OUTSIDE_UTILITY) + Logit.utility(share(believed)) / sensitivity + lost;
        double then = present.met() > 0 && clips > 0 ? clips * met / present.met() : clips;
        return Logit.probability(sensitivity * (then - lost - friction - parameter(OUTSIDE_UTILITY)));
    }

    /** Utility lost to what it refuses. */
    private double lost(ConsumerTerms terms) {
        return parameter(FRICTION) * terms.refused(unlicensed);
    }

    /** Utility that another price than the present one takes from those who would pay it. */
    private double dearer(Case then) {
        double more = then.service().terms().price() - vendor.terms().price();
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
        double believed = vendor.beliefs().paidRetention().mean();
        return friction == 0
                ? believed
                : Logit.probability(Logit.utility(share(believed)) - parameter(STAY_SENSITIVITY) * friction);
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
