package greenlight.runner.decision;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.csv.CsvWriter;
import greenlight.runner.design.PointsWriter;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.design.SearchGoal.Constraint;
import greenlight.runner.design.SearchGoal.Objective;
import greenlight.runner.design.SearchGoal.Summary;
import greenlight.runner.discovery.ScenarioDiscovery;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import greenlight.runner.stats.Quantiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How given points hold up over the settings of an ensemble: the regret of each against the best of them in the same
 * setting (Savage 1951), and the share of the settings in which it meets all thresholds (satisficing, Starr 1963),
 * as Lempert, Groves, Popper and Bankes (2006, <i>Management Science</i> 52) compare strategies. A statistic is that
 * of a setting's replications; without an ensemble each replication counts as a setting. Settings count as often as
 * they have replications, which is by their weights.
 */
public final class Robustness {
    /** The quantile of the regret that is reported beside its mean and its largest value. */
    private static final double HIGH = 0.9;

    private final Experiment experiment;
    private final SearchGoal goal;

    /** The replications that count. */
    private final int[] counted;

    /** The setting of each of them. */
    private final int[] settings;

    /** Of each point and measure, a value for each replication; not-a-number where there is none. */
    private final List<Map<String, double[]>> values = new ArrayList<>();

    private Robustness(Experiment experiment) {
        this.experiment = experiment;
        goal = experiment.design().goal().orElseThrow();
        int all = experiment.mostReplications();
        counted = goal.after() == 0
                ? IntStream.range(0, all).toArray()
                : FreshReplications.after(goal.after(), experiment)
                        .takeWhile(replication -> replication < all)
                        .toArray();
        settings = Arrays.stream(counted)
                .map(replication -> experiment.settings() > 0 ? experiment.settingNumber(replication) : replication + 1)
                .toArray();
    }

    /**
     * Checks that there is a replication that counts.
     *
     * @throws BadExperiment when every one has a setting in which the points were chosen
     */
    public static void check(Experiment experiment) throws BadExperiment {
        if (new Robustness(experiment).counted.length == 0) {
            throw new BadExperiment(List.of("No replication has a setting that the first "
                    + experiment.design().goal().orElseThrow().after() + " do not have; give more replications."));
        }
    }

    /**
     * A sweep; where points are given to be compared, a whole one has the tables of how they hold up.
     *
     * @param command as it was given, for the record
     */
    public static Sweep sweep(Experiment experiment, Shard shard, String command) {
        Sweep sweep = new Sweep(experiment, shard, command);
        boolean given =
                experiment.design().goal().filter(goal -> !goal.searches()).isPresent();
        return given && shard.whole() ? sweep.judged(runs -> tables(experiment, runs)) : sweep;
    }

    private static Map<String, byte[]> tables(Experiment experiment, Path runs) throws IOException {
        Robustness robustness = new Robustness(experiment);
        robustness.read(runs);
        return robustness.tables();
    }

    private void read(Path runs) throws IOException, BadTable {
        List<String> measures = new ArrayList<>();
        goal.objectives().forEach(objective -> measures.add(objective.summary().measure()));
        goal.constraints()
                .forEach(constraint -> measures.add(constraint.summary().measure()));
        for (int point = 0; point < experiment.design().points(); point++) {
            Map<String, double[]> none = new LinkedHashMap<>();
            for (String measure : measures) {
                double[] empty = new double[settings.length];
                Arrays.fill(empty, Double.NaN);
                none.put(measure, empty);
            }
            values.add(none);
        }
        try (CsvReader table = CsvReader.open(runs)) {
            int point = table.place(ColumnNames.POINT);
            int replication = table.place(ColumnNames.REPLICATION);
            while (table.next()) {
                int at = (int) table.whole(point, 0, values.size() - 1L);
                int time = Arrays.binarySearch(
                        counted, (int) table.whole(replication, 0, experiment.mostReplications() - 1L));
                for (String measure : measures) {
                    if (time >= 0) {
                        values.get(at).get(measure)[time] = Evaluator.value(table.cell(measure));
                    }
                }
            }
        }
    }

    /** A statistic at a point, for each replication that of its setting. */
    private double[] bySetting(int point, Summary summary, boolean highIsWorse) {
        double[] of = values.get(point).get(summary.measure());
        Map<Integer, Double> found = new LinkedHashMap<>();
        return Arrays.stream(settings)
                .mapToDouble(setting -> found.computeIfAbsent(
                        setting,
                        key -> Statistics.of(
                                summary,
                                IntStream.range(0, of.length)
                                        .filter(replication -> settings[replication] == key)
                                        .mapToDouble(replication -> of[replication])
                                        .toArray(),
                                new double[0],
                                highIsWorse)))
                .toArray();
    }

    private Map<String, byte[]> tables() throws IOException {
        List<double[][]> byObjective = new ArrayList<>();
        List<double[][]> regrets = new ArrayList<>();
        for (Objective objective : goal.objectives()) {
            boolean high = !objective.maximise();
            double[][] of = IntStream.range(0, values.size())
                    .mapToObj(point -> bySetting(point, objective.summary(), high))
                    .toArray(double[][]::new);
            double[] best = Arrays.stream(of)
                    .reduce((one, other) -> Statistics.better(one, other, high))
                    .orElseThrow();
            byObjective.add(of);
            regrets.add(Arrays.stream(of)
                    .map(point -> Statistics.regrets(point, best, high))
                    .toArray(double[][]::new));
        }
        List<boolean[][]> met = goal.constraints().stream().map(this::met).toList();
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put(ResultFiles.ROBUST, bytes(robust(byObjective, regrets, met)));
        tables.put(ResultFiles.REGRET, bytes(bySetting(byObjective, regrets, met)));
        if (experiment.settings() > 0 && !met.isEmpty()) {
            List<Optional<ScenarioDiscovery>> found = new FailureRegions(experiment, settings)
                    .of(IntStream.range(0, values.size())
                            .mapToObj(point -> all(met, point))
                            .toList());
            tables.put(ResultFiles.FAILURES, bytes(FailureRegions.boxes(found)));
            tables.put(ResultFiles.FAILURE_TREES, bytes(FailureRegions.trees(found)));
        }
        return tables;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean[][] met(Constraint constraint) {
        boolean[][] met = new boolean[values.size()][settings.length];
        for (int point = 0; point < met.length; point++) {
            double[] of = bySetting(point, constraint.summary(), !constraint.atLeast());
            for (int i = 0; i < of.length; i++) {
                met[point][i] = constraint.atLeast() ? of[i] >= constraint.bound() : of[i] <= constraint.bound();
            }
        }
        return met;
    }

    /** In which replications a point meets all thresholds. */
    private boolean[] all(List<boolean[][]> met, int point) {
        boolean[] all = new boolean[settings.length];
        for (int i = 0; i < all.length; i++) {
            int at = i;
            all[i] = met.stream().allMatch(of -> of[point][at]);
        }
        return all;
    }

    private String robust(List<double[][]> byObjective, List<double[][]> regrets, List<boolean[][]> met)
            throws IOException {
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        new PointsWriter(experiment.design(), experiment.model().scenarios()).write(points);
        List<String> levels = points.toString(StandardCharsets.UTF_8).lines().toList();
        CsvWriter table = new CsvWriter().cell("point").cell(levels.get(0).getBytes(StandardCharsets.UTF_8));
        for (Objective objective : goal.objectives()) {
            String key = objective.summary().key();
            table.cell(key).cell(key + "_all");
            table.cell(key + "_regret").cell(key + "_regret_90").cell(key + "_regret_worst");
        }
        goal.constraints().forEach(constraint -> table.cell(constraint.summary().key() + "_met"));
        table.cell("satisficing").end();
        for (int point = 0; point < values.size(); point++) {
            table.cell(point).cell(levels.get(point + 1).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < byObjective.size(); i++) {
                double[] regret = Quantiles.sorted(regrets.get(i)[point]);
                Cells.number(table, mean(Quantiles.sorted(byObjective.get(i)[point])));
                Cells.number(table, overall(point, goal.objectives().get(i)));
                Cells.number(table, mean(regret));
                Cells.number(table, Quantiles.of(regret, HIGH));
                Cells.number(table, Quantiles.of(regret, 1));
            }
            for (boolean[][] of : met) {
                table.cell(share(of[point]));
            }
            table.cell(share(all(met, point))).end();
        }
        return table.text();
    }

    private String bySetting(List<double[][]> byObjective, List<double[][]> regrets, List<boolean[][]> met) {
        CsvWriter table = new CsvWriter().cell("point").cell("setting");
        goal.objectives().forEach(objective -> {
            String key = objective.summary().key();
            table.cell(key).cell(key + "_regret");
        });
        table.cell("met").end();
        for (int point = 0; point < values.size(); point++) {
            boolean[] all = all(met, point);
            for (int i : firsts()) {
                table.cell(point).cell(settings[i]);
                for (int objective = 0; objective < byObjective.size(); objective++) {
                    Cells.number(table, byObjective.get(objective)[point][i]);
                    Cells.number(table, regrets.get(objective)[point][i]);
                }
                table.cell(Cells.word(all[i])).end();
            }
        }
        return table.text();
    }

    /** The first replication of each setting. */
    private int[] firsts() {
        return IntStream.range(0, settings.length)
                .filter(i -> Arrays.stream(settings, 0, i).noneMatch(earlier -> earlier == settings[i]))
                .toArray();
    }

    /** An objective's statistic of the replications that count, as a search computes it. */
    private double overall(int point, Objective objective) {
        double[] of = values.get(point).get(objective.summary().measure());
        return Statistics.of(objective.summary(), of, new double[0], !objective.maximise());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double share(boolean[] met) {
        int count = 0;
        for (boolean yes : met) {
            count += yes ? 1 : 0;
        }
        return (double) count / met.length;
    }
}
