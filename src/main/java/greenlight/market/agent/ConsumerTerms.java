package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.FREE_QUOTA;
import static greenlight.market.parameter.MarketParameter.GUARDRAILS;
import static greenlight.market.parameter.MarketParameter.PRICE;

import greenlight.runner.model.Setting;

/** The terms on which consumers use a vendor's platform. */
public final class ConsumerTerms {
    /** What open cases over output and harm add to guardrails in a quarter. */
    private static final double GUARDRAIL_STEP = 0.1;

    private double price;
    private double freeQuota;
    private double guardrails;

    ConsumerTerms(Setting setting) {
        price = setting.get(PRICE);
        freeQuota = setting.get(FREE_QUOTA);
        guardrails = setting.get(GUARDRAILS);
    }

    /** Sets price, US dollars a month, and free quota, clips a quarter. */
    public void set(double nextPrice, double nextQuota) {
        price = nextPrice;
        freeQuota = nextQuota;
    }

    /** Raises guardrails by a number of open cases over output and harm. */
    void raiseGuardrails(int cases) {
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
