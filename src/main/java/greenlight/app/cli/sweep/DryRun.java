package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.TemporaryFolder;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.design.Design;
import greenlight.runner.design.FactorRange;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.format.Text;
import greenlight.runner.model.Parameter;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says how large an experiment is, and from a few trial runs how long it takes and what it writes. */
final class DryRun {
    /** Points tried, spread over the design. */
    private static final int TRIALS = 6;
    /** Trial runs are repeated for so long, seconds: a machine that has just started is several times slower. */
    private static final double WARMING = 3;
    /** And for this part of the time that the sweep seems to take, but no longer than this, seconds. */
    private static final double PART = 0.1;

    private static final double LONGEST_WARMING = 15;

    /** A first trial beyond this many seconds is enough. */
    private static final double LONG = 5;

    private static final int MOST_LEVELS = 12;
    private static final double NANO = 1e-9;

    private final Experiment experiment;
    private final Path folder;
    private final int threads;

    DryRun(Experiment experiment, Path folder, int threads) {
        this.experiment = experiment;
        this.folder = folder;
        this.threads = threads;
    }

    /** Such as {@code 24 points x 10 replications = 240 runs}. */
    static String size(Experiment experiment) {
        int generations = generations(experiment);
        return (generations == 1 ? "" : Text.count(generations, "generation") + " x ")
                + Text.count(experiment.design().points(), "point") + " x "
                + Text.count(experiment.replications(), "replication") + " = "
                + Text.count((long) generations * experiment.runCount(), "run") + fresh(experiment);
    }

    /** Generations of a search, the first included; else 1. */
    private static int generations(Experiment experiment) {
        return 1 + experiment.design().goal().map(SearchGoal::generations).orElse(0);
    }

    private static String fresh(Experiment experiment) {
        return experiment
                .design()
                .goal()
                .filter(SearchGoal::searches)
                .map(goal -> ", and up to " + Text.count((long) goal.population() * goal.fresh(), "run")
                        + " of the points found")
                .orElse("");
    }

    /** Runs in all, at most. */
    private double runs() {
        return (double) generations(experiment) * experiment.runCount()
                + experiment
                        .design()
                        .goal()
                        .map(goal -> (double) goal.population() * goal.fresh())
                        .orElse(0.0);
    }

    void print(Console console) throws BadExperiment, IOException, InterruptedException, UsageError {
        console.out().println(Text.shortened(experiment.title()));
        line(console, "size", size(experiment));
        line(console, "scenario", experiment.scenario());
        line(
                console,
                "seed",
                experiment.seed()
                        + (experiment.crn()
                                ? ", common random numbers at all points"
                                : ", independent random numbers at each point"));
        for (int factor = 0; factor < experiment.design().factors().size(); factor++) {
            line(console, factor == 0 ? "factors" : "", levels(factor));
        }
        if (experiment.settings() > 0) {
            line(
                    console,
                    "over",
                    Text.count(experiment.settings(), "setting") + ", of which a point has "
                            + Text.grouped(experiment.settings(0).count())
                            + "; replication by replication the same at every point");
        }
        String label = "set";
        for (Map.Entry<Parameter, Double> set : experiment.set().entrySet()) {
            line(console, label, set.getKey().key() + " " + set.getKey().text(set.getValue()));
            label = "";
        }
        List<String> files = new ArrayList<>(List.of("runs.csv"));
        experiment.tables().forEach(table -> files.add(table + ".csv"));
        line(console, "files", String.join(", ", files) + ", experiment.yaml, timings.csv");
        line(console, "folder", folder + (Files.isDirectory(folder) ? " (is there already)" : ""));
        line(console, "threads", Integer.toString(threads));
        console.out().flush();
        estimate(console);
    }

    private static void line(Console console, String label, String words) {
        console.paragraph("  " + Text.padded(label, 10), words);
    }

    private String levels(int place) {
        Design.Factor factor = experiment.design().factors().get(place);
        if (factor.range() instanceof FactorRange.Interval interval) {
            Parameter parameter = factor.parameter().orElseThrow();
            return factor.key() + ": " + parameter.text(interval.from()) + " to " + parameter.text(interval.to())
                    + (interval.scale() == Parameter.Scale.LOG ? ", logarithmic" : "");
        }
        List<Double> levels = ((FactorRange.Levels) factor.range()).values();
        List<String> words = levels.stream()
                .limit(MOST_LEVELS)
                .map(level -> factor.parameter()
                        .map(parameter -> parameter.text(level))
                        .orElseGet(() -> experiment.model().scenarios().get(level.intValue())))
                .toList();
        return factor.key() + ": " + String.join(", ", words)
                + (levels.size() > MOST_LEVELS ? " ... (" + levels.size() + " levels)" : "");
    }

    private void estimate(Console console) throws BadExperiment, IOException, InterruptedException, UsageError {
        try (TemporaryFolder trial = TemporaryFolder.create()) {
            Experiment first = spread(1, 1);
            double start = System.nanoTime() * NANO;
            Sweep.Result result = swept(first, trial.path());
            double seconds = System.nanoTime() * NANO - start;
            int runs = 1;
            double all = seconds * runs() / threads;
            if (seconds < LONG) {
                int points = Math.min(TRIALS, experiment.design().points());
                Experiment some = spread(points, (TRIALS * threads + points - 1) / points);
                // trials warm the machine up as the sweep will: what they took is the beginning of what it takes
                List<Double> batches = new ArrayList<>();
                runs = some.runCount();
                double begun = System.nanoTime() * NANO;
                do {
                    start = System.nanoTime() * NANO;
                    result = swept(some, trial.path());
                    batches.add(System.nanoTime() * NANO - start);
                    all = seconds + goingOn(batches, runs() / runs);
                } while (System.nanoTime() * NANO - begun < warming(all));
            }
            double bytes = tables(result.files());
            double scale = runs() / runs;
            line(console, "memory", memory(threads));
            line(
                    console,
                    "time",
                    "about " + Text.span(all) + " on this machine, from " + Text.count(runs, "trial run"));
            long free = free(folder);
            line(console, "disk", "about " + Text.bytes(bytes * scale) + "; " + Text.bytes(free) + " are free");
            if (result.failed() > 0) {
                line(
                        console,
                        "failed",
                        Text.count(result.failed(), "trial run") + "; the first: "
                                + result.firstError().orElse(""));
            }
            if (bytes * scale > free) {
                throw new UsageError("The results would take about " + Text.bytes(bytes * scale) + ", and "
                        + Text.bytes(free) + " are free where " + folder + " lies; what fits is about "
                        + Text.grouped((long) (free / bytes * runs))
                        + " runs, fewer tables (record: [runs]), or another"
                        + " disk (--out).");
            }
        }
    }

    /** For how long trial runs are repeated where a sweep seems to take so long, seconds: the longer, the warmer it gets. */
    static double warming(double sweep) {
        return Math.max(WARMING, Math.min(LONGEST_WARMING, PART * sweep));
    }

    /** The time that a number of batches takes, seconds: those tried, and then more like the later half of them. */
    static double goingOn(List<Double> batches, double count) {
        int tried = (int) Math.min(batches.size(), count);
        double first = batches.subList(0, tried).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double[] later = batches.subList(batches.size() / 2, batches.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return first + (count - tried) * later[later.length / 2];
    }

    /** Bytes that grow with the number of runs. */
    private static double tables(Map<String, Long> files) {
        double bytes = 0;
        for (Map.Entry<String, Long> file : files.entrySet()) {
            bytes += file.getKey().endsWith(".csv") ? file.getValue() : 0;
        }
        return bytes;
    }

    /** What the heaviest run takes, and how many run at once. */
    private String memory(int atOnce) {
        double heaviest = 0;
        for (int point = 0; point < experiment.design().points(); point++) {
            heaviest = experiment
                    .settings(point)
                    .mapToDouble(experiment.model()::bytes)
                    .reduce(heaviest, Math::max);
        }
        return Text.bytes((long) heaviest) + " for the largest run, up to " + Text.count(atOnce, "run") + " at once; "
                + Text.bytes(Runtime.getRuntime().maxMemory()) + " for the program";
    }

    /** Bytes free where a folder lies, or would. */
    private static long free(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    /** The experiment at some of its points, from first to last. */
    private Experiment spread(int points, int replications) {
        Design all = experiment.design();
        double[][] levels = new double[points][all.factors().size()];
        for (int point = 0; point < points; point++) {
            int from = points == 1 ? 0 : (int) ((long) point * (all.points() - 1) / (points - 1));
            for (int factor = 0; factor < levels[point].length; factor++) {
                levels[point][factor] = all.level(from, factor);
            }
        }
        return experiment.part(Design.list(all.factors(), levels), replications);
    }

    private Sweep.Result swept(Experiment some, Path trial) throws BadExperiment, IOException, InterruptedException {
        return new Sweep(some).run(trial, threads, StartMode.OVERWRITE, Progress.none());
    }
}
