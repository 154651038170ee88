/** All runs of an experiment, several at once; shards and their merge. */
package greenlight.runner.run;
