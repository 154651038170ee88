/** Commands that test the market: validate, calibrate, claims, attribute. */
package greenlight.app.cli.evidence;
