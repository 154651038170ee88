/** Effects, indices, noise, comparisons, each with its interval. */
package greenlight.runner.sensitivity;
