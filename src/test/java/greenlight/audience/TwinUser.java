package greenlight.audience;

import greenlight.chance.Draws;
import greenlight.economics.Quantile;
import java.util.ArrayList;
import java.util.List;

/**
 * A user as a plain object, written the long way from what {@link Taste} and {@link Offer} say: no columns, no packing,
 * no tables. It lives the same quarters as row <i>number</i> of the audience, with the same luck.
 */
final class TwinUser {
    private static final int LONGEST_EXPOSURE = 63;
    private static final int MOST_VENDORS_TRIED = 15;

    private final long number;
    private final Taste taste;

    // fixed at birth
    private final boolean professional;
    private final double need;
    private final double halfLife;
    final double budget;
    private final double susceptibility;
    final double misuse;

    // what changes; a null vendor is none
    Integer vendor;
    boolean pays;
    int exposure;
    int vendorsTried;

    TwinUser(long number, Taste taste, Draws birth) {
        this.number = number;
        this.taste = taste;
        // 32 bits make five numbers, each of which names a slice of a distribution
        long bits = birth.bits(number) >>> 32;
        double needs = middle(bits % 1024, 1024);
        double lives = middle(bits / 1024 % 64, 64);
        double budgets = middle(bits / 65_536 % 256, 256);
        int susceptibilities = (int) (bits / 16_777_216 % 16);
        int misuses = (int) (bits / 268_435_456 % 16);

        double casual = 1 - taste.professionalShare();
        professional = needs >= casual;
        need = professional ? taste.professionalNeed() : 2 * taste.need() * (needs / casual);
        halfLife = Quantile.logNormal(taste.halfLife(), taste.halfLifeSpread(), lives);
        budget = Quantile.logNormal(taste.budget(), taste.budgetSpread(), budgets);
        double[] sixteen = new double[16];
        double[] sixteenMore = new double[16];
        for (int i = 0; i < 16; i++) {
            sixteen[i] = Quantile.logNormal(1, taste.susceptibilitySpread(), middle(i, 16));
            sixteenMore[i] = Quantile.exponential(1, middle(i, 16));
        }
        susceptibility = taste.imitation() * sixteen[susceptibilities] / mean(sixteen);
        misuse = sixteenMore[misuses] / mean(sixteenMore);
    }

    private static double middle(long slice, int slices) {
        return (slice + 0.5) / slices;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    void live(Draws luck, List<Offer> offers, double hype, double activeShare) {
        if (vendor == null) {
            mayAdopt(luck, offers, hype, activeShare);
            return;
        }
        Offer mine = offers.get(vendor);
        if (mine.renewed()) {
            exposure = (int) Math.round(exposure * (1 - taste.restored()));
        }
        boolean stays = mine.open() && luck.uniform(number) < probabilityOfStaying(mine);
        if (!stays) {
            mayChange(luck, offers);
        } else if (pays) {
            pays = canAfford(mine) && luck.uniform(number, 2) >= taste.lapsing();
            exposure++;
        } else {
            mayBeginToPay(luck, mine);
            exposure++;
        }
        exposure = Math.min(exposure, LONGEST_EXPOSURE);
    }

    private void mayAdopt(Draws luck, List<Offer> offers, double hype, double activeShare) {
        double hazard = 1 - Math.exp(-(taste.innovation() * hype + susceptibility * activeShare));
        if (vendorsTried > 0) {
            hazard *= taste.returning();
        }
        if (luck.uniform(number) < hazard) {
            join(luck, offers, choose(luck, offers, null));
        }
    }

    private void mayChange(Draws luck, List<Offer> offers) {
        Integer old = vendor;
        vendor = null;
        pays = false;
        if (luck.uniform(number, 3) < taste.switching()) {
            join(luck, offers, choose(luck, offers, old));
        }
    }

    private void join(Draws luck, List<Offer> offers, Integer chosen) {
        if (chosen != null) {
            vendor = chosen;
            vendorsTried = Math.min(vendorsTried + 1, MOST_VENDORS_TRIED);
            mayBeginToPay(luck, offers.get(chosen));
            exposure = Math.min(exposure + 1, LONGEST_EXPOSURE);
        }
    }

    private void mayBeginToPay(Draws luck, Offer offer) {
        pays = canAfford(offer) && luck.uniform(number, 2) < taste.converting() * offer.eager();
    }

    private boolean canAfford(Offer offer) {
        return budget >= offer.price();
    }

    private double probabilityOfStaying(Offer offer) {
        double left = taste.noveltyFades() ? Math.pow(0.5, exposure / halfLife) : 1;
        double utility = need * offer.quality() + novelty(offer) * left - offer.friction() - offer.queue();
        return (1 - taste.leaving()) / (1 + Math.exp(-taste.staySensitivity() * (utility - taste.outside())));
    }

    private double novelty(Offer offer) {
        return taste.novelty() * (1 + taste.ipAppeal() * offer.licensedIp());
    }

    /** A logit choice among open vendors but one, by somebody with the typical need of a casual or a professional user. */
    private Integer choose(Draws luck, List<Offer> offers, Integer except) {
        double typicalNeed = professional ? taste.professionalNeed() : taste.need();
        List<Integer> choices = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (int v = 0; v < offers.size(); v++) {
            Offer offer = offers.get(v);
            boolean excepted = except != null && except == v;
            if (offer.open() && !excepted) {
                double utility = offer.reach()
                        + typicalNeed * offer.quality()
                        + novelty(offer)
                        - offer.friction()
                        - offer.queue();
                double weight = Math.exp(taste.choiceSensitivity() * utility);
                choices.add(v);
                weights.add(weight);
                sum += weight;
            }
        }
        double mark = luck.uniform(number, 1) * sum;
        for (int i = 0; i < choices.size(); i++) {
            mark -= weights.get(i);
            if (mark < 0 || i == choices.size() - 1) {
                return choices.get(i);
            }
        }
        return null;
    }
}
