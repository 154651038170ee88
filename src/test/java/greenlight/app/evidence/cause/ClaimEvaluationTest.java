package greenlight.app.evidence.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Verdict;
import greenlight.app.evidence.cause.ClaimEvaluation.Answer;
import greenlight.market.measure.Measure;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Claims on a model whose causes are known: whether the platform closes is a function of the setting and of the seed's last digits. */
class ClaimEvaluationTest {
    private static final int SETTINGS = 40;
    private static final int REPLICATIONS = 800;

    /** The first contrast of a claim; the platform closes two quarters after its launch where the setting and the digits say so. */
    private static Answer answer(Claim claim, BiPredicate<Setting, Integer> closes) throws Exception {
        MarketModel model = new MarketModel() {
            @Override
            public Outcome run(String scenario, Setting setting, long seed, int threads) {
                double[] measures = new double[Measure.values().length];
                Arrays.fill(measures, Double.NaN);
                boolean closed = closes.test(setting, (int) Math.floorMod(seed, 4L));
                measures[Measure.FLAGSHIP_CLOSED.ordinal()] = closed ? 1 : 0;
                measures[Measure.QUARTERS_TO_SHUTDOWN.ordinal()] = closed ? 2 : Double.NaN;
                return new Outcome(measures, List.of());
            }
        };
        String file = Files.readString(Path.of("experiments/claims", claim.key() + ".yaml"))
                .replaceFirst("replications: \\d+", "replications: " + REPLICATIONS);
        Experiment experiment = ExperimentReader.read(file, claim.key() + ".yaml", model);
        List<Ensemble.Member> settings = new ArrayList<>();
        for (int i = 0; i < SETTINGS; i++) {
            settings.add(new Ensemble.Member(1, Map.of(MarketParameter.BUDGET, 1.0 + i)));
        }
        return new ClaimEvaluation(claim, experiment, new Ensemble("", settings), SETTINGS)
                .answers(1, done -> {})
                .get(0);
    }

    private static boolean cost(Setting setting) {
        return setting.on(MarketParameter.COMPUTE_COST);
    }

    /** Digits 0 close anyway, 1 and 2 with the cause: it suffices in two of three that live, and is needed in two of three that close. */
    @Test
    void necessityAndSufficiencyAreThoseOfThePairs() throws Exception {
        Answer answer = answer(Claim.COST_ALONE, (setting, digit) -> digit == 0 || (cost(setting) && digit < 3));
        assertThat(answer.sufficiency().value()).isCloseTo(2.0 / 3, within(0.06));
        assertThat(answer.necessity().value()).isCloseTo(2.0 / 3, within(0.06));
        assertThat(answer.effect()).isEqualTo(answer.sufficiency());
        assertThat(answer.verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aControlInWhichThePlatformAlwaysClosesLeavesNoRoom() throws Exception {
        Answer answer = answer(Claim.COST_ALONE, (setting, digit) -> true);
        assertThat(answer.room()).isZero();
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_BE_ANSWERED_HERE);
    }

    /** In a quarter of the settings the cause closes it always, in the others never: the claim holds in a quarter, not "by 25 points". */
    @Test
    void theVerdictIsTheShareOfSettingsAndTheParameterThatDecidesIsNamed() throws Exception {
        Answer answer = answer(
                Claim.COST_ALONE, (setting, digit) -> cost(setting) && setting.get(MarketParameter.BUDGET) > 30.5);
        assertThat(answer.held().value()).isCloseTo(0.25, within(0.06));
        assertThat(answer.settings()).isBetween(SETTINGS / 2, SETTINGS);
        assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(answer.turns())
                .isNotEmpty()
                .first()
                .satisfies(turn -> assertThat(turn.parameter().key()).isEqualTo("budget"));
    }

    /** What carries it through is the absence of pressure: the platform lives with the cause, and closes in the control. */
    @Test
    void aClaimThatTheEventDoesNotComeCountsItsAbsence() throws Exception {
        Answer answer = answer(
                Claim.PATIENT_CAPITAL, (setting, digit) -> setting.on(MarketParameter.VC_PRESSURE) || digit == 0);
        assertThat(answer.sufficiency().value()).isCloseTo(0.75, within(0.05));
        assertThat(answer.control()).isZero();
        assertThat(answer.verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aCauseWithoutWhichItClosesTooIsNotNecessary() throws Exception {
        Answer answer = answer(Claim.ENTERPRISE_OPTION, (setting, digit) -> digit > 0);
        assertThat(answer.necessity().value()).isZero();
        assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTED);
    }
}
