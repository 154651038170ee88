/** Equations of what firms expect and of what going on is worth to them. */
package greenlight.market.economics.forecast;
