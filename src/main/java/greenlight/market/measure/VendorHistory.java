package greenlight.market.measure;

import greenlight.market.agent.Vendor;
import greenlight.market.scenario.Archetype;
import java.util.List;
import java.util.function.Predicate;

/** Which vendors have survived to the horizon. */
final class VendorHistory {
    private final List<Vendor> vendors;

    VendorHistory(List<Vendor> vendors) {
        this.vendors = vendors;
    }

    private int count(Predicate<Vendor> which) {
        int count = 0;
        for (Vendor vendor : vendors) {
            count += which.test(vendor) ? 1 : 0;
        }
        return count;
    }

    private static boolean cameAs(Vendor vendor, Archetype archetype) {
        return vendor.opening().archetype() == archetype;
    }

    int labs() {
        return count(vendor -> vendor.lab() && vendor.platformOpen());
    }

    int startups() {
        return count(vendor -> vendor.archetype() == Archetype.VIDEO_STARTUP && vendor.platformOpen());
    }

    int toolMakers() {
        return count(vendor -> vendor.archetype() == Archetype.TOOL_MAKER && vendor.live());
    }

    int startupsLost() {
        return count(vendor -> cameAs(vendor, Archetype.VIDEO_STARTUP) && vendor.closed() >= 0);
    }

    /** Of those who entered as tool makers, the share whose tools can be bought. */
    double survivalOfToolMakers() {
        int left = count(vendor -> cameAs(vendor, Archetype.TOOL_MAKER) && vendor.live());
        return RunRecord.ratio(left, count(vendor -> cameAs(vendor, Archetype.TOOL_MAKER)));
    }

    /** Of those who ever opened a general video platform, the share whose platform is open. */
    double survivalOfPlatforms() {
        int opened = count(vendor -> !cameAs(vendor, Archetype.TOOL_MAKER)
                && (vendor.platformOpen() || vendor.closed() >= vendor.launched()));
        return RunRecord.ratio(count(Vendor::platformOpen), opened);
    }
}
