/** The market in the browser: a request in, a run out; the page of parts in the resources, and its server. */
package greenlight.app.page;
