/** What happened in a run, in words. */
package greenlight.market.narrative;
