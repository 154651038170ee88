package greenlight.market.agent;

import greenlight.market.law.Party;
import greenlight.market.ledger.Account;

/** A party outside the trade that can sue: artists and authors as a class, the regulator. */
public record ExternalParty(String name, Account account) implements Party {
    @Override
    public String toString() {
        return name;
    }
}
