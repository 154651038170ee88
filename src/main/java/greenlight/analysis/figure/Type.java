package greenlight.analysis.figure;

/**
 * How words look.
 *
 * @param size in pixels
 */
public record Type(double size, boolean bold, Ink ink) {
    static final Type TICK = new Type(11.5, false, Ink.MUTED);
    static final Type LABEL = new Type(12, false, Ink.TEXT);
    static final Type STRONG = new Type(12, true, Ink.TEXT);
    static final Type TITLE = new Type(15, true, Ink.TEXT);

    Type with(Ink other) {
        return new Type(size, bold, other);
    }
}
