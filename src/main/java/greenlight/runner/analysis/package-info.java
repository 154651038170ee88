/** All that is found in the results of an experiment, in tables and sentences. */
package greenlight.runner.analysis;
