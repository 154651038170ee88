/** What caused the collapse: the article's claims and the share of each mechanism, over all settings that the record allows. */
package greenlight.app.evidence.cause;
