package greenlight.market.ledger;

/** The sectors of the flow matrix: every account belongs to one. */
public enum Sector {
    USERS("users"),
    STUDIOS("studios"),
    VENDORS("vendors"),
    INVESTORS("investors"),
    COMPUTE("compute suppliers"),
    PLAINTIFFS("plaintiffs"),
    REGULATOR("regulator"),
    WORLD("rest of the world");

    private final String words;

    Sector(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
