package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the lessons in {@code docs/lessons} tell teachers to expect is what their worlds did, as {@code results/lessons.csv} has it. */
class LessonsTest {
    private static final List<String> LESSER_FORCES =
            List.of("brand_safety", "vc_pressure", "enterprise_option", "fear_of_missing_out");

    private static Map<Map<String, String>, List<CSVRecord>> usual;
    private static Map<Map<String, String>, List<CSVRecord>> allowed;

    @BeforeAll
    static void read() throws IOException {
        usual = LessonParts.worlds("lessons.csv");
        allowed = LessonParts.worlds("lessons-ensemble.csv");
    }

    private static double mean(String measure, Map<String, String> changed) {
        return LessonParts.mean(usual.get(changed), measure);
    }

    private static double usually(String measure) {
        return mean(measure, Map.of());
    }

    private static double signed(Map<String, String> changed) {
        return mean("headline_signed", changed);
    }

    private static double collapsed(Map<String, String> changed) {
        return mean("headline_collapsed", changed);
    }

    private static double life(Map<String, String> changed) {
        return mean("headline_life", changed);
    }

    private static double loss(Map<String, String> changed) {
        return mean("studios_loss", changed);
    }

    @Test
    void bothTablesHaveTheSameWorlds() {
        assertThat(usual.keySet()).hasSizeGreaterThan(20).isEqualTo(allowed.keySet());
    }

    @Test
    void theDealIsSignedAndFallsInEveryRunHalfAYearAfterTheLaunch() {
        assertThat(signed(Map.of())).isEqualTo(1);
        assertThat(collapsed(Map.of())).isEqualTo(1);
        assertThat(life(Map.of())).isBetween(1.8, 2.3);
    }

    @Test
    void aSharedBillChangesNeitherTheEndNorTheLife() {
        Map<String, String> shared = Map.of("cost_share", "0.4");
        assertThat(signed(shared)).isGreaterThan(0.97);
        assertThat(collapsed(shared)).isEqualTo(1);
        assertThat(life(shared)).isBetween(life(Map.of()) - 0.2, life(Map.of()) + 0.2);
        assertThat(loss(shared)).isBetween(0.9 * loss(Map.of()), 1.1 * loss(Map.of()));
    }

    @Test
    void withoutLearningTheDealIsServedToItsEnd() {
        assertThat(collapsed(Map.of("learning", "off"))).isZero();
    }

    @Test
    void cheapClipsLengthenItMoreThanTwiceAndLastingNoveltyNearlyTwice() {
        double usually = life(Map.of());
        assertThat(life(Map.of("compute_cost", "off"))).isBetween(2 * usually, 3 * usually);
        assertThat(life(Map.of("novelty_decay", "off"))).isBetween(1.6 * usually, 2 * usually);
        assertThat(collapsed(Map.of("compute_cost", "off"))).isGreaterThan(0.95);
        assertThat(collapsed(Map.of("novelty_decay", "off"))).isGreaterThan(0.95);
    }

    @Test
    void theTwoTogetherSaveItInTwoRunsOfThreeAndWithoutCourtsInAll() {
        assertThat(collapsed(Map.of("compute_cost", "off", "novelty_decay", "off")))
                .isBetween(0.25, 0.45);
        assertThat(collapsed(Map.of("compute_cost", "off", "novelty_decay", "off", "litigation", "off")))
                .isZero();
    }

    @Test
    void withoutCourtsItLivesHalfAQuarterLongerAndTheOtherForcesHardlyMoveIt() {
        double usually = life(Map.of());
        assertThat(life(Map.of("litigation", "off"))).isBetween(usually + 0.3, usually + 0.8);
        for (String force : LESSER_FORCES) {
            assertThat(life(Map.of(force, "off"))).as(force).isBetween(usually - 0.25, usually + 0.25);
            assertThat(collapsed(Map.of(force, "off"))).as(force).isEqualTo(1);
        }
    }

    @Test
    void learningMakesStudiosCautiousAndTheFearOfMissingOutMakesThemSign() {
        assertThat(mean("deals_signed", Map.of("learning", "off"))).isGreaterThan(1.1 * usually("deals_signed"));
        assertThat(mean("deals_signed", Map.of("fear_of_missing_out", "off")))
                .isLessThan(0.9 * usually("deals_signed"));
    }

    @Test
    void noContractOfTheLessonSavesTheDeal() {
        List<Map<String, String>> contracts = new ArrayList<>(usual.keySet());
        contracts.removeIf(changed -> changed.values().contains("off"));
        assertThat(contracts)
                .hasSizeGreaterThan(8)
                .allMatch(changed -> signed(changed) == 0 || collapsed(changed) == 1);
    }

    @Test
    void aGuaranteeOfAFifthIsSignedAndCutsTheLossAndOneOfTwoFifthsSeldomIs() {
        assertThat(signed(Map.of("guarantee", "0.2"))).isEqualTo(1);
        assertThat(loss(Map.of("guarantee", "0.2"))).isBetween(0.25 * loss(Map.of()), 0.45 * loss(Map.of()));
        assertThat(signed(Map.of("guarantee", "0.4"))).isBetween(0.08, 0.28);
        for (String guarantee : List.of("0.2", "0.4")) {
            assertThat(mean("deals_signed", Map.of("guarantee", guarantee))).isLessThan(0.8 * usually("deals_signed"));
        }
    }

    @Test
    void withASharedBillBesideItTheGuaranteeIsSignedAndTheStudiosComeOutAhead() {
        Map<String, String> both = Map.of("cost_share", "0.4", "guarantee", "0.4");
        assertThat(signed(both)).isGreaterThan(0.97);
        assertThat(loss(both)).isNegative();
    }

    @Test
    void aPledgeOfThreeBillionLivesTwiceAsLongUntilTheStudioEndsItAndOneOfTenIsNeverSigned() {
        Map<String, String> three = Map.of("equity_pledge", "3000000000");
        assertThat(life(three)).isBetween(1.7 * life(Map.of()), 2.3 * life(Map.of()));
        assertThat(mean("headline_terminated", three)).isGreaterThan(0.8);
        assertThat(signed(Map.of("equity_pledge", "10000000000"))).isZero();
    }

    @Test
    void aLateClosingAPilotAndLongExclusivityEndWithinAQuarter() {
        assertThat(signed(Map.of("closing_lag", "8"))).isGreaterThan(0.9);
        assertThat(signed(Map.of("pilot_quarters", "2"))).isBetween(0.75, 0.95);
        assertThat(signed(Map.of("exclusivity", "12"))).isBetween(0.6, 0.9);
        assertThat(loss(Map.of("pilot_quarters", "2"))).isLessThan(0.2 * loss(Map.of()));
        for (Map<String, String> changed :
                List.of(Map.of("closing_lag", "8"), Map.of("pilot_quarters", "2"), Map.of("exclusivity", "12"))) {
            assertThat(life(changed)).as(changed.toString()).isLessThan(1.2);
        }
    }

    /** What the lessons say of the other settings that the record allows. */
    @Test
    void overAllSettingsAGuaranteeLengthensTheDealAndOneForceAloneSavesSome() {
        double life = LessonParts.mean(allowed.get(Map.of()), "headline_life");
        assertThat(LessonParts.mean(allowed.get(Map.of("guarantee", "0.4")), "headline_life"))
                .isGreaterThan(1.8 * life);
        for (String force : List.of("compute_cost", "novelty_decay")) {
            assertThat(LessonParts.mean(allowed.get(Map.of(force, "off")), "headline_collapsed"))
                    .as(force)
                    .isBetween(0.4, 0.97);
        }
    }
}
