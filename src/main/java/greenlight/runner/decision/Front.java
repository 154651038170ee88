package greenlight.runner.decision;

import greenlight.runner.csv.CsvWriter;
import greenlight.runner.design.Design;
import greenlight.runner.design.PointsWriter;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.design.SearchGoal.Constraint;
import greenlight.runner.format.Text;
import greenlight.runner.search.Score;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a search found: the points that no other one betters, as they were seen in the search and as they are on
 * fresh replications. The best of many noisy values are flattered, so only the fresh ones count (the winner's curse:
 * Thaler 1988; Smith and Winkler 2006).
 *
 * @param candidates numbers of the points among those of the search, the point in {@code runs.csv}
 * @param points the levels of each
 * @param searched outcomes in the search, a point each
 * @param fresh outcomes on fresh replications
 */
record Front(SearchGoal goal, List<Integer> candidates, Design points, List<Outcomes> searched, List<Outcomes> fresh) {

    /** The points alone, as a list reads them back. */
    String levels(List<String> scenarios) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PointsWriter(points, scenarios).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * The table, a line for each point.
     *
     * @param before a judge who has seen all points of the search
     * @param disagreement fresh outcomes without an agreement; ignored where no parties bargain
     */
    String table(List<String> scenarios, Judge before, List<Outcomes> disagreement) throws IOException {
        Judge after = new Judge(goal);
        fresh.forEach(after::see);
        disagreement.forEach(after::see);
        List<Score> scores = fresh.stream().map(after::score).toList();
        List<Bargain> bargains =
                disagreement.isEmpty() ? List.of() : Bargain.all(goal, scores, after.score(disagreement.get(0)));
        List<String> levels = levels(scenarios).lines().toList();
        StringBuilder table = new StringBuilder(header(levels.get(0)));
        for (int i = 0; i < candidates.size(); i++) {
            CsvWriter line = new CsvWriter().cell(i).cell(candidates.get(i));
            line.cell(levels.get(i + 1).getBytes(StandardCharsets.UTF_8));
            pairs(line, before.objectives(searched.get(i)), after.objectives(fresh.get(i)));
            int[] others = onlyConstraints();
            pairs(
                    line,
                    picked(before.constraints(searched.get(i)), others),
                    picked(after.constraints(fresh.get(i)), others));
            Score own = scores.get(i);
            line.cell(Cells.word(own.feasible()));
            line.cell(Cells.word(scores.stream().anyMatch(other -> other.dominates(own))));
            if (!bargains.isEmpty()) {
                bargains.get(i).write(line);
            }
            table.append(line.end().text());
        }
        return table.toString();
    }

    private String header(String levels) {
        CsvWriter line = new CsvWriter().cell("point").cell("candidate");
        line.cell(levels.getBytes(StandardCharsets.UTF_8));
        List<String> keys = new ArrayList<>();
        goal.objectives().forEach(objective -> keys.add(objective.summary().key()));
        for (int place : onlyConstraints()) {
            keys.add(goal.constraints().get(place).summary().key());
        }
        keys.forEach(key -> line.cell(key).cell(key + "_fresh"));
        line.cell("feasible_fresh").cell("dominated_fresh");
        List<String> parties = goal.parties();
        parties.forEach(party -> line.cell(party + "_gain"));
        if (!parties.isEmpty()) {
            line.cell("all_gain").cell("best_for").cell("nash");
        }
        return line.end().text();
    }

    /** Places of the constraints whose statistic is not that of an objective, nor of an earlier constraint. */
    private int[] onlyConstraints() {
        List<String> seen = new ArrayList<>(goal.objectives().stream()
                .map(objective -> objective.summary().key())
                .toList());
        List<Constraint> constraints = goal.constraints();
        return IntStream.range(0, constraints.size())
                .filter(place -> {
                    String key = constraints.get(place).summary().key();
                    boolean first = !seen.contains(key);
                    seen.add(key);
                    return first;
                })
                .toArray();
    }

    /** What the search says at its end, a sentence each. */
    List<String> said(Judge before) {
        if (candidates.isEmpty()) {
            return List.of("No point keeps the constraints; front.csv is empty.");
        }
        Judge after = new Judge(goal);
        fresh.forEach(after::see);
        List<Score> scores = fresh.stream().map(after::score).toList();
        long held = scores.stream()
                .filter(own -> own.feasible() && scores.stream().noneMatch(other -> other.dominates(own)))
                .count();
        List<String> said = new ArrayList<>();
        said.add("On the front are " + candidates.size() + " points; on fresh replications " + held
                + " of them keep the constraints and are not dominated (front.csv).");
        for (int i = 0; i < goal.objectives().size(); i++) {
            int place = i;
            double mean = mean(searched.stream().map(before::objectives).toList(), place);
            said.add(goal.objectives().get(i).summary().key() + ", mean over the front: " + Text.scaled(mean)
                    + " in the search, "
                    + Text.scaled(mean(fresh.stream().map(after::objectives).toList(), place))
                    + " on fresh replications.");
        }
        return said;
    }

    private static double mean(List<double[]> values, int place) {
        return values.stream().mapToDouble(of -> of[place]).average().orElse(Double.NaN);
    }

    private static void pairs(CsvWriter line, double[] searched, double[] fresh) {
        for (int i = 0; i < searched.length; i++) {
            Cells.number(line, searched[i]);
            Cells.number(line, fresh[i]);
        }
    }

    private static double[] picked(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }
}
