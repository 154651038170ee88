package greenlight.market.state;

import greenlight.market.ledger.Account;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;

/** The money of the market: the ledger, and the accounts of the sectors that are not modelled agent by agent. */
public final class Books {
    private final Ledger ledger = new Ledger();
    private final Account users = ledger.open(Sector.USERS, "users");
    private final Account compute = ledger.open(Sector.COMPUTE, "compute suppliers");
    private final Account world = ledger.open(Sector.WORLD, "rest of the world");

    /** Opens an account without money. */
    public Account open(Sector sector, String holder) {
        return ledger.open(sector, holder);
    }

    /** Pays an opening balance, US dollars. */
    public void endow(Account account, double dollars) {
        pay(world, account, dollars, Why.OPENING);
    }

    /** Moves money, US dollars, rounded to whole cents. */
    public void pay(Account from, Account to, double dollars, Why why) {
        ledger.pay(from, to, Cents.of(dollars), why);
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
