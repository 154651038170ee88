package greenlight.market;

import greenlight.market.law.Party;
import greenlight.market.ledger.Account;

/** Somebody outside the trade who can sue: artists and authors as a class, the regulator. */
public record ExternalParty(String name, Account account) implements Party {
    @Override
    public String toString() {
        return name;
    }
}
