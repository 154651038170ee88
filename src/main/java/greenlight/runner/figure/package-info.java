/** What figures are drawn with: canvas, scales, palette, fonts. */
package greenlight.runner.figure;
