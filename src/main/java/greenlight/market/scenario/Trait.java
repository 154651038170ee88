package greenlight.market.scenario;

import java.util.Locale;

/** What a firm is like or has at the start: a column of a scenario's file of firms, each of them declared in an enum. */
public interface Trait {
    /** The name of the constant. */
    String name();

    /** Unit in words, such as {@code USD/quarter}. */
    String unit();

    /** Smallest allowed value. */
    double from();

    /** Largest allowed value. */
    double to();

    /** What it is, in one phrase. */
    String meaning();

    /** Its column: the name of the constant in lower case. */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
