package greenlight.runner.spec;

import greenlight.runner.design.Design;
import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.DesignType;
import greenlight.runner.design.FactorRange;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.model.Model;
import greenlight.runner.sample.LatinHypercube;
import greenlight.runner.sample.MorrisSample;
import greenlight.runner.sample.Saltelli;
import greenlight.runner.sample.Sample;
import greenlight.runner.sample.Sobol;
import greenlight.runner.yaml.YamlDiagnostics;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads the {@code design} of an experiment file. */
final class DesignReader {
    /** Levels of Morris's grid where the file does not say. */
    static final int GRID = 4;

    /** The most levels of Morris's grid. */
    static final int FINEST_GRID = 1000;

    private final Model model;
    private final YamlDiagnostics page;
    private final FactorReader reader;
    private final String scenario;
    private final long replications;
    private final long seed;
    private Map<String, String> enclosed = Map.of();

    /**
     * A reader.
     *
     * @param fixed what is set for every run and may not be varied, by key
     * @param replications the most of each point
     * @param seed fixes the random numbers of the design
     */
    DesignReader(
            Model model,
            YamlDiagnostics page,
            Map<String, YamlDiagnostics.Item> fixed,
            String scenario,
            long replications,
            long seed) {
        this.model = model;
        this.page = page;
        this.reader = new FactorReader(model, page, fixed);
        this.scenario = scenario;
        this.replications = replications;
        this.seed = seed;
    }

    /** The texts of the files that the design named, by name. */
    Map<String, String> enclosed() {
        return enclosed;
    }

    /** The design, or a single point where there are complaints. */
    Design design(YamlDiagnostics.Item item) {
        if (!(item.value() instanceof MappingNode)) {
            page.refuse(item, "a mapping with type, and factors or points");
            return Design.single();
        }
        Map<String, YamlDiagnostics.Item> entries =
                page.mapping(item, "a mapping").orElseThrow();
        List<String> words =
                Arrays.stream(DesignType.values()).map(DesignType::word).toList();
        Optional<String> word = Optional.empty();
        if (entries.containsKey("type")) {
            word = page.word(entries.get("type"), "design", words);
        } else {
            page.complain(item.value(), item.path(), "type is missing; allowed is " + some(words, " or ") + ".");
        }
        if (word.isEmpty()) {
            checkUntyped(entries);
            return Design.single();
        }
        DesignType type = DesignType.values()[words.indexOf(word.get())];
        entries.forEach((key, entry) -> checkKey(type, key, entry));
        if (type.listed()) {
            return list(type, item, entries);
        }
        YamlDiagnostics.Item wanted = entries.get("factors");
        if (wanted == null) {
            page.complain(item.value(), item.path(), "factors are missing; name the parameters to vary.");
            return Design.single();
        }
        if (type.levelled()) {
            List<FactorReader.Levelled> factors = reader.levelled(wanted);
            Supplier<Design> made =
                    type == DesignType.FACTORIAL ? factorial(item, factors) : oneAtATime(item, entries, factors);
            return page.hasComplaints() ? Design.single() : made.get();
        }
        List<Factor> factors = reader.sampled(wanted);
        return sampled(type, item, entries, factors);
    }

    /** Finds what is wrong in any type of design. */
    private void checkUntyped(Map<String, YamlDiagnostics.Item> entries) {
        Set<String> known = new LinkedHashSet<>(List.of("type"));
        Arrays.stream(DesignType.values()).forEach(type -> known.addAll(type.keys()));
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                page.unknown(entry.key(), entry.path(), "key", key, known);
            }
        });
        Optional.ofNullable(entries.get("factors")).ifPresent(reader::levelled);
    }

    private static String some(List<String> words, String last) {
        return String.join(", ", words.subList(0, words.size() - 1)) + last + words.get(words.size() - 1);
    }

    private void checkKey(DesignType type, String key, YamlDiagnostics.Item entry) {
        if (key.equals("type") || type.keys().contains(key)) {
            return;
        }
        boolean elsewhere = Arrays.stream(DesignType.values())
                .anyMatch(other -> other.keys().contains(key));
        if (elsewhere) {
            page.complain(entry.key(), entry.path(), "not in a " + type.word() + " design; it has " + some(type) + ".");
        } else {
            page.unknown(entry.key(), entry.path(), "key", key, type.keys());
        }
    }

    private static String some(DesignType type) {
        return some(type.keys(), type == DesignType.LIST ? " or " : " and ");
    }

    /** Complains when there are more runs than allowed. */
    boolean checkSize(YamlDiagnostics.Item item, BigInteger points) {
        BigInteger runs = points.multiply(BigInteger.valueOf(replications));
        boolean fits = runs.compareTo(BigInteger.valueOf(Experiment.MOST_RUNS)) <= 0;
        if (!fits) {
            page.complain(
                    item.key(),
                    item.path(),
                    "found " + runs + " runs (" + points + " times " + replications + "); allowed are at most "
                            + Experiment.MOST_RUNS + ".");
        }
        return fits;
    }

    private Design list(DesignType type, YamlDiagnostics.Item item, Map<String, YamlDiagnostics.Item> entries) {
        Optional<SearchGoal> goal = type == DesignType.LIST
                ? Optional.empty()
                : Optional.of(new SearchReader(model, page, item, entries).judgement(replications));
        YamlDiagnostics.Item inline = entries.get("points");
        YamlDiagnostics.Item file = entries.get("file");
        if (inline == null && file == null) {
            page.complain(item.value(), item.path(), "points are missing; allowed are points, or file.");
        }
        if (inline != null && file != null) {
            page.complain(file.key(), file.path(), "points are given as well; allowed is one of them.");
        }
        Optional<PointsReader> points = Optional.empty();
        if (inline != null) {
            points = Optional.of(new PointsReader(model, page, reader)).filter(p -> p.inline(inline));
        } else if (file != null) {
            points = Optional.of(new PointsReader(model, page, reader)).filter(p -> p.file(file));
        }
        points.ifPresent(given -> checkSize(item, BigInteger.valueOf(given.rows().length)));
        if (page.hasComplaints() || points.isEmpty()) {
            return Design.single();
        }
        enclosed = points.get().enclosed();
        PointsReader read = points.get();
        Design list = Design.list(read.factors(), read.rows(), read.seeds(), read.leftOut());
        return goal.map(judged -> list.judged(type, judged)).orElse(list);
    }

    private Supplier<Design> factorial(YamlDiagnostics.Item item, List<FactorReader.Levelled> factors) {
        checkSize(
                item, factors.stream().map(FactorReader.Levelled::count).reduce(BigInteger.ONE, BigInteger::multiply));
        return () -> Design.factorial(
                factors.stream().map(FactorReader.Levelled::factor).toList());
    }

    private Supplier<Design> oneAtATime(
            YamlDiagnostics.Item item, Map<String, YamlDiagnostics.Item> entries, List<FactorReader.Levelled> given) {
        BigInteger most = given.stream().map(FactorReader.Levelled::count).reduce(BigInteger.ONE, BigInteger::add);
        Map<String, YamlDiagnostics.Item> baseline = Optional.ofNullable(entries.get("baseline"))
                .flatMap(entry -> page.mapping(entry, FactorReader.TURNED))
                .orElse(Map.of());
        if (!checkSize(item, most)) {
            return Design::single;
        }
        List<Factor> factors = given.stream().map(FactorReader.Levelled::factor).toList();
        Map<String, Double> usual = new LinkedHashMap<>();
        baseline.forEach((key, entry) -> {
            Optional<Factor> factor =
                    factors.stream().filter(each -> each.key().equals(key)).findFirst();
            if (factor.isEmpty()) {
                List<String> keys = factors.stream().map(Factor::key).toList();
                page.unknown(entry.key(), entry.path(), "factor", key, keys);
            } else {
                reader.level(entry, factor.get().parameter()).ifPresent(level -> usual.put(key, level));
            }
        });
        String start = factors.stream()
                .filter(factor -> factor.parameter().isEmpty())
                .findFirst()
                .map(factor -> usual.getOrDefault(
                        factor.key(),
                        ((FactorRange.Levels) factor.range()).values().get(0)))
                .map(level -> model.scenarios().get(level.intValue()))
                .orElse(scenario);
        double[] levels = factors.stream()
                .mapToDouble(factor -> Optional.ofNullable(usual.get(factor.key()))
                        .orElseGet(() -> factor.parameter()
                                .map(parameter -> model.setting(start).get(parameter))
                                .orElseGet(() -> (double) model.scenarios().indexOf(start))))
                .toArray();
        for (int i = 0; i < levels.length; i++) {
            if (((FactorRange.Levels) factors.get(i).range()).values().equals(List.of(levels[i]))) {
                YamlDiagnostics.Item at = given.get(i).at();
                page.complain(at.key(), at.path(), "no level but the baseline's, which is run anyway.");
            }
        }
        return () -> Design.oneAtATime(factors, levels);
    }

    private Design sampled(
            DesignType type,
            YamlDiagnostics.Item item,
            Map<String, YamlDiagnostics.Item> entries,
            List<Factor> factors) {
        int k = factors.size();
        Map<String, Object> traits = new LinkedHashMap<>();
        int count = 0;
        int each = 1;
        boolean secondOrder = false;
        Optional<SearchGoal> goal = Optional.empty();
        switch (type) {
            case OPTIMISE -> {
                goal = Optional.of(new SearchReader(model, page, item, entries).search(replications));
                count = goal.get().population();
                each = 1 + goal.get().generations();
                traits.put("population", count);
                traits.put("generations", goal.get().generations());
            }
            case SALTELLI -> {
                count = needed(item, entries, "base", true);
                secondOrder = Optional.ofNullable(entries.get("second_order"))
                        .flatMap(page::flag)
                        .orElse(false);
                each = Saltelli.block(k, secondOrder);
                traits.put("base", count);
                traits.put("second_order", secondOrder);
            }
            case MORRIS -> {
                count = needed(item, entries, "trajectories", false);
                each = k + 1;
                traits.put("trajectories", count);
                traits.put("levels", grid(entries));
            }
            default -> {
                count = needed(item, entries, "points", type == DesignType.SOBOL);
                traits.put("points", count);
            }
        }
        checkSize(item, BigInteger.valueOf(count).multiply(BigInteger.valueOf(each)));
        if (page.hasComplaints()) {
            return Design.single();
        }
        long own = Experiment.child(seed, -1);
        Sample sample = switch (type) {
            case LATIN_HYPERCUBE -> new LatinHypercube(count, k, own);
            case OPTIMISE -> new LatinHypercube(count, k, own);
            case SOBOL -> new Sobol(count, k, own);
            case SALTELLI -> new Saltelli(count, k, secondOrder, own);
            default -> new MorrisSample(count, (int) traits.get("levels"), k, own);
        };
        Design sampled = Design.sampled(type, traits, factors, sample);
        return goal.map(judged -> sampled.judged(type, judged)).orElse(sampled);
    }

    /** A count that the design cannot do without; 0 after a complaint. */
    private int needed(
            YamlDiagnostics.Item design, Map<String, YamlDiagnostics.Item> entries, String key, boolean balanced) {
        YamlDiagnostics.Item item = entries.get(key);
        if (item == null) {
            page.complain(
                    design.value(),
                    design.path(),
                    key + (key.endsWith("s") ? " are" : " is") + " missing; give a number.");
            return 0;
        }
        long most = Experiment.MOST_RUNS;
        Optional<Long> count = page.whole(item, 1, most, "a whole number from 1 to " + most);
        if (balanced && count.isPresent() && Long.bitCount(count.get()) != 1) {
            long below = Long.highestOneBit(count.get());
            page.refuse(
                    item,
                    "a power of two, such as " + below + " or " + 2 * below
                            + ", for only then are the points spread evenly");
        }
        return count.orElse(0L).intValue();
    }

    private int grid(Map<String, YamlDiagnostics.Item> entries) {
        YamlDiagnostics.Item item = entries.get("levels");
        if (item == null) {
            return GRID;
        }
        String allowed = "an even whole number from 2 to " + FINEST_GRID;
        long levels = page.whole(item, 2, FINEST_GRID, allowed).orElse((long) GRID);
        if (levels % 2 != 0) {
            page.refuse(item, allowed);
        }
        return (int) levels;
    }
}
