package greenlight.runner.decision;

import greenlight.runner.design.Design;
import greenlight.runner.design.FactorRange;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.execution.ThreadAllocation;
import greenlight.runner.journal.RunRows;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Status;
import greenlight.runner.results.Execution;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.sample.LatinHypercube;
import greenlight.runner.search.Nsga3;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A search for the points that no other one betters, over the replications of an experiment: replication <i>r</i>
 * has the same seed, and where there is an ensemble the same setting, at every point. What is found is run once more
 * on replications that the search has not seen. The same bytes for any number of threads, and after a stop.
 */
public final class Search {
    /** The place of the search's random numbers among the children of the experiment's seed. */
    private static final int STREAM = -2;

    private static final double NANO = 1e-9;

    private final Experiment experiment;
    private final String command;
    private final SearchGoal goal;
    private final int[] searched;
    private final int[] fresh;

    /**
     * A search.
     *
     * @param command as it was given, for the record
     * @throws BadExperiment when the experiment has more runs than allowed, or a precision, which would let
     *     replications differ
     */
    public Search(Experiment experiment, String command) throws BadExperiment {
        this.experiment = experiment;
        this.command = command;
        goal = experiment.design().goal().orElseThrow();
        if (experiment.precision().isPresent()) {
            throw new BadExperiment(
                    List.of("precision is not for a search: all points have the same replications; leave it out."));
        }
        searched = IntStream.range(0, experiment.replications()).toArray();
        fresh = FreshReplications.after(searched.length, experiment)
                .limit(goal.fresh())
                .toArray();
        if ((long) goal.population() * (fresh[fresh.length - 1] + 1) > Experiment.MOST_RUNS) {
            throw new BadExperiment(List.of("The points found would have more fresh replications than the "
                    + Experiment.MOST_RUNS + " runs that are allowed; lower fresh."));
        }
    }

    /**
     * Searches and writes everything.
     *
     * @param threads at work in all, at least 1
     * @param start what to do with what the folder holds; not EXTEND
     * @throws BadExperiment when a run does not fit into memory, or the folder holds another search
     * @throws IOException in one sentence that names the file, when one cannot be read or written; the search can be
     *     resumed
     * @throws InterruptedException when the calling thread is interrupted; the search can be resumed
     */
    public Sweep.Result run(Path path, int threads, StartMode start, Progress progress)
            throws BadExperiment, IOException, InterruptedException {
        long begun = System.nanoTime();
        SearchFolder folder = new SearchFolder(experiment, path);
        ThreadAllocation allocation = ThreadAllocation.of(
                trial(experiment.set(), experiment.design(), searched.length), threads, ThreadAllocation.memory());
        folder.prepare(start);
        if (folder.finished()) {
            Map<Status, Integer> none = new EnumMap<>(Status.class);
            Arrays.stream(Status.values()).forEach(status -> none.put(status, 0));
            String said = "The search in " + path + " is finished already; nothing was run.";
            return result(none, Optional.empty(), 0, List.of(said), begun, path, folder.sizes());
        }
        int total = goal.population() * ((1 + goal.generations()) * searched.length + fresh.length);
        IntConsumer shown = progress.counting(total);
        Optional<Duration> timeout = experiment.timeout().isPresent()
                ? Optional.of(Duration.ofNanos((long) (experiment.timeout().getAsDouble() / NANO)))
                : Optional.empty();
        try (Evaluator evaluator = new Evaluator(allocation, timeout, shown);
                RunLog runs = new RunLog(folder.file(RunRows.RUNS), Evaluator.header(trial(List.of(), 1)));
                RunLog again = new RunLog(folder.file(ResultFiles.FRESH), Evaluator.header(trial(List.of(), 1)))) {
            Sweep.Result result = find(evaluator, runs, again, folder, begun, path);
            shown.accept(total);
            return result;
        }
    }

    private Sweep.Result find(
            Evaluator evaluator, RunLog runs, RunLog again, SearchFolder folder, long begun, Path path)
            throws BadExperiment, IOException, InterruptedException {
        Nsga3 search = new Nsga3(
                new LatinHypercube(
                        goal.population(),
                        experiment.design().factors().size(),
                        Experiment.child(experiment.seed(), -1)),
                Experiment.child(experiment.seed(), STREAM),
                place -> Arrays.stream(levels(place)).boxed().toList());
        List<Outcomes> known = new ArrayList<>();
        Judge judge = new Judge(goal);
        History history = new History(goal, searched.length);
        for (int generation = 0; generation <= goal.generations(); generation++) {
            if (generation > 0 && !search.breed()) {
                break;
            }
            List<double[]> points = search.places().stream().map(this::levels).toList();
            List<Outcomes> added = evaluator.outcomes(trial(points, searched.length), runs, search.scored(), searched);
            added.forEach(judge::see);
            known.addAll(added);
            search.select(number -> judge.score(known.get(number)));
            history.add(
                    generation,
                    added.stream().map(judge::score).toList(),
                    search.archive().values());
        }
        List<Integer> found = search.front();
        List<double[]> points = found.stream()
                .map(number -> levels(search.places().get(number)))
                .toList();
        Experiment fine = trial(points, fresh[fresh.length - 1] + 1);
        Front front = new Front(
                goal,
                found,
                fine.design(),
                found.stream().map(known::get).toList(),
                evaluator.outcomes(fine, again, 0, fresh));
        List<Outcomes> without = disagreement(evaluator, folder);
        runs.finish();
        again.finish();
        List<String> scenarios = experiment.model().scenarios();
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(ResultFiles.HISTORY, history.text());
        tables.put(ResultFiles.FRONT_POINTS, front.levels(scenarios));
        tables.put(ResultFiles.FRONT, front.table(scenarios, judge, without));
        Map<String, Experiment> trials = new LinkedHashMap<>();
        trials.put(
                RunRows.RUNS, trial(search.places().stream().map(this::levels).toList(), searched.length));
        trials.put(ResultFiles.FRESH, fine);
        if (!without.isEmpty()) {
            trials.put(ResultFiles.DISAGREEMENT, disagreement());
        }
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            // means are printed over the rows of runs.csv that went well; faults are those of both tables
            int others = status == Status.OK ? 0 : again.counts().getOrDefault(status, 0);
            counts.put(status, runs.counts().getOrDefault(status, 0) + others);
        }
        int ok = runs.counts().getOrDefault(Status.OK, 0) + again.counts().getOrDefault(Status.OK, 0);
        int all = Stream.of(runs, again)
                .flatMap(log -> log.counts().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        folder.finish(
                tables,
                trials,
                Execution.here(command, evaluator.threads(), folder.begun(), Instant.now(), ok, all - ok));
        List<String> said = new ArrayList<>(front.said(judge));
        if (experiment.settings() > 0 && FreshReplications.seenAll(searched.length, experiment)) {
            said.add("The search has seen every setting of the ensemble: fresh replications have other seeds alone.");
        }
        return result(
                counts,
                Optional.of(runs.firstError().isEmpty() ? again.firstError() : runs.firstError())
                        .filter(error -> !error.isEmpty()),
                runs.resumed() + again.resumed(),
                said,
                begun,
                path,
                folder.sizes());
    }

    /** The fresh outcomes without an agreement, a single point; none where no parties bargain. */
    private List<Outcomes> disagreement(Evaluator evaluator, SearchFolder folder)
            throws BadExperiment, IOException, InterruptedException {
        if (goal.disagreement().isEmpty()) {
            return List.of();
        }
        Experiment without = disagreement();
        try (RunLog log = new RunLog(folder.file(ResultFiles.DISAGREEMENT), Evaluator.header(without))) {
            List<Outcomes> outcomes = evaluator.outcomes(without, log, 0, fresh);
            log.finish();
            return outcomes;
        }
    }

    private Experiment disagreement() {
        Map<Parameter, Double> set = new LinkedHashMap<>(experiment.set());
        set.putAll(goal.disagreement());
        return trial(set, Design.single(), fresh[fresh.length - 1] + 1);
    }

    private double[] levels(double[] place) {
        double[] levels = new double[place.length];
        Arrays.setAll(levels, i -> range(i).at(place[i]));
        return levels;
    }

    private FactorRange range(int factor) {
        return experiment.design().factors().get(factor).range();
    }

    /** The experiment at some points. */
    private Experiment trial(List<double[]> points, int times) {
        Design design = Design.list(experiment.design().factors(), points.toArray(double[][]::new));
        return trial(experiment.set(), design, times);
    }

    private Experiment trial(Map<Parameter, Double> set, Design design, int times) {
        List<String> measures = new ArrayList<>(experiment.measures());
        goal.objectives().forEach(objective -> measures.add(objective.summary().measure()));
        goal.constraints()
                .forEach(constraint -> measures.add(constraint.summary().measure()));
        return new Experiment(
                experiment.model(),
                experiment.name(),
                experiment.title(),
                experiment.scenario(),
                set,
                design,
                new Experiment.Repetition(
                        times,
                        experiment.seed(),
                        experiment.crn(),
                        Optional.empty(),
                        experiment.timeout(),
                        experiment.repetition().over()),
                new Experiment.Recording(List.of(), List.of(), measures),
                Experiment.Source.NONE);
    }

    private static Sweep.Result result(
            Map<Status, Integer> counts,
            Optional<String> firstError,
            int resumed,
            List<String> said,
            long begun,
            Path path,
            Map<String, Long> sizes) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        return new Sweep.Result(counts, firstError, resumed, 0, said, elapsed, path, sizes);
    }
}
