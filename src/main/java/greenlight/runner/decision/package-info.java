/** Decisions under uncertainty: searches for points that hold up, and given points judged over an ensemble. */
package greenlight.runner.decision;
