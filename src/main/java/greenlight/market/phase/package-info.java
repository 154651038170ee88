/** What happens in a quarter, a class for each phase of the timetable. */
package greenlight.market.phase;
