/** What all commands share: streams and model, options, faults and exit codes, small tables. */
package greenlight.app.cli.console;
