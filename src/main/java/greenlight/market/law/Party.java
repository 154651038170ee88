package greenlight.market.law;

import greenlight.market.ledger.Account;

/** A party that can sue or be sued. */
public interface Party {
    String name();

    Account account();
}
