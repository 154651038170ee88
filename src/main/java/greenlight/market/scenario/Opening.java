package greenlight.market.scenario;

/**
 * A firm at the start.
 *
 * @param <T> its traits
 * @param <O> the kind of firm
 */
public interface Opening<T extends Trait, O> {
    String name();

    /** The value of a trait. */
    double get(T trait);

    /** The same firm but for one trait. */
    O with(T trait, double value);
}
