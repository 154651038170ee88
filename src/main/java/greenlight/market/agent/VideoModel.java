package greenlight.market.agent;

import static greenlight.market.parameter.MarketParameter.ANOMALIES;
import static greenlight.market.parameter.MarketParameter.BRAND_SAFETY;
import static greenlight.market.parameter.MarketParameter.COMPUTE_COST;
import static greenlight.market.parameter.MarketParameter.CONSISTENCY_GAIN;
import static greenlight.market.parameter.MarketParameter.EXPERIENCE;
import static greenlight.market.parameter.MarketParameter.EXPERIENCE_SCALE;
import static greenlight.market.parameter.MarketParameter.GENERATION_GAIN;
import static greenlight.market.parameter.MarketParameter.GENERATION_LENGTH;
import static greenlight.market.parameter.MarketParameter.INCOMPRESSIBLE;
import static greenlight.market.parameter.MarketParameter.MINUTES_PER_CLIP;
import static greenlight.market.parameter.MarketParameter.QUALITY_RACE;
import static greenlight.market.parameter.MarketParameter.RESEARCH_YIELD;

import greenlight.market.economics.ExperienceCurve;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Setting;

/** A vendor's video model: how good it is, what a clip takes, and the research that goes into it. */
public final class VideoModel {
    /** What a still image costs against a clip: the neutral form of the compute-cost mechanism. */
    private static final double STILL_IMAGE = 0.01;

    private final Setting setting;
    /** Minutes per clip against the parameter's. */
    private final double efficiency;

    private double quality;
    private double consistency;
    /** Core capability against the outside rivals' opening 1; labs only. */
    private double capability;
    /** Research done towards the next generation, in ordinary quarters. */
    private double research;

    private int generationsSinceLaunch;
    private boolean justRenewed;
    private double clipsEver;
    /** GPU-minutes of a clip as long as neither experience nor model changes; not-a-number when they have. */
    private double minutesNow = Double.NaN;

    VideoModel(Scenario.VendorOpening opening, Setting setting) {
        this.setting = setting;
        efficiency = opening.get(VendorTrait.EFFICIENCY);
        quality = opening.get(VendorTrait.QUALITY);
        consistency = opening.get(VendorTrait.CONSISTENCY);
        capability = opening.get(VendorTrait.CAPABILITY);
    }

    /** Is opened to customers. */
    void launch() {
        generationsSinceLaunch = 0;
        minutesNow = Double.NaN;
        justRenewed = false;
    }

    /**
     * Improves by a quarter's research.
     *
     * @param pace 1 for an ordinary quarter
     * @param live whether customers use it
     * @return whether a new generation came out
     */
    boolean develop(double pace, boolean live) {
        research += pace;
        consistency += (1 - consistency) * Math.min(1, setting.get(CONSISTENCY_GAIN) * pace);
        capability *= 1 + setting.get(RESEARCH_YIELD) * pace;
        justRenewed = research >= setting.get(GENERATION_LENGTH);
        if (justRenewed) {
            research -= setting.get(GENERATION_LENGTH);
            quality += setting.get(GENERATION_GAIN);
            if (live) {
                generationsSinceLaunch++;
                minutesNow = Double.NaN;
            }
        }
        return justRenewed;
    }

    /** Adds to the experience by which clips get cheaper. */
    void made(long clips) {
        clipsEver += clips;
        minutesNow = clips > 0 ? Double.NaN : minutesNow;
    }

    /** GPU-minutes of one clip now: less with experience, more by the same with each generation, as quality rises. */
    public double minutesPerClip() {
        if (Double.isNaN(minutesNow)) {
            minutesNow = minutesPerClipAfter(0);
        }
        return minutesNow;
    }

    /** GPU-minutes of one clip of the present generation when a number of further clips have been made. */
    public double minutesPerClipAfter(double clips) {
        double atLaunch = setting.get(MINUTES_PER_CLIP)
                * efficiency
                * (setting.on(COMPUTE_COST) ? 1 : STILL_IMAGE)
                * (1 + setting.get(QUALITY_RACE) * generationsSinceLaunch);
        return ExperienceCurve.minutes(
                atLaunch,
                clipsEver + clips,
                setting.get(EXPERIENCE_SCALE),
                setting.get(EXPERIENCE),
                setting.get(INCOMPRESSIBLE));
    }

    /** Anomalies per licensed clip. */
    public double anomalyRate() {
        return setting.on(BRAND_SAFETY) ? setting.get(ANOMALIES) * (1 - consistency) : 0;
    }

    /** 1 for the frontier at the flagship's launch. */
    public double quality() {
        return quality;
    }

    /** 0 to 1. */
    public double consistency() {
        return consistency;
    }

    /** Core capability against the outside rivals' opening 1; labs only. */
    public double capability() {
        return capability;
    }

    /** Whether a new generation came out in the quarter. */
    public boolean justRenewed() {
        return justRenewed;
    }
}
