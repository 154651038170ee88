/** Where all randomness comes from. */
package greenlight.market.chance;
