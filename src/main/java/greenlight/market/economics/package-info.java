/** Equations from the literature, as pure functions. */
package greenlight.market.economics;
