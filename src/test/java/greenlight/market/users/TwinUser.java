package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CHOICE_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.CONVERTING;
import static greenlight.market.parameter.MarketParameter.HALF_LIFE_SPREAD;
import static greenlight.market.parameter.MarketParameter.IMITATION;
import static greenlight.market.parameter.MarketParameter.INNOVATION;
import static greenlight.market.parameter.MarketParameter.LAPSING;
import static greenlight.market.parameter.MarketParameter.LEAVING;
import static greenlight.market.parameter.MarketParameter.LICENSED_IP_APPEAL;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.NOVELTY_RESTORED;
import static greenlight.market.parameter.MarketParameter.OUTSIDE_UTILITY;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SEARCH;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.RETURNING;
import static greenlight.market.parameter.MarketParameter.STAY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.SWITCHING;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.chance.Draws;
import greenlight.market.economics.Quantile;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * A user as a plain object, written the long way from what the setting and {@link Offer} say: no columns, no packing,
 * no tables. It lives the same months as row <i>number</i> of the audience, with the same luck.
 */
final class TwinUser {
    private static final double TICKETS = 2147483648.0;

    private final long number;
    private final Setting taste;

    // fixed at birth
    final int kind;
    final boolean professional;
    private final double need;
    private final double halfLife;
    final double budget;
    final double misuse;

    // what changes; a null vendor is none
    Integer vendor;
    boolean pays;
    int exposure;

    private boolean fresh = true;
    /** In the last month. */
    boolean cameToItsFirst;

    private final int longestExposure;
    /** Of its class, by kind. */
    private final double[] budgets;

    TwinUser(long number, Setting taste, Means means, Draws birth) {
        this.number = number;
        this.taste = taste;
        longestExposure = means.longestExposure();
        // one person in four of the 256 kinds is a professional; within each sort the poorer of two slices of budgets
        professional = tickets(birth.bits(number + (1L << 40)))[0] < TICKETS * taste.get(PROFESSIONAL_SHARE);
        int kinds = professional ? 64 : 192;
        long bits = birth.bits(number);
        kind = (int) Math.min((bits >>> 32) * kinds / 4294967296L, (bits & 4294967295L) * kinds / 4294967296L);
        need = professional ? taste.get(PROFESSIONAL_NEED) : 2 * taste.get(NEED) * middle((kind * 91 + 164) % 192, 192);
        double lives = middle(Math.round(Math.floor(16 * halfLifeCoordinate(kind, professional))), 16);
        halfLife = Quantile.logNormal(taste.get(NOVELTY_HALF_LIFE), taste.get(HALF_LIFE_SPREAD), lives);
        budgets = professional ? means.professionalBudgets() : means.casualBudgets();
        budget = budgets[kind];
        misuse = misuse(kind, professional) / means.misuse();
    }

    private static double halfLifeCoordinate(int kind, boolean professional) {
        return professional ? middle((kind * 27 + 44) % 64, 64) : middle((kind * 31 + 57) % 192, 192);
    }

    private static double misuse(int kind, boolean professional) {
        double coordinate = professional ? middle((kind * 49 + 28) % 64, 64) : middle((kind * 125 + 16) % 192, 192);
        return Quantile.exponential(1, coordinate);
    }

    private static double middle(long slice, int slices) {
        return (slice + 0.5) / slices;
    }

    /** The poorer of two independent draws is richer than a slice if both are: the middle of its richer ends. */
    private static double middleOfTheRicher(int slice, int slices) {
        double below = Math.pow(1 - (double) slice / slices, 2);
        double above = Math.pow(1 - (slice + 1.0) / slices, 2);
        return (below + above) / 2;
    }

    /** What misuse is on average before it is scaled, and the budgets of the classes, worked out once. */
    record Means(double misuse, int longestExposure, double[] casualBudgets, double[] professionalBudgets) {
        static Means of(Setting taste) {
            double misuse = 0;
            for (int first = 0; first < 192; first++) {
                for (int second = 0; second < 192; second++) {
                    int kind = Math.min(first, second);
                    double share = (1 - taste.get(PROFESSIONAL_SHARE)) / (192 * 192);
                    misuse += share * TwinUser.misuse(kind, false);
                }
            }
            for (int first = 0; first < 64; first++) {
                for (int second = 0; second < 64; second++) {
                    int kind = Math.min(first, second);
                    double share = taste.get(PROFESSIONAL_SHARE) / (64 * 64);
                    misuse += share * TwinUser.misuse(kind, true);
                }
            }
            return new Means(
                    misuse,
                    longestExposure(taste),
                    budgets(taste, BUDGET, 192),
                    budgets(taste, PROFESSIONAL_BUDGET, 64));
        }

        private static double[] budgets(Setting taste, MarketParameter median, int kinds) {
            double[] budgets = new double[kinds];
            for (int kind = 0; kind < kinds; kind++) {
                double richer = middleOfTheRicher(kind, kinds);
                budgets[kind] = Quantile.logNormal(taste.get(median), taste.get(BUDGET_SPREAD), 1 - richer);
            }
            return budgets;
        }

        /** Months until less than a millionth of the novelty is left to those to whom most is, from 2 to 63. */
        private static int longestExposure(Setting taste) {
            double longest =
                    Quantile.logNormal(taste.get(NOVELTY_HALF_LIFE), taste.get(HALF_LIFE_SPREAD), middle(15, 16));
            int months = 2;
            while (taste.on(NOVELTY_DECAY)
                    && months < 63
                    && Math.pow(0.5, months / 3.0 / longest) > Math.pow(0.5, 20)) {
                months++;
            }
            return months;
        }
    }

    /** Two numbers from 0 to 2^31 - 1: the upper and the lower 31 bits. */
    private static long[] tickets(long bits) {
        return new long[] {bits >>> 33, bits & 0x7fffffffL};
    }

    private static boolean wins(long ticket, double probability) {
        return ticket < Math.round(TICKETS * probability);
    }

    void live(Draws luck, List<Offer> offers, double hype, double open, double activeShare) {
        boolean used = !fresh;
        liveOn(luck, offers, hype, open, activeShare);
        cameToItsFirst = !used && !fresh;
    }

    private void liveOn(Draws luck, List<Offer> offers, double hype, double open, double activeShare) {
        if (vendor == null) {
            mayAdopt(luck, offers, hype, open, activeShare);
            return;
        }
        Offer mine = offers.get(vendor);
        boolean stays = mine.open()
                && !wins(
                        tickets(luck.bits(number))[0],
                        1 - (1 - taste.get(LEAVING)) * beats(utility(mine, offers), open));
        if (!stays) {
            mayChange(luck, offers);
        } else if (pays) {
            pays = canAfford(mine, offers) && wins(tickets(luck.bits(number))[1], 1 - taste.get(LAPSING));
            exposure++;
        } else {
            mayBeginToPay(luck, mine, offers);
            exposure++;
        }
        exposure = Math.min(exposure, longestExposure);
    }

    private void mayAdopt(Draws luck, List<Offer> offers, double hype, double open, double activeShare) {
        double best = Double.NEGATIVE_INFINITY;
        for (Offer offer : offers) {
            best = offer.open() ? Math.max(best, utility(offer, offers)) : best;
        }
        double search = professional ? taste.get(PROFESSIONAL_SEARCH) : 0;
        double hazard = fresh
                ? 1 - Math.exp(-(search + taste.get(INNOVATION) * hype + taste.get(IMITATION) * activeShare) / 3)
                : taste.get(RETURNING);
        hazard *= beats(best, open);
        if (wins(tickets(luck.bits(number))[0], hazard)) {
            join(luck, offers, choose(luck, offers, null));
        }
    }

    private void mayChange(Draws luck, List<Offer> offers) {
        Integer old = vendor;
        vendor = null;
        pays = false;
        if (wins(tickets(luck.bits(number + (1L << 40)))[1], taste.get(SWITCHING))) {
            join(luck, offers, choose(luck, offers, old));
        }
    }

    private void join(Draws luck, List<Offer> offers, Integer chosen) {
        if (chosen != null) {
            vendor = chosen;
            fresh = false;
            mayBeginToPay(luck, offers.get(chosen), offers);
            exposure = Math.min(exposure + 1, longestExposure);
        }
    }

    private void mayBeginToPay(Draws luck, Offer offer, List<Offer> offers) {
        pays = canAfford(offer, offers) && wins(tickets(luck.bits(number))[1], taste.get(CONVERTING));
    }

    private boolean canAfford(Offer offer, List<Offer> offers) {
        return willingness(offer, offers) >= offer.price();
    }

    /** What the user would pay for the paid plan, US dollars a month. */
    double willingness(Offer offer, List<Offer> offers) {
        double worth = onThePaidPlan(offer) * seen(offer)
                - onTheFreePlan(offer) * seen(offer)
                - (1 - taste.get(PREMIUM)) * foundElsewhere(offer, offers);
        return Math.max(0, budget * worth);
    }

    /** What the free plans of others give beyond the quota, where one of them is looked at. */
    @SuppressWarnings("ReferenceEquality") // two vendors may make the same offer
    private double foundElsewhere(Offer home, List<Offer> offers) {
        double all = 0;
        double found = 0;
        for (Offer offer : offers) {
            if (offer != home && offer.open() && offer.freeQuota() > 0) {
                double typicalNeed = professional ? taste.get(PROFESSIONAL_NEED) : taste.get(NEED);
                double met = onTheFreePlan(offer);
                double utility = offer.reach() + met * (typicalNeed * seen(offer) + novelty(offer)) - offer.friction();
                double weight = Math.exp(taste.get(CHOICE_SENSITIVITY) * utility);
                all += weight;
                found += weight
                        * offer.servedFree()
                        * (met(home.freeQuota() + offer.freeQuota()) - met(home.freeQuota()))
                        * seen(offer);
            }
        }
        return all > 0 ? taste.get(SWITCHING) * found / all : 0;
    }

    private double onTheFreePlan(Offer offer) {
        return (1 - taste.get(PREMIUM)) * offer.servedFree() * met(offer.freeQuota());
    }

    private double onThePaidPlan(Offer offer) {
        return offer.servedPaid() * met(taste.get(PLAN_CLIPS));
    }

    /** Of wishes with a Lomax law, the part below a quota. */
    private double met(double quota) {
        double tail = taste.get(USE_TAIL);
        double scale = taste.get(professional ? PROFESSIONAL_CLIPS : CASUAL_CLIPS) * (tail - 1);
        return 1 - Math.pow(scale / (scale + quota), tail - 1);
    }

    private double beats(double utility, double open) {
        double elsewhere = taste.get(OUTSIDE_UTILITY) + need * open;
        return 1 / (1 + Math.exp(-taste.get(STAY_SENSITIVITY) * (utility - elsewhere)));
    }

    private double utility(Offer offer, List<Offer> offers) {
        double left = taste.on(NOVELTY_DECAY) ? Math.pow(0.5, exposure / 3.0 / halfLife) : 1;
        if (offer.renewed()) {
            left += taste.get(NOVELTY_RESTORED) * (1 - left);
        }
        double met = canAfford(offer, offers)
                ? onThePaidPlan(offer) - offer.price() / (budget * seen(offer))
                : onTheFreePlan(offer);
        return met * (need * seen(offer) + novelty(offer) * left) - offer.friction();
    }

    private double seen(Offer offer) {
        return professional ? offer.workFit() * offer.quality() : offer.quality();
    }

    private double novelty(Offer offer) {
        return taste.get(NOVELTY) * (1 + taste.get(LICENSED_IP_APPEAL) * offer.licensedIp());
    }

    /** A logit choice among open vendors but one, by somebody with the typical need of a casual or a professional user. */
    private Integer choose(Draws luck, List<Offer> offers, Integer except) {
        double typicalNeed = professional ? taste.get(PROFESSIONAL_NEED) : taste.get(NEED);
        List<Integer> choices = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (int v = 0; v < offers.size(); v++) {
            Offer offer = offers.get(v);
            boolean excepted = except != null && except == v;
            if (offer.open() && !excepted) {
                double met = metOnAverage(offer, offers);
                double utility = offer.reach() + met * (typicalNeed * seen(offer) + novelty(offer)) - offer.friction();
                double weight = Math.exp(taste.get(CHOICE_SENSITIVITY) * utility);
                choices.add(v);
                weights.add(weight);
                sum += weight;
            }
        }
        long ticket = tickets(luck.bits(number + (1L << 40)))[0];
        double before = 0;
        for (int i = 0; i < choices.size(); i++) {
            before += weights.get(i);
            if (wins(ticket, before / sum) || i == choices.size() - 1) {
                return choices.get(i);
            }
        }
        return null;
    }

    /** What the plans give beyond their price on average over the user's class, kind by kind. */
    private double metOnAverage(Offer offer, List<Offer> offers) {
        int kinds = budgets.length;
        double gain = willingness(offer, offers) / budget;
        double met = 0;
        for (int other = 0; other < kinds; other++) {
            double theirs = budgets[other];
            double share = Math.pow(1 - (double) other / kinds, 2) - Math.pow(1 - (other + 1.0) / kinds, 2);
            met += share
                    * (theirs * gain >= offer.price()
                            ? onThePaidPlan(offer) - offer.price() / (theirs * seen(offer))
                            : onTheFreePlan(offer));
        }
        return met;
    }
}
