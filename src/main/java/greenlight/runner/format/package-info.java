/** Numbers, counts, mistyped words and faults of files as text; files that are whole or not there. */
package greenlight.runner.format;
