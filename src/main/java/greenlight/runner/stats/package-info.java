/** Estimates with their intervals, moments, quantiles, correlations, the bootstrap, survival. */
package greenlight.runner.stats;
