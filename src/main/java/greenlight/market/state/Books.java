package greenlight.market.state;

import greenlight.market.ledger.Account;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.record.EventWords;
import greenlight.market.record.Recording;
import greenlight.runner.model.OutOfRange;

/** The money of the market: the ledger, and the accounts of the sectors that are not modelled agent by agent. */
public final class Books {
    /** About what the world earns in a year (World Bank: 111 trillion US dollars in 2024): no payment of a market is as large. */
    static final double LARGEST_PAYMENT = 1e14;
    /** No account of a market holds or owes as much, US dollars. */
    static final double LARGEST_BALANCE = 10 * LARGEST_PAYMENT;

    private final Clock clock;
    private final Ledger ledger;
    private final Account users;
    private final Account compute;
    private final Account world;

    public Books(Clock clock, Recording recording) {
        this.clock = clock;
        ledger = new Ledger(recording.payments());
        users = ledger.open(Sector.USERS, "users");
        compute = ledger.open(Sector.COMPUTE, "compute suppliers");
        world = ledger.open(Sector.WORLD, "rest of the world");
    }

    /** Opens an account without money. */
    public Account open(Sector sector, String holder) {
        return ledger.open(sector, holder);
    }

    /** Pays an opening balance, US dollars. */
    public void endow(Account account, double dollars) {
        pay(world, account, dollars, Why.OPENING);
    }

    /**
     * Moves money, US dollars, rounded to whole cents.
     *
     * @throws OutOfRange when the payment, or what either side holds or owes after it, is beyond all sane sums
     */
    public void pay(Account from, Account to, double dollars, Why why) {
        if (!(dollars <= LARGEST_PAYMENT)) {
            throw outOfRange(from.holder() + " would pay " + to.holder() + " " + EventWords.dollars(dollars) + " for "
                    + why.words() + ", more than " + EventWords.dollars(LARGEST_PAYMENT)
                    + ", which is about what the world earns in a year");
        }
        ledger.pay(from, to, Cents.of(dollars), why);
        holdsSaneSum(from);
        holdsSaneSum(to);
    }

    private void holdsSaneSum(Account account) {
        if (!(Math.abs(account.dollars()) <= LARGEST_BALANCE)) {
            throw outOfRange("the account of " + account.holder() + " would come to "
                    + EventWords.dollars(account.dollars()) + ", beyond " + EventWords.dollars(LARGEST_BALANCE)
                    + ", ten times what the world earns in a year");
        }
    }

    private OutOfRange outOfRange(String what) {
        return new OutOfRange("in " + clock.label(clock.quarter()) + " " + what);
    }

    /** Starts the sums of a new quarter. */
    public void turnPage() {
        ledger.turnPage();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Account users() {
        return users;
    }

    public Account compute() {
        return compute;
    }

    public Account world() {
        return world;
    }
}
