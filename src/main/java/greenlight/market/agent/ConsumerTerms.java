package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.FREE_QUOTA;
import static greenlight.market.parameter.MarketParameter.GUARDRAILS;
import static greenlight.market.parameter.MarketParameter.PRICE;

import greenlight.runner.model.Setting;

/**
 * The terms on which consumers use a vendor's platform: what a vendor sets, and may set otherwise.
 *
 * @param price US dollars a month
 * @param freeQuota clips that a free user may make in a quarter
 * @param guardrails effort against misuse, 0 to 1
 * @param headroom GPUs that it holds for video, against those that the demand it expects would take
 * @param optIn whether it refuses the characters of all who have not licensed them; else those only of owners who object
 */
public record ConsumerTerms(double price, double freeQuota, double guardrails, double headroom, boolean optIn) {
    private static final double FIRST_HEADROOM = 1.25;

    /** The terms of a new platform. */
    public static ConsumerTerms opening(Setting setting) {
        return new ConsumerTerms(
                setting.get(PRICE), setting.get(FREE_QUOTA), setting.get(GUARDRAILS), FIRST_HEADROOM, false);
    }

    public ConsumerTerms withPrice(double other) {
        return new ConsumerTerms(other, freeQuota, guardrails, headroom, optIn);
    }

    public ConsumerTerms withFreeQuota(double other) {
        return new ConsumerTerms(price, other, guardrails, headroom, optIn);
    }

    public ConsumerTerms withGuardrails(double other) {
        return new ConsumerTerms(price, freeQuota, other, headroom, optIn);
    }

    public ConsumerTerms withHeadroom(double other) {
        return new ConsumerTerms(price, freeQuota, guardrails, other, optIn);
    }

    public ConsumerTerms withOptIn(boolean other) {
        return new ConsumerTerms(price, freeQuota, guardrails, headroom, other);
    }

    /**
     * Share of wishes that it refuses, 0 to 1: by guardrails, and those for characters that are not licensed where it waits for their
     * owners to opt in.
     *
     * @param unlicensed wishes for such characters, share of all
     */
    public double refused(double unlicensed) {
        return Math.min(1, guardrails + (optIn ? unlicensed : 0));
    }
}
