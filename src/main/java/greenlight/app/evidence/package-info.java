/** Why to believe the market and how far: patterns, calibration, claims, attribution, responses. */
package greenlight.app.evidence;
