package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.SWITCHING;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.economics.Exact;
import greenlight.market.economics.Novelty;
import greenlight.market.economics.demand.PaidPlan;
import greenlight.market.economics.demand.Usage;
import greenlight.market.scenario.Calendar;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * What the free and the paid plans of a quarter are worth to casual users and to professionals, and who pays: those whose
 * budget, times what the paid plan gains them, times the quality, covers the price. To a payer the plan is worth what it gives
 * beyond its price.
 *
 * <p>Who wishes for more than the free plan at home allows may use that of another vendor for the rest: of these visitors no vendor
 * gets anything but the cost, and what they get elsewhere keeps them from paying at home.
 */
final class Plans {
    /** Casual users and professionals. */
    static final int CLASSES = 2;

    private final UserTypes kinds;
    private final Offer[] offers;
    /** By vendor and class: part of the worth of all wishes that a plan gives. */
    private final double[] free;

    private final double[] paid;
    /** By vendor and class: the price for a unit of quality, which a budget turns into a share of the worth of all wishes. */
    private final double[] price;
    /** By vendor and class: willingness to pay for a unit of budget. */
    private final double[] gain;
    /** By vendor and class: the poorest kind who pays. */
    private final int[] poorest;

    /** By vendor and class: weight in the choice of a free plan beside one's own. */
    private final double[] visiting;
    /** Sum of these weights over the other vendors. */
    private final double[] visitingOthers;

    private final double[] typicalNeed;
    /** Clips in a quarter. */
    private final double[] wishes;

    /** By vendor and class: clips that its free quota lets through. */
    private final double[] within;
    /** By class and a pair of vendors in order: clips that both free quotas let through; not-a-number until it is needed. */
    private final double[] together;

    /** By vendor and class: share of the people who wish for more than its free quota; not-a-number until it is needed. */
    private final double[] beyond;

    private final double tail;
    /** Of those who wish for more than their quota, share who look at other vendors. */
    private final double looking;

    private final double novelty;
    private final double appeal;
    private final double restored;

    Plans(Setting setting, UserTypes kinds, List<Offer> offers) {
        this.kinds = kinds;
        this.offers = offers.toArray(Offer[]::new);
        int cells = CLASSES * offers.size();
        free = new double[cells];
        paid = new double[cells];
        price = new double[cells];
        gain = new double[cells];
        poorest = new int[cells];
        visiting = new double[cells];
        visitingOthers = new double[cells];
        typicalNeed = new double[] {setting.get(NEED), setting.get(PROFESSIONAL_NEED)};
        wishes = new double[] {setting.get(CASUAL_CLIPS), setting.get(PROFESSIONAL_CLIPS)};
        novelty = setting.get(NOVELTY);
        appeal = setting.get(LICENSED_IP_APPEAL);
        restored = setting.get(NOVELTY_RESTORED);
        tail = setting.get(USE_TAIL);
        looking = setting.get(SWITCHING);
        within = new double[cells];
        together = new double[cells * offers.size()];
        Arrays.fill(together, Double.NaN);
        beyond = new double[cells];
        Arrays.fill(beyond, Double.NaN);
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            double planned = Usage.met(wishes[ofClass], setting.get(PLAN_CLIPS), tail);
            double[] metFree = new double[offers.size()];
            for (int vendor = 0; vendor < offers.size(); vendor++) {
                Offer offer = offers.get(vendor);
                within[cell(vendor, ofClass)] = Usage.capped(wishes[ofClass], offer.freeQuota(), tail);
                if (offer.open()) {
                    metFree[vendor] = offer.servedFree() * met(within[cell(vendor, ofClass)], ofClass);
                    free[cell(vendor, ofClass)] = (1 - setting.get(PREMIUM)) * metFree[vendor];
                    paid[cell(vendor, ofClass)] = offer.servedPaid() * planned;
                }
            }
            weighVisits(setting.get(CHOICE_SENSITIVITY), ofClass);
            for (int vendor = 0; vendor < offers.size(); vendor++) {
                fillPaying(setting.get(PREMIUM), metFree[vendor], vendor, ofClass);
            }
        }
    }

    private double met(double clips, int ofClass) {
        return wishes[ofClass] == 0 ? 1 : clips / wishes[ofClass];
    }

    private void fillPaying(double premium, double metAtHome, int vendor, int ofClass) {
        Offer offer = offers[vendor];
        int cell = cell(vendor, ofClass);
        poorest[cell] = UserTypes.endOf(ofClass);
        if (!offer.open()) {
            return;
        }
        double quality = offer.quality(professional(ofClass));
        price[cell] = quality > 0 ? offer.price() / quality : 0;
        double metFree = metAtHome + metElsewhere(vendor, ofClass);
        gain[cell] = Math.max(0, PaidPlan.gain(premium, metFree, paid[cell])) * quality;
        double budget = gain[cell] > 0 ? offer.price() / gain[cell] : Double.POSITIVE_INFINITY;
        poorest[cell] = kinds.poorestWhoCanPay(budget, UserTypes.firstOf(ofClass), UserTypes.endOf(ofClass));
    }

    /** Weights of the free plans in the choice of those who look for one beside their own. */
    private void weighVisits(double sensitivity, int ofClass) {
        double best = Double.NEGATIVE_INFINITY;
        for (int vendor = 0; vendor < offers.length; vendor++) {
            best = Math.max(best, worthOfVisiting(vendor, ofClass));
        }
        for (int vendor = 0; vendor < offers.length; vendor++) {
            double worth = worthOfVisiting(vendor, ofClass);
            visiting[cell(vendor, ofClass)] =
                    worth == Double.NEGATIVE_INFINITY ? 0 : Exact.exp(sensitivity * (worth - best));
        }
        for (int home = 0; home < offers.length; home++) {
            for (int vendor = 0; vendor < offers.length; vendor++) {
                visitingOthers[cell(home, ofClass)] += vendor == home ? 0 : visiting[cell(vendor, ofClass)];
            }
        }
    }

    private double worthOfVisiting(int vendor, int ofClass) {
        Offer offer = offers[vendor];
        return offer.open() && offer.freeQuota() > 0
                ? offer.reach()
                        + utility(free[cell(vendor, ofClass)], typicalNeed[ofClass], offer, professional(ofClass), 1)
                : Double.NEGATIVE_INFINITY;
    }

    /** Of the users on a vendor's free plan who wish for more than its quota, share who use another vendor's free plan for the rest. */
    private double share(int home, int visited, int ofClass) {
        double others = visitingOthers[cell(home, ofClass)];
        return visited == home || others <= 0 ? 0 : looking * visiting[cell(visited, ofClass)] / others;
    }

    /** Share of the wishes of a vendor's user that other free plans meet, in clips of the vendor's quality. */
    private double metElsewhere(int home, int ofClass) {
        Offer own = offers[home];
        double quality = own.quality(professional(ofClass));
        double clips = 0;
        for (int vendor = 0; vendor < offers.length && quality > 0; vendor++) {
            Offer other = offers[vendor];
            double share = share(home, vendor, ofClass);
            if (share > 0) {
                clips += share
                        * other.servedFree()
                        * clipsOfAVisit(home, vendor, ofClass)
                        * other.quality(professional(ofClass))
                        / quality;
            }
        }
        return wishes[ofClass] > 0 ? clips / wishes[ofClass] : 0;
    }

    /** What is within both free quotas less what is within that at home, as {@link Usage#between} has it. */
    private double clipsOfAVisit(int home, int visited, int ofClass) {
        int pair = cell(Math.min(home, visited) * offers.length + Math.max(home, visited), ofClass);
        if (Double.isNaN(together[pair])) {
            double quotas = offers[home].freeQuota() + offers[visited].freeQuota();
            together[pair] = Usage.capped(wishes[ofClass], quotas, tail);
        }
        return together[pair] - within[cell(home, ofClass)];
    }

    /**
     * Clips that users on other vendors' free plans wish for at a vendor.
     *
     * @param freeMonths by vendor and class, user-months on the free plan
     */
    double clipsOfVisitors(int visited, long[] freeMonths) {
        double clips = 0;
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            for (int home = 0; home < offers.length && visiting[cell(visited, ofClass)] > 0; home++) {
                clips += clipsOfVisits(home, visited, ofClass, freeMonths);
            }
        }
        return clips / Calendar.MONTHS_PER_QUARTER;
    }

    /**
     * Clips that users on a vendor's free plan wish for at other vendors.
     *
     * @param freeMonths by vendor and class, user-months on the free plan
     */
    double clipsElsewhere(int home, long[] freeMonths) {
        double clips = 0;
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            for (int visited = 0; visited < offers.length && freeMonths[cell(home, ofClass)] > 0; visited++) {
                clips += clipsOfVisits(home, visited, ofClass, freeMonths);
            }
        }
        return clips / Calendar.MONTHS_PER_QUARTER;
    }

    /** Clips that users of a class on one vendor's free plan wish for at another, were each month a quarter. */
    private double clipsOfVisits(int home, int visited, int ofClass, long[] freeMonths) {
        long months = freeMonths[cell(home, ofClass)];
        double share = months > 0 ? share(home, visited, ofClass) : 0;
        return share > 0 ? months * share * clipsOfAVisit(home, visited, ofClass) : 0;
    }

    /**
     * User-months of the visitors of a vendor.
     *
     * @param freeMonths by vendor and class, user-months on the free plan
     */
    double visitorMonths(int visited, long[] freeMonths) {
        double months = 0;
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            for (int home = 0; home < offers.length && visiting[cell(visited, ofClass)] > 0; home++) {
                long all = freeMonths[cell(home, ofClass)];
                if (all > 0) {
                    months += all * share(home, visited, ofClass) * beyond(home, ofClass);
                }
            }
        }
        return months;
    }

    private double beyond(int home, int ofClass) {
        int cell = cell(home, ofClass);
        if (Double.isNaN(beyond[cell])) {
            beyond[cell] = Usage.beyond(wishes[ofClass], offers[home].freeQuota(), tail);
        }
        return beyond[cell];
    }

    private static int cell(int vendor, int ofClass) {
        return CLASSES * vendor + ofClass;
    }

    /** What a vendor is worth to a kind of some exposure, on the plan that it would choose, utils. */
    double utility(int kind, int vendor, int exposure) {
        Offer offer = offers[vendor];
        int cell = cell(vendor, UserTypes.classOf(kind));
        double left = kinds.noveltyLeft(kind, exposure);
        return utility(
                kind >= poorest[cell] ? PaidPlan.net(paid[cell], price[cell], kinds.budget(kind)) : free[cell],
                kinds.need(kind),
                offer,
                UserTypes.professional(kind),
                offer.renewed() ? Novelty.restored(left, restored) : left);
    }

    /** What a vendor is worth to a class that comes fresh: between its plans, as many of the class pay as can. */
    double meanUtility(int vendor, int ofClass) {
        int cell = cell(vendor, ofClass);
        double able = kinds.shareFrom(poorest[cell], ofClass);
        double met = (1 - able) * free[cell]
                + able * paid[cell]
                - price[cell] * kinds.reciprocalBudgetsFrom(poorest[cell], ofClass);
        return utility(met, typicalNeed[ofClass], offers[vendor], professional(ofClass), 1);
    }

    private static boolean professional(int ofClass) {
        return ofClass == UserTypes.classOf(UserTypes.COUNT - 1);
    }

    private double utility(double met, double need, Offer offer, boolean professional, double noveltyLeft) {
        return Novelty.utility(
                met,
                need,
                offer.quality(professional),
                novelty,
                appeal,
                offer.licensedIp(),
                noveltyLeft,
                offer.friction());
    }

    /** Of a class, the poorest kind who pays for a vendor's plan; the end of the class where none does. */
    int poorestWhoPays(int vendor, int ofClass) {
        return poorest[cell(vendor, ofClass)];
    }

    /** What payers would have paid beyond the price, US cents a month. */
    double surplusCents(int vendor, long[] payers, long[] budgetCents) {
        double cents = 0;
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            int cell = cell(vendor, ofClass);
            cents += budgetCents[cell] * gain[cell] - payers[cell] * offers[vendor].price() * UserTypes.CENTS;
        }
        return cents;
    }
}
