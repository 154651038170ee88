package greenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("seed", "set", "pilot_quarters", "cost_share");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertThat(Nearest.to("pilot_quartes", KNOWN)).contains("pilot_quarters");
        assertThat(Nearest.to("Cost_Share", KNOWN)).contains("cost_share");
        assertThat(Nearest.to("sede", KNOWN)).contains("seed");
        assertThat(Nearest.to("seet", KNOWN)).contains("seed");
    }

    @Test
    void aWordThatIsNothingLikeItIsNotGuessedAt() {
        assertThat(Nearest.to("price", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
    }

    @Test
    void anEditIsAnInsertionADeletionASubstitutionOrASwap() {
        assertThat(Nearest.edits("", "abc")).isEqualTo(3);
        assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.edits("abcd", "acbd")).isEqualTo(1);
    }
}
