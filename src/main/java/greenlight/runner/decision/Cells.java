package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;

/** Cells as the tables of runs have them. */
final class Cells {
    private Cells() {}

    /** A value, or an empty cell where there is none. */
    static void number(CsvWriter line, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            line.empty();
        } else {
            line.cell(value);
        }
    }

    /** A truth value, in the spelling that pandas, R and DuckDB all take for one. */
    static String word(boolean yes) {
        return yes ? "TRUE" : "FALSE";
    }
}
