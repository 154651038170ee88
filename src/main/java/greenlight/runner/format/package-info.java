/** Numbers, counts and mistyped words as text. */
package greenlight.runner.format;
