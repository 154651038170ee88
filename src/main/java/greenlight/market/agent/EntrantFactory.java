package greenlight.market.agent;

import greenlight.market.chance.Draws;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a newly founded start-up looks like: one of the smaller half of the scenario's own start-ups. */
public final class EntrantFactory {
    private static final int QUARTERS_TO_LAUNCH = 2;
    private static final double HALF = 0.5;

    private EntrantFactory() {}

    /**
     * The opening of a start-up: each trait is drawn between the least and the median of the scenario's start-ups.
     *
     * @param number of start-ups that have been founded before it
     * @param quarter of its founding
     * @param draws from which its traits are drawn
     * @param which of the would-be founders of the quarter it is
     * @param frontier best quality of the open platforms: it starts as far behind as the scenario's start-ups do at the opening
     */
    public static Scenario.VendorOpening opening(
            Scenario scenario, int number, int quarter, Draws draws, int which, double frontier) {
        List<String> names = scenario.newcomers();
        String name = number < names.size() ? names.get(number) : "Newcomer " + (number + 1);
        Map<VendorTrait, Double> traits = new EnumMap<>(VendorTrait.class);
        for (VendorTrait trait : VendorTrait.values()) {
            List<Double> values = of(scenario, trait);
            double least = values.get(0);
            double place = draws.uniform(which, 1 + trait.ordinal());
            traits.put(trait, least + place * (median(values) - least));
        }
        List<Double> qualities = of(scenario, VendorTrait.QUALITY);
        double behind = qualities.get(qualities.size() - 1) - traits.get(VendorTrait.QUALITY);
        traits.put(VendorTrait.QUALITY, Math.max(traits.get(VendorTrait.QUALITY), frontier - behind));
        traits.put(VendorTrait.RESEARCH_SHARE, 1 - traits.get(VendorTrait.VIDEO_SHARE));
        traits.put(VendorTrait.CASH, 0.0);
        traits.put(VendorTrait.VALUATION, 0.0);
        return new Scenario.VendorOpening(name, Archetype.VIDEO_STARTUP, quarter + QUARTERS_TO_LAUNCH, false, traits);
    }

    /** Valuation of the scenario's start-ups over their cash at the opening; 0 where it has none. */
    public static double openingQ(Scenario scenario) {
        double worth = 0;
        double cash = 0;
        for (double each : of(scenario, VendorTrait.VALUATION)) {
            worth += each;
        }
        for (double each : of(scenario, VendorTrait.CASH)) {
            cash += each;
        }
        return cash > 0 ? worth / cash : 0;
    }

    private static double median(List<Double> sorted) {
        int size = sorted.size();
        return size == 0 ? 0 : HALF * (sorted.get((size - 1) / 2) + sorted.get(size / 2));
    }

    /** A trait of the scenario's start-ups, from the least up. */
    private static List<Double> of(Scenario scenario, VendorTrait trait) {
        List<Double> values = new ArrayList<>();
        for (Scenario.VendorOpening vendor : scenario.vendors()) {
            if (vendor.archetype() == Archetype.VIDEO_STARTUP) {
                values.add(vendor.get(trait));
            }
        }
        Collections.sort(values);
        return values;
    }
}
