/** Weighted settings of a model's parameters, and which replication has which. */
package greenlight.runner.ensemble;
