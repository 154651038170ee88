/** The Ishigami function as a model: a test problem of sensitivity analysis, with neither time nor entities. */
package ishigami;
