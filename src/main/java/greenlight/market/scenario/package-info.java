/** What a market starts from: its firms, their stakes, the timeline, the series, as data. */
package greenlight.market.scenario;
