package greenlight.market.scenario;

/** The three kinds of vendor. */
public enum Archetype {
    /** Video is a side quest beside an enterprise business on the same GPUs. */
    FRONTIER_LAB("frontier lab"),
    /** No outside option; lives on venture money. */
    VIDEO_STARTUP("video start-up"),
    /** Pipeline-specific tools: rotoscoping, lighting, render management. */
    TOOL_MAKER("tool maker");

    private final String words;

    Archetype(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it offers a general video platform to consumers. */
    public boolean platform() {
        return this != TOOL_MAKER;
    }
}
