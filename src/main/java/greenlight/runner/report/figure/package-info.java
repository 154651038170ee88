/** The figures of what an analysis found. */
package greenlight.runner.report.figure;
