package greenlight.market.law;

import greenlight.market.ledger.Account;

/** Somebody who can sue or be sued. */
public interface Party {
    String name();

    Account account();
}
