package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.Text;
import greenlight.runner.sensitivity.Distribution;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.ElementaryEffects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.SettingDecomposition;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What is found of one measure, in sentences. */
final class MeasureFindings {
    private static final int MOST_FACTORS = 5;

    /** By how much an estimated share may pass the whole without a word. */
    private static final double ROUGH = 0.05;

    private final RunTable runs;

    MeasureFindings(RunTable runs) {
        this.runs = runs;
    }

    /** The mean and the range, then what moves the measure, the strongest first. */
    List<String> of(MeasureAnalysis study) {
        List<String> sentences = new ArrayList<>();
        sentences.add(summary(study));
        study.effects().ifPresent(effects -> effects(study, effects, sentences));
        study.screening().ifPresent(screening -> screening(study, screening, sentences));
        boolean shares = study.indices().isPresent() || study.given().isPresent();
        if (shares && study.drowned()) {
            sentences.add("The points differ hardly more than their noise, so that the shares of factors cannot be"
                    + " estimated; more replications would help.");
        } else {
            study.indices().ifPresent(indices -> indices(indices, sentences));
            study.given().filter(given -> study.indices().isEmpty()).ifPresent(given -> given(given, sentences));
        }
        boolean divided = study.effects().stream().anyMatch(of -> !of.shares().isEmpty());
        if (!divided && study.noise().share().bounded()) {
            boolean over = study.spread().settings().isPresent();
            sentences.add((over ? "Settings and noise are " : "Noise is ")
                    + EstimateText.shared(study.noise().share()) + " of the variance among runs.");
        }
        study.spread().settings().map(MeasureFindings::doubt).ifPresent(sentences::add);
        return sentences;
    }

    /** How much of what is not known of a run is ignorance of the setting, and how much noise. */
    private static String doubt(SettingDecomposition settings) {
        return settings.isResolved()
                ? Findings.DOUBT + EstimateText.shared(settings.share())
                        + " of the variance at a point is between the settings of the"
                        + " ensemble (ignorance), the rest between the replications of a setting (noise)."
                : Findings.DOUBT
                        + "ignorance of the setting and noise are not resolved, because fewer than ten settings have two runs at a"
                        + " point, or none that differ; twice as many replications as settings would do.";
    }

    private String summary(MeasureAnalysis study) {
        Column measure = study.measure();
        Distribution spread = study.spread();
        String some = spread.runs() + runs.failed() < runs.size()
                ? ", over the " + Text.count(spread.runs(), "run") + " to which it applies"
                : "";
        if (measure.isBoolean()) {
            return "true in " + Text.percent(spread.mean().value()) + " of runs"
                    + EstimateText.interval(measure, spread.mean()) + some + ".";
        }
        String unit = measure.unit().isEmpty() || measure.unit().equals("USD") ? "" : " " + measure.unit();
        return EstimateText.estimate(measure, spread.mean()) + unit + " on average" + some
                + "; 9 of 10 runs lie between "
                + measure.words(spread.quantiles()[1]) + " and "
                + measure.words(spread.quantiles()[5]) + ".";
    }

    private void effects(MeasureAnalysis study, Effects effects, List<String> sentences) {
        if (!effects.shares().isEmpty()) {
            List<String> parts = effects.shares().stream()
                    .filter(share -> share.share().high() >= EstimateText.LEAST_SHARE)
                    .sorted(Comparator.comparingDouble(share -> -share.share().value()))
                    .limit(MOST_FACTORS + 2)
                    .map(share -> share.what() + " " + EstimateText.shared(share.share()))
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
                                + EstimateText.difference(study.measure(), main.difference()) + ".");
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
                                + EstimateText.difference(study.measure(), of.difference())
                                + " beside the sum of both alone."));
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
            boolean yesOrNo = study.measure().isBoolean();
            Estimate size = effect.muStar();
            sentences.add(effect.factor().name() + ": over its range "
                    + (yesOrNo
                            ? EstimateText.difference(study.measure(), size).substring(1)
                            : EstimateText.estimate(study.measure(), size))
                    + " in size on average (mu*), sigma "
                    + (yesOrNo
                            ? EstimateText.percentagePoints(effect.sigma().value())
                            : study.measure().words(effect.sigma().value()))
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
            sentences.add(Text.grouped(dropped) + " " + (dropped == 1 ? one : many) + " of "
                    + Text.grouped(dropped + used)
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
                .forEach(index -> sentences.add(
                        index.factor().name() + ": " + EstimateText.shared(index.first()) + " of " + variance
                                + " alone, " + EstimateText.shared(index.total()) + " with its interactions."));
        sentences.add("All factors alone add up to " + Text.percent(indices.additive())
                + (indices.additive() < 1 ? "; the rest is interactions." : "."));
        rough(
                indices.factors().stream()
                        .mapToDouble(index ->
                                Math.max(index.first().value(), index.total().value())),
                sentences);
        indices.pairs().stream()
                .filter(pair -> pair.second().low() > 0)
                .max(Comparator.comparingDouble(pair -> pair.second().value()))
                .ifPresent(pair ->
                        sentences.add("Largest interaction: " + pair.one().name() + " with "
                                + pair.other().name() + ", " + EstimateText.shared(pair.second()) + "."));
        if (indices.trace().size() > 1) {
            SobolIndices.Step half = indices.trace().get(indices.trace().size() - 2);
            double moved = 0;
            for (int i = 0; i < half.factors().size(); i++) {
                moved = Math.max(
                        moved,
                        Math.abs(half.factors().get(i).total().value()
                                - indices.factors().get(i).total().value()));
            }
            sentences.add("From half of the base rows (" + Text.grouped(half.rows()) + ") the totals differ by at most "
                    + Text.percent(moved) + ".");
        }
    }

    private void given(GivenDataSensitivity given, List<String> sentences) {
        String variance = variance();
        given.factors().stream()
                .sorted(Comparator.comparingDouble(row -> -row.first().value()))
                .limit(MOST_FACTORS)
                .forEach(row -> sentences.add(row.factor().name() + ": " + EstimateText.shared(row.first())
                        + " of " + variance + " alone"
                        + (Double.isNaN(row.spearman().value())
                                ? "."
                                : ", rank correlation "
                                        + Text.scaled(row.spearman().value()) + " ["
                                        + Text.scaled(row.spearman().low()) + ", "
                                        + Text.scaled(row.spearman().high()) + "].")));
        double sum = given.factors().stream()
                .mapToDouble(row -> Math.max(0, row.first().value()))
                .sum();
        String rest = "; the rest is interactions" + (runs.replications() > 1 ? "" : " and noise");
        sentences.add("All factors alone explain " + Text.percent(Math.min(1, sum)) + " of " + variance + ", over "
                + Text.count(given.points(), "point") + (sum < 1 ? rest : "") + ".");
        rough(given.factors().stream().mapToDouble(row -> row.first().value()), sentences);
    }

    /** Shares of a variance that is itself an estimate, after noise was taken out. */
    private void rough(DoubleStream shares, List<String> sentences) {
        if (runs.replications() > 1 && shares.anyMatch(share -> share > 1 + ROUGH)) {
            sentences.add("A share above 100 % is one of a variance that is known but roughly: "
                    + Text.count(runs.replications(), "replication") + " say little about the noise that is left in the"
                    + " means of points.");
        }
    }
}
