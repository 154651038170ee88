package greenlight.runner.figure;

/**
 * How words look.
 *
 * @param size in pixels
 */
public record Fonts(double size, boolean bold, Palette ink) {
    public static final Fonts TICK = new Fonts(11.5, false, Palette.MUTED);
    public static final Fonts LABEL = new Fonts(12, false, Palette.TEXT);
    public static final Fonts STRONG = new Fonts(12, true, Palette.TEXT);
    static final Fonts TITLE = new Fonts(15, true, Palette.TEXT);

    public Fonts with(Palette other) {
        return new Fonts(size, bold, other);
    }
}
