package greenlight.runner.spec;

import greenlight.runner.design.SearchGoal;
import greenlight.runner.design.SearchGoal.Constraint;
import greenlight.runner.design.SearchGoal.Objective;
import greenlight.runner.design.SearchGoal.Statistic;
import greenlight.runner.design.SearchGoal.Summary;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.yaml.YamlDiagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what the points of a design are judged by: objectives, constraints and the size of a search. */
final class SearchReader {
    /** The most points of a generation. */
    static final int LARGEST_POPULATION = 10_000;

    /** The most generations. */
    static final int MOST_GENERATIONS = 10_000;

    static final List<String> GOALS = List.of("minimise", "maximise");
    static final List<String> STATISTICS =
            Arrays.stream(Statistic.values()).map(Statistic::word).toList();
    static final String CONDITION = "\\s*(>=|<=)\\s*(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*";
    private static final Pattern COMPARED = Pattern.compile(CONDITION);

    private final Model model;
    private final YamlDiagnostics page;
    private final Map<String, YamlDiagnostics.Item> entries;
    private final YamlDiagnostics.Item design;

    /** A reader of the entries of a design. */
    SearchReader(
            Model model, YamlDiagnostics page, YamlDiagnostics.Item design, Map<String, YamlDiagnostics.Item> entries) {
        this.model = model;
        this.page = page;
        this.design = design;
        this.entries = entries;
    }

    /** The goal of a search; some of it is missing where there are complaints. */
    SearchGoal search(long replications) {
        String even = "an even whole number from 4 to " + LARGEST_POPULATION;
        long population = whole("population", 4, LARGEST_POPULATION, even);
        if (population % 2 != 0) {
            page.refuse(entries.get("population"), even);
        }
        long generations = whole("generations", 1, MOST_GENERATIONS, "a whole number from 1 to " + MOST_GENERATIONS);
        long fresh = entries.containsKey("fresh")
                ? whole("fresh", 1, Experiment.MOST_RUNS, "a whole number from 1")
                : replications;
        Map<Parameter, Double> disagreement = disagreement();
        List<Objective> objectives = objectives(true);
        boolean parties =
                objectives.stream().anyMatch(objective -> !objective.party().isEmpty());
        if (parties && !entries.containsKey("disagreement")) {
            page.complain(
                    design.value(),
                    design.path(),
                    "disagreement is missing; objectives name parties, so set parameters under which they do not agree.");
        }
        if (!parties && !objectives.isEmpty() && entries.containsKey("disagreement")) {
            YamlDiagnostics.Item at = entries.get("disagreement");
            page.complain(at.key(), at.path(), "no objective names a party; add party to one of each.");
        }
        return new SearchGoal(
                objectives, constraints(), (int) population, (int) generations, (int) fresh, disagreement, 0);
    }

    /** What given points are judged by. */
    SearchGoal judgement(long replications) {
        String allowed = "a whole number from 0 to below the number of replications, " + replications;
        long after = entries.containsKey("after") ? whole("after", 0, replications - 1, allowed) : 0;
        return new SearchGoal(objectives(false), constraints(), 0, 0, 0, Map.of(), (int) after);
    }

    private long whole(String key, long from, long to, String allowed) {
        YamlDiagnostics.Item item = entries.get(key);
        if (item == null) {
            page.complain(
                    design.value(),
                    design.path(),
                    key + (key.endsWith("s") ? " are" : " is") + " missing; give a number.");
            return from;
        }
        return page.whole(item, from, to, allowed).orElse(from);
    }

    private Map<Parameter, Double> disagreement() {
        Map<Parameter, Double> set = new LinkedHashMap<>();
        Optional.ofNullable(entries.get("disagreement"))
                .flatMap(item -> page.mapping(item, FactorReader.TURNED))
                .ifPresent(cells -> {
                    if (cells.isEmpty()) {
                        page.refuse(entries.get("disagreement"), "parameters under which the parties do not agree");
                    }
                    cells.forEach((key, item) -> {
                        Optional<Parameter> parameter = model.parameter(key);
                        if (parameter.isEmpty()) {
                            page.unknown(item.key(), item.path(), "parameter", key, model.parameterKeys());
                        } else if (parameter.get().basis() == Parameter.Basis.CONTROL) {
                            page.complain(
                                    item.key(),
                                    item.path(),
                                    "belongs to the experimenter, not to the parties; allowed are parameters under which"
                                            + " they do not agree.");
                        } else {
                            page.value(item, parameter.get()).ifPresent(value -> set.put(parameter.get(), value));
                        }
                    });
                });
        return set;
    }

    /** The objectives; the regret of given points is computed for each setting anyway. */
    private List<Objective> objectives(boolean regret) {
        YamlDiagnostics.Item item = entries.get("objectives");
        if (item == null) {
            page.complain(design.value(), design.path(), "objectives are missing; name measures, each with its goal.");
            return List.of();
        }
        List<Objective> objectives = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlDiagnostics.Item each : page.list(item, "a list of measures, each with its goal")) {
            page.mapping(each, "a mapping with measure and goal", List.of("measure", "goal", "statistic", "party"))
                    .ifPresent(cells -> {
                        Optional<Summary> summary = summary(each, cells, regret);
                        if (!cells.containsKey("goal")) {
                            page.complain(
                                    each.value(), each.path(), "goal is missing; allowed is minimise or maximise.");
                            return;
                        }
                        Optional<String> goal = page.word(cells.get("goal"), "goal", GOALS);
                        String party = Optional.ofNullable(cells.get("party"))
                                .flatMap(page::text)
                                .orElse("");
                        if (summary.isPresent() && !seen.add(summary.get().key())) {
                            page.complain(
                                    each.value(),
                                    each.path(),
                                    "this statistic of this measure is an objective already.");
                        }
                        if (!party.isEmpty() && !seen.add("party " + party)) {
                            page.complain(each.value(), each.path(), party + " has an objective already.");
                        }
                        if (summary.isPresent() && goal.isPresent()) {
                            objectives.add(
                                    new Objective(summary.get(), goal.get().equals("maximise"), party));
                        }
                    });
        }
        return objectives;
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        YamlDiagnostics.Item item = entries.get("constraints");
        if (item == null) {
            return constraints;
        }
        for (YamlDiagnostics.Item each : page.list(item, "a list of measures, each with its bound")) {
            page.mapping(
                            each,
                            "a mapping with measure, and at_least or at_most",
                            List.of("measure", "statistic", "at_least", "at_most"))
                    .ifPresent(cells -> {
                        Optional<Summary> summary = summary(each, cells, false);
                        YamlDiagnostics.Item least = cells.get("at_least");
                        YamlDiagnostics.Item most = cells.get("at_most");
                        if ((least == null) == (most == null)) {
                            page.complain(each.value(), each.path(), "allowed is one of at_least and at_most.");
                            return;
                        }
                        YamlDiagnostics.Item bound = least == null ? most : least;
                        OptionalDouble value = YamlDiagnostics.number(bound.value());
                        if (value.isEmpty()) {
                            page.refuse(bound, "a number");
                        } else {
                            summary.ifPresent(
                                    of -> constraints.add(new Constraint(of, value.getAsDouble(), least != null)));
                        }
                    });
        }
        return constraints;
    }

    private Optional<Summary> summary(
            YamlDiagnostics.Item item, Map<String, YamlDiagnostics.Item> cells, boolean regret) {
        if (!cells.containsKey("measure")) {
            page.complain(item.value(), item.path(), "measure is missing; name a measure.");
            return Optional.empty();
        }
        List<Model.Column> measures = model.measures();
        Optional<Model.Column> measure = page.word(
                        cells.get("measure"),
                        "measure",
                        measures.stream().map(Model.Column::key).toList())
                .flatMap(key ->
                        measures.stream().filter(each -> each.key().equals(key)).findFirst());
        boolean yesOrNo = measure.isPresent() && measure.get().type() == Model.Column.Type.BOOLEAN;
        Optional<Summary> read = measure.map(Model.Column::key).flatMap(key -> {
            YamlDiagnostics.Item statistic = cells.get("statistic");
            if (statistic == null) {
                return Optional.of(new Summary(key, yesOrNo ? Statistic.PROBABILITY : Statistic.MEAN, 1, false));
            }
            return statistic.value() instanceof MappingNode
                    ? withLevel(statistic, key)
                    : plain(statistic, key, yesOrNo);
        });
        if (!regret && read.isPresent() && read.get().statistic() == Statistic.REGRET) {
            return page.refuse(cells.get("statistic"), "another statistic; regret is for the objectives of a search");
        }
        return read;
    }

    /** A statistic without a level: mean, or probability of a yes. */
    private Optional<Summary> plain(YamlDiagnostics.Item item, String measure, boolean yesOrNo) {
        return page.word(item, "statistic", STATISTICS).flatMap(word -> {
            Statistic statistic = Statistic.values()[STATISTICS.indexOf(word)];
            return switch (statistic) {
                case MEAN -> Optional.of(new Summary(measure, statistic, 1, false));
                case PROBABILITY ->
                    yesOrNo
                            ? Optional.of(new Summary(measure, statistic, 1, false))
                            : page.refuse(item, "probability with a condition, such as {probability: '>= 4'}");
                default -> page.refuse(item, word + " with a share, such as {" + word + ": 0.9}");
            };
        });
    }

    /** A statistic with its level or condition. */
    private Optional<Summary> withLevel(YamlDiagnostics.Item item, String measure) {
        String allowed = "a statistic, such as {quantile: 0.9} or {probability: '>= 4'}";
        Map<String, YamlDiagnostics.Item> entry = page.mapping(item, allowed).orElse(Map.of());
        if (entry.size() != 1) {
            return page.refuse(item, allowed);
        }
        String word = entry.keySet().iterator().next();
        YamlDiagnostics.Item level = entry.get(word);
        if (!STATISTICS.contains(word)) {
            page.unknown(level.key(), level.path(), "statistic", word, STATISTICS);
            return Optional.empty();
        }
        Statistic statistic = Statistic.values()[STATISTICS.indexOf(word)];
        if (statistic == Statistic.MEAN) {
            return page.refuse(item, "mean alone, which has no level");
        }
        if (statistic == Statistic.PROBABILITY) {
            Matcher condition = COMPARED.matcher(level.value() instanceof ScalarNode scalar ? scalar.getValue() : "");
            return condition.matches()
                    ? Optional.of(new Summary(
                            measure,
                            statistic,
                            Double.parseDouble(condition.group(2)),
                            condition.group(1).equals("<=")))
                    : page.refuse(level, "a condition, such as '>= 4' or '<= 0'");
        }
        OptionalDouble share = YamlDiagnostics.number(level.value());
        double most = statistic == Statistic.CVAR ? Math.nextDown(1.0) : 1;
        return share.isPresent() && share.getAsDouble() >= 0 && share.getAsDouble() <= most
                ? Optional.of(new Summary(measure, statistic, share.getAsDouble(), false))
                : page.refuse(level, "a share from 0 to " + (statistic == Statistic.CVAR ? "below 1" : "1"));
    }
}
