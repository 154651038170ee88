package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.ModelOption;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.format.Text;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import greenlight.runner.model.Status;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;
import greenlight.runner.stats.Moments;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep says at its end: what it wrote, how it went, and the means of its measures. */
final class SweepSummary {
    /** Half the width of an interval that is narrow, against the mean. */
    private static final double NARROW = 0.05;

    /** Of the measures of a model other than the market, how many are shown. */
    private static final int MOST_SHOWN = 12;

    private static final int MOST_NEEDED = 100_000;

    private final Experiment experiment;
    private final Sweep.Result result;
    private final Map<String, Mean> means = new TreeMap<>();

    /** Replications that the point which needs most of them would need, by measure. */
    private final Map<String, Long> needed = new LinkedHashMap<>();

    /** Sum and count of a column's values, those that do not apply left out. */
    private record Mean(double sum, int count) {
        Mean with(double value) {
            return new Mean(sum + value, count + 1);
        }
    }

    SweepSummary(Experiment experiment, Sweep.Result result) {
        this.experiment = experiment;
        this.result = result;
    }

    /** Says on the stream for messages which runs did not end well; 1 when there are any, 0 when not. */
    static int exitCode(Sweep.Result result, PrintStream err) {
        result.firstError()
                .ifPresent(error -> err.println(Text.count(result.failed(), "run")
                        + " failed; their rows in runs.csv say why. The first: " + error));
        return result.failed() > 0 ? ExitCode.FAILED : 0;
    }

    /**
     * Prints it.
     *
     * @param all whether also the means over all runs
     */
    void print(Console console, boolean all) throws IOException {
        double seconds = result.elapsed().toNanos() / 1e9;
        StringBuilder counts = new StringBuilder(Text.count(result.ok(), "run") + " ok");
        result.counts().forEach((status, count) -> {
            if (status != Status.OK && count > 0) {
                counts.append(", ")
                        .append(count)
                        .append(' ')
                        .append(status.word().replace('_', ' '));
            }
        });
        List<String> kept = new ArrayList<>();
        if (result.resumed() > 0) {
            kept.add(result.resumed() + " of them before");
        }
        if (result.reused() > 0) {
            kept.add(result.reused() + " of them taken over");
        }
        console.out()
                .println(counts + (kept.isEmpty() ? "" : " (" + String.join(", ", kept) + ")") + " in "
                        + Text.span(seconds) + ", written to " + result.folder() + "/");
        result.files()
                .forEach((name, size) ->
                        console.out().println("  " + Text.padded(name, 22) + Text.right(Text.bytes(size), 9)));
        if (all) {
            read();
        }
        if (means.isEmpty()) {
            return;
        }
        console.out().println();
        console.out().println("Means over " + Text.count(result.ok(), "run") + " (runs.csv has each):");
        for (Model.Column measure : experiment.model().measures()) {
            Mean mean = means.get(measure.key());
            if (mean != null) {
                String figure = Text.padded(measure.key(), 26) + Text.right(figure(measure, mean), 14) + "  ";
                console.paragraph("  " + figure, meaning(measure, mean));
            }
        }
        if (!needed.isEmpty()) {
            console.out().println();
            console.paragraph(
                    "",
                    "Replications for a 95 % interval of 5 % of the mean to either side (5 points for a share of runs),"
                            + " at the point that needs most; each has " + experiment.replications() + ":");
            needed.forEach((key, count) -> console.out()
                    .println("  " + Text.padded(key, 26)
                            + Text.right(
                                    count > MOST_NEEDED ? "> " + Text.grouped(MOST_NEEDED) : Text.grouped(count), 14)));
        }
    }

    private static String figure(Model.Column measure, Mean mean) {
        double value = mean.sum() / mean.count();
        if (measure.type() == Model.Column.Type.BOOLEAN) {
            return Text.percent(value);
        }
        return measure.unit().startsWith("USD") ? Text.dollars(value) : Text.scaled(value);
    }

    private String meaning(Model.Column measure, Mean mean) {
        String unit = measure.type() == Model.Column.Type.BOOLEAN
                ? "of runs: "
                : measure.unit().isEmpty() || measure.unit().equals("USD")
                        ? ""
                        : measure.unit().replace("USD/", "a ") + ", ";
        String some = mean.count() == result.ok() ? "" : " (" + Text.count(mean.count(), "run") + ")";
        return unit + measure.meaning() + some;
    }

    private void read() throws IOException {
        boolean all =
                experiment.measures().size() == experiment.model().measures().size();
        List<String> main = ModelOption.isMarket(experiment.model().name()) ? MarketReportOptions.MEASURES : List.of();
        List<Model.Column> shown = experiment.model().measures().stream()
                .filter(measure -> experiment.measures().contains(measure.key()))
                .filter(measure -> !all || main.isEmpty() || main.contains(measure.key()))
                .limit(all && main.isEmpty() ? MOST_SHOWN : Integer.MAX_VALUE)
                .toList();
        Map<String, List<Double>> atPoint = new LinkedHashMap<>();
        String point = "";
        try (CsvReader row = CsvReader.open(result.folder().resolve("runs.csv"))) {
            while (row.next()) {
                if (!row.cell(ColumnNames.POINT).equals(point)) {
                    close(shown, atPoint);
                    point = row.cell(ColumnNames.POINT);
                }
                for (Model.Column measure : shown) {
                    String cell = row.cell(measure.key());
                    if (!cell.isEmpty()) {
                        double value = CsvReader.number(cell)
                                .orElseGet(() -> CsvReader.yesOrNo(cell).orElseThrow());
                        means.put(
                                measure.key(),
                                means.getOrDefault(measure.key(), new Mean(0, 0))
                                        .with(value));
                        atPoint.computeIfAbsent(measure.key(), key -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
        close(shown, atPoint);
    }

    /** What the runs of a point say of how many it would need. */
    private void close(List<Model.Column> shown, Map<String, List<Double>> atPoint) {
        for (Model.Column measure : shown) {
            List<Double> values = atPoint.getOrDefault(measure.key(), List.of());
            if (values.size() < 2 || experiment.precision().isPresent()) {
                continue;
            }
            Moments seen =
                    Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray());
            boolean share = measure.type() == Model.Column.Type.BOOLEAN;
            double wanted = share ? NARROW : NARROW * Math.abs(seen.mean());
            if (seen.halfWidth() > 0) {
                double runs = wanted > 0 ? seen.needed(wanted) : Double.POSITIVE_INFINITY;
                needed.merge(measure.key(), (long) Math.ceil(Math.min(runs, MOST_NEEDED + 1.0)), Math::max);
            }
        }
        atPoint.clear();
    }
}
