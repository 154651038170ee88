package greenlight.runner.decision;

import greenlight.runner.csv.CsvReader;
import greenlight.runner.execution.RunExecutor;
import greenlight.runner.execution.RunTask;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.RunResult;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Status;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Runs points, several runs at once, and reads what they came to from the lines of their table: resumed runs and new
 * ones alike.
 */
final class Evaluator implements AutoCloseable {
    /** How long a wait for a run lasts before it is begun again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ThreadAllocation allocation;
    private final IntConsumer progress;
    private final RunExecutor executor;
    private int done;

    Evaluator(ThreadAllocation allocation, Optional<Duration> timeout, IntConsumer progress) {
        this.allocation = allocation;
        this.progress = progress;
        executor = new RunExecutor(allocation.runs(), timeout);
    }

    /** Threads at work in all. */
    int threads() {
        return allocation.threads();
    }

    /** The header of a table of an experiment's runs. */
    static byte[] header(Experiment experiment) {
        return new RunRows(experiment).headers().get(RunRows.RUNS);
    }

    /**
     * What points come to.
     *
     * @param log where the lines of the runs are, or go to
     * @param from the first of the experiment's points that is run; all after it are, too
     * @param replications of each point, in their order
     */
    List<Outcomes> outcomes(Experiment experiment, RunLog log, int from, int[] replications)
            throws IOException, BadExperiment, InterruptedException {
        RunRows rows = new RunRows(experiment);
        int points = experiment.design().points() - from;
        int[] places = new int[points * replications.length];
        Arrays.setAll(
                places,
                i -> (from + i / replications.length) * experiment.mostReplications()
                        + replications[i % replications.length]);
        List<String> lines = new ArrayList<>();
        while (lines.size() < places.length) {
            String line = log.known(experiment.run(places[lines.size()]).id());
            if (line.isEmpty()) {
                break;
            }
            lines.add(line);
            progress.accept(++done);
        }
        for (int i = lines.size(); i < places.length; i++) {
            int place = places[i];
            executor.start(new RunTask(experiment, rows, () -> experiment.run(place), allocation.inside()));
        }
        Map<Integer, byte[]> waiting = new TreeMap<>();
        while (lines.size() < places.length) {
            Optional<RunResult> ended = executor.take(PATIENCE);
            ended.ifPresent(run -> waiting.put(run.index(), run.lines().get(RunRows.RUNS)));
            byte[] line = waiting.remove(places[lines.size()]);
            while (line != null) {
                log.append(line);
                lines.add(new String(line, StandardCharsets.UTF_8).stripTrailing());
                progress.accept(++done);
                line = lines.size() < places.length ? waiting.remove(places[lines.size()]) : null;
            }
        }
        return read(experiment, log, lines, replications.length);
    }

    private static List<Outcomes> read(Experiment experiment, RunLog log, List<String> lines, int each)
            throws IOException {
        List<String> header = CsvReader.rows(new String(header(experiment), StandardCharsets.UTF_8))
                .get(0);
        int status = header.indexOf(ColumnNames.STATUS);
        List<List<String>> rows = CsvReader.rows(String.join("\n", lines));
        List<Outcomes> outcomes = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += each) {
            int failed = 0;
            Map<String, double[]> values = new LinkedHashMap<>();
            experiment.measures().forEach(measure -> values.put(measure, new double[each]));
            for (int i = 0; i < each; i++) {
                List<String> row = rows.get(first + i);
                Status ended = Status.of(row.get(status));
                failed += ended == Status.OK ? 0 : 1;
                log.count(ended, row.get(header.indexOf(ColumnNames.ERROR)));
                for (String measure : experiment.measures()) {
                    values.get(measure)[i] = value(row.get(header.lastIndexOf(measure)));
                }
            }
            outcomes.add(new Outcomes(values, failed));
        }
        return outcomes;
    }

    /** The number of a cell of a table of runs; not-a-number where the measure does not apply. */
    static double value(String cell) {
        return cell.isEmpty()
                ? Double.NaN
                : CsvReader.number(cell).orElseGet(() -> CsvReader.yesOrNo(cell).orElse(Double.NaN));
    }

    @Override
    public void close() {
        executor.close();
    }
}
