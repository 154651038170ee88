/** The tables of a sweep and what describes them: data package, RO-Crate, checksums. */
package greenlight.runner.results;
