package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import org.junit.jupiter.api.Test;

/** What the parties of the headline deal gained, against the ledger. */
class FlagshipGainTest {
    private static final int SEEDS = 8;

    /** A ledger counts in cents. */
    private static final double ROUNDING = 1000;

    @Test
    void theVendorsGainIsWhatItsLedgerSays() {
        boolean guaranteed = false;
        boolean shared = false;
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] gain = new double[1];
            double[] called = new double[1];
            double[] bills = new double[1];
            Market market = World.of("sora-disney", seed)
                    .with(MarketParameter.RENEGOTIATION_COST, 0)
                    .with(MarketParameter.GUARANTEE, 0.2)
                    .with(MarketParameter.COST_SHARE, 0.4)
                    .with(MarketParameter.CLOSING_LAG, 0)
                    .watch(opened -> {}, now -> {
                        Vendor flagship = flagship(now);
                        Account account = flagship.account();
                        gain[0] += account.received(Why.SUBSCRIPTION)
                                + account.received(Why.CLIPS)
                                + account.received(Why.COST_SHARE)
                                - account.paid(Why.LICENCE_FEE)
                                - account.paid(Why.GUARANTEE)
                                - flagship.delivery().inferenceCost();
                        called[0] += account.paid(Why.GUARANTEE);
                        bills[0] += account.received(Why.COST_SHARE);
                    });
            double overhead = flagship(market).videoOverhead() * measure(market, Measure.FLAGSHIP_LIFE);
            assertThat(measure(market, Measure.FLAGSHIP_GAIN))
                    .as("seed %d", seed)
                    .isCloseTo(gain[0] - overhead, within(ROUNDING));
            guaranteed |= called[0] > 0;
            shared |= bills[0] > 0;
        }
        assertThat(guaranteed).isTrue();
        assertThat(shared).isTrue();
    }

    @Test
    void theStudiosGainLeavesEquityOutAndIsNothingWithoutASignature() {
        boolean signed = false;
        boolean unsigned = false;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Market market = World.of("sora-disney", seed)
                    .with(MarketParameter.GUARANTEE, seed % 2)
                    .run();
            double gain = 0;
            int licensed = 0;
            for (Deal deal : market.deals()) {
                if (deal.terms().headline()) {
                    gain = deal.studioReceived() - deal.studioPaid() + deal.equityPaid();
                    licensed = deal.licensedQuarters();
                }
            }
            assertThat(measure(market, Measure.HEADLINE_GAIN)).isCloseTo(gain, within(1.0));
            boolean is = measure(market, Measure.HEADLINE_SIGNED) == 1;
            if (is) {
                assertThat(measure(market, Measure.HEADLINE_LICENSED)).isEqualTo(licensed);
                assertThat((double) licensed).isLessThanOrEqualTo(measure(market, Measure.HEADLINE_LIFE));
            } else {
                assertThat(measure(market, Measure.HEADLINE_LICENSED)).isNaN();
            }
            signed |= is;
            unsigned |= !is;
        }
        assertThat(signed).isTrue();
        assertThat(unsigned).isTrue();
    }

    private static double measure(Market market, Measure measure) {
        return market.measures()[measure.ordinal()];
    }

    private static Vendor flagship(Market market) {
        return market.vendors().stream()
                .filter(vendor -> vendor.opening().flagship())
                .findFirst()
                .orElseThrow();
    }
}
