package greenlight.market.scenario;

/** What a studio is like at the start; each is a column of the scenario's studios. */
public enum StudioTrait implements Trait {
    // spotless:off
    //            from  to     unit           what it is
    IP           (0,    1,     "share",       "value of its characters"),
    STRICTNESS   (0,    1,     "share",       "strictness of its brand guidelines"),
    CAUTION      (0,    1,     "share",       "legal caution"),
    FOMO         (0,    10,    "factor",      "how much it fears to miss out, 1 for the usual"),
    CONTENT_SPEND(0,    1e11,  "USD/quarter", "content spending"),
    LIBRARY      (0,    1,     "share",       "size of its library against what a model of one's own needs");
    // spotless:on

    private final double from;
    private final double to;
    private final String unit;
    private final String meaning;

    StudioTrait(double from, double to, String unit, String meaning) {
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
