/** The tables of a sweep in the formats of other tools. */
package greenlight.runner.export;
