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
        assertThat(For.RESEARCH.key()).isEqualTo(0x4bb72cba0556e56cL);
        assertThat(For.TRAITS.key()).isEqualTo(0x096db11999766f28L);
    }
}
