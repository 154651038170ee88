/** The points of sampled designs, in the unit cube. */
package greenlight.runner.sample;
