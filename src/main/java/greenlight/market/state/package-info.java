/** The state of a market in parts: clock, books, firms, deals, shares, lawsuits, the environment, the users. */
package greenlight.market.state;
