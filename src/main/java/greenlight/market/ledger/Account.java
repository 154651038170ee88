package greenlight.market.ledger;

import java.util.Arrays;

/** The account of one agent, or of a sector that is not modelled agent by agent. Only the ledger moves money. */
public final class Account {
    private final Sector sector;
    private final String holder;
    private final long[] paid = new long[Why.values().length];
    private final long[] received = new long[Why.values().length];
    private long balance;

    Account(Sector sector, String holder) {
        this.sector = sector;
        this.holder = holder;
    }

    public Sector sector() {
        return sector;
    }

    public String holder() {
        return holder;
    }

    /** In US cents. */
    public long balance() {
        return balance;
    }

    /** In US dollars. */
    public double dollars() {
        return Cents.dollars(balance);
    }

    /** What the account has paid for this reason in the running quarter, in US dollars. */
    public double paid(Why why) {
        return Cents.dollars(paid[why.ordinal()]);
    }

    /** What the account has received for this reason in the running quarter, in US dollars. */
    public double received(Why why) {
        return Cents.dollars(received[why.ordinal()]);
    }

    void give(long cents, Why why) {
        balance = Math.subtractExact(balance, cents);
        paid[why.ordinal()] += cents;
    }

    void take(long cents, Why why) {
        balance = Math.addExact(balance, cents);
        received[why.ordinal()] += cents;
    }

    void turnPage() {
        Arrays.fill(paid, 0);
        Arrays.fill(received, 0);
    }
}
