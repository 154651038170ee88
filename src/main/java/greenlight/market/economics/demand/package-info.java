/** Equations of what users adopt, use and pay for. */
package greenlight.market.economics.demand;
