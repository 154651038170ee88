/** Where among the parameters something happens: PRIM and trees. */
package greenlight.runner.discovery;
