package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.parameter.MarketParameter;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The terms that vendors look for, each in the direction in which its reasons pull. */
class VendorTermsTest {
    private static final int SEEDS = 6;
    private static final int QUARTERS = 10;

    /** Mean of a term of the open platforms, over some seeds. */
    private static double mean(MarketParameter parameter, double value, ToDoubleFunction<ConsumerTerms> term) {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> World.of("sora-disney", seed)
                        .with(MarketParameter.QUARTERS, QUARTERS)
                        .with(MarketParameter.LOSS_TOLERANCE, 50)
                        .with(parameter, value)
                        .run())
                .flatMap(market -> market.vendors().stream())
                .filter(Vendor::platformOpen)
                .mapToDouble(vendor -> term.applyAsDouble(vendor.terms()))
                .average()
                .orElseThrow();
    }

    @Test
    void dearerFinesAndMoreMisuseCallForMoreGuardrails() {
        assertThat(mean(MarketParameter.FINE, 1e6, ConsumerTerms::guardrails))
                .isGreaterThan(mean(MarketParameter.FINE, 0, ConsumerTerms::guardrails));
        assertThat(mean(MarketParameter.MISUSE, 0.003, ConsumerTerms::guardrails))
                .isGreaterThan(mean(MarketParameter.MISUSE, 0, ConsumerTerms::guardrails));
        assertThat(mean(MarketParameter.LITIGATION, 1, ConsumerTerms::guardrails))
                .isGreaterThan(mean(MarketParameter.LITIGATION, 0, ConsumerTerms::guardrails));
    }

    @Test
    void usersWhomGuardrailsAnnoyMoreGetFewerOfThem() {
        assertThat(mean(MarketParameter.FRICTION, 3, ConsumerTerms::guardrails))
                .isLessThan(mean(MarketParameter.FRICTION, 0, ConsumerTerms::guardrails));
    }

    @Test
    void dearerGpusAreHeldInSmallerNumber() {
        assertThat(mean(MarketParameter.GPU_PRICE, 12, ConsumerTerms::headroom))
                .isLessThan(mean(MarketParameter.GPU_PRICE, 0.3, ConsumerTerms::headroom));
    }
}
