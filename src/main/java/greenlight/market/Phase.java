package greenlight.market;

/** The quarter's timetable: one phase is one ordering on the schedule, in this order. */
public enum Phase {
    ENVIRONMENT("GPU price, enterprise demand, rivals and the funding climate move; scheduled events fire"),
    FUNDING("investors update their exuberance and their marks; rounds close, shrink or fail; start-ups are founded"),
    STRATEGY("vendors update beliefs, set price, quota, guardrails and GPU split; continue, pivot or shut down"),
    PARTNERSHIPS("running deals are reviewed and paid; vendors offer, studios weigh; pilots end in go or no-go"),
    USERS("people adopt, choose a vendor, pay, make clips, misuse, leave"),
    OPERATIONS("demand meets capacity; clips are served or rationed; costs, revenue, research, anomalies"),
    LAW("cases are filed, move, settle, are ruled on; fines; the legal climate moves"),
    ACCOUNTING("books are closed; runway; insolvency"),
    LEARNING("studios learn from their own and others' deals; hype decays; investors see exits"),
    OBSERVATION("the quarter's record is written");

    private final String duty;

    Phase(String duty) {
        this.duty = duty;
    }

    /** What happens in it, in one phrase. */
    public String duty() {
        return duty;
    }
}
