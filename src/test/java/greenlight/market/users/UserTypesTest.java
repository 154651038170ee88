package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.HALF_LIFE_SPREAD;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Quantile;
import greenlight.runner.model.Setting;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class UserTypesTest {
    private static final int CASUALS = UserTypes.CASUALS;

    private final Setting taste = Place.of(2).taste();
    private final UserTypes kinds = new UserTypes(taste);

    @Test
    void sharesAddUpToOneAndProfessionalsToTheirShare() {
        assertThat(mean(kind -> 1)).isCloseTo(1, within(1e-12));
        assertThat(mean(kind -> UserTypes.professional(kind) ? 1 : 0))
                .isCloseTo(taste.get(PROFESSIONAL_SHARE), within(1e-9));
    }

    /** Chi-square with 255 degrees of freedom: mean 255, deviation 22.6. */
    @Test
    void newbornsAreOfEachKindInItsShare() {
        int users = 4_000_000;
        Draws birth = new Chance(11).draws(RandomStream.TRAITS, 0);
        long[] counts = new long[UserTypes.COUNT];
        for (int user = 0; user < users; user++) {
            counts[kinds.born(birth, user)]++;
        }
        double surprise = 0;
        for (int kind = 0; kind < UserTypes.COUNT; kind++) {
            double expected = users * kinds.share(kind);
            surprise += (counts[kind] - expected) * (counts[kind] - expected) / expected;
        }
        assertThat(surprise).isBetween(255 - 4 * 22.6, 255 + 4 * 22.6);
    }

    @Test
    void misuseHasItsMean() {
        assertThat(mean(kind -> kinds.misuse(kind) * UserTypes.MISUSE_UNIT)).isCloseTo(1, within(1e-6));
    }

    /** Share of people with at least a budget, against the log-normal law: nearer where fewer people are as rich. */
    @Test
    void budgetsFollowTheirLawUpToTheRichest() {
        for (double richer : new double[] {0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.002}) {
            double price = Quantile.logNormal(taste.get(BUDGET), taste.get(BUDGET_SPREAD), 1 - richer);
            double casual = 1 - taste.get(PROFESSIONAL_SHARE);
            double share = mean(kind -> kind < CASUALS && kinds.budget(kind) >= price ? 1 : 0) / casual;
            assertThat(share).isCloseTo(richer, within(1.05 * Math.sqrt(richer) / CASUALS));
        }
    }

    @Test
    void professionalsHaveBudgetsOfTheirOwn() {
        double rich = mean(kind -> kind >= CASUALS && kinds.budget(kind) >= taste.get(PROFESSIONAL_BUDGET) ? 1 : 0);
        assertThat(rich / taste.get(PROFESSIONAL_SHARE)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void needAndHalfLifeHaveTheMeansOfTheirLaws() {
        double casual = 1 - taste.get(PROFESSIONAL_SHARE);
        double need = mean(kind -> UserTypes.professional(kind) ? 0 : kinds.need(kind)) / casual;
        assertThat(need).isCloseTo(taste.get(NEED), within(0.02 * taste.get(NEED)));
        double left = 0;
        int many = 10_000;
        for (int i = 0; i < many; i++) {
            double halfLife =
                    Quantile.logNormal(taste.get(NOVELTY_HALF_LIFE), taste.get(HALF_LIFE_SPREAD), (i + 0.5) / many);
            left += Math.pow(2, -2 / halfLife) / many;
        }
        assertThat(mean(kind -> kinds.noveltyLeft(kind, 6))).isCloseTo(left, within(0.02));
    }

    @Test
    void anyTwoTraitsAreNearlyUncorrelated() {
        for (boolean professional : new boolean[] {false, true}) {
            int first = professional ? CASUALS : 0;
            int n = professional ? UserTypes.PROFESSIONALS : CASUALS;
            IntToDoubleFunction[] traits = {
                kind -> rank(kind, first, n, kinds::budget),
                kind -> rank(kind, first, n, k -> kinds.noveltyLeft(k, 1)),
                kind -> rank(kind, first, n, kinds::misuse),
                kind -> professional ? kind % 2 : kinds.need(kind)
            };
            for (int i = 0; i < traits.length - 1; i++) {
                for (int j = i + 1; j < (professional ? 3 : 4); j++) {
                    assertThat(correlation(first, n, traits[i], traits[j]))
                            .as("traits " + i + " and " + j + (professional ? " of professionals" : ""))
                            .isCloseTo(0, within(0.05));
                }
            }
        }
    }

    /** Share of the kinds with less of a trait. */
    private static double rank(int kind, int first, int n, IntToDoubleFunction trait) {
        double below = 0;
        for (int other = first; other < first + n; other++) {
            below += trait.applyAsDouble(other) < trait.applyAsDouble(kind) ? 1 : 0;
        }
        return below / n;
    }

    private double correlation(int first, int n, IntToDoubleFunction x, IntToDoubleFunction y) {
        double[] sums = new double[6];
        for (int kind = first; kind < first + n; kind++) {
            double[] each = {1, x.applyAsDouble(kind), y.applyAsDouble(kind)};
            double share = kinds.share(kind);
            for (int i = 0; i < 3; i++) {
                sums[i] += share * each[i];
            }
            sums[3] += share * each[1] * each[1];
            sums[4] += share * each[2] * each[2];
            sums[5] += share * each[1] * each[2];
        }
        double mx = sums[1] / sums[0];
        double my = sums[2] / sums[0];
        double vx = sums[3] / sums[0] - mx * mx;
        double vy = sums[4] / sums[0] - my * my;
        return (sums[5] / sums[0] - mx * my) / Math.sqrt(vx * vy);
    }

    private double mean(IntToDoubleFunction of) {
        double sum = 0;
        for (int kind = 0; kind < UserTypes.COUNT; kind++) {
            sum += kinds.share(kind) * of.applyAsDouble(kind);
        }
        return sum;
    }
}
