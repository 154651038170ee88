package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.dataset.Wording;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.ClassificationTree;
import greenlight.runner.discovery.PrimResult;
import greenlight.runner.sensitivity.Comparison;
import greenlight.runner.sensitivity.Distribution;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Turns an analysis into sentences with numbers and 95 % intervals. */
public final class Findings {
    /** By how much an estimated share may pass the whole without a word. */
    private static final double ROUGH = 0.05;

    private static final int MOST_FACTORS = 5;
    private static final double SAME = 1e-12;

    /** Of the variance, below which a part is not worth its words. */
    private static final double LEAST_SHARE = 5e-4;

    private final Analysis analysis;
    private final RunTable runs;

    private Findings(Analysis analysis) {
        this.analysis = analysis;
        runs = analysis.runs();
    }

    /**
     * What is found, the general before the particular: the experiment, what was asked for, what matters most, then each
     * of these measures.
     */
    public static List<Finding> of(Analysis analysis, List<String> measures) {
        Findings findings = new Findings(analysis);
        List<Finding> all = new ArrayList<>();
        all.add(new Finding("experiment", findings.experiment()));
        findings.compared().ifPresent(all::add);
        findings.discovered().ifPresent(all::add);
        findings.overTime().ifPresent(all::add);
        findings.most().ifPresent(all::add);
        analysis.studies().stream()
                .filter(study -> measures.contains(study.measure().name()))
                .forEach(study -> all.add(new Finding(study.measure().name(), findings.measure(study))));
        return all;
    }

    private List<String> experiment() {
        List<String> sentences = new ArrayList<>();
        if (!runs.plan().title().isEmpty()) {
            sentences.add(runs.plan().title());
        }
        String luck = runs.points() < 2 || runs.replications() < 2
                ? ""
                : runs.plan().common()
                        ? ", with the same luck at every point"
                        : ", with luck of its own at every point";
        sentences.add(Wording.count(runs.size(), "run") + ": "
                + Wording.design(runs.plan().design()) + " of "
                + Wording.count(runs.factors().size(), "factor") + ", " + Wording.count(runs.points(), "point")
                + ", " + Wording.count(runs.replications(), "replication") + luck + ".");
        return sentences;
    }

    /** Which factor is the strongest, counted over measures. */
    private Optional<Finding> most() {
        Map<String, List<String>> firsts = new LinkedHashMap<>();
        int told = 0;
        for (MeasureAnalysis study : analysis.studies()) {
            Optional<String> strongest = strongest(study);
            if (strongest.isPresent()) {
                told++;
                firsts.computeIfAbsent(strongest.get(), name -> new ArrayList<>())
                        .add(study.measure().name());
            }
        }
        if (firsts.isEmpty() || runs.factors().size() < 2) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        int all = told;
        firsts.entrySet().stream()
                .sorted(Comparator.comparingInt(first -> -first.getValue().size()))
                .forEach(first -> {
                    List<String> of = first.getValue();
                    sentences.add(first.getKey() + " matters most for " + of.size() + " of "
                            + Wording.count(all, "measure") + ": "
                            + String.join(", ", of.subList(0, Math.min(MOST_FACTORS, of.size())))
                            + (of.size() > MOST_FACTORS ? " and others." : "."));
                });
        return Optional.of(new Finding("what matters most", sentences));
    }

    /** The factor with the greatest clear estimate, by what the design tells best. */
    private static Optional<String> strongest(MeasureAnalysis study) {
        if (study.drowned() && (study.indices().isPresent() || study.given().isPresent())) {
            return Optional.empty();
        }
        if (study.indices().isPresent()) {
            return study.indices().get().factors().stream()
                    .filter(index -> index.total().low() > 0)
                    .max(Comparator.comparingDouble(index -> index.total().value()))
                    .map(index -> index.factor().name());
        }
        if (study.screening().isPresent()) {
            return study.screening().get().factors().stream()
                    .filter(effect -> effect.muStar().low() > 0)
                    .max(Comparator.comparingDouble(effect -> effect.muStar().value()))
                    .map(effect -> effect.factor().name());
        }
        if (study.given().isPresent()) {
            return study.given().get().factors().stream()
                    .filter(row -> row.first().low() > 0)
                    .max(Comparator.comparingDouble(row -> row.first().value()))
                    .map(row -> row.factor().name());
        }
        return study.effects()
                .flatMap(effects -> effects.mains().stream()
                        .filter(main -> main.difference().clear())
                        .max(Comparator.comparingDouble(
                                main -> Math.abs(main.difference().value())))
                        .map(main -> main.factor().name()));
    }

    private List<String> measure(MeasureAnalysis study) {
        List<String> sentences = new ArrayList<>();
        sentences.add(summary(study));
        study.effects().ifPresent(effects -> effects(study, effects, sentences));
        study.screening().ifPresent(screening -> screening(study, screening, sentences));
        boolean shares = study.indices().isPresent() || study.given().isPresent();
        if (shares && study.drowned()) {
            sentences.add(
                    "The points differ hardly more than their luck, so that it cannot be told which factor's doing"
                            + " it is; more replications would tell.");
        } else {
            study.indices().ifPresent(indices -> indices(indices, sentences));
            study.given().filter(given -> study.indices().isEmpty()).ifPresent(given -> given(given, sentences));
        }
        boolean divided = study.effects().stream().anyMatch(of -> !of.shares().isEmpty());
        if (!divided && study.luck().share().bounded()) {
            sentences.add("Luck is " + shared(study.luck().share()) + " of the variance among runs.");
        }
        return sentences;
    }

    private String summary(MeasureAnalysis study) {
        Column measure = study.measure();
        Distribution spread = study.spread();
        String some = spread.runs() + runs.failed() < runs.size()
                ? ", over the " + Wording.count(spread.runs(), "run") + " to which it applies"
                : "";
        if (measure.type() == Column.Type.BOOLEAN) {
            return "true in " + Wording.percent(spread.mean().value()) + " of runs" + interval(measure, spread.mean())
                    + some + ".";
        }
        String unit = measure.unit().isEmpty() || measure.unit().equals("USD") ? "" : " " + measure.unit();
        return estimate(measure, spread.mean()) + unit + " on average" + some + "; 9 of 10 runs lie between "
                + Wording.figure(measure, spread.quantiles()[1]) + " and "
                + Wording.figure(measure, spread.quantiles()[5]) + ".";
    }

    /** Such as {@code 3.1 [2.9, 3.3]}. */
    private static String estimate(Column measure, Estimate of) {
        return Wording.figure(measure, of.value()) + interval(measure, of);
    }

    private static String interval(Column measure, Estimate of) {
        if (!of.bounded()) {
            return " (too few runs for an interval)";
        }
        return constant(of)
                ? ", the same in every replication"
                : " [" + Wording.figure(measure, of.low()) + ", " + Wording.figure(measure, of.high()) + "]";
    }

    private static String difference(Column measure, Estimate of) {
        if (measure.type() == Column.Type.BOOLEAN) {
            String ends = !of.bounded() || of.high() - of.low() <= SAME
                    ? of.bounded() ? ", the same in every replication" : ""
                    : " [" + points(Math.max(-1, of.low())) + ", " + points(Math.min(1, of.high())) + "]";
            return (of.value() > 0 ? "+" : "") + points(of.value()) + " percentage points" + ends;
        }
        return (of.value() > 0 ? "+" : "") + estimate(measure, of);
    }

    private static boolean constant(Estimate of) {
        return of.high() - of.low() <= SAME * Math.abs(of.value());
    }

    private static String points(double share) {
        return Wording.figure(Math.round(share * 1000) / 10.0);
    }

    private static String shared(Estimate share) {
        if (share.high() - share.low() < LEAST_SHARE) {
            return Wording.percent(share.value());
        }
        return Wording.percent(share.value())
                + (share.bounded()
                        ? " [" + Wording.percent(share.low()) + ", " + Wording.percent(share.high()) + "]"
                        : "");
    }

    private void effects(MeasureAnalysis study, Effects effects, List<String> sentences) {
        if (!effects.shares().isEmpty()) {
            List<String> parts = effects.shares().stream()
                    .filter(share -> share.share().high() >= LEAST_SHARE)
                    .sorted(Comparator.comparingDouble(share -> -share.share().value()))
                    .limit(MOST_FACTORS + 2)
                    .map(share -> share.what() + " " + shared(share.share()))
                    .toList();
            sentences.add("Its variance: " + String.join(", ", parts) + ".");
        }
        Map<Factor, Effects.Main> largest = new LinkedHashMap<>();
        for (Effects.Main main : effects.mains()) {
            if (main.pairs() > 0) {
                largest.merge(main.factor(), main, (one, other) -> size(other) > size(one) ? other : one);
            }
        }
        List<String> unclear = new ArrayList<>();
        largest.values().stream()
                .sorted(Comparator.comparingDouble(main -> -size(main)))
                .forEach(main -> {
                    if (!main.difference().clear() && main.difference().bounded()) {
                        unclear.add(main.factor().name());
                    } else if (sentences.size() < MOST_FACTORS + 2) {
                        Column column = main.factor().column();
                        sentences.add(main.factor().name() + " " + column.text(main.level()) + " instead of "
                                + column.text(main.reference()) + ": "
                                + difference(study.measure(), main.difference()) + ".");
                    }
                });
        if (!unclear.isEmpty()) {
            sentences.add("No clear effect: " + String.join(", ", unclear) + ".");
        }
        effects.interactions().stream()
                .filter(of -> of.difference().clear())
                .max(Comparator.comparingDouble(of -> Math.abs(of.difference().value())))
                .ifPresent(
                        of -> sentences.add("Largest interaction: " + of.first().name() + " "
                                + of.first().column().text(of.firstLevel()) + " with "
                                + of.second().name() + " "
                                + of.second().column().text(of.secondLevel()) + " gives "
                                + difference(study.measure(), of.difference()) + " beside the sum of both alone."));
    }

    private static double size(Effects.Main main) {
        return Math.abs(main.difference().value());
    }

    private static void screening(MeasureAnalysis study, ElementaryEffects screening, List<String> sentences) {
        dropped(screening.dropped(), "trajectory", "trajectories", screening.trajectories(), sentences);
        List<ElementaryEffects.Effect> ordered = screening.factors().stream()
                .filter(effect -> effect.muStar().value() > 0)
                .sorted(Comparator.comparingDouble(effect -> -effect.muStar().value()))
                .toList();
        for (ElementaryEffects.Effect effect : ordered.subList(0, Math.min(MOST_FACTORS, ordered.size()))) {
            boolean bends = effect.sigma().value() > effect.muStar().value();
            boolean yesOrNo = study.measure().type() == Column.Type.BOOLEAN;
            Estimate size = effect.muStar();
            sentences.add(effect.factor().name() + ": over its range "
                    + (yesOrNo ? difference(study.measure(), size).substring(1) : estimate(study.measure(), size))
                    + " in size on average (mu*), sigma "
                    + (yesOrNo
                            ? points(effect.sigma().value())
                            : Wording.figure(study.measure(), effect.sigma().value()))
                    + (bends ? ", so it interacts or bends strongly." : "."));
        }
        int none = screening.factors().size() - ordered.size();
        if (none > 0) {
            sentences.add("Without any effect: "
                    + String.join(
                            ", ",
                            screening.factors().stream()
                                    .filter(effect -> !(effect.muStar().value() > 0))
                                    .map(effect -> effect.factor().name())
                                    .toList())
                    + ".");
        }
    }

    /** Of what the shares of factors are shares. */
    private String variance() {
        return runs.replications() > 1 ? "the variance between points" : "the variance";
    }

    private static void dropped(int dropped, String one, String many, int used, List<String> sentences) {
        if (dropped > 0) {
            sentences.add(Wording.grouped(dropped) + " " + (dropped == 1 ? one : many) + " of "
                    + Wording.grouped(dropped + used)
                    + " left out, because a run failed or the measure does not apply to it.");
        }
    }

    private void indices(SobolIndices indices, List<String> sentences) {
        String variance = variance();
        dropped(indices.dropped(), "base row", "base rows", indices.rows(), sentences);
        if (indices.rows() == 0) {
            return;
        }
        indices.factors().stream()
                .sorted(Comparator.comparingDouble(index -> -index.total().value()))
                .limit(MOST_FACTORS)
                .forEach(index -> sentences.add(index.factor().name() + ": " + shared(index.first()) + " of " + variance
                        + " alone, " + shared(index.total()) + " with its interactions."));
        sentences.add("All factors alone add up to " + Wording.percent(indices.additive())
                + (indices.additive() < 1 ? "; the rest is interactions." : "."));
        rough(
                indices.factors().stream()
                        .mapToDouble(index ->
                                Math.max(index.first().value(), index.total().value())),
                sentences);
        indices.pairs().stream()
                .filter(pair -> pair.second().low() > 0)
                .max(Comparator.comparingDouble(pair -> pair.second().value()))
                .ifPresent(pair -> sentences.add("Largest interaction: "
                        + pair.one().name() + " with " + pair.other().name() + ", " + shared(pair.second()) + "."));
        if (indices.trace().size() > 1) {
            SobolIndices.Step half = indices.trace().get(indices.trace().size() - 2);
            double moved = 0;
            for (int i = 0; i < half.factors().size(); i++) {
                moved = Math.max(
                        moved,
                        Math.abs(half.factors().get(i).total().value()
                                - indices.factors().get(i).total().value()));
            }
            sentences.add("From half of the base rows (" + Wording.grouped(half.rows())
                    + ") the totals differ by at most " + Wording.percent(moved) + ".");
        }
    }

    private void given(GivenDataSensitivity given, List<String> sentences) {
        String variance = variance();
        given.factors().stream()
                .sorted(Comparator.comparingDouble(row -> -row.first().value()))
                .limit(MOST_FACTORS)
                .forEach(row -> sentences.add(row.factor().name() + ": " + shared(row.first())
                        + " of " + variance + " alone"
                        + (Double.isNaN(row.spearman().value())
                                ? "."
                                : ", rank correlation "
                                        + Wording.figure(row.spearman().value()) + " ["
                                        + Wording.figure(row.spearman().low()) + ", "
                                        + Wording.figure(row.spearman().high()) + "].")));
        double sum = given.factors().stream()
                .mapToDouble(row -> Math.max(0, row.first().value()))
                .sum();
        String rest = "; the rest is interactions" + (runs.replications() > 1 ? "" : " and luck");
        sentences.add("All factors alone explain " + Wording.percent(Math.min(1, sum)) + " of " + variance + ", over "
                + Wording.count(given.points(), "point") + (sum < 1 ? rest : "") + ".");
        rough(given.factors().stream().mapToDouble(row -> row.first().value()), sentences);
    }

    /** Shares of a variance that is itself an estimate, after luck was taken out. */
    private void rough(DoubleStream shares, List<String> sentences) {
        if (runs.replications() > 1 && shares.anyMatch(share -> share > 1 + ROUGH)) {
            sentences.add("A share above 100 % is one of a variance that is known but roughly: "
                    + Wording.count(runs.replications(), "replication") + " tell little of what luck leaves in the"
                    + " means of points.");
        }
    }

    private Optional<Finding> compared() {
        if (analysis.comparisons().isEmpty()) {
            return Optional.empty();
        }
        Comparison any = analysis.comparisons().get(0);
        List<String> sentences = new ArrayList<>();
        for (Comparison of : analysis.comparisons()) {
            if (of.difference().bounded() || of.pairs() > 0) {
                sentences.add(of.measure().name() + ": "
                        + Wording.figure(of.measure(), of.first().value()) + " against "
                        + Wording.figure(of.measure(), of.second().value()) + ", a difference of "
                        + difference(of.measure(), of.difference())
                        + (of.difference().bounded()
                                        && !of.difference().clear()
                                        && of.difference().value() != 0
                                ? ", which luck alone may make"
                                : "")
                        + "." + (constant(of.difference()) ? "" : " " + of.pairing()));
            }
        }
        return Optional.of(new Finding(any.one() + " against " + any.other(), sentences));
    }

    private Optional<Finding> discovered() {
        return analysis.discovery().map(found -> {
            PrimResult boxes = found.boxes();
            List<String> sentences = new ArrayList<>();
            sentences.add("It happens in " + Wording.percent(boxes.cases() / boxes.runs()) + " of "
                    + Wording.count((long) boxes.runs(), "run") + ".");
            for (Box box : boxes.boxes()) {
                sentences.add((box.equals(boxes.boxes().get(0)) ? "Where " : "Outside of that, where ") + box.text()
                        + ", it happens in " + Wording.percent(box.density()) + " of "
                        + Wording.count((long) box.runs(), "run") + "; that is " + Wording.percent(box.coverage())
                        + " of all its cases in " + Wording.percent(box.mass()) + " of the runs.");
            }
            if (boxes.boxes().isEmpty()) {
                sentences.add("No box of the factors tells where (PRIM).");
            }
            ClassificationTree tree = found.tree();
            if (tree.root().split().isEmpty()) {
                sentences.add("No question about the factors predicts it (a tree, cross-validated).");
            } else {
                sentences.add("A tree of " + tree.root().leaves() + " leaves explains "
                        + Wording.percent(tree.explained())
                        + " of its variance at points left out of its making; it asks first whether "
                        + tree.root().split().get().text(true) + " (tree.txt).");
            }
            return new Finding("where " + boxes.question(), sentences);
        });
    }

    private Optional<Finding> overTime() {
        return analysis.series().map(series -> {
            List<TimeSeries.Fan> fans = series.fans();
            List<String> sentences = new ArrayList<>();
            for (TimeSeries.Fan fan : List.of(fans.get(0), fans.get(fans.size() / 2), fans.get(fans.size() - 1))) {
                sentences.add(fan.label() + ": median " + Wording.figure(series.reading(), fan.bands()[2])
                        + ", 9 of 10 runs between " + Wording.figure(series.reading(), fan.bands()[0]) + " and "
                        + Wording.figure(series.reading(), fan.bands()[4]) + " (" + Wording.count(fan.runs(), "run")
                        + ").");
            }
            Map<String, List<String>> when = new LinkedHashMap<>();
            series.studies()
                    .forEach((label, study) -> strongest(study)
                            .ifPresent(name -> when.computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(label)));
            when.forEach((name, labels) -> sentences.add(name + " matters most in "
                    + Wording.count(labels.size(), "quarter") + ", from " + labels.get(0) + " to "
                    + labels.get(labels.size() - 1) + "."));
            return new Finding(
                    series.reading().name() + (series.entity().isEmpty() ? "" : " of " + series.entity())
                            + ", quarter by quarter",
                    sentences);
        });
    }
}
