package greenlight.market.economics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EnterpriseDemandTest {
    private static final double MOST = 1000;
    private static final double WORTH = 2;

    /** 1000 e^-2 hours at a cost of 2 dollars, the worth of an hour, sold at 4. */
    @Test
    void aSellerEarnsMostAtItsCostAndTheMeanWorth() {
        double best = EnterpriseDemand.bestHours(MOST, WORTH, 2, 1);
        assertThat(best).isCloseTo(135.3352832366127, within(1e-9));
        assertThat(EnterpriseDemand.price(MOST, WORTH, best)).isCloseTo(4, within(1e-12));
        for (double other : new double[] {0.99 * best, 1.01 * best}) {
            assertThat(profit(other)).isLessThan(profit(best));
        }
    }

    private static double profit(double hours) {
        return hours * (EnterpriseDemand.price(MOST, WORTH, hours) - 2);
    }

    @Test
    void atItsBestAnotherHourBringsWhatItCosts() {
        double best = EnterpriseDemand.bestHours(MOST, WORTH, 2, 1);
        assertThat(EnterpriseDemand.marginalRevenue(MOST, WORTH, best, 1)).isCloseTo(2, within(1e-12));
        double step = 1e-6;
        double slope = (revenue(200 + step) - revenue(200)) / step;
        assertThat(EnterpriseDemand.marginalRevenue(MOST, WORTH, 200, 1)).isCloseTo(slope, within(1e-5));
    }

    private static double revenue(double hours) {
        return hours * EnterpriseDemand.price(MOST, WORTH, hours);
    }

    /** With a quarter of the market, where others sell three times as much: 1000 e^-1.25 hours at a cost of 2, at 2.5 dollars. */
    @Test
    void aSellerAmongOthersTakesTheirHoursAsGiven() {
        double best = EnterpriseDemand.bestHours(MOST, WORTH, 2, 0.25);
        assertThat(best).isCloseTo(286.5047968601901, within(1e-9));
        assertThat(EnterpriseDemand.price(MOST, WORTH, best)).isCloseTo(2.5, within(1e-12));
        assertThat(EnterpriseDemand.marginalRevenue(MOST, WORTH, best, 0.25)).isCloseTo(2, within(1e-12));
        for (double other : new double[] {0.99 * best, 1.01 * best}) {
            double profit = other * (EnterpriseDemand.price(4 * MOST, WORTH, other + 3 * best) - 2);
            assertThat(profit).isLessThan(best * (EnterpriseDemand.price(4 * MOST, WORTH, 4 * best) - 2));
        }
    }

    /** 2 ln 5. */
    @Test
    void thePriceClearsTheMarket() {
        assertThat(EnterpriseDemand.price(MOST, WORTH, 200)).isCloseTo(3.2188758248682006, within(1e-12));
    }

    @Test
    void whatIsOfferedBeyondAllWishesIsWorthNothing() {
        assertThat(EnterpriseDemand.price(MOST, WORTH, 1000)).isZero();
        assertThat(EnterpriseDemand.price(0, WORTH, 1)).isZero();
    }
}
