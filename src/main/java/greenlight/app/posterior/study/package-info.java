/** Whether calibration knows its own doubt: known settings recovered from synthetic records; the influence of each pattern. */
package greenlight.app.posterior.study;
