package greenlight.market.contract;

/** The stages in the life of a deal. */
public enum Stage {
    OFFERED,
    PILOT,
    ACTIVE,
    RENEWED,
    COMPLETED,
    TERMINATED,
    VOIDED;

    /** Whether service is given and payments are due. */
    public boolean running() {
        return this == PILOT || this == ACTIVE || this == RENEWED;
    }

    /** Whether the full contract, and not only its pilot, is in force. */
    public boolean inForce() {
        return this == ACTIVE || this == RENEWED;
    }

    /** Whether the deal is over. */
    public boolean ended() {
        return this == COMPLETED || this == TERMINATED || this == VOIDED;
    }

    /** The legal stage changes. */
    public boolean leadsTo(Stage next) {
        return switch (this) {
            case OFFERED -> next == PILOT || next == ACTIVE || next == TERMINATED;
            case PILOT -> next == ACTIVE || next == TERMINATED || next == VOIDED;
            case ACTIVE, RENEWED -> next == RENEWED || next == COMPLETED || next == TERMINATED || next == VOIDED;
            case COMPLETED, TERMINATED, VOIDED -> false;
        };
    }
}
