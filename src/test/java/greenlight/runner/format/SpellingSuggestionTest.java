package greenlight.runner.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingSuggestionTest {
    private static final List<String> KNOWN = List.of("seed", "set", "pilot_quarters", "cost_share");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertThat(SpellingSuggestion.to("pilot_quartes", KNOWN)).contains("pilot_quarters");
        assertThat(SpellingSuggestion.to("Cost_Share", KNOWN)).contains("cost_share");
        assertThat(SpellingSuggestion.to("sede", KNOWN)).contains("seed");
        assertThat(SpellingSuggestion.to("seet", KNOWN)).contains("seed");
    }

    @Test
    void aWordThatIsNothingLikeItIsNotGuessedAt() {
        assertThat(SpellingSuggestion.to("price", KNOWN)).isEmpty();
        assertThat(SpellingSuggestion.to("", KNOWN)).isEmpty();
    }

    @Test
    void anEditIsAnInsertionADeletionASubstitutionOrASwap() {
        assertThat(SpellingSuggestion.edits("", "abc")).isEqualTo(3);
        assertThat(SpellingSuggestion.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(SpellingSuggestion.edits("abcd", "acbd")).isEqualTo(1);
    }
}
