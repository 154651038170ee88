package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;

import greenlight.market.chance.ScaledProbability;
import greenlight.market.economics.Logit;
import greenlight.runner.model.Setting;
import java.util.Arrays;
import java.util.List;

/** The choice among open vendors in a quarter: a logit of what they are worth to those who come fresh, and of their reach. */
final class VendorChoice {
    /** Shares below this have lost digits to the largest. */
    private static final double LEAST_SHARE = 1e-3;

    private final List<Offer> offers;
    private final Plans plans;
    private final int vendors;
    private final double sensitivity;
    /** Cumulative odds of choosing a vendor: casual users first, by the place that is left, and the vendor chosen. */
    private final int[] choosing;

    VendorChoice(Setting setting, List<Offer> offers, Plans plans) {
        this.offers = offers;
        this.plans = plans;
        vendors = offers.size();
        sensitivity = setting.get(CHOICE_SENSITIVITY);
        choosing = new int[Plans.CLASSES * places() * vendors];
        for (int ofClass = 0; ofClass < Plans.CLASSES; ofClass++) {
            fillChoosing(ofClass, ofClass * places() * vendors);
        }
    }

    private int places() {
        return UserState.placeOf(vendors);
    }

    /** What a vendor is worth to a class that comes fresh: between its plans, as many of the class pay as can. */
    private double[] utilityOfChoosing(int ofClass) {
        double[] utility = new double[vendors];
        Arrays.fill(utility, Double.NEGATIVE_INFINITY);
        for (int v = 0; v < vendors; v++) {
            if (offers.get(v).open()) {
                utility[v] = offers.get(v).reach() + plans.meanUtility(v, ofClass);
            }
        }
        return utility;
    }

    /** The same choice for those who are counted: not rounded to tickets. */
    ChoiceTree choiceTree(boolean professional) {
        double[] value = utilityOfChoosing(professional ? 1 : 0);
        for (int v = 0; v < vendors; v++) {
            value[v] = offers.get(v).open() ? sensitivity * value[v] : value[v];
        }
        return new ChoiceTree(value);
    }

    /** Cumulative shares of the logit choice among open vendors, but the one that is left, by users who come fresh. */
    private void fillChoosing(int ofClass, int at) {
        double[] utility = utilityOfChoosing(ofClass);
        double[] all = new double[vendors];
        Logit.shares(utility, vendors, sensitivity, all);
        double[] shares = new double[vendors];
        for (int left = 0; left < places(); left++) {
            int first = at + left * vendors;
            int vendor = UserState.vendorAt(left);
            if (left > 0 && (vendor < 0 || !offers.get(vendor).open())) {
                System.arraycopy(choosing, at, choosing, first, vendors);
                continue;
            }
            leaveOut(vendor, utility, all, shares);
            double sum = 0;
            int last = 0;
            for (int v = 0; v < vendors; v++) {
                sum += shares[v];
                choosing[first + v] = ScaledProbability.of(Math.min(1, sum));
                last = shares[v] > 0 ? v : last;
            }
            if (sum > 0) {
                Arrays.fill(choosing, first + last, first + vendors, ScaledProbability.ALWAYS);
            }
        }
    }

    /**
     * Shares among the vendors but one: those among all, over what the others have together (a logit is independent of
     * irrelevant alternatives). Where that vendor leaves next to nothing, they are computed again.
     */
    private void leaveOut(int vendor, double[] utility, double[] all, double[] shares) {
        double others = 0;
        for (int v = 0; v < vendors; v++) {
            others += v == vendor ? 0 : all[v];
        }
        if (others > LEAST_SHARE) {
            for (int v = 0; v < vendors; v++) {
                shares[v] = v == vendor ? 0 : all[v] / others;
            }
            return;
        }
        double[] without = utility.clone();
        if (vendor >= 0) {
            without[vendor] = Double.NEGATIVE_INFINITY;
        }
        Logit.shares(without, vendors, sensitivity, shares);
    }

    /** An open vendor other than the one that is left; none if there is none. */
    int choose(int kind, int left, int ticket) {
        int first = choosingAt(kind, left);
        for (int v = 0; v < vendors; v++) {
            if (ScaledProbability.win(ticket, choosing[first + v])) {
                return v;
            }
        }
        return UserState.NO_VENDOR;
    }

    private int choosingAt(int kind, int left) {
        return ((UserTypes.professional(kind) ? places() : 0) + left) * vendors;
    }

    /** Odds of choosing this vendor or one before it, when this place is left. */
    int choosing(int kind, int left, int vendor) {
        return choosing[choosingAt(kind, left) + vendor];
    }
}
