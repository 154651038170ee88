package greenlight.market.agent;

import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;

/**
 * A vendor's GPUs and what they do: video, enterprise services, research, or nothing. The shares always sum to one.
 */
public final class Fleet {
    public static final double HOURS_PER_QUARTER = 24 * Calendar.DAYS_PER_QUARTER;
    private static final double MINUTES_PER_HOUR = 60;
    /** Video may take at most this part of a lab's fleet. */
    private static final double MOST_FOR_VIDEO = 0.25;
    /** Largest change of a rented fleet in a quarter, as a part of it. */
    private static final double LARGEST_CHANGE = 0.5;

    private final double openingGpus;
    private final double openingResearch;
    private final double openingVideo;
    private double gpus;
    private double videoShare;
    private double enterpriseShare;
    private double researchShare;
    private double enterprisePrice;
    private double shadowPrice;
    /** GPU-minutes to hold for video. */
    private double planned;

    Fleet(Scenario.VendorOpening opening) {
        openingGpus = opening.get(VendorTrait.GPUS);
        gpus = openingGpus;
        openingResearch = opening.get(VendorTrait.RESEARCH_SHARE);
        openingVideo = opening.get(VendorTrait.VIDEO_SHARE);
        researchShare = openingResearch;
        videoShare = opening.launch() < 0 ? openingVideo : 0;
        planned = minutes() * videoShare;
        enterpriseShare = opening.archetype() == Archetype.FRONTIER_LAB ? 1 - researchShare - videoShare : 0;
    }

    /** Plans the GPU-minutes to hold for video while the platform is open. */
    public void plan(double videoMinutes) {
        planned = videoMinutes;
    }

    /**
     * A lab splits what it can have: video as planned, research as planned, the rest for enterprises as far as
     * that pays; more is not rented.
     *
     * @param growth what it can have against its opening size
     * @param enterpriseHours GPU-hours of enterprise services at which it earns most
     * @param open whether the video platform is open
     * @param thrift part of research cut under pressure
     * @param redeploys whether GPUs that video does not use serve enterprises; otherwise they are given back
     */
    public void splitLab(double growth, double enterpriseHours, boolean open, double thrift, boolean redeploys) {
        double most = openingGpus * growth * (open || redeploys ? 1 : 1 - openingVideo);
        double video = open ? Math.min(MOST_FOR_VIDEO * most, planned / (MINUTES_PER_HOUR * HOURS_PER_QUARTER)) : 0;
        double research = Math.min(most - video, openingResearch * (1 - thrift) * most);
        double enterprise = Math.min(most - video - research, enterpriseHours / HOURS_PER_QUARTER);
        gpus = video + research + enterprise;
        videoShare = gpus > 0 ? video / gpus : 0;
        enterpriseShare = gpus > 0 ? enterprise / gpus : 0;
        researchShare = gpus > 0 ? 1 - videoShare - enterpriseShare : 0;
    }

    /** A vendor that rents its GPUs holds those for video that are planned, as far as it can find them in a quarter, and cuts research under pressure. */
    public void rent(boolean platform, double thrift) {
        double research = openingGpus * openingResearch * (1 - thrift);
        double video = 0;
        if (platform) {
            double wanted = planned / (MINUTES_PER_HOUR * HOURS_PER_QUARTER);
            double before = gpus * videoShare;
            double most = Math.max(before * (1 + LARGEST_CHANGE), openingGpus * openingVideo);
            video = Math.max(before * (1 - LARGEST_CHANGE), Math.min(most, wanted));
        }
        gpus = research + video;
        videoShare = gpus > 0 ? video / gpus : 0;
        researchShare = gpus > 0 ? 1 - videoShare : 0;
        enterpriseShare = 0;
    }

    /** Takes GPU-minutes for video from research and enterprise alike: the compute tax. */
    public void tax(double minutesTaken) {
        double others = researchShare + enterpriseShare;
        if (others <= 0 || minutesTaken <= 0) {
            return;
        }
        double share = Math.min(others, minutesTaken / minutes());
        double kept = 1 - share / others;
        videoShare += share;
        researchShare *= kept;
        enterpriseShare = 1 - videoShare - researchShare;
    }

    /** Gives up all GPUs when the vendor has left the market. */
    public void dissolve() {
        gpus = 0;
        videoShare = 0;
        enterpriseShare = 0;
        researchShare = 0;
    }

    /** GPU-minutes of the whole fleet in a quarter. */
    double minutes() {
        return gpus * HOURS_PER_QUARTER * MINUTES_PER_HOUR;
    }

    public double videoMinutes() {
        return minutes() * videoShare;
    }

    public double enterpriseMinutes() {
        return minutes() * enterpriseShare;
    }

    public double hours() {
        return gpus * HOURS_PER_QUARTER;
    }

    /** Research relative to the opening plan: 1 is an ordinary quarter. */
    double researchPace() {
        return openingResearch > 0 ? researchShare / openingResearch * Math.min(1, gpus / openingGpus) : 1;
    }

    public double gpus() {
        return gpus;
    }

    public double videoShare() {
        return videoShare;
    }

    public double enterpriseShare() {
        return enterpriseShare;
    }

    public double researchShare() {
        return researchShare;
    }

    /** Notes what enterprises pay for a GPU-hour, and what one of video would bring there beyond its rent, US dollars. */
    public void noteEnterprisePrices(double price, double shadow) {
        enterprisePrice = price;
        shadowPrice = shadow;
    }

    /** What enterprises paid for a GPU-hour in the last quarter, US dollars. */
    public double enterprisePrice() {
        return enterprisePrice;
    }

    /** What a GPU-hour of video would have brought in enterprise services beyond its rent, US dollars. */
    public double shadowPrice() {
        return shadowPrice;
    }
}
