/** The market as a model for the runner; the named worlds, read from small CSV files. */
package greenlight.market.model;
