/** All runs of an experiment in a folder of results: begun, resumed, extended, merged, compared. */
package greenlight.runner.run;
