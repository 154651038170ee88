package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.search.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a point is worth to each party over no agreement.
 *
 * @param gains of the parties, each in the unit of its own objective
 * @param bestFor the parties to whom it is worth most among the points that keep the constraints
 * @param nash whether it is the bargaining solution of Nash (1950, <i>Econometrica</i> 18): among the points that
 *     keep the constraints and from which all gain, the one with the largest product of gains
 */
record Bargain(double[] gains, List<String> bestFor, boolean nash) {
    /**
     * The bargains over some points.
     *
     * @param scores of the points
     * @param without the score without an agreement
     */
    static List<Bargain> all(SearchGoal goal, List<Score> scores, Score without) {
        int[] places = IntStream.range(0, goal.objectives().size())
                .filter(place -> !goal.objectives().get(place).party().isEmpty())
                .toArray();
        List<String> parties = goal.parties();
        List<double[]> gains = scores.stream()
                .map(score -> IntStream.of(places)
                        .mapToDouble(place -> without.objectives()[place] - score.objectives()[place])
                        .toArray())
                .toList();
        List<Integer> kept = IntStream.range(0, scores.size())
                .filter(i -> scores.get(i).feasible())
                .boxed()
                .toList();
        int nash = kept.stream()
                .filter(i -> allGain(gains.get(i)))
                .max(Comparator.comparingDouble((Integer i) -> product(gains.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
        List<Bargain> bargains = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            List<String> bestFor = new ArrayList<>();
            for (int party = 0; party < parties.size(); party++) {
                int of = party;
                double own = gains.get(i)[of];
                if (scores.get(i).feasible() && kept.stream().allMatch(other -> gains.get(other)[of] <= own)) {
                    bestFor.add(parties.get(of));
                }
            }
            bargains.add(new Bargain(gains.get(i), bestFor, i == nash));
        }
        return bargains;
    }

    private static boolean allGain(double[] gains) {
        return Arrays.stream(gains).allMatch(gain -> gain > 0 && Double.isFinite(gain));
    }

    private static double product(double[] gains) {
        return Arrays.stream(gains).reduce(1, (one, other) -> one * other);
    }

    /** Writes its cells. */
    void write(CsvWriter line) {
        for (double gain : gains) {
            Cells.number(line, gain);
        }
        line.cell(Cells.word(allGain(gains))).cell(String.join(" ", bestFor)).cell(Cells.word(nash));
    }
}
