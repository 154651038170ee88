/** Figures of numbers: data in, SVG, PNG and CSV out. */
package greenlight.runner.figure.chart;
