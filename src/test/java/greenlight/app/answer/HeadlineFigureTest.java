package greenlight.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.information.NoisyQuantity;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadlineFigureTest {
    private static final int SETTINGS = 80;

    /** A share over settings of equal weight, two runs each, of which one setting in some has the event. */
    private static HeadlineFigure figure(int every) {
        double[] weights = new double[SETTINGS];
        Arrays.fill(weights, 1);
        double[][] runs = new double[SETTINGS][2];
        for (int setting = 0; setting < SETTINGS; setting++) {
            Arrays.fill(runs[setting], every > 0 && setting % every == 0 ? 1 : 0);
        }
        return HeadlineFigure.of(NoisyQuantity.of(weights, runs), true);
    }

    private static CsvTable against(HeadlineFigure figure, HeadlineFigure other) {
        return AnswerTable.of(Map.of(HeadlineAnswer.CLOSED, figure), Map.of(HeadlineAnswer.CLOSED, other));
    }

    @Test
    void anEnsembleAgreesWithItselfAndNotWithOneOfQuiteAnotherShare() {
        assertThat(against(figure(2), figure(2)).text().trim()).endsWith(",yes");
        assertThat(against(figure(1), figure(1)).text().trim()).endsWith(",yes");
        assertThat(against(figure(1), figure(4)).text().trim()).endsWith(",no");
        assertThat(against(figure(1), figure(0)).text().trim()).endsWith(",no");
    }

    @Test
    void aShareOfAllOrNoneKeepsADoubt() {
        assertThat(figure(0).mean().high()).isBetween(0.05, 0.3);
        assertThat(figure(1).mean().low()).isBetween(0.7, 0.95);
    }
}
