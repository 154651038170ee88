/** What is known of a quantity over a weighted ensemble, and how much of its variance would go with a fact. */
package greenlight.runner.information;
