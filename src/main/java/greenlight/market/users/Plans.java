package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.economics.Novelty;
import greenlight.market.economics.demand.PaidPlan;
import greenlight.market.economics.demand.Usage;
import greenlight.runner.model.Setting;
import java.util.List;

/**
 * What the free and the paid plans of a quarter are worth to casual users and to professionals, and who pays: those whose
 * budget, times what the paid plan gains them, times the quality, covers the price.
 */
final class Plans {
    /** Casual users and professionals. */
    static final int CLASSES = 2;

    private final UserTypes kinds;
    private final List<Offer> offers;
    /** By vendor and class: part of the worth of all wishes that a plan gives. */
    private final double[] free;

    private final double[] paid;
    /** By vendor and class: willingness to pay for a unit of budget. */
    private final double[] gain;
    /** By vendor and class: the poorest kind who pays. */
    private final int[] poorest;

    private final double[] typicalNeed;
    private final double novelty;
    private final double appeal;
    private final double restored;

    Plans(Setting setting, UserTypes kinds, List<Offer> offers) {
        this.kinds = kinds;
        this.offers = offers;
        int cells = CLASSES * offers.size();
        free = new double[cells];
        paid = new double[cells];
        gain = new double[cells];
        poorest = new int[cells];
        typicalNeed = new double[] {setting.get(NEED), setting.get(PROFESSIONAL_NEED)};
        novelty = setting.get(NOVELTY);
        appeal = setting.get(LICENSED_IP_APPEAL);
        restored = setting.get(NOVELTY_RESTORED);
        double premium = setting.get(PREMIUM);
        double tail = setting.get(USE_TAIL);
        double[] wishes = {setting.get(CASUAL_CLIPS), setting.get(PROFESSIONAL_CLIPS)};
        for (int ofClass = 0; ofClass < CLASSES; ofClass++) {
            double planned = Usage.met(wishes[ofClass], setting.get(PLAN_CLIPS), tail);
            for (int vendor = 0; vendor < offers.size(); vendor++) {
                Offer offer = offers.get(vendor);
                int cell = cell(vendor, ofClass);
                poorest[cell] = UserTypes.endOf(ofClass);
                if (!offer.open()) {
                    continue;
                }
                double metFree = offer.servedFree() * Usage.met(wishes[ofClass], offer.freeQuota(), tail);
                double metPaid = offer.servedPaid() * planned;
                free[cell] = (1 - premium) * metFree;
                paid[cell] = metPaid;
                gain[cell] =
                        Math.max(0, PaidPlan.gain(premium, metFree, metPaid)) * offer.quality(professional(ofClass));
                double budget = gain[cell] > 0 ? offer.price() / gain[cell] : Double.POSITIVE_INFINITY;
                poorest[cell] = kinds.poorestWhoCanPay(budget, UserTypes.firstOf(ofClass), UserTypes.endOf(ofClass));
            }
        }
    }

    private static int cell(int vendor, int ofClass) {
        return CLASSES * vendor + ofClass;
    }

    /** What a vendor is worth to a kind of some exposure, on the plan that it would choose, utils. */
    double utility(int kind, int vendor, int exposure) {
        Offer offer = offers.get(vendor);
        int cell = cell(vendor, UserTypes.classOf(kind));
        double left = kinds.noveltyLeft(kind, exposure);
        return utility(
                kind >= poorest[cell] ? paid[cell] : free[cell],
                kinds.need(kind),
                offer,
                UserTypes.professional(kind),
                offer.renewed() ? Novelty.restored(left, restored) : left);
    }

    /** What a vendor is worth to a class that comes fresh: between its plans, as many of the class pay as can. */
    double meanUtility(int vendor, int ofClass) {
        int cell = cell(vendor, ofClass);
        double able = kinds.shareFrom(poorest[cell], ofClass);
        double met = (1 - able) * free[cell] + able * paid[cell];
        return utility(met, typicalNeed[ofClass], offers.get(vendor), professional(ofClass), 1);
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
            cents += budgetCents[cell] * gain[cell]
                    - payers[cell] * offers.get(vendor).price() * UserTypes.CENTS;
        }
        return cents;
    }
}
