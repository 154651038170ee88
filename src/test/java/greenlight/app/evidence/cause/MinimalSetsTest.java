package greenlight.app.evidence.cause;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.cause.MinimalSets.Role;
import greenlight.app.evidence.cause.MinimalSets.Row;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Sufficient and needed causes of events whose causes are known. */
class MinimalSetsTest {
    private static final List<String> MECHANISMS = List.of("a", "b", "c");
    private static final List<int[]> SETTINGS = List.of(new int[] {0, 1}, new int[] {2, 3});

    /** The same event in four runs of two settings. */
    private static List<Row> rows(IntPredicate comes) {
        return new MinimalSets(MECHANISMS, SETTINGS, set -> {
                    double came = comes.test(set) ? 1 : 0;
                    return new double[] {came, came, came, came};
                })
                .rows();
    }

    private static List<String> always(List<Row> rows, Role role) {
        return rows.stream()
                .filter(row -> row.role() == role && row.share().value() == 1)
                .map(row -> String.join(" ", row.mechanisms()))
                .toList();
    }

    @Test
    void eitherOfTwoCausesSufficesAndNeitherIsNeeded() {
        List<Row> rows = rows(set -> (set & 0b011) != 0);
        assertThat(always(rows, Role.ALONE)).containsExactly("a", "b");
        assertThat(always(rows, Role.NEEDED)).isEmpty();
        assertThat(always(rows, Role.NONE_NEEDED)).containsExactly("");
        assertThat(always(rows, Role.MINIMAL)).containsExactly("a", "b");
    }

    @Test
    void ofTwoCausesThatActTogetherBothAreNeededAndNoneSuffices() {
        List<Row> rows = rows(set -> (set & 0b011) == 0b011);
        assertThat(always(rows, Role.ALONE)).isEmpty();
        assertThat(always(rows, Role.NEEDED)).containsExactly("a", "b");
        assertThat(always(rows, Role.NONE_NEEDED)).isEmpty();
        assertThat(always(rows, Role.MINIMAL)).containsExactly("a b");
    }

    /** A set is minimal only where no part of it suffices, also where another mechanism keeps the event away. */
    @Test
    void anEventThatComesWithoutACauseHasTheEmptySet() {
        List<Row> rows = rows(set -> true);
        assertThat(always(rows, Role.MINIMAL)).containsExactly("");
        assertThat(rows.stream().filter(row -> row.role() == Role.ALONE).map(Row::runs))
                .containsOnly(0);
    }

    @Test
    void runsInWhichTheOutcomeDoesNotApplyEverywhereAreLeftOut() {
        List<Row> rows =
                new MinimalSets(MECHANISMS, SETTINGS, set -> new double[] {1, 1, set == 3 ? Double.NaN : 1, 1}).rows();
        assertThat(rows.stream().filter(row -> row.role() == Role.NEEDED).map(Row::runs))
                .containsOnly(3);
    }
}
