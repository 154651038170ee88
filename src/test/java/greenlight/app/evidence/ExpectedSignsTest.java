package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.Responses.Answer;
import greenlight.market.measure.Measure;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.ensemble.EnsembleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The expected signs that the market meets with a wide margin, so that few small runs show them. */
class ExpectedSignsTest {
    private static final int USERS = 1000;
    private static final int REPLICATIONS = 40;

    private static final Map<MarketParameter, Measure> MET = Map.ofEntries(
            Map.entry(MarketParameter.COMPUTE_COST, Measure.FLAGSHIP_LIFE),
            Map.entry(MarketParameter.NOVELTY_DECAY, Measure.RETENTION_1),
            Map.entry(MarketParameter.LITIGATION, Measure.SUITS),
            Map.entry(MarketParameter.FEAR_OF_MISSING_OUT, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.LEARNING, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.POPULATION, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.INNOVATION, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.OUTSIDE_UTILITY, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.NOVELTY, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.PREMIUM, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.USE_TAIL, Measure.FLAGSHIP_VIDEO_LOSS),
            Map.entry(MarketParameter.CASUAL_CLIPS, Measure.FLAGSHIP_VIDEO_LOSS),
            Map.entry(MarketParameter.FREE_QUOTA, Measure.LAUNCH_USERS),
            Map.entry(MarketParameter.BUDGET_SPREAD, Measure.CONVERSION_AGAINST_PLAN),
            Map.entry(MarketParameter.PROFESSIONAL_NEED, Measure.RIVALS_REVENUE),
            Map.entry(MarketParameter.PROFESSIONAL_SHARE, Measure.RIVALS_REVENUE),
            Map.entry(MarketParameter.GROWTH_MULTIPLE, Measure.RAISED),
            Map.entry(MarketParameter.RUNWAY_WANTED, Measure.RAISED),
            Map.entry(MarketParameter.DILUTION, Measure.RAISED),
            Map.entry(MarketParameter.ENTRY, Measure.RAISED),
            Map.entry(MarketParameter.TRAINING_SUITS, Measure.SUITS),
            Map.entry(MarketParameter.MISUSE, Measure.LEGAL_COST),
            Map.entry(MarketParameter.OPEN_MODELS, Measure.RIVALS_REVENUE),
            Map.entry(MarketParameter.RETURNING, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.ANOMALIES, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.CLOUD_SAVING, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.ENGAGEMENT, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.INTEGRATION_COST, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.PROJECTED_AUDIENCE, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.LICENSED_IP_APPEAL, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.OFFERS, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.VIDEO_OVERHEAD, Measure.FLAGSHIP_LIFE),
            Map.entry(MarketParameter.PROFESSIONAL_BUDGET, Measure.RIVALS_REVENUE),
            Map.entry(MarketParameter.PILOT_QUARTERS, Measure.STUDIOS_LOSS),
            Map.entry(MarketParameter.NOVELTY_HALF_LIFE, Measure.RETENTION_1),
            Map.entry(MarketParameter.PRIOR_WEIGHT, Measure.FLAGSHIP_LIFE),
            Map.entry(MarketParameter.ENTERPRISE_WORTH, Measure.FLAGSHIP_LIFE),
            Map.entry(MarketParameter.MINUTES_PER_CLIP, Measure.FLAGSHIP_LIFE));

    private static List<Answer> answers;

    @BeforeAll
    static void run() throws InterruptedException, IOException {
        List<MarketParameter> moved =
                Responses.variable().stream().filter(MET::containsKey).toList();
        answers = new Responses(new MarketModel(), shipped(), moved, USERS, REPLICATIONS, 1).answers(2, done -> {});
    }

    private static Ensemble shipped() throws IOException {
        return new EnsembleReader(
                        new MarketModel(), AssertionError::new, (file, line, cell, fault) -> new AssertionError(fault))
                .named(Ensemble.WORD, Path.of(""))
                .orElseThrow();
    }

    @TestFactory
    List<DynamicTest> theMeasureGoesTheWayThatEconomicsExpects() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Answer answer : answers) {
            Measure measure = MET.get(answer.parameter());
            tests.add(DynamicTest.dynamicTest(
                    answer.parameter().key() + ": " + measure.key(),
                    () -> assertThat(answer.responses())
                            .filteredOn(response -> response.measure() == measure)
                            .singleElement()
                            .satisfies(
                                    response -> assertThat(response.verdict()).contains(Verdict.SUPPORTED))));
        }
        return tests;
    }
}
