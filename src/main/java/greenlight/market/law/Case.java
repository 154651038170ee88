package greenlight.market.law;

/**
 * A private suit or a regulator's action: the data of an edge from plaintiff to defendant in the network.
 *
 * @param filed quarter of filing
 * @param ends quarter in which the court ends it
 * @param who number that keys its draws
 * @param stake what a regulator's fine would be, US dollars; 0 for a suit, whose damages the court finds
 */
public record Case(Kind kind, Party plaintiff, Party defendant, int filed, int ends, long who, double stake) {
    /** What a case is about. */
    public enum Kind {
        TRAINING("training data"),
        OUTPUT("infringing output"),
        SECONDARY("secondary liability"),
        REGULATOR("harmful clips");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
