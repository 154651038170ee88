package greenlight.market;

import greenlight.market.chance.Draws;
import java.util.List;

/** What a newly founded start-up looks like: near the frontier, little known, small. */
final class StartupFactory {
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
    private static final double TOLERANCE = 20e6;

    private static final int QUALITY_DRAW = 1;
    private static final int REACH_DRAW = 2;
    private static final int PROVENANCE_DRAW = 3;
    private static final int GROWTH_DRAW = 4;

    private StartupFactory() {}

    static Scenario.VendorOpening opening(Market market, Draws luck, int which, double valuation) {
        int number = market.vendors().size() - market.scenario().vendors().size();
        List<String> names = market.scenario().newcomers();
        String name = number < names.size() ? names.get(number) : "Newcomer " + (number + 1);
        return new Scenario.VendorOpening(
                name,
                Archetype.VIDEO_STARTUP,
                market.quarter() + QUARTERS_TO_LAUNCH,
                MOST_REACH * luck.uniform(which, REACH_DRAW),
                0,
                EFFICIENCY,
                LEAST_QUALITY + (1 - LEAST_QUALITY) * luck.uniform(which, QUALITY_DRAW),
                CONSISTENCY,
                luck.uniform(which, PROVENANCE_DRAW),
                GPUS,
                VIDEO_SHARE,
                1 - VIDEO_SHARE,
                0,
                OVERHEAD,
                OTHER_REVENUE,
                2 * GROWTH * luck.uniform(which, GROWTH_DRAW),
                valuation,
                TOLERANCE,
                false);
    }
}
