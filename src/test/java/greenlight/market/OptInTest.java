package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.LegalExposure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import org.junit.jupiter.api.Test;

/** Whether vendors wait for owners of characters to opt in: fewer suits, and fewer wishes met. */
class OptInTest {
    private static final int SEEDS = 8;

    @Test
    void whoWaitsForOwnersGivesThemNoGroundForASuit() {
        Market market =
                World.of("sora-disney", 1).with(MarketParameter.QUARTERS, 3).run();
        LegalExposure exposure = new LegalExposure(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        Studio studio = market.studios().get(0);
        Vendor vendor = market.vendors().stream()
                .filter(Vendor::platformOpen)
                .findFirst()
                .orElseThrow();
        vendor.offer(vendor.terms().withOptIn(false));
        assertThat(exposure.outputSuits(studio, vendor, 1e6)).isPositive();
        vendor.offer(vendor.terms().withOptIn(true));
        assertThat(exposure.outputSuits(studio, vendor, 1e6)).isZero();
    }

    @Test
    void whoWaitsForOwnersRefusesMoreWishesTheFewerCharactersAreLicensed() {
        ConsumerTerms out = ConsumerTerms.opening(World.of("sora-disney", 1).setting());
        ConsumerTerms in = out.withOptIn(true);
        assertThat(out.refused(0.35)).isEqualTo(out.guardrails());
        assertThat(in.refused(0)).isEqualTo(out.guardrails());
        assertThat(in.refused(0.35)).isEqualTo(out.guardrails() + 0.35);
        assertThat(in.refused(1)).isEqualTo(1);
    }

    @Test
    void largerAwardsMakeMoreVendorsWait() {
        assertThat(waiting(MarketParameter.DAMAGES, 2e7)).isGreaterThan(waiting(MarketParameter.DAMAGES, 1e5) + 0.05);
    }

    @Test
    void theMoreUsersMindRefusalsTheFewerVendorsWait() {
        assertThat(waiting(MarketParameter.FRICTION, 3)).isLessThan(waiting(MarketParameter.FRICTION, 0.1) - 0.05);
    }

    @Test
    void whoHasAskedOwnersDoesNotGoBack() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Market market = World.of("sora-disney", seed).run();
            for (Vendor vendor : market.vendors()) {
                assertThat(market.rows().stream()
                                .filter(row -> row.kind().equals(Row.VENDOR)
                                        && row.entity().equals(vendor.name())
                                        && row.get(Reading.ACTIVE_USERS) > 0)
                                .map(row -> row.get(Reading.QUARTER_OPT_IN)))
                        .as(vendor.name())
                        .isSorted();
            }
        }
    }

    /** Where no case is filed, only a vendor waits to whom users are a loss. */
    @Test
    void withoutCasesHardlyAnyVendorWaits() {
        assertThat(waiting(MarketParameter.LITIGATION, 0)).isLessThan(0.02);
    }

    /** Share of quarters of open platforms in which the vendor waits for owners to opt in. */
    private static double waiting(MarketParameter parameter, double level) {
        double waiting = 0;
        double open = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Market market = World.of("sora-disney", seed).with(parameter, level).run();
            for (Row row : market.rows()) {
                if (row.kind().equals(Row.VENDOR) && row.get(Reading.ACTIVE_USERS) > 0) {
                    open++;
                    waiting += row.get(Reading.QUARTER_OPT_IN);
                }
            }
        }
        return waiting / open;
    }
}
