/** Schelling's model of segregation on a torus, with MASON: the model that {@code docs/your-own-model.md} builds. */
package segregation;
