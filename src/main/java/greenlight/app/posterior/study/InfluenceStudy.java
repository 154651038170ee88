package greenlight.app.posterior.study;

import greenlight.app.evidence.Pattern;
import greenlight.app.posterior.PredictedPattern;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.Target;
import greenlight.app.posterior.study.CalibrationSeries.Case;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.inference.SequentialSampler.Stage;
import greenlight.runner.inference.WeightedSample;
import greenlight.runner.model.Model;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * What each pattern does to the ensemble: calibrations without one pattern, which is then predicted from the others, and with
 * the widths of its target doubled, beside one to the whole record and one that differs from it in its seed only.
 */
public final class InfluenceStudy {
    /** How a calibration differs from that to the whole record. */
    public enum Change {
        NONE,
        SEED,
        WITHOUT,
        WIDER;

        /** As it is written in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Changed(Change change, Optional<Pattern> pattern) {
        String name() {
            return change.key() + pattern.map(of -> "-" + of.key()).orElse("");
        }
    }

    /** What is kept of a calibration. */
    private record Outcome(
            double tolerance,
            double settings,
            Map<Pattern, PredictedPattern> predicted,
            Map<String, Estimate> answers) {}

    private static final int FACTOR = 2;
    private static final double[] SHARES = {0.05, 0.5, 0.95};
    private static final MathContext DIGITS = new MathContext(4);

    private final List<Changed> changes = new ArrayList<>();
    private final CalibrationSeries series;

    /**
     * A study that has not begun.
     *
     * @param plan of each calibration
     * @param work where the calibrations are noted
     */
    public InfluenceStudy(Model model, Plan plan, Path work) {
        Target record = Target.record();
        List<Case> cases = new ArrayList<>();
        add(cases, new Changed(Change.NONE, Optional.empty()), plan, record);
        add(cases, new Changed(Change.SEED, Optional.empty()), plan.withSeed(plan.seed() + 1), record);
        for (Pattern pattern : record.counted()) {
            add(cases, new Changed(Change.WITHOUT, Optional.of(pattern)), plan, record.without(pattern));
        }
        for (Pattern pattern : record.counted()) {
            if (pattern.low() < pattern.high()) {
                add(cases, new Changed(Change.WIDER, Optional.of(pattern)), plan, record.wider(pattern, FACTOR));
            }
        }
        series = new CalibrationSeries(model, work, cases);
    }

    private void add(List<Case> cases, Changed changed, Plan plan, Target target) {
        changes.add(changed);
        cases.add(new Case(changed.name(), plan, target));
    }

    /** The calibrations: whole record, another seed, without each pattern, with each that has a width wider. */
    public CalibrationSeries calibrations() {
        return series;
    }

    /**
     * Calibrates, from where it was left, and compares.
     *
     * @param again fresh runs of each setting of each ensemble
     * @param answers of each ensemble
     * @param threads runs at once
     * @param done is given the number of runs so far, the fresh ones and those of the answers not counted
     * @return a row for each calibration: its tolerance (over the patterns that count for it), the settings of equal weight that
     *     its ensemble is worth; of the pattern that is changed, the share of the settings that meet the record's target and
     *     quantiles of the runs, then the same from the whole record; of each answer, value and interval
     */
    public CsvTable run(int again, Answers answers, int threads, IntConsumer done)
            throws IOException, BadTable, InterruptedException {
        List<Outcome> outcomes = series.run(threads, done, (number, calibration) -> {
            List<double[][]> measured = calibration.again(again, threads, runs -> {});
            List<Stage> stages = calibration.stages();
            Map<Pattern, PredictedPattern> predicted = new EnumMap<>(Pattern.class);
            for (Pattern pattern : Target.record().counted()) {
                predicted.put(
                        pattern,
                        PredictedPattern.of(
                                pattern, measured, calibration.population().weights()));
            }
            return new Outcome(
                    stages.isEmpty() ? Double.NaN : stages.get(stages.size() - 1).tolerance(),
                    calibration.population().effectiveSize(),
                    predicted,
                    answers.of(calibration));
        });
        Outcome whole = outcomes.get(0);
        List<String> header = new ArrayList<>(List.of("change", "pattern", "tolerance", "settings"));
        header.addAll(List.of("share", "q05", "q50", "q95", "whole_share", "whole_q05", "whole_q50", "whole_q95"));
        whole.answers().keySet().forEach(name -> header.addAll(List.of(name, name + "_low", name + "_high")));
        CsvTable table = new CsvTable(header.toArray(String[]::new));
        for (int i = 0; i < outcomes.size(); i++) {
            Changed changed = changes.get(i);
            Outcome outcome = outcomes.get(i);
            List<Object> row = new ArrayList<>(List.of(
                    changed.change().key(),
                    changed.pattern().map(Pattern::key).orElse(""),
                    rounded(outcome.tolerance()),
                    rounded(outcome.settings())));
            addPrediction(row, changed.pattern().map(outcome.predicted()::get));
            addPrediction(row, changed.pattern().map(whole.predicted()::get));
            outcome.answers().values().forEach(answer -> row.addAll(
                    List.of(rounded(answer.value()), rounded(answer.low()), rounded(answer.high()))));
            table.with(row.toArray());
        }
        return table;
    }

    private static void addPrediction(List<Object> row, Optional<PredictedPattern> predicted) {
        row.add(predicted.map(of -> rounded(of.share())).orElse(Double.NaN));
        Optional<WeightedSample> runs = predicted.flatMap(PredictedPattern::runs);
        for (double share : SHARES) {
            row.add(runs.map(of -> rounded(of.quantile(share))).orElse(Double.NaN));
        }
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : Double.NaN;
    }
}
