/** Worlds as tables of text: what their columns are, read with the place of every fault, one based on another, written again. */
package greenlight.market.world;
