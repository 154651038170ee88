package greenlight.runner.figure;

import java.awt.Shape;

/** What a figure is drawn on, in pixels from the top left corner. One drawing gives the SVG and the PNG. */
public interface Canvas {
    /** Which point of a line of words is given. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * Fills an area.
     *
     * @param opacity from 0 to 1
     */
    void fill(Shape area, Palette ink, double opacity);

    /**
     * Draws a line.
     *
     * @param width in pixels
     * @param dash lengths of strokes and gaps in turn; none for a whole line
     */
    void stroke(Shape line, Palette ink, double width, double... dash);

    /** Writes one line of words on a baseline. */
    void words(String words, double x, double y, Anchor anchor, Fonts type);
}
