package greenlight.runner.design;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Parameter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The points of a design as a CSV table, which a list of points reads back to the same points. */
public final class PointsWriter {
    private final Design design;
    private final List<String> scenarios;
    private final CsvWriter line = new CsvWriter();

    /**
     * A writer.
     *
     * @param scenarios the model's; a level of the scenario is a place among them
     */
    public PointsWriter(Design design, List<String> scenarios) {
        this.design = design;
        this.scenarios = List.copyOf(scenarios);
    }

    /** Writes a line of the factors' keys, then a line for each point, in their order, with its seed where it has one. */
    public void write(OutputStream out) throws IOException {
        line.wipe();
        design.factors().forEach(factor -> line.cell(factor.key()));
        if (design.hasSeeds()) {
            line.cell(ColumnNames.SEED);
        }
        out.write(line.end().bytes());
        for (int point = 0; point < design.points(); point++) {
            line.wipe();
            double[] levels = design.point(point);
            for (int factor = 0; factor < levels.length; factor++) {
                cell(design.factors().get(factor), levels[factor]);
            }
            design.seed(point).ifPresent(line::cell);
            out.write(line.end().bytes());
        }
    }

    private void cell(Design.Factor factor, double level) {
        if (factor.parameter().isEmpty()) {
            line.cell(scenarios.get((int) level));
            return;
        }
        Parameter parameter = factor.parameter().get();
        if (parameter.kind() == Parameter.Kind.REAL) {
            line.cell(level);
        } else {
            line.cell(parameter.text(level));
        }
    }
}
