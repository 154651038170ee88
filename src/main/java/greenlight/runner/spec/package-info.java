/** Experiment files: read, checked, described by a schema. */
package greenlight.runner.spec;
