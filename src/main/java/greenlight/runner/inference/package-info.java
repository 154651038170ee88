/** Approximate Bayesian computation: priors, a sequential sampler in the unit cube, checks of posteriors. */
package greenlight.runner.inference;
