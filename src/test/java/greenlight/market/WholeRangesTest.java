package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.OutOfRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Worlds over the whole ranges of all parameters at once, 60 quarters long: {@code -Dgreenlight.worlds=512} runs 512 of them
 * instead of a few.
 */
class WholeRangesTest {
    private static final int WORLDS = Integer.getInteger("greenlight.worlds", 24);
    private static final int QUARTERS = 60;
    /** Minutes of a clip where a still image is made instead, at the least figures of all parameters and vendors. */
    private static final double LEAST_MINUTES = 5e-5;
    /** What a firm may hold in the wildest world, US dollars: less than the world earns in a year. */
    private static final double MOST_CASH = 1e14;

    @Test
    void noWorldCrashesAndMoneyAndTimeStayWithinMeasure() {
        Worlds.everywhere(WORLDS, QUARTERS).forEach(world -> {
            List<Row> rows;
            try {
                rows = world.run().rows();
            } catch (OutOfRange left) {
                assertThat(left).as(world.name()).hasMessageMatching("in 20\\d\\dQ\\d .* the world earns in a year");
                return;
            }
            assertThat(rows.get(rows.size() - 1).quarter()).as(world.name()).isEqualTo(QUARTERS - 1);
            for (Row row : rows) {
                if (!row.kind().equals(Row.MARKET)) {
                    assertThat(row.get(Reading.CASH)).as(world.name()).isLessThan(MOST_CASH);
                }
                double minutes = row.get(Reading.QUARTER_MINUTES_PER_CLIP);
                assertThat(!(minutes > 0) || minutes > LEAST_MINUTES)
                        .as(world + ": " + minutes + " GPU-minutes a clip")
                        .isTrue();
            }
        });
    }

    /** Demand, fleets and other business grow towards their ceilings, the price of a GPU falls towards its floor. */
    @Test
    void inALongRunGrowthComesToAnEnd() {
        World world = World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, 200)
                .with(MarketParameter.GPU_PRICE_DECLINE, 0.3) // fifty years are too short for a slow decline
                .with(MarketParameter.USERS, 200);
        Market market = world.run();
        List<Row> rows = market.rows();
        Row last = rows.stream()
                .filter(row -> row.kind().equals(Row.MARKET) && row.quarter() == 199)
                .findFirst()
                .orElseThrow();
        assertThat(last.get(Reading.QUARTER_ENTERPRISE_HOURS))
                .isCloseTo(ReferenceSetting.value(MarketParameter.ENTERPRISE_CEILING), within(1e8));
        assertThat(last.get(Reading.QUARTER_GPU_PRICE))
                .isCloseTo(ReferenceSetting.value(MarketParameter.GPU_PRICE_FLOOR), within(0.02));
        assertThat(market.environment().labFleet())
                .isCloseTo(ReferenceSetting.value(MarketParameter.FLEET_CEILING), within(0.01));
        for (Vendor vendor : market.vendors()) {
            assertThat(vendor.otherRevenue()).as(vendor.name()).isLessThan(1e9);
        }
    }

    @Test
    void aPaymentBeyondAllSaneSumsSaysWhoWouldHavePaidWhomAndWhen() {
        Market market = World.of("sora-disney", 1).opened();
        market.start();
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> market.books()
                        .pay(market.books().world(), market.vendors().get(0).account(), 2e14, Why.ENTERPRISE))
                .withMessage(
                        "in 2024Q1 rest of the world would pay Northlight $200,000 billion for enterprise services, more than"
                                + " $100,000 billion, which is about what the world earns in a year");
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> market.books()
                        .pay(market.books().world(), market.vendors().get(0).account(), Double.NaN, Why.ENTERPRISE));
        assertThatExceptionOfType(OutOfRange.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 11; i++) {
                        market.books()
                                .pay(
                                        market.books().world(),
                                        market.vendors().get(0).account(),
                                        1e14,
                                        Why.ENTERPRISE);
                    }
                })
                .withMessageContaining("the account of ");
    }
}
