/** Commands that use the results of a sweep: analyze, export, verify, replay. */
package greenlight.app.cli.results;
