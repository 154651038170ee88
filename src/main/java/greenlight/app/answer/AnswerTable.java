package greenlight.app.answer;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The headline answers as a table, one row each; beside them, where there is a second ensemble, whether it agrees. */
public final class AnswerTable {
    private static final MathContext DIGITS = new MathContext(4);

    private AnswerTable() {}

    /** The answers of one ensemble. */
    public static CsvTable of(Map<HeadlineAnswer, HeadlineFigure> figures) {
        return table(figures, null);
    }

    /** The answers of one ensemble against those of another. */
    public static CsvTable of(Map<HeadlineAnswer, HeadlineFigure> figures, Map<HeadlineAnswer, HeadlineFigure> others) {
        return table(figures, others);
    }

    private static CsvTable table(
            Map<HeadlineAnswer, HeadlineFigure> figures, Map<HeadlineAnswer, HeadlineFigure> others) {
        List<String> header = new ArrayList<>(List.of("answer", "what", "unit"));
        header.addAll(columns(""));
        if (others != null) {
            header.addAll(columns("against_"));
            header.addAll(List.of("difference", "difference_low", "difference_high", "agree"));
        }
        CsvTable table = new CsvTable(header.toArray(String[]::new));
        figures.forEach((answer, figure) -> {
            List<Object> row = new ArrayList<>(List.of(answer.key(), answer.words(), answer.unit()));
            add(row, figure);
            if (others != null) {
                add(row, others.get(answer));
                Estimate difference = figure.difference(others.get(answer));
                add(row, difference);
                row.add(!difference.bounded() ? "" : difference.clear() ? "no" : "yes");
            }
            table.with(row.toArray());
        });
        return table;
    }

    private static List<String> columns(String prefix) {
        return List.of("mean", "low", "high", "noise_low", "noise_high", "deviation", "q05", "q50", "q95", "settings")
                .stream()
                .map(column -> prefix + column)
                .toList();
    }

    private static void add(List<Object> row, HeadlineFigure figure) {
        add(row, figure.mean());
        row.add(rounded(figure.noise().low()));
        row.add(rounded(figure.noise().high()));
        row.add(rounded(figure.deviation()));
        for (double quantile : figure.quantiles()) {
            row.add(rounded(quantile));
        }
        row.add(rounded(figure.settings()));
    }

    private static void add(List<Object> row, Estimate estimate) {
        row.add(rounded(estimate.value()));
        row.add(rounded(estimate.low()));
        row.add(rounded(estimate.high()));
    }

    /** To four digits. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : Double.NaN;
    }
}
