/** Scenarios of one's own: a folder or a bundle read as texts, safely, and the places in an experiment file that name one. */
package greenlight.runner.scenario;
