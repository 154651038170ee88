package greenlight.runner.measure;

import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model.Cells;
import greenlight.runner.model.Model.Column;
import java.util.Optional;

/**
 * A measure of one reading.
 *
 * @param entity whose it is; empty where it is of all of a kind, or the table has no entities
 * @param kind of the entities over which it goes; empty for one
 * @param mean whether over these it is their mean, else their sum
 */
record ReadMeasure(
        Column column,
        ReadingSource source,
        Optional<String> entity,
        Optional<String> kind,
        boolean mean,
        Summary summary)
        implements OwnMeasure {

    /** A measure under a name, its column made from what it is. */
    static ReadMeasure of(
            String name,
            ReadingSource source,
            Optional<String> entity,
            Optional<String> kind,
            boolean mean,
            Summary summary) {
        Column reading = source.reading();
        Column.Type values = reading.type();
        if (kind.isPresent() && mean) {
            values = Column.Type.REAL;
        } else if (kind.isPresent() && values == Column.Type.BOOLEAN) {
            values = Column.Type.INTEGER;
        }
        String unit = switch (summary.how()) {
            case WHERE -> source.steps();
            case FIRST_WHERE -> source.column(ColumnRole.TIME).key();
            default -> reading.unit();
        };
        String whose = entity.map(one -> " of " + one)
                .or(() -> kind.map(all -> ", " + (mean ? "mean" : "sum") + " over all of the kind " + all))
                .orElse("");
        String meaning = source.key() + whose + " (" + reading.meaning() + "): " + summary.words(source.steps());
        return new ReadMeasure(
                new Column(name, summary.type(values), unit, meaning), source, entity, kind, mean, summary);
    }

    /** What a row has for it; not-a-number where the row is about another entity, or the reading does not apply. */
    double value(Cells row) {
        boolean about = entity.map(one -> one.equals(row.word(source.place(ColumnRole.ENTITY))))
                .or(() -> kind.map(all -> all.equals(row.word(source.place(ColumnRole.ENTITY_KIND)))))
                .orElse(true);
        return about ? row.number(source.place()) : Double.NaN;
    }

    /** The value of a step. */
    double across(double sum, int count) {
        return mean ? sum / count : sum;
    }
}
