/** A contract between a studio and a vendor: its terms and its life. */
package greenlight.market.contract;
