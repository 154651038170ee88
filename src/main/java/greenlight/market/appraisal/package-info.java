/** What deals, their alternatives and going on with video are worth. */
package greenlight.market.appraisal;
