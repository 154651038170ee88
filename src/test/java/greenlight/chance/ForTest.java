package greenlight.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForTest {
    @Test
    void noTwoPurposesShareAKey() {
        assertThat(Arrays.stream(For.values()).map(For::key)).doesNotHaveDuplicates();
    }

    /** Expected: FNV-1a in Python's whole numbers, itself checked against the published hash of {@code foobar}. */
    @Test
    void aKeyIsTheHashOfTheName() {
        assertThat(For.USERS.key()).isEqualTo(0xc0e56acb351d1cd3L);
        assertThat(For.MOOD.key()).isEqualTo(0x4e5ffbaf63bce07eL);
        assertThat(For.TRAIT_NEED.key()).isEqualTo(0x8c91fa3da441b2a0L);
    }
}
