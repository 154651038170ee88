package greenlight.market.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The double-entry book of the whole market, in whole US cents: every payment has a payer and a payee, so the balances
 * always sum to exactly zero.
 */
public final class Ledger {
    private static final int WHYS = Why.values().length;
    private static final int SECTORS = Sector.values().length;

    private final List<Account> accounts = new ArrayList<>();
    private final long[][][] flows = new long[WHYS][SECTORS][SECTORS];
    private final boolean keepsPayments;
    private final List<Payment> payments = new ArrayList<>();
    private int page;

    /**
     * A book without accounts.
     *
     * @param keepsPayments whether each payment is kept beside the sums
     */
    public Ledger(boolean keepsPayments) {
        this.keepsPayments = keepsPayments;
    }

    /**
     * One payment.
     *
     * @param page 0 for what was booked before the first quarter, 1 for the first, and so on
     * @param cents above 0
     */
    public record Payment(int page, Account from, Account to, Why why, long cents) {}

    public Account open(Sector sector, String holder) {
        Account account = new Account(sector, holder);
        accounts.add(account);
        return account;
    }

    /**
     * Moves money.
     *
     * @param cents at least 0; nothing is booked for 0
     * @throws IllegalArgumentException for a negative amount or a payment to oneself
     */
    public void pay(Account from, Account to, long cents, Why why) {
        if (cents < 0 || from == to) {
            throw new IllegalArgumentException(
                    from.holder() + " cannot pay " + cents + " cents to " + to.holder() + " for " + why.words() + ".");
        }
        if (cents == 0) {
            return;
        }
        from.give(cents, why);
        to.take(cents, why);
        flows[why.ordinal()][from.sector().ordinal()][to.sector().ordinal()] += cents;
        if (keepsPayments) {
            payments.add(new Payment(page, from, to, why, cents));
        }
    }

    /** Starts a quarter: the accounts' quarterly sums begin at zero again. */
    public void turnPage() {
        page++;
        accounts.forEach(Account::turnPage);
    }

    /** The accounts in the order they were opened. */
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** Every payment in the order of booking; none where they are not kept. */
    public List<Payment> payments() {
        return List.copyOf(payments);
    }

    /** The sum of all balances in cents: zero, always. */
    public long total() {
        long total = 0;
        for (Account account : accounts) {
            total += account.balance();
        }
        return total;
    }

    /** All that one sector has paid another for a reason since the start, in cents. */
    public long flow(Why why, Sector from, Sector to) {
        return flows[why.ordinal()][from.ordinal()][to.ordinal()];
    }
}
