/** The market's parameters: what each one is. */
package greenlight.market.parameter;
