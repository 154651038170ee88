/** The root command, which knows all others. */
package greenlight.app.cli;
