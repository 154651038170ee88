package greenlight.market.scenario;

/** What an investor is like and has at the start; each is a column of the scenario's investors. */
public enum InvestorTrait implements Trait {
    // spotless:off
    //       from  to     unit     what it is
    POWDER  (0,    1e13,  "USD",   "money to place"),
    PATIENCE(0,    1,     "share", "0 for a fund at its end to 1 for patient capital"),
    MOOD    (-1,   1,     "share", "its exuberance above or below the parameter's");
    // spotless:on

    private final double from;
    private final double to;
    private final String unit;
    private final String meaning;

    InvestorTrait(double from, double to, String unit, String meaning) {
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.meaning = meaning;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public double from() {
        return from;
    }

    @Override
    public double to() {
        return to;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
