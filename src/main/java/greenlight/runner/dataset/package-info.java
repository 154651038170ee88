/** Results read back: runs, factors, measures, conditions. */
package greenlight.runner.dataset;
