package greenlight.runner.measure;

import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a reading is found: in the rows of a detail table, one for each step and, where there are any, each entity.
 *
 * @param table its place among those of the model
 * @param columns of the table's rows, its readings behind the others
 * @param place of the reading among these
 */
record ReadingSource(int table, List<Column> columns, int place) {
    /** Every reading of the model's time series, those in words and true and false among them. */
    static List<ReadingSource> of(Model model) {
        List<ReadingSource> sources = new ArrayList<>();
        for (int table = 0; table < model.tables().size(); table++) {
            List<Column> columns = new ArrayList<>(model.tables().get(table).columns());
            columns.addAll(model.tables().get(table).readings());
            if (find(columns, ColumnRole.TIME) < 0
                    || find(columns, ColumnRole.EVENT) >= 0
                    || find(columns, ColumnRole.SOURCE) >= 0) {
                continue;
            }
            for (int place = 0; place < columns.size(); place++) {
                if (columns.get(place).role() == ColumnRole.READING) {
                    sources.add(new ReadingSource(table, columns, place));
                }
            }
        }
        return sources;
    }

    private static int find(List<Column> columns, ColumnRole role) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).role() == role) {
                return place;
            }
        }
        return -1;
    }

    Column reading() {
        return columns.get(place);
    }

    String key() {
        return reading().key();
    }

    boolean words() {
        return reading().type() == Column.Type.TEXT;
    }

    /** The place of the column of a role; -1 when there is none. */
    int place(ColumnRole role) {
        return find(columns, role);
    }

    /** The column of a role, which is there. */
    Column column(ColumnRole role) {
        return columns.get(place(role));
    }

    /** Steps of time in the plural, such as {@code years}. */
    String steps() {
        String unit = column(ColumnRole.TIME).unit();
        return unit.isEmpty() ? "steps" : unit;
    }
}
