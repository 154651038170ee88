/** Points answered as they come, for programs that choose them: read from a stream, run in parallel, a row for each run. */
package greenlight.runner.batch;
