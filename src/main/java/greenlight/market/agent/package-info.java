/** Vendors with their fleets, studios, investors, and the parties outside. */
package greenlight.market.agent;
