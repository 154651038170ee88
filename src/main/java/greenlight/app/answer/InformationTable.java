package greenlight.app.answer;

import greenlight.app.evidence.Pattern;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.information.Information;
import greenlight.runner.information.KnownParameter;
import greenlight.runner.information.NoisyQuantity;
import greenlight.runner.information.Reweighting;
import greenlight.runner.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which facts would settle the headline answers, as a ranked table: for each uncertain parameter, if it were known, and for each
 * pattern, if its target were half as wide, how much of the variance of each answer would go.
 */
public final class InformationTable {
    private static final String PARAMETER = "parameter";

    /** Half as wide a target has its ends at half of the distance that its ends have now. */
    private static final double NARROWER = 0.5;

    /** Distances from a target that lie farther count as equal. */
    private static final double FARTHEST = 5;

    /** A parameter or pattern with what is known of each answer by it, in their order. */
    public record Fact(String kind, String key, List<Information> answers) {
        /** Whether it is a parameter; a pattern otherwise. */
        public boolean isParameter() {
            return kind.equals(PARAMETER);
        }

        /** The mean over all answers of the share that counts. */
        public double mean() {
            return answers.stream().mapToDouble(Information::counted).average().orElseThrow();
        }

        /** Whether it is resolved for any answer. */
        public boolean resolved() {
            return answers.stream().anyMatch(Information::resolved);
        }
    }

    private InformationTable() {}

    /** All facts, the most informative first; those that are resolved for no answer keep their order at the end. */
    public static List<Fact> facts(HeadlineRuns runs) {
        List<MarketParameter> parameters = runs.parameters();
        List<double[]> values = parameters.stream().map(runs::values).toList();
        List<Pattern> patterns = Arrays.stream(Pattern.values())
                .filter(pattern -> pattern.low() < pattern.high())
                .toList();
        List<double[]> narrowed =
                patterns.stream().map(pattern -> narrowed(pattern, runs)).toList();
        List<NoisyQuantity> answers = Arrays.stream(HeadlineAnswer.values())
                .map(answer -> NoisyQuantity.of(runs.weights(), runs.values(answer)))
                .toList();
        List<List<Information>> known = KnownParameter.of(values, answers);
        List<List<Information>> narrower = Reweighting.of(narrowed, values, answers);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            facts.add(new Fact(PARAMETER, parameters.get(i).key(), each(known, i)));
        }
        for (int i = 0; i < patterns.size(); i++) {
            facts.add(new Fact("pattern", patterns.get(i).key(), each(narrower, i)));
        }
        facts.sort(Comparator.comparing(Fact::resolved)
                .thenComparingDouble(Fact::mean)
                .reversed());
        return facts;
    }

    private static List<Information> each(List<List<Information>> byAnswer, int fact) {
        return byAnswer.stream().map(facts -> facts.get(fact)).toList();
    }

    /** Whether half of a setting's runs meet a target half as wide: 1 or 0. */
    private static double[] narrowed(Pattern pattern, HeadlineRuns runs) {
        return Arrays.stream(runs.values(pattern))
                .mapToDouble(of -> {
                    double[] distances = Arrays.stream(of)
                            .filter(value -> !Double.isNaN(value))
                            .map(value -> pattern.distance(value, FARTHEST))
                            .toArray();
                    return distances.length > 0 && Quantiles.median(distances) <= NARROWER ? 1 : 0;
                })
                .toArray();
    }

    /** The facts as a table: a row for each fact and answer. */
    public static CsvTable of(List<Fact> facts) {
        CsvTable table = new CsvTable(
                "rank", "kind", "fact", "mean", "answer", "share", "low", "high", "p", "resolved", "settings");
        IntStream.range(0, facts.size()).forEach(place -> {
            Fact fact = facts.get(place);
            for (HeadlineAnswer answer : HeadlineAnswer.values()) {
                Information information = fact.answers().get(answer.ordinal());
                table.with(
                        fact.resolved() ? place + 1L : "",
                        fact.kind(),
                        fact.key(),
                        AnswerTable.rounded(fact.mean()),
                        answer.key(),
                        AnswerTable.rounded(information.share().value()),
                        AnswerTable.rounded(information.share().low()),
                        AnswerTable.rounded(information.share().high()),
                        AnswerTable.rounded(information.probability()),
                        information.resolved() ? "yes" : "no",
                        AnswerTable.rounded(information.settings()));
            }
        });
        return table;
    }
}
