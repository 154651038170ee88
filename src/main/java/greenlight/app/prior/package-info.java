/** What is known of uncertain parameters before the record is compared: a plausible range, a shape and its source for each. */
package greenlight.app.prior;
