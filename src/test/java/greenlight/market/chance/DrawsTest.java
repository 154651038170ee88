package greenlight.market.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawsTest {
    /**
     * Expected: computed once by an independent version in Python's whole numbers, which knows purposes only as names.
     * While these hold, a new purpose or another order has changed no draw.
     */
    @Test
    void drawsAreThoseOfAnIndependentVersion() {
        assertThat(Draws.of(0, RandomStream.USERS, 0).bits(0)).isEqualTo(0xc5dff7f7efe3f122L);
        assertThat(Draws.of(42, RandomStream.USERS, 3).bits(7)).isEqualTo(0x15eb565793ebe8e0L);
        assertThat(Draws.of(-1, RandomStream.RESEARCH, -1).bits(-1)).isEqualTo(0x2c19906912e6b8d9L);
        assertThat(Draws.of(Long.MIN_VALUE, RandomStream.TRAITS, 23).bits(100_000_000))
                .isEqualTo(0xc7a74f42db91254cL);
        assertThat(Draws.of(20240101, RandomStream.DAMAGES, 40).bits(123_456_789_012_345L))
                .isEqualTo(0x875db79cf97ac47eL);
        assertThat(Draws.of(42, RandomStream.USERS, 3).uniform(7)).isEqualTo(0.08562221181993801);
        assertThat(Draws.of(0, RandomStream.USERS, 0).uniformOpenInterval(0)).isEqualTo(0.7729487400355451);
    }

    /** Expected: the same version in Python. */
    @Test
    void furtherDrawsAreThoseOfAnIndependentVersion() {
        Draws draws = Draws.of(42, RandomStream.USERS, 3);
        assertThat(draws.uniform(7, 0)).isEqualTo((0x7b52080488083dfbL >>> 11) * 0x1p-53);
        assertThat(draws.uniform(7, 1)).isEqualTo((0xc2195ef1451daaeeL >>> 11) * 0x1p-53);
        assertThat(draws.uniform(7, 5)).isEqualTo((0x024c5150912c84bfL >>> 11) * 0x1p-53);
        assertThat(draws.uniformOpenInterval(7, 5)).isEqualTo(((0x024c5150912c84bfL >>> 12) + 0.5) * 0x1p-52);
    }

    @Test
    void chanceHandsOutTheDrawsOfItsSeed() {
        Chance chance = new Chance(42);
        assertThat(chance.seed()).isEqualTo(42);
        assertThat(chance.draws(RandomStream.USERS, 3).bits(7))
                .isEqualTo(Draws.of(42, RandomStream.USERS, 3).bits(7));
    }

    @Test
    void aUniformDrawMayBeZeroButNeverOne() {
        assertThat(Draws.toUniform(0)).isZero();
        assertThat(Draws.toUniform(-1)).isEqualTo(Math.nextDown(1.0));
    }

    @Test
    void anOpenDrawIsNeverZeroNorOne() {
        assertThat(Draws.toOpen(0)).isEqualTo(0x1p-53);
        assertThat(Draws.toOpen(-1)).isEqualTo(Math.nextDown(1.0));
    }

    @Test
    void anOpenDrawLiesAHalfStepFromTheUniformOne() {
        Draws draws = Draws.of(1, RandomStream.CLIPS, 1);
        for (int who = 0; who < 10_000; who++) {
            assertThat(Math.abs(draws.uniformOpenInterval(who) - draws.uniform(who)))
                    .isLessThanOrEqualTo(0x1p-53);
            assertThat(Math.abs(draws.uniformOpenInterval(who, who) - draws.uniform(who, who)))
                    .isLessThanOrEqualTo(0x1p-53);
        }
    }
}
