/** The court, its docket, its rulings. */
package greenlight.market.law;
