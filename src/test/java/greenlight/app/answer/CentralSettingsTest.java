package greenlight.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CentralSettingsTest {
    private static final double[] EQUAL = {1, 1, 1, 1, 1};

    private static int medoid(List<double[]> figures, double[] weights) {
        return CentralSettings.order(figures, weights)[0];
    }

    @Test
    void theMedoidIsInTheMiddleOfAllFigures() {
        double[] one = {1, 2, 3, 4, 5};
        double[] other = {50, 20, 31, 40, 10};
        assertThat(medoid(List.of(one, other), EQUAL)).isEqualTo(2);
    }

    @Test
    void itFollowsTheWeightNotTheNumber() {
        double[] figure = {1, 2, 3, 4, 5};
        assertThat(medoid(List.of(figure), new double[] {1, 1, 1, 1, 9})).isEqualTo(4);
    }

    @Test
    void theUnitOfAFigureDoesNotMatter() {
        double[] one = {1, 2, 9, 4, 5};
        double[] other = {5, 2, 3, 4, 1};
        double[] large = {5e9, 2e9, 3e9, 4e9, 1e9};
        assertThat(medoid(List.of(one, large), EQUAL)).isEqualTo(medoid(List.of(one, other), EQUAL));
    }

    @Test
    void aFigureThatDoesNotApplySaysNothing() {
        double[] never = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] all = {1, 3, 2, 4, 5};
        assertThat(medoid(List.of(all, never), EQUAL)).isEqualTo(1);
    }

    @Test
    void theOthersFollowByHowNearTheyAreToTheMiddle() {
        double[] figure = {1, 2, 3, 4, 15};
        assertThat(CentralSettings.order(List.of(figure), EQUAL)).containsExactly(2, 1, 3, 0, 4);
    }
}
