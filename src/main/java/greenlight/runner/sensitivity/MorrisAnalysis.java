package greenlight.runner.sensitivity;

import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.sensitivity.ElementaryEffects.Effect;
import greenlight.runner.stats.Bootstrap;
import greenlight.runner.stats.Estimate;
import greenlight.runner.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Elementary effects after Morris (1991) with the mean size of Campolongo et al. (2007), in units of a factor's whole
 * range, as SALib's {@code morris.analyze}; intervals from resampled trajectories.
 */
public final class MorrisAnalysis {
    private static final int RESAMPLES = 1000;

    private final List<Factor> factors;

    public MorrisAnalysis(List<Factor> factors) {
        this.factors = factors;
    }

    /** The screening of a measure, from points in the order of the trajectories. */
    public ElementaryEffects of(RunTable runs, Response response) {
        int length = factors.size() + 1;
        int most = runs.number(runs.points() - 1) / length + 1;
        int[] places = new int[most * length];
        Arrays.fill(places, -1);
        for (int point = 0; point < runs.points(); point++) {
            places[runs.number(point)] = point;
        }
        double[][] inputs = new double[places.length][];
        double[] outcomes = new double[places.length];
        Arrays.fill(outcomes, Double.NaN);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                int point = places[i];
                inputs[i] = factors.stream()
                        .mapToDouble(factor -> factor.unit(runs.level(point, factor)))
                        .toArray();
                outcomes[i] = response.mean(point);
            }
        }
        return of(inputs, outcomes);
    }

    /** The screening of inputs in units of the range, and their outcomes. */
    public ElementaryEffects of(double[][] inputs, double[] outcomes) {
        int length = factors.size() + 1;
        List<double[]> effects = new ArrayList<>();
        int dropped = 0;
        for (int from = 0; from + length <= outcomes.length; from += length) {
            double[] outcome = Arrays.copyOfRange(outcomes, from, from + length);
            if (Arrays.stream(outcome).anyMatch(Double::isNaN)) {
                dropped++;
            } else {
                effects.add(effects(Arrays.copyOfRange(inputs, from, from + length), outcome));
            }
        }
        List<Effect> rows = new ArrayList<>();
        for (int j = 0; j < factors.size(); j++) {
            int place = j;
            double[] own = effects.stream().mapToDouble(effect -> effect[place]).toArray();
            rows.add(effect(factors.get(j), own));
        }
        return new ElementaryEffects(rows, effects.size(), dropped);
    }

    /** Of each factor along a trajectory; not-a-number for a factor that did not move, as rounding may have it. */
    private double[] effects(double[][] inputs, double[] outcome) {
        double[] effects = new double[factors.size()];
        Arrays.fill(effects, Double.NaN);
        for (int step = 1; step < outcome.length; step++) {
            for (int j = 0; j < effects.length; j++) {
                double moved = inputs[step][j] - inputs[step - 1][j];
                if (moved != 0) {
                    double change = outcome[step] - outcome[step - 1];
                    effects[j] = factors.get(j).unordered() ? Math.abs(change) : change / moved;
                }
            }
        }
        return effects;
    }

    private static Effect effect(Factor factor, double[] all) {
        double[] own =
                Arrays.stream(all).filter(effect -> !Double.isNaN(effect)).toArray();
        if (own.length < 2) {
            return new Effect(factor, Estimate.NONE, Estimate.NONE, Estimate.NONE);
        }
        double[] sizes = Arrays.stream(own).map(Math::abs).toArray();
        double[][] drawn = new double[3][RESAMPLES];
        Bootstrap.draw(own.length, RESAMPLES, (resample, picked) -> {
            double[] again = Arrays.stream(picked).mapToDouble(i -> own[i]).toArray();
            Moments moments = Moments.of(again);
            drawn[0][resample] = moments.mean();
            drawn[1][resample] =
                    Moments.of(Arrays.stream(again).map(Math::abs).toArray()).mean();
            drawn[2][resample] = moments.deviation();
        });
        Moments moments = Moments.of(own);
        Estimate mu = factor.unordered() ? Estimate.NONE : Bootstrap.normal(moments.mean(), drawn[0]);
        return new Effect(
                factor,
                mu,
                Bootstrap.normal(Moments.of(sizes).mean(), drawn[1]),
                Bootstrap.normal(moments.deviation(), drawn[2]));
    }
}
