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

import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** The populations that are timed. */
@SuppressWarnings("Immutable") // a record of numbers is
public enum Workload {
    /** The parameters' defaults: after the launch, few people are anywhere, and novelty is gone within a quarter. */
    QUIET(0.008, 0.1, 0.15, 1, 0.4, 0.03, 0.6, 2.5),
    /** Two in five people are with a vendor, and one in three comes, goes or begins to pay in a quarter. */
    BUSY(0.05, 0.5, 0.4, 1, 1, 0.1, 1.5, 40);

    private static final int VENDORS = 10;

    private final Setting taste;

    Workload(
            double innovation,
            double imitation,
            double returning,
            double outside,
            double need,
            double professionalShare,
            double halfLife,
            double budget) {
        taste = Setting.of(MarketParameter.table())
                .with(INNOVATION, innovation)
                .with(IMITATION, imitation)
                .with(RETURNING, returning)
                .with(LEAVING, 0.05)
                .with(SWITCHING, 0.3)
                .with(CHOICE_SENSITIVITY, 1)
                .with(STAY_SENSITIVITY, 1.5)
                .with(OUTSIDE_UTILITY, outside)
                .with(NEED, need)
                .with(PROFESSIONAL_SHARE, professionalShare)
                .with(PROFESSIONAL_NEED, 4)
                .with(NOVELTY, 3)
                .with(NOVELTY_HALF_LIFE, halfLife)
                .with(HALF_LIFE_SPREAD, 0.5)
                .with(NOVELTY_RESTORED, 0.25)
                .with(LICENSED_IP_APPEAL, 0.3)
                .with(BUDGET, budget)
                .with(BUDGET_SPREAD, 1)
                .with(PROFESSIONAL_BUDGET, 90)
                .with(PROFESSIONAL_SEARCH, 0.1)
                .with(CASUAL_CLIPS, 12)
                .with(PROFESSIONAL_CLIPS, 60)
                .with(USE_TAIL, 2.5)
                .with(PREMIUM, 0.3)
                .with(PLAN_CLIPS, 150)
                .with(CONVERTING, 0.2)
                .with(LAPSING, 0.45)
                .with(NOVELTY_DECAY, 1);
    }

    Setting taste() {
        return taste;
    }

    /** Ten vendors, six of them from the start, each with a new model generation every six quarters. */
    List<Offer> offers(int quarter) {
        List<Offer> offers = new ArrayList<>();
        for (int v = 0; v < VENDORS; v++) {
            offers.add(new Offer(
                    v < 6 || quarter > 6,
                    0.6 + 0.05 * v + 0.02 * quarter,
                    1,
                    v % 3 == 0 ? 0.3 : 0,
                    0.3 + 0.1 * (v % 2),
                    2 + 0.3 * v,
                    8 + 2 * v,
                    30,
                    1,
                    1,
                    quarter % 6 == v));
        }
        return offers;
    }

    /** Quality of the models that are free elsewhere. */
    double open() {
        return 0.2;
    }

    double hype(int quarter) {
        return quarter == 0 ? 8 : 1.5;
    }
}
