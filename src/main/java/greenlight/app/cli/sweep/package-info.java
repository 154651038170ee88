/** Commands that run an experiment: sweep, merge, slurm, schema. */
package greenlight.app.cli.sweep;
