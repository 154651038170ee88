package greenlight.runner.figure;

import greenlight.runner.csv.CsvTable;

/** A picture of some numbers, the same wherever and whenever it is drawn. */
public interface Figure {
    /** Width of every figure in pixels: a column of a journal, and of a phone. */
    double WIDTH = 420;

    /** Its words. */
    Caption caption();

    /** Height in pixels without the title. */
    double height();

    /** Draws it, without the title. */
    void draw(Canvas canvas);

    /** The numbers drawn. */
    CsvTable data();

    /** What the picture says, in a sentence or two, for those who do not see it. */
    String words();
}
