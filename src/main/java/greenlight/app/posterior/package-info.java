/** What the record leaves of the priors: a sequential calibration, its ensemble of settings, and what was learned. */
package greenlight.app.posterior;
