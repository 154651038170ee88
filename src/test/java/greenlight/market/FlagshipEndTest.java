package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.ProductState;
import greenlight.market.agent.Vendor;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The measures of the flagship's end, held against the events of the run. */
class FlagshipEndTest {
    /** The life of the platform ends at its closing, also where the firm fails later. */
    @Test
    void aPlatformIsClosedOnce() {
        Vendor flagship = World.of("sora-disney", 1).opened().vendors().get(0);
        flagship.close(9, ProductState.PIVOTED_TO_ENTERPRISE);
        flagship.close(12, ProductState.INSOLVENT);
        assertThat(flagship.closed()).isEqualTo(9);
        assertThat(flagship.state()).isEqualTo(ProductState.INSOLVENT);
    }

    /** The measures of the flagship's end are those of its first end, of the platform or of the firm. */
    @Test
    void theLifeOfThePlatformEndsAtItsFirstEnd() {
        for (int seed = 1; seed <= 12; seed++) {
            Market market = World.of("sora-disney", seed).run();
            Vendor flagship = market.vendors().stream()
                    .filter(vendor -> vendor.opening().flagship())
                    .findFirst()
                    .orElseThrow();
            List<Integer> ends = quarters(market, flagship, Event.Kind.SHUTDOWN, Event.Kind.INSOLVENCY);
            if (ends.isEmpty()) {
                continue;
            }
            int launch = quarters(market, flagship, Event.Kind.LAUNCH).get(0);
            double[] measures = market.measures();
            assertThat(measures[Measure.SHUTDOWN_QUARTER.ordinal()])
                    .as("seed " + seed)
                    .isEqualTo((double) ends.get(0));
            assertThat(measures[Measure.QUARTERS_TO_SHUTDOWN.ordinal()])
                    .as("seed " + seed)
                    .isEqualTo((double) (ends.get(0) - launch));
            assertThat(measures[Measure.FLAGSHIP_LIFE.ordinal()])
                    .as("seed " + seed)
                    .isEqualTo((double) (ends.get(0) - launch));
        }
    }

    /** A flagship that never got to its launch has closed no platform, and its life has no length. */
    @Test
    void aFlagshipThatFailsBeforeItsLaunchClosedNoPlatform() {
        int failed = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Market market = World.of("sora-disney", seed)
                    .with(MarketParameter.GPU_PRICE, MarketParameter.GPU_PRICE.to())
                    .with(MarketParameter.EXUBERANCE, 0)
                    .run();
            Vendor flagship = market.vendors().stream()
                    .filter(vendor -> vendor.opening().flagship())
                    .findFirst()
                    .orElseThrow();
            Optional<Integer> launch =
                    quarters(market, flagship, Event.Kind.LAUNCH).stream().findFirst();
            if (launch.isEmpty() && flagship.closed() >= 0) {
                failed++;
                double[] measures = market.measures();
                assertThat(measures[Measure.FLAGSHIP_CLOSED.ordinal()]).isZero();
                assertThat(measures[Measure.SHUTDOWN_QUARTER.ordinal()]).isNaN();
                assertThat(measures[Measure.QUARTERS_TO_SHUTDOWN.ordinal()]).isNaN();
                assertThat(measures[Measure.FLAGSHIP_LIFE.ordinal()]).isNaN();
            }
        }
        assertThat(failed).as("runs in which it failed before its launch").isPositive();
    }

    /** Quarters of a firm's events of some kinds, in order. */
    private static List<Integer> quarters(Market market, Vendor vendor, Event.Kind... kinds) {
        return market.events().stream()
                .filter(event ->
                        event.who().equals(vendor.name()) && List.of(kinds).contains(event.kind()))
                .map(Event::quarter)
                .toList();
    }
}
