package greenlight.runner.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    /** Weeks of remission under 6-mercaptopurine (Freireich et al., 1963), the textbooks' example. */
    private static final double[] WEEKS = {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
    };

    private static final int RELAPSED = 9;

    @Test
    void theRemissionTimesOfFreireichGiveThePublishedCurve() {
        boolean[] relapsed = new boolean[WEEKS.length];
        for (int i = 0; i < RELAPSED; i++) {
            relapsed[i] = true;
        }
        KaplanMeier curve = KaplanMeier.of(WEEKS, relapsed);
        assertThat(curve.time()).containsExactly(6, 7, 10, 13, 16, 22, 23);
        assertThat(curve.atRisk()).containsExactly(21, 17, 15, 12, 11, 7, 6);
        Offset<Double> near = Offset.offset(6e-5);
        assertThat(curve.share()).containsExactly(new double[] {.8571, .8067, .7529, .6902, .6275, .5378, .4482}, near);
        assertThat(curve.low()).containsExactly(new double[] {.6197, .5631, .5032, .4316, .3675, .2678, .1881}, near);
        assertThat(curve.high()).containsExactly(new double[] {.9516, .9228, .8894, .8491, .8049, .7468, .6801}, near);
        assertThat(curve.censored()).containsExactly(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
    }

    @Test
    void whereAllDieNothingIsLeftAndWhereNoneDoesNothingFalls() {
        KaplanMeier all = KaplanMeier.of(new double[] {1, 2}, new boolean[] {true, true});
        assertThat(all.share()).containsExactly(0.5, 0);
        KaplanMeier none = KaplanMeier.of(new double[] {1, 2}, new boolean[] {false, false});
        assertThat(none.share()).isEmpty();
        assertThat(none.censored()).containsExactly(1, 2);
    }
}
