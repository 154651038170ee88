package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.measure.Measure;
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
        assertThat(mean(MarketParameter.LARGEST_FINE, 1e9, ConsumerTerms::guardrails))
                .isGreaterThan(mean(MarketParameter.LARGEST_FINE, 1e5, ConsumerTerms::guardrails));
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

    /** A launch has the GPUs of its plan; what more users want comes from research and enterprise, or is not made. */
    @Test
    void whatVideoTakesFromOthersIsMadeAtALoss() {
        double rationing = 0;
        double taking = 0;
        double opportunity = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            World world = World.of("sora-disney", seed)
                    .with(MarketParameter.QUARTERS, 8)
                    .with(MarketParameter.PROJECTED_AUDIENCE, 0.03);
            Market rationed = world.with(MarketParameter.COMPUTE_TAX, 0).run();
            Market taken = world.with(MarketParameter.COMPUTE_TAX, 1).run();
            rationing += rationed.measures()[Measure.FLAGSHIP_VIDEO_LOSS.ordinal()];
            taking += taken.measures()[Measure.FLAGSHIP_VIDEO_LOSS.ordinal()];
            opportunity += opportunity(taken) - opportunity(rationed);
        }
        assertThat(taking).isGreaterThan(1.1 * rationing);
        assertThat(opportunity).as("what the hours would have earned").isPositive();
    }

    private static double opportunity(Market market) {
        DealAppraisal appraisal = new DealAppraisal(
                market.setting(), market.firms(), market.dealBook(), market.court(), market.environment());
        return new ContinuationAppraisal(
                        market.setting(),
                        market.firms(),
                        market.dealBook(),
                        market.court(),
                        market.environment(),
                        appraisal)
                .of(market.vendors().get(0))
                .opportunity();
    }
}
