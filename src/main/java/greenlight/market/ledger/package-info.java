/** Who pays whom for what: the double-entry book, in whole cents. */
package greenlight.market.ledger;
