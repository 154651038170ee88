/** What is written down of a quarter: events, holdings. */
package greenlight.market.record;
