/** Why to believe the market and how far: patterns, calibration, responses. */
package greenlight.app.evidence;
