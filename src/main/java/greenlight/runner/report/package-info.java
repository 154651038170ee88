/** {@code report.html}: what a sweep found, in one file. */
package greenlight.runner.report;
