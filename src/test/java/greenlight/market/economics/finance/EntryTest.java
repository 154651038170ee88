package greenlight.market.economics.finance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryTest {
    /** Expected: by hand, 1 - 1/q with q = 4, 2 and 1.25. */
    @Test
    void foundersKeepWhatTheCostLeavesOfTheWorth() {
        assertThat(Entry.foundersShare(400, 100)).isEqualTo(0.75);
        assertThat(Entry.foundersShare(200, 100)).isEqualTo(0.5);
        assertThat(Entry.foundersShare(125, 100)).isEqualTo(0.2, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(Entry.foundersShare(100, 0)).isEqualTo(1);
    }

    @Test
    void thereIsNothingInAFirmThatCostsAsMuchAsItIsWorth() {
        assertThat(Entry.foundersShare(100, 100)).isZero();
        assertThat(Entry.foundersShare(100, 300)).isZero();
        assertThat(Entry.foundersShare(0, 0)).isZero();
    }
}
