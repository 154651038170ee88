/** Finds the models on the class path. */
package greenlight.runner.registry;
