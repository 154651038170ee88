/** Evolutionary search for the points that no other one betters in all objectives. */
package greenlight.runner.search;
