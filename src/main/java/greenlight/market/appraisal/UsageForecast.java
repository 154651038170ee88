package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.ENGAGEMENT;
import static greenlight.market.parameter.MarketParameter.LEARNING;
import static greenlight.market.parameter.MarketParameter.LICENSED_SHARE;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROJECTED_AUDIENCE;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.demand.Usage;
import greenlight.market.state.Environment;
import greenlight.runner.model.Setting;

/** What both sides of a deal expect of a platform's use and of what it costs, over the term of the deal. */
public final class UsageForecast {
    private static final double MINUTES_PER_HOUR = 60;

    private final Setting setting;
    private final Environment environment;

    public UsageForecast(Setting setting, Environment environment) {
        this.setting = setting;
        this.environment = environment;
    }

    /** The market sees the users of a quarter in which a platform was open. */
    public void see(Vendor vendor) {
        vendor.beliefs().audience().learn(planned(vendor), vendor.userBase().activePeople());
    }

    /** Users that the vendor expects against those of the plan, at most 1. */
    double againstPlan(Vendor vendor) {
        double planned = planned(vendor);
        return planned > 0 ? Math.min(1, users(vendor) / planned) : 1;
    }

    private double planned(Vendor vendor) {
        return setting.get(PROJECTED_AUDIENCE) * vendor.reach() * setting.get(POPULATION);
    }

    /** Users that the vendor expects: those of the plan until its platform opens, then what has been seen corrects it. */
    double users(Vendor vendor) {
        return vendor.beliefs().audience().expected(planned(vendor));
    }

    /** Users that studios expect, who may or may not learn. */
    double usersForStudios(Vendor vendor) {
        return setting.on(LEARNING) ? users(vendor) : planned(vendor);
    }

    /** What some people's use of a studio's characters is worth to it, US dollars a quarter. */
    double engagement(Studio studio, double people) {
        return setting.get(ENGAGEMENT) * setting.get(LICENSED_SHARE) * studio.ip() * people / setting.get(POPULATION);
    }

    /** Clips of an average user in a quarter. */
    double clipsPerUser(Vendor vendor, double payingShare) {
        double free = Usage.capped(setting.get(CASUAL_CLIPS), vendor.terms().freeQuota(), setting.get(USE_TAIL));
        return (1 - payingShare) * free
                + payingShare
                        * Usage.capped(setting.get(PROFESSIONAL_CLIPS), setting.get(PLAN_CLIPS), setting.get(USE_TAIL));
    }

    /**
     * Inference cost of the clips with a studio's characters in a quarter ahead, US dollars: users by clips by the cost of a
     * clip, which falls with the clips made by then and with the price of GPUs.
     *
     * @param users that are expected, people
     * @param quarter ahead, from 1
     */
    double licensedCost(Vendor vendor, Studio studio, double users, int quarter) {
        double paying = vendor.beliefs().conversion().mean();
        double clips = users * clipsPerUser(vendor, paying);
        double minutes = vendor.model().minutesPerClipAfter(clips * (quarter - 1));
        double gpuHour = environment.gpuPriceAhead(quarter - 1);
        return setting.get(LICENSED_SHARE) * studio.ip() * clips * minutes / MINUTES_PER_HOUR * gpuHour;
    }
}
