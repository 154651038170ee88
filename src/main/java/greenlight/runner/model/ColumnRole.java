package greenlight.runner.model;

import java.util.Locale;

/** What a column of a detail table is for: figures find the columns that they draw by it, whatever their names are. */
public enum ColumnRole {
    /** The step of a row, a whole number from 0; its unit in the plural, such as {@code years}, names the step. */
    TIME,
    /** The step as it is shown, such as {@code 2025Q4}. */
    TIME_LABEL,
    /** The agent or the whole that a row is about; the first row of a table is about the one that figures show. */
    ENTITY,
    /** What the entity is. */
    ENTITY_KIND,
    /** What happened. */
    EVENT,
    /** The agent who acts or pays. */
    SOURCE,
    /** What the source is. */
    SOURCE_KIND,
    /** The agent who is acted upon or is paid. */
    TARGET,
    /** What the target is. */
    TARGET_KIND,
    /** What a flow is for. */
    PURPOSE,
    /** How much flows. */
    AMOUNT,
    /** What a row says of all these. */
    READING;

    /** Its spelling in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
