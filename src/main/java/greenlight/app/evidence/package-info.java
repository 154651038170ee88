/** Why to believe the market and how far: patterns, calibration, claims, attribution. */
package greenlight.app.evidence;
