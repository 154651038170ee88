/** What survives a kill: the journal, its checkpoints, finished runs, the folder. */
package greenlight.runner.journal;
