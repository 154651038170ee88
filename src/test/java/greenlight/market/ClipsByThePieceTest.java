package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Clips that are sold by the piece, and those of visitors, in the first quarters of a market. */
class ClipsByThePieceTest {
    private static double sum(MarketParameter parameter, double value, ToDoubleFunction<Vendor> reading) {
        double sum = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Market market = World.of("sora-disney", seed)
                    .with(MarketParameter.QUARTERS, 1)
                    .with(MarketParameter.USERS, 20_000)
                    .with(parameter, value)
                    .run();
            for (Vendor vendor : market.vendors()) {
                sum += reading.applyAsDouble(vendor);
            }
        }
        return sum;
    }

    @Test
    void aSmallerFreeQuotaSellsMoreClips() {
        assertThat(sum(MarketParameter.FREE_QUOTA, 5, vendor -> vendor.received(Why.CLIPS)))
                .isGreaterThan(sum(MarketParameter.FREE_QUOTA, 150, vendor -> vendor.received(Why.CLIPS)));
    }

    @Test
    void clipsThatAreWorthMoreSellAtAHigherPriceAndMoreOften() {
        assertThat(sum(MarketParameter.CLIP_WORTH, 0.84, vendor -> vendor.received(Why.CLIPS)))
                .isGreaterThan(sum(MarketParameter.CLIP_WORTH, 0.21, vendor -> vendor.received(Why.CLIPS)));
    }

    @Test
    void visitorsAddToWhatAFreePlanHasToMake() {
        assertThat(sum(MarketParameter.SWITCHING, 1, vendor -> vendor.userBase().visitorClips()))
                .isPositive();
        assertThat(sum(MarketParameter.SWITCHING, 0, vendor -> vendor.userBase().visitorClips()))
                .isZero();
        assertThat(sum(MarketParameter.SWITCHING, 1, ClipsByThePieceTest::wantedForFree))
                .isGreaterThan(sum(MarketParameter.SWITCHING, 0, ClipsByThePieceTest::wantedForFree));
    }

    /** Clips wished for on free plans, for each user-month. */
    private static double wantedForFree(Vendor vendor) {
        double months = vendor.userBase().freeMonths();
        return months > 0 ? vendor.delivery().freeWanted() / months : 0;
    }
}
