package greenlight.market.chance;

/**
 * What a draw is for. Each purpose has a random stream of its own, keyed by its name: a new purpose or another order changes no
 * draw, a new name does.
 */
public enum RandomStream {
    /** What is fixed at a user's birth. */
    TRAITS,
    /** A user's decisions of the quarter: adopt, choose, pay, leave. */
    USERS,
    /** How many clips users generate. */
    CLIPS,
    /** What a vendor's customers outside the model buy. */
    OTHER_CUSTOMERS,
    /** What rival laboratories learn to do. */
    RIVAL_CAPABILITY,
    /** What an investor thinks of a vendor. */
    OPINION,
    /** Whether start-ups enter. */
    ENTRY,
    /** What a start-up is like that enters. */
    NEWCOMER,
    /** Whether and what a vendor offers a studio. */
    OFFER,
    /** What a studio likes in an offer beyond its terms. */
    TASTE,
    /** Which clips break the brand's rules in a pilot. */
    PILOT_CLIPS,
    /** Which licensed clips break the brand's rules in a running deal. */
    BRAND_CLIPS,
    /** Suits over training data. */
    SUIT_TRAINING,
    /** Suits over infringing output. */
    SUIT_OUTPUT,
    /** Suits against a vendor's partners. */
    SUIT_SECONDARY,
    /** Actions of the regulator. */
    SUIT_REGULATOR,
    /** How long a case takes. */
    CASE_LENGTH,
    /** How a case ends. */
    OUTCOME,
    /** What a lost case costs. */
    DAMAGES,
    /** What research yields. */
    RESEARCH;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long key = fnv1a(name());

    /** The 64-bit FNV-1a hash of the name (Fowler, Noll and Vo), the same whatever the other purposes. */
    long key() {
        return key;
    }

    private static long fnv1a(String ascii) {
        long hash = FNV_BASIS;
        for (int i = 0; i < ascii.length(); i++) {
            hash = (hash ^ ascii.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
