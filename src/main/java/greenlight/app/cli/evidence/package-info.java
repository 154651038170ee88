/** Commands that test the market: validate, calibrate, claims, attribute, responses. */
package greenlight.app.cli.evidence;
