package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.FREE_CLIPS;
import static greenlight.market.parameter.MarketParameter.GPU_PRICE_DECLINE;
import static greenlight.market.parameter.MarketParameter.GPU_PRICE_FLOOR;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.PAID_CLIPS;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.PROJECTED_AUDIENCE;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.Saturation;
import greenlight.market.economics.demand.Usage;
import greenlight.market.state.Environment;
import greenlight.runner.model.Setting;

/** What both sides of a deal expect of a platform's use and of what it costs, over the term of the deal. */
final class UsageForecast {
    private static final double MINUTES_PER_HOUR = 60;
    private static final double QUARTERS_PER_YEAR = 4;

    private final Setting setting;
    private final Environment environment;

    UsageForecast(Setting setting, Environment environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /** Users that are expected: those of the plan, or those that there are when they are more. */
    double users(Vendor vendor) {
        return Math.max(
                vendor.userBase().activePeople(),
                setting.get(PROJECTED_AUDIENCE) * vendor.reach() * setting.get(POPULATION));
    }

    /** Clips of an average user in a quarter. */
    double clipsPerUser(Vendor vendor, double payingShare) {
        double free = Usage.capped(setting.get(FREE_CLIPS), vendor.terms().freeQuota(), setting.get(USE_TAIL));
        return (1 - payingShare) * free + payingShare * setting.get(PAID_CLIPS);
    }

    /**
     * Inference cost of the clips with a studio's characters in a quarter ahead, US dollars: users by clips by the cost of a
     * clip, which falls with the clips made by then and with the price of GPUs.
     *
     * @param quarter ahead, from 1
     */
    double licensedCost(Vendor vendor, Studio studio, int quarter) {
        double paying = vendor.beliefs().conversion().mean();
        double clips = users(vendor) * clipsPerUser(vendor, paying);
        double minutes = vendor.model().minutesPerClipAfter(clips * (quarter - 1));
        double gpuHour = Saturation.falling(
                environment.gpuPrice(),
                setting.get(GPU_PRICE_DECLINE),
                setting.get(GPU_PRICE_FLOOR),
                (quarter - 1) / QUARTERS_PER_YEAR);
        return setting.get(LICENSED_SHARE) * studio.ip() * clips * minutes / MINUTES_PER_HOUR * gpuHour;
    }
}
