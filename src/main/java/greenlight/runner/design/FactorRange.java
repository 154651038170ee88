package greenlight.runner.design;

import greenlight.runner.model.Parameter.Scale;
import java.util.Arrays;
import java.util.List;

/** What a factor may be within a design. */
public sealed interface FactorRange {
    /** The level at a place between 0 and 1; places that are spread evenly give levels that are. */
    double at(double place);

    /**
     * A few levels, each with an equal share of the places.
     *
     * @param values at least one, in their order
     */
    record Levels(List<Double> values) implements FactorRange {
        public Levels {
            values = List.copyOf(values);
        }

        public static Levels of(double... values) {
            return new Levels(Arrays.stream(values).boxed().toList());
        }

        @Override
        public double at(double place) {
            return values.get(Math.min(values.size() - 1, (int) (place * values.size())));
        }
    }

    /**
     * All numbers between two ends.
     *
     * @param to above {@code from}
     * @param scale on which places are spread evenly; logarithmic only from above 0
     * @param whole whether only whole numbers count: on a linear scale each has an equal share of the places
     */
    record Interval(double from, double to, Scale scale, boolean whole) implements FactorRange {
        @Override
        public double at(double place) {
            double end = whole ? to + 1 : to;
            double value =
                    scale == Scale.LOG ? from * StrictMath.pow(end / from, place) : from * (1 - place) + end * place;
            return place == 1 ? to : Math.max(from, Math.min(to, whole ? Math.floor(value) : value));
        }
    }
}
