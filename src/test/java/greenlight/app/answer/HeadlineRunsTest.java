package greenlight.app.answer;

import static greenlight.app.answer.HeadlineAnswer.CLOSED;
import static greenlight.app.answer.HeadlineAnswer.GUARANTEE_LIFE;
import static greenlight.app.answer.HeadlineAnswer.GUARANTEE_SIGNED;
import static greenlight.app.answer.HeadlineAnswer.WITHOUT_COMPUTE_COST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.answer.HeadlineRuns.Plan;
import greenlight.app.evidence.Pattern;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.ensemble.Ensemble.Member;
import greenlight.runner.model.Model;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeadlineRunsTest {
    private static final Model MODEL = new MarketModel();
    private static final Plan PLAN = new Plan(3, 2, 100, 7);
    private static final Ensemble ENSEMBLE = new Ensemble(
            "",
            List.of(
                    new Member(1, Map.of(MarketParameter.VIDEO_OVERHEAD, 3e6)),
                    new Member(2, Map.of(MarketParameter.VIDEO_OVERHEAD, 4e6)),
                    new Member(1, Map.of(MarketParameter.VIDEO_OVERHEAD, 5e6))));

    private static HeadlineRuns runs(List<HeadlineAnswer> answers) throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        HeadlineRuns runs = HeadlineRuns.of(MODEL, ENSEMBLE, PLAN, answers, 2, made::set);
        assertThat(made.get()).isEqualTo(HeadlineRuns.count(ENSEMBLE, PLAN, answers));
        return runs;
    }

    @Test
    void onlyChangesOfTheChosenAnswersAreRun() {
        int perBlock = 3 * PLAN.runs();
        assertThat(HeadlineRuns.count(ENSEMBLE, PLAN, List.of(CLOSED))).isEqualTo(2 * perBlock);
        assertThat(HeadlineRuns.count(ENSEMBLE, PLAN, List.of(GUARANTEE_SIGNED, GUARANTEE_LIFE)))
                .isEqualTo(3 * perBlock);
        assertThat(HeadlineRuns.count(ENSEMBLE, PLAN, List.of(CLOSED, WITHOUT_COMPUTE_COST, GUARANTEE_LIFE)))
                .isEqualTo(4 * perBlock);
    }

    @Test
    void anAnswerDoesNotDependOnWhichOthersAreChosen() throws Exception {
        HeadlineRuns all = runs(List.of(HeadlineAnswer.values()));
        HeadlineRuns one = runs(List.of(WITHOUT_COMPUTE_COST));
        assertThat(one.values(WITHOUT_COMPUTE_COST)).isDeepEqualTo(all.values(WITHOUT_COMPUTE_COST));
        assertThat(one.values(Pattern.RETENTION)).isDeepEqualTo(all.values(Pattern.RETENTION));
        assertThat(HeadlineFigure.of(one)).containsOnlyKeys(WITHOUT_COMPUTE_COST);
        assertThatThrownBy(() -> one.values(GUARANTEE_SIGNED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are no runs for the answer guarantee_signed.");
    }
}
