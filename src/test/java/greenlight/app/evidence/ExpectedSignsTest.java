package greenlight.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.evidence.Responses.Answer;
import greenlight.market.measure.Measure;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The expected signs that the market meets with a wide margin, so that few small runs show them. */
class ExpectedSignsTest {
    private static final int USERS = 1000;
    private static final int REPLICATIONS = 8;

    private static final Map<MarketParameter, Measure> MET = Map.ofEntries(
            Map.entry(MarketParameter.COMPUTE_COST, Measure.FLAGSHIP_VIDEO_LOSS),
            Map.entry(MarketParameter.NOVELTY_DECAY, Measure.RETENTION_1),
            Map.entry(MarketParameter.LITIGATION, Measure.LEGAL_COST),
            Map.entry(MarketParameter.POPULATION, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.INNOVATION, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.SWITCHING, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.OUTSIDE_UTILITY, Measure.RETENTION_1),
            Map.entry(MarketParameter.PROFESSIONAL_NEED, Measure.RETENTION_1),
            Map.entry(MarketParameter.PROFESSIONAL_SHARE, Measure.RETENTION_1),
            Map.entry(MarketParameter.CASUAL_CLIPS, Measure.FLAGSHIP_VIDEO_LOSS),
            Map.entry(MarketParameter.LAUNCH_BUZZ, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.HYPE_HALF_LIFE, Measure.PEAK_ACTIVE),
            Map.entry(MarketParameter.MINUTES_PER_CLIP, Measure.FLAGSHIP_LIFE),
            Map.entry(MarketParameter.EXUBERANCE, Measure.RAISED),
            Map.entry(MarketParameter.CLIMATE_DRIFT, Measure.RAISED),
            Map.entry(MarketParameter.GROWTH_MULTIPLE, Measure.RAISED),
            Map.entry(MarketParameter.DILUTION, Measure.RAISED),
            Map.entry(MarketParameter.ENTRY, Measure.RAISED),
            Map.entry(MarketParameter.TRAINING_SUITS, Measure.SUITS),
            Map.entry(MarketParameter.SUING_COST, Measure.SUITS),
            Map.entry(MarketParameter.PLAINTIFF_WINS, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.DAMAGES, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.TOOL_SAVING, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.ENGAGEMENT, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.INTEGRATION_COST, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.PROJECTED_AUDIENCE, Measure.DEALS_SIGNED),
            Map.entry(MarketParameter.LOSS_TOLERANCE, Measure.FLAGSHIP_LIFE));

    private static List<Answer> answers;

    @BeforeAll
    static void run() throws InterruptedException {
        List<MarketParameter> moved =
                Responses.variable().stream().filter(MET::containsKey).toList();
        answers = new Responses(new MarketModel(), moved, USERS, REPLICATIONS, 1).answers(2, done -> {});
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
