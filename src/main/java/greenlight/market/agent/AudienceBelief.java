package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.PRIOR_WEIGHT;

import greenlight.market.economics.forecast.AdaptiveExpectation;
import greenlight.runner.model.Setting;

/** Users that are expected of a platform, people: those of the plan at first, corrected by those that are seen each quarter. */
public final class AudienceBelief {
    private final double weight;
    /** Not-a-number until users have been seen. */
    private double people = Double.NaN;

    AudienceBelief(Setting setting) {
        weight = setting.get(PRIOR_WEIGHT);
    }

    /**
     * Users that are expected.
     *
     * @param planned users of the plan
     */
    public double expected(double planned) {
        return Double.isNaN(people) ? planned : people;
    }

    /**
     * Learns from a quarter in which the platform was open.
     *
     * @param planned users of the plan
     * @param seen users in the quarter
     */
    public void learn(double planned, double seen) {
        people = AdaptiveExpectation.after(expected(planned), seen, weight);
    }
}
