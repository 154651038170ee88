package greenlight.market.state;

import static greenlight.market.parameter.MarketParameter.ENTERPRISE_CEILING;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_GROWTH;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_HOURS;
import static greenlight.market.parameter.MarketParameter.FLEET_CEILING;
import static greenlight.market.parameter.MarketParameter.FLEET_GROWTH;
import static greenlight.market.parameter.MarketParameter.GPU_PRICE;
import static greenlight.market.parameter.MarketParameter.GPU_PRICE_DECLINE;
import static greenlight.market.parameter.MarketParameter.GPU_PRICE_FLOOR;
import static greenlight.market.parameter.MarketParameter.HYPE_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.RIVAL_PROGRESS;

import greenlight.market.chance.Chance;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Novelty;
import greenlight.market.economics.Saturation;
import greenlight.market.scenario.Scenario;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** The world outside: prices, demand, rivals and attention. Series of the scenario first, trends of the parameters after. */
public final class Environment {
    private static final double QUARTERS_PER_YEAR = 4;
    private static final double BUZZ_UNIT = 1e-9;

    private final Setting setting;
    private final Scenario scenario;
    private final Chance chance;

    /** Rent of a GPU, US dollars an hour. */
    private double gpuPrice;
    /** Its trend from now on, as far as it has been asked for. */
    private final List<Double> gpuPrices = new ArrayList<>();
    /** GPU-hours that enterprises would take from labs and their rivals if they cost nothing, a quarter. */
    private double enterpriseHours;
    /** Capability of the outside rivals, an index. */
    private double rivalCapability = 1;
    /** Labs' fleets against their opening size. */
    private double labFleet = 1;
    /** Regulatory pressure, 0 to 1. */
    private double regulatoryPressure;
    /** What the funding climate adds to every investor's exuberance this quarter. */
    private double fundingMood;
    /** Attention of the market; 1 is an ordinary quarter. */
    private double hype = 1;
    /** Share of last quarter's attention that is left. */
    private double attentionKept = 1;
    /** Attention gained and lost in the running quarter, in {@link #BUZZ_UNIT}: a whole number, so that order does not matter. */
    private long buzz;

    public Environment(Setting setting, Scenario scenario, Chance chance) {
        this.setting = setting;
        this.scenario = scenario;
        this.chance = chance;
    }

    /** Moves on to a quarter. */
    public void turn(int quarter) {
        double years = quartersAfter("gpu_price", quarter) / QUARTERS_PER_YEAR;
        gpuPrice = Saturation.falling(
                setting.get(GPU_PRICE) * index("gpu_price", quarter),
                setting.get(GPU_PRICE_DECLINE),
                setting.get(GPU_PRICE_FLOOR),
                years);
        gpuPrices.clear();
        enterpriseHours = Saturation.after(
                setting.get(ENTERPRISE_HOURS) * index("enterprise_demand", quarter),
                setting.get(ENTERPRISE_GROWTH),
                setting.get(ENTERPRISE_CEILING),
                quartersAfter("enterprise_demand", quarter));
        if (quarter > 0) {
            double leap =
                    2 * chance.draws(RandomStream.RIVAL_CAPABILITY, quarter).uniform(0);
            rivalCapability *= 1 + setting.get(RIVAL_PROGRESS) * leap;
        }
        labFleet = Saturation.after(
                index("lab_fleet", quarter),
                setting.get(FLEET_GROWTH),
                setting.get(FLEET_CEILING),
                quartersAfter("lab_fleet", quarter));
        regulatoryPressure = level("regulatory_pressure", quarter, 1);
        fundingMood = level("funding_climate", quarter, 0);
    }

    /** Rent of a GPU in a quarter ahead by its trend, US dollars an hour; 0 is now. */
    public double gpuPriceAhead(int quarters) {
        while (gpuPrices.size() <= quarters) {
            gpuPrices.add(Saturation.falling(
                    gpuPrice,
                    setting.get(GPU_PRICE_DECLINE),
                    setting.get(GPU_PRICE_FLOOR),
                    gpuPrices.size() / QUARTERS_PER_YEAR));
        }
        return gpuPrices.get(quarters);
    }

    /** A series against its first value; its last value where it has ended, 1 where there is none. */
    private double index(String series, int quarter) {
        double[] values = scenario.series().get(series);
        return values == null ? 1 : values[Math.min(quarter, values.length - 1)] / values[0];
    }

    /** Quarters since the last value of a series; since the first quarter where there is none. */
    private int quartersAfter(String series, int quarter) {
        double[] values = scenario.series().get(series);
        return values == null ? quarter : Math.max(0, quarter - values.length + 1);
    }

    /** The value of a series; its last value where it has ended, {@code without} where there is none. */
    private double level(String series, int quarter, double without) {
        double[] values = scenario.series().get(series);
        return values == null ? without : values[Math.min(quarter, values.length - 1)];
    }

    /** Something draws attention to the market, or away from it (negative). */
    public void stir(double attention) {
        buzz += Math.round(attention / BUZZ_UNIT);
    }

    /** Attention that is in the air now: what is left of earlier quarters and what has been stirred in this one. */
    public double attention() {
        return Math.max(0, hype + buzz * BUZZ_UNIT);
    }

    /** Hype above or below the ordinary fades towards it by half in each half-life. */
    public void fade() {
        double kept = Novelty.left(1, setting.get(HYPE_HALF_LIFE));
        double before = attention();
        hype = 1 + (before - 1) * kept;
        attentionKept = before > 0 ? hype / before : 1;
        buzz = 0;
    }

    /** Share of last quarter's attention that is left; above 1 where it was less than ordinary. */
    public double attentionKept() {
        return attentionKept;
    }

    public void leapOfRivals(double part) {
        rivalCapability *= 1 + part;
    }

    public double gpuPrice() {
        return gpuPrice;
    }

    /** GPU-hours that enterprises would take from labs and their rivals if they cost nothing, in the quarter. */
    public double enterpriseHours() {
        return enterpriseHours;
    }

    public double rivalCapability() {
        return rivalCapability;
    }

    public double labFleet() {
        return labFleet;
    }

    public double regulatoryPressure() {
        return regulatoryPressure;
    }

    public double fundingMood() {
        return fundingMood;
    }
}
