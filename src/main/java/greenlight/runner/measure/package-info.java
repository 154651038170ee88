/** Measures of an experiment's own: read from its file, computed from readings and other measures, described. */
package greenlight.runner.measure;
