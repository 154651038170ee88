/** CSV text (RFC 4180): one writer and one tolerant reader. */
package greenlight.runner.csv;
