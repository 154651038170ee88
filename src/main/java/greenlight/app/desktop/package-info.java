/** MASON's console upon a market: its network, charts, inspectors, dials. */
package greenlight.app.desktop;
