package greenlight.market.agent;

import greenlight.market.chance.Draws;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.VendorTrait;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a newly founded start-up looks like: near the frontier, little known, small. */
public final class EntrantFactory {
    private static final int QUARTERS_TO_LAUNCH = 2;
    private static final double LEAST_QUALITY = 0.6;
    private static final double CONSISTENCY = 0.4;
    private static final double GPUS = 400;
    private static final double VIDEO_SHARE = 0.4;
    private static final double OVERHEAD = 2e6;
    private static final double OTHER_REVENUE = 0.5e6;
    private static final double GROWTH = 0.2;
    private static final double MOST_REACH = 0.3;
    private static final double EFFICIENCY = 0.4;
    private static final double TOLERANCE = 2.5e6;

    private static final int QUALITY_DRAW = 1;
    private static final int REACH_DRAW = 2;
    private static final int PROVENANCE_DRAW = 3;
    private static final int GROWTH_DRAW = 4;

    private EntrantFactory() {}

    /**
     * The opening of a start-up.
     *
     * @param number of start-ups that have been founded before it
     * @param names for start-ups, in the order of their founding
     * @param quarter of its founding
     * @param draws from which its traits are drawn
     * @param which of the start-ups of the quarter it is
     * @param valuation US dollars
     */
    public static Scenario.VendorOpening opening(
            int number, List<String> names, int quarter, Draws draws, int which, double valuation) {
        String name = number < names.size() ? names.get(number) : "Newcomer " + (number + 1);
        Map<VendorTrait, Double> traits = new EnumMap<>(VendorTrait.class);
        traits.put(VendorTrait.REACH, MOST_REACH * draws.uniform(which, REACH_DRAW));
        traits.put(VendorTrait.CASH, 0.0);
        traits.put(VendorTrait.EFFICIENCY, EFFICIENCY);
        traits.put(VendorTrait.QUALITY, LEAST_QUALITY + (1 - LEAST_QUALITY) * draws.uniform(which, QUALITY_DRAW));
        traits.put(VendorTrait.CONSISTENCY, CONSISTENCY);
        traits.put(VendorTrait.PROVENANCE, draws.uniform(which, PROVENANCE_DRAW));
        traits.put(VendorTrait.GPUS, GPUS);
        traits.put(VendorTrait.VIDEO_SHARE, VIDEO_SHARE);
        traits.put(VendorTrait.RESEARCH_SHARE, 1 - VIDEO_SHARE);
        traits.put(VendorTrait.CAPABILITY, 0.0);
        traits.put(VendorTrait.OVERHEAD, OVERHEAD);
        traits.put(VendorTrait.OTHER_REVENUE, OTHER_REVENUE);
        traits.put(VendorTrait.OTHER_GROWTH, 2 * GROWTH * draws.uniform(which, GROWTH_DRAW));
        traits.put(VendorTrait.VALUATION, valuation);
        traits.put(VendorTrait.TOLERANCE, TOLERANCE);
        return new Scenario.VendorOpening(name, Archetype.VIDEO_STARTUP, quarter + QUARTERS_TO_LAUNCH, false, traits);
    }
}
