/** What a model is: parameters and their settings in, measures and tables out. */
package greenlight.runner.model;
