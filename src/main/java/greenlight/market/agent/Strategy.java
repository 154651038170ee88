package greenlight.market.agent;

/** What a studio does about AI. */
public enum Strategy {
    ABSTAIN("does without AI"),
    PIPELINE_TOOLS("buys pipeline tools"),
    PRIVATE_CLOUD("builds a private cloud"),
    PLATFORM_PARTNER("partners with a platform");

    private final String words;

    Strategy(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
