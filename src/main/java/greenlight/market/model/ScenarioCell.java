package greenlight.market.model;

import greenlight.market.scenario.InvestorTrait;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.runner.model.Parameter;

/**
 * A figure of firms in the files of a scenario as a parameter: {@code vendors.Northlight.cash}, or {@code vendors.*.cash} for all
 * vendors. With {@code .times} at the end of its key it is a factor on the figures of the scenario.
 *
 * @param firm whose figure it is, or {@link #ALL}
 * @param times whether it multiplies the scenario's figure; otherwise it takes its place
 * @param defaultValue the figure of the first scenario that has the firm; not-a-number for all firms, 1 for a factor
 */
record ScenarioCell(Trait trait, String firm, boolean times, double defaultValue) implements Parameter {
    /** In the place of a firm: all firms of the file. */
    static final String ALL = "*";

    /** The end of the key of a factor. */
    static final String TIMES = ".times";

    private static final double LEAST_FACTOR = 0.1;
    private static final double LARGEST_FACTOR = 10;

    /** The scenario's file that has the trait as a column, without its ending. */
    static String file(Trait trait) {
        return trait instanceof StudioTrait ? "studios" : trait instanceof InvestorTrait ? "investors" : "vendors";
    }

    /** Whether a firm of the cell's file has the cell. */
    boolean of(String name) {
        return firm.equals(ALL) || firm.equals(name);
    }

    @Override
    public String name() {
        return key();
    }

    @Override
    public String key() {
        return file(trait) + "." + firm + "." + trait.key() + (times ? TIMES : "");
    }

    @Override
    public int ordinal() {
        return OUTSIDE;
    }

    @Override
    public Kind kind() {
        return Kind.REAL;
    }

    @Override
    public double from() {
        return times ? LEAST_FACTOR : trait.from();
    }

    @Override
    public double to() {
        return times ? LARGEST_FACTOR : trait.to();
    }

    @Override
    public Scale scale() {
        return times ? Scale.LOG : Scale.LINEAR;
    }

    @Override
    public String unit() {
        return times ? "times the scenario's" : trait.unit();
    }

    @Override
    public String group() {
        return "scenario";
    }

    @Override
    public String meaning() {
        return (firm.equals(ALL) ? "each of the " + file(trait) : firm) + " at the start: " + trait.meaning();
    }

    @Override
    public Basis basis() {
        return Basis.ASSUMED;
    }

    @Override
    public String source() {
        return file(trait) + ".csv of the scenario";
    }
}
