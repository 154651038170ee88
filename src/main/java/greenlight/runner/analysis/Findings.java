package greenlight.runner.analysis;

import greenlight.runner.dataset.RunTable;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.ClassificationTree;
import greenlight.runner.discovery.PrimResult;
import greenlight.runner.format.Text;
import greenlight.runner.sensitivity.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns an analysis into sentences with numbers and 95 % intervals. */
public final class Findings {
    /** How the sentence begins that divides the variance at a point into ignorance and noise. */
    public static final String DOUBT = "Doubt: ";

    private static final int MOST_FACTORS = 5;
    private final Analysis analysis;
    private final RunTable runs;

    private Findings(Analysis analysis) {
        this.analysis = analysis;
        runs = analysis.runs();
    }

    /**
     * What is found, the general before the particular: the experiment, what was requested, what matters most, then each
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
                .forEach(study ->
                        all.add(new Finding(study.measure().name(), new MeasureFindings(analysis.runs()).of(study))));
        return all;
    }

    private List<String> experiment() {
        List<String> sentences = new ArrayList<>();
        if (!runs.plan().title().isEmpty()) {
            sentences.add(runs.plan().title());
        }
        String numbers = runs.points() < 2 || runs.replications() < 2
                ? ""
                : runs.plan().common()
                        ? ", with the same random numbers at every point"
                        : ", with random numbers of its own at every point";
        long settings = IntStream.of(runs.settings()).distinct().count();
        String over = settings == 0 ? "" : ", over " + Text.count(settings, "setting") + " of an ensemble";
        sentences.add(Text.count(runs.size(), "run") + ": "
                + runs.plan().designInWords() + " of "
                + Text.count(runs.factors().size(), "factor") + ", " + Text.count(runs.points(), "point")
                + ", " + Text.count(runs.replications(), "replication") + over + numbers + ".");
        return sentences;
    }

    /** Which factor is the strongest, counted over measures. */
    private Optional<Finding> most() {
        Map<String, List<String>> firsts = new LinkedHashMap<>();
        int stated = 0;
        for (MeasureAnalysis study : analysis.studies()) {
            Optional<String> strongest = study.strongest();
            if (strongest.isPresent()) {
                stated++;
                firsts.computeIfAbsent(strongest.get(), name -> new ArrayList<>())
                        .add(study.measure().name());
            }
        }
        if (firsts.isEmpty() || runs.factors().size() < 2) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        int all = stated;
        firsts.entrySet().stream()
                .sorted(Comparator.comparingInt(first -> -first.getValue().size()))
                .forEach(first -> {
                    List<String> of = first.getValue();
                    sentences.add(first.getKey() + " matters most for " + of.size() + " of "
                            + Text.count(all, "measure") + ": "
                            + String.join(", ", of.subList(0, Math.min(MOST_FACTORS, of.size())))
                            + (of.size() > MOST_FACTORS ? " and others." : "."));
                });
        return Optional.of(new Finding("what matters most", sentences));
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
                        + of.measure().words(of.first().value()) + " against "
                        + of.measure().words(of.second().value()) + ", a difference of "
                        + EstimateText.difference(of.measure(), of.difference())
                        + (of.difference().bounded()
                                        && !of.difference().clear()
                                        && of.difference().value() != 0
                                ? ", which noise alone may make"
                                : "")
                        + "." + (EstimateText.constant(of.difference()) ? "" : " " + of.pairing()));
            }
        }
        return Optional.of(new Finding(any.one() + " against " + any.other(), sentences));
    }

    private Optional<Finding> discovered() {
        return analysis.discovery().map(found -> {
            PrimResult boxes = found.boxes();
            List<String> sentences = new ArrayList<>();
            sentences.add("It happens in " + Text.percent(boxes.cases() / boxes.runs()) + " of "
                    + Text.count((long) boxes.runs(), "run") + ".");
            for (Box box : boxes.boxes()) {
                sentences.add((box.equals(boxes.boxes().get(0)) ? "Where " : "Outside of that, where ") + box.text()
                        + ", it happens in " + Text.percent(box.density()) + " of "
                        + Text.count((long) box.runs(), "run") + "; that is " + Text.percent(box.coverage())
                        + " of all its cases in " + Text.percent(box.mass()) + " of the runs.");
            }
            if (boxes.boxes().isEmpty()) {
                sentences.add("PRIM finds no box of the factors in which it happens more often.");
            }
            ClassificationTree tree = found.tree();
            if (tree.root().split().isEmpty()) {
                sentences.add("No question about the factors predicts it (a tree, cross-validated).");
            } else {
                sentences.add("A tree of " + tree.root().leaves() + " leaves explains "
                        + Text.percent(tree.explained())
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
                sentences.add(fan.label() + ": median " + series.reading().words(fan.bands()[2])
                        + ", 9 of 10 runs between " + series.reading().words(fan.bands()[0]) + " and "
                        + series.reading().words(fan.bands()[4]) + " (" + Text.count(fan.runs(), "run")
                        + ").");
            }
            Map<String, List<String>> when = new LinkedHashMap<>();
            series.studies()
                    .forEach((label, study) -> study.strongest()
                            .ifPresent(name -> when.computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(label)));
            when.forEach((name, labels) -> sentences.add(name + " matters most in "
                    + Text.count(labels.size(), series.step()) + ", from " + labels.get(0) + " to "
                    + labels.get(labels.size() - 1) + "."));
            return new Finding(
                    series.reading().name() + (series.entity().isEmpty() ? "" : " of " + series.entity()) + ", "
                            + series.step() + " by " + series.step(),
                    sentences);
        });
    }
}
