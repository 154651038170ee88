package greenlight.audience;

import greenlight.chance.Draws;
import greenlight.economics.Bass;
import greenlight.economics.Logit;
import greenlight.economics.Novelty;
import java.util.List;

/**
 * One quarter as users meet it, and the rule by which one user passes through it. The rule is a pure function of the
 * user's traits, state and luck; all that does not depend on the single user is worked out once, here.
 */
final class Season {
    private static final int CHOICE = 1;
    private static final int MONEY = 2;
    private static final int SWITCH = 3;

    private final Taste taste;
    private final Traits traits;
    private final Draws luck;
    private final int vendors;
    private final boolean[] open;
    private final boolean[] renewed;
    private final double[] quality;
    private final double[] freshness;
    private final double[] drawback;
    private final double[] price;
    private final double[] paying;
    private final double[] adopting = new double[Traits.SUSCEPTIBILITIES];
    private final double[] returning = new double[Traits.SUSCEPTIBILITIES];
    private final double[][] noveltyLeft;
    private final double[] casualChoice;
    private final double[] professionalChoice;
    private final boolean anyOpen;

    /** @param activeShare of the population, active at the quarter's start */
    Season(
            Taste taste,
            Traits traits,
            double[][] noveltyLeft,
            Draws luck,
            List<Offer> offers,
            double hype,
            double activeShare) {
        this.taste = taste;
        this.traits = traits;
        this.noveltyLeft = noveltyLeft;
        this.luck = luck;
        vendors = offers.size();
        open = new boolean[vendors];
        renewed = new boolean[vendors];
        quality = new double[vendors];
        freshness = new double[vendors];
        drawback = new double[vendors];
        price = new double[vendors];
        paying = new double[vendors];
        boolean any = false;
        for (int v = 0; v < vendors; v++) {
            Offer offer = offers.get(v);
            open[v] = offer.open();
            any |= offer.open();
            renewed[v] = offer.renewed();
            quality[v] = offer.quality();
            freshness[v] = taste.novelty() * (1 + taste.ipAppeal() * offer.licensedIp());
            drawback[v] = offer.friction() + offer.queue();
            price[v] = offer.price();
            paying[v] = Math.min(1, taste.converting() * offer.eager());
        }
        anyOpen = any;
        casualChoice = choice(offers, taste.need());
        professionalChoice = choice(offers, taste.professionalNeed());
        for (int s = 0; s < Traits.SUSCEPTIBILITIES; s++) {
            adopting[s] = Bass.hazard(taste.innovation(), hype, traits.susceptibility(s), activeShare);
            returning[s] = adopting[s] * taste.returning();
        }
    }

    /** How much novelty is left: a row for each slice of half-lives, a column for each exposure. */
    static double[][] noveltyLeft(Taste taste, Traits traits) {
        double[][] left = new double[Traits.HALF_LIVES][State.LONGEST_EXPOSURE + 1];
        for (int slice = 0; slice < Traits.HALF_LIVES; slice++) {
            for (int exposure = 0; exposure <= State.LONGEST_EXPOSURE; exposure++) {
                left[slice][exposure] = taste.noveltyFades() ? Novelty.left(exposure, traits.halfLife(slice)) : 1;
            }
        }
        return left;
    }

    /** Cumulative shares of the logit choice among open vendors by a user of this need who comes fresh. */
    private double[] choice(List<Offer> offers, double need) {
        double[] utility = new double[vendors];
        for (int v = 0; v < vendors; v++) {
            utility[v] = open[v]
                    ? offers.get(v).reach() + need * quality[v] + freshness[v] - drawback[v]
                    : Double.NEGATIVE_INFINITY;
        }
        double[] shares = new double[vendors];
        if (anyOpen) {
            Logit.shares(utility, vendors, taste.choiceSensitivity(), shares);
        }
        for (int v = 1; v < vendors; v++) {
            shares[v] += shares[v - 1];
        }
        return shares;
    }

    /** The user's state at the quarter's end. */
    int pass(long user, int traitsOfUser, int state) {
        int vendor = State.vendor(state);
        if (vendor == State.NONE) {
            int slice = Traits.susceptibilitySlice(traitsOfUser);
            double hazard = State.tried(state) == 0 ? adopting[slice] : returning[slice];
            return anyOpen && luck.uniform(user) < hazard
                    ? join(user, traitsOfUser, state, choose(user, traitsOfUser, State.NONE))
                    : state;
        }
        int exposure = State.exposure(state);
        if (renewed[vendor]) {
            exposure = (int) Math.round(exposure * (1 - taste.restored()));
        }
        if (open[vendor] && luck.uniform(user) < staying(traitsOfUser, vendor, exposure)) {
            return use(user, traitsOfUser, vendor, State.paid(state), exposure, State.tried(state));
        }
        int gone = State.of(State.NONE, false, exposure, State.tried(state));
        if (luck.uniform(user, SWITCH) >= taste.switching()) {
            return gone;
        }
        int other = choose(user, traitsOfUser, vendor);
        return other == State.NONE ? gone : join(user, traitsOfUser, gone, other);
    }

    /** Probability of staying: a hazard of leaving for outside reasons, times a logit of utility. */
    double staying(int traitsOfUser, int vendor, int exposure) {
        double utility = traits.need(traitsOfUser) * quality[vendor]
                + freshness[vendor] * noveltyLeft[Traits.halfLifeSlice(traitsOfUser)][exposure]
                - drawback[vendor];
        return (1 - taste.leaving()) * Logit.probability(taste.staySensitivity() * (utility - taste.outside()));
    }

    private int join(long user, int traitsOfUser, int state, int vendor) {
        int tried = Math.min(State.tried(state) + 1, State.MOST_TRIED);
        return use(user, traitsOfUser, vendor, false, State.exposure(state), tried);
    }

    /** A quarter with the vendor: one more quarter of exposure; free users may begin to pay, paying users may lapse. */
    private int use(long user, int traitsOfUser, int vendor, boolean paid, int exposure, int tried) {
        boolean affordable = traits.budget(traitsOfUser) >= price[vendor];
        double money = luck.uniform(user, MONEY);
        boolean pays = paid ? affordable && money >= taste.lapsing() : affordable && money < paying[vendor];
        return State.of(vendor, pays, Math.min(exposure + 1, State.LONGEST_EXPOSURE), tried);
    }

    /** An open vendor other than {@code except}; none if there is none. */
    private int choose(long user, int traitsOfUser, int except) {
        double[] cumulative = traits.professional(traitsOfUser, taste) ? professionalChoice : casualChoice;
        double before = except == State.NONE || except == 0 ? 0 : cumulative[except - 1];
        double excluded = except == State.NONE ? 0 : cumulative[except] - before;
        double total = vendors == 0 ? 0 : cumulative[vendors - 1] - excluded;
        if (!(total > 0)) {
            return State.NONE;
        }
        double mark = luck.uniform(user, CHOICE) * total;
        if (except != State.NONE && mark >= before) {
            mark += excluded;
        }
        for (int v = 0; v < vendors; v++) {
            if (v != except && open[v] && mark < cumulative[v]) {
                return v;
            }
        }
        for (int v = vendors - 1; v >= 0; v--) {
            if (v != except && open[v]) {
                return v;
            }
        }
        return State.NONE;
    }
}
