/** The calendar and the timetable, on MASON's engine, which only rooms that show a market know besides. */
package greenlight.market;
