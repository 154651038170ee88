/** Commands that run or show a market: run, gui, page, serve, params, scenarios, bench. */
package greenlight.app.cli.market;
