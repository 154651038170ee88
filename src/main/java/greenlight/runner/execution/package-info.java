/** Which run starts next, how many at once, and one run from its start to its rows. */
package greenlight.runner.execution;
