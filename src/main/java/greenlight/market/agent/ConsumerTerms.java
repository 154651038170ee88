package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.FREE_QUOTA;
import static greenlight.market.parameter.MarketParameter.GUARDRAILS;
import static greenlight.market.parameter.MarketParameter.PRESSURE_ON_TERMS;
import static greenlight.market.parameter.MarketParameter.PRICE;

import greenlight.runner.model.Setting;

/** The terms on which consumers use a vendor's platform. */
public final class ConsumerTerms {
    /** Part of the way to its target that a price moves in a quarter. */
    private static final double PRICE_STEP = 0.5;
    /** What open cases over output and harm add to guardrails in a quarter. */
    private static final double GUARDRAIL_STEP = 0.1;

    private final Setting setting;
    private double price;
    private double freeQuota;
    private double guardrails;

    ConsumerTerms(Setting setting) {
        this.setting = setting;
        price = setting.get(PRICE);
        freeQuota = setting.get(FREE_QUOTA);
        guardrails = setting.get(GUARDRAILS);
    }

    /**
     * Sets the terms of a quarter; pressure of investors raises the price and shrinks the quota.
     *
     * @param pressure of investors, 0 to 1
     * @param rationedShare of the clips demanded last quarter, 0 to 1
     * @param cases open over output and harm
     */
    void set(double pressure, double rationedShare, int cases) {
        double squeeze = setting.get(PRESSURE_ON_TERMS) * pressure;
        double target = setting.get(PRICE) * (1 + squeeze);
        price += PRICE_STEP * (target - price);
        freeQuota = setting.get(FREE_QUOTA) * (1 - squeeze) * (1 - rationedShare);
        guardrails = Math.min(1, guardrails + GUARDRAIL_STEP * cases * (1 - guardrails));
    }

    /** US dollars a month. */
    public double price() {
        return price;
    }

    /** Clips that a free user may make in a quarter. */
    public double freeQuota() {
        return freeQuota;
    }

    /** Effort against misuse, 0 to 1. */
    public double guardrails() {
        return guardrails;
    }
}
