/** Which points an experiment visits. */
package greenlight.runner.design;
