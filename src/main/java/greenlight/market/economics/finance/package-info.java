/** Equations of what investors believe, what they pay, and when firms are founded. */
package greenlight.market.economics.finance;
