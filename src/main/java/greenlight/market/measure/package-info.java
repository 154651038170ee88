/** Quarterly readings and measures of a run, each with the function that computes it. */
package greenlight.market.measure;
