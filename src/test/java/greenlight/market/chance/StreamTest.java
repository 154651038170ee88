package greenlight.market.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StreamTest {
    @Test
    void noTwoPurposesShareAKey() {
        assertThat(Arrays.stream(RandomStream.values()).map(RandomStream::key)).doesNotHaveDuplicates();
    }

    /** Expected: FNV-1a in Python's whole numbers, itself checked against the published hash of {@code foobar}. */
    @Test
    void aKeyIsTheHashOfTheName() {
        assertThat(RandomStream.USERS.key()).isEqualTo(0xc0e56acb351d1cd3L);
        assertThat(RandomStream.RESEARCH.key()).isEqualTo(0x4bb72cba0556e56cL);
        assertThat(RandomStream.TRAITS.key()).isEqualTo(0x096db11999766f28L);
    }
}
