package greenlight.market;

import greenlight.market.scenario.Scenario;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenarios changed for a test: the same firms but for one thing. */
final class Openings {
    private Openings() {}

    static Scenario.VendorOpening named(Scenario.VendorOpening of, String name) {
        return copy(of, name, of.launch());
    }

    /** A vendor whose platform opens in the first quarter, if it was not open before. */
    static Scenario.VendorOpening launchingAtOnce(Scenario.VendorOpening of) {
        return copy(of, of.name(), Math.min(0, of.launch()));
    }

    private static Scenario.VendorOpening copy(Scenario.VendorOpening of, String name, int launch) {
        return new Scenario.VendorOpening(name, of.archetype(), launch, of.flagship(), of.traits());
    }

    static Scenario vendors(Scenario of, UnaryOperator<Scenario.VendorOpening> change) {
        List<Scenario.VendorOpening> vendors = of.vendors().stream().map(change).toList();
        return new Scenario(
                of.name(),
                of.title(),
                of.start(),
                of.parameters(),
                of.studios(),
                vendors,
                of.investors(),
                of.stakes(),
                of.timeline(),
                of.series(),
                of.newcomers());
    }
}
