package greenlight.runner.spec;

import static greenlight.runner.format.JsonSchema.TYPE;
import static greenlight.runner.format.JsonSchema.above0;
import static greenlight.runner.format.JsonSchema.closed;
import static greenlight.runner.format.JsonSchema.described;
import static greenlight.runner.format.JsonSchema.even;
import static greenlight.runner.format.JsonSchema.map;
import static greenlight.runner.format.JsonSchema.nothingOr;
import static greenlight.runner.format.JsonSchema.reference;
import static greenlight.runner.format.JsonSchema.several;
import static greenlight.runner.format.JsonSchema.whole;
import static greenlight.runner.format.JsonSchema.words;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.DesignType;
import greenlight.runner.design.ParameterGroup;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.measure.OwnMeasureSchema;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.scenario.ScenarioFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (2020-12) of a model's experiment files, for editors: made of the tables that {@link
 * ExperimentReader} reads by, which finds more than a schema can, such as a parameter that is both set and varied.
 */
public final class ExperimentSchema {
    private static final String LEVELLED = "#/$defs/levelled";
    private static final String SAMPLED = "#/$defs/sampled";

    private final Model model;

    private ExperimentSchema(Model model) {
        this.model = model;
    }

    /** The schema as indented text. */
    public static String of(Model model, String title) {
        Map<String, Object> schema = new ExperimentSchema(model).schema(title);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(schema);
    }

    private Map<String, Object> schema(String title) {
        Map<String, Object> schema = map("$schema", "https://json-schema.org/draft/2020-12/schema", "title", title);
        schema.put(TYPE, "object");
        schema.put("required", List.of(Key.NAME.word()));
        schema.put("additionalProperties", false);
        Map<String, Object> properties = new LinkedHashMap<>();
        Key.of(model).forEach((word, key) -> properties.put(word, described(key.meaning(), value(word, key))));
        schema.put("properties", properties);
        schema.put("$defs", definitions());
        return schema;
    }

    private Map<String, Object> value(String word, Key key) {
        return switch (key) {
            case NAME -> map("type", "string", "pattern", "^" + ExperimentReader.NAME.pattern() + "$");
            case TITLE -> map(TYPE, List.of("string", "number", "boolean"));
            case MODEL -> words(List.of(model.name()));
            case SCENARIO -> scenario();
            case HORIZON -> reference("parameter." + word);
            case REPLICATIONS -> whole(1, Experiment.MOST_RUNS);
            case PRECISION -> precision();
            case SEED -> map(TYPE, "integer", "minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE);
            case CRN -> flags();
            case TIMEOUT -> above0("maximum", PrecisionReader.LONGEST);
            case SET -> keyed(parameters(ExperimentSchema::referenced), ExperimentSchema::referenced);
            case OVER -> over();
            case DESIGN -> design();
            case RECORD ->
                several(words(Stream.concat(
                                Stream.of(RecordingReader.RUNS),
                                model.tables().stream().map(Model.Table::name))
                        .toList()));
            case READINGS -> several(columns(model.tables().stream().flatMap(table -> table.readings().stream())));
            case MEASURES -> several(map("anyOf", List.of(columns(model.measures().stream()), reference("measure"))));
        };
    }

    private Map<String, Object> settings() {
        return closed(parameters(parameter -> reference("parameter." + parameter.key())), List.of());
    }

    private Map<String, Object> over() {
        Map<String, Object> file = map(TYPE, "string", "pattern", "\\.csv$");
        return model.ensemble().isEmpty() ? file : map("anyOf", List.of(map("const", Ensemble.WORD), file));
    }

    /** One of the model's, or one of the file's own. */
    private Map<String, Object> measures() {
        return map("anyOf", List.of(columns(model.measures().stream()), OwnMeasureSchema.name()));
    }

    private static Map<String, Object> columns(Stream<Model.Column> columns) {
        return map(
                "oneOf",
                columns.map(column -> map(
                                "const",
                                column.key(),
                                "description",
                                column.meaning() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")")))
                        .toList());
    }

    private Map<String, Object> precision() {
        Map<String, Object> properties = map("measure", measures());
        properties.put("half_width", described("of the interval, in the measure's unit", above0()));
        properties.put("relative", described("half-width as a share of the mean's size", above0()));
        properties.put("most", described("replications of a point at the most", whole(2, Experiment.MOST_RUNS)));
        Map<String, Object> precision = closed(properties, List.of("measure", "most"));
        precision.put("oneOf", List.of(map("required", List.of("half_width")), map("required", List.of("relative"))));
        return precision;
    }

    /** By its type: an editor then offers the keys of that type alone. */
    private Map<String, Object> design() {
        List<Map<String, Object>> types = new ArrayList<>();
        List<Map<String, Object>> words = new ArrayList<>();
        for (DesignType type : DesignType.values()) {
            words.add(map("const", type.word(), "description", type.meaning()));
            Map<String, Object> properties = map(TYPE, map("const", type.word()));
            type.keys().forEach(key -> properties.put(key, entry(type, key)));
            List<String> required = new ArrayList<>(type.keys());
            required.removeAll(List.of(
                    "points",
                    "file",
                    "baseline",
                    "second_order",
                    "levels",
                    "constraints",
                    "fresh",
                    "disagreement",
                    "after"));
            required.add(0, TYPE);
            Map<String, Object> shape = closed(properties, required);
            if (type.listed()) {
                shape.put("oneOf", List.of(map("required", List.of("points")), map("required", List.of("file"))));
            } else if (type.keys().contains("points")) {
                required.add("points");
            }
            types.add(map(
                    "if",
                    map("properties", map(TYPE, map("const", type.word())), "required", List.of(TYPE)),
                    "then",
                    shape));
        }
        Map<String, Object> design = map(TYPE, "object", "required", List.of(TYPE));
        design.put("properties", map(TYPE, map("oneOf", words)));
        design.put("allOf", types);
        return design;
    }

    private Map<String, Object> entry(DesignType type, String key) {
        return switch (key) {
            case "factors" -> map("$ref", type.levelled() ? LEVELLED : SAMPLED);
            case "baseline" -> described("levels of factors, the scenario's when not given", point());
            case "file" -> described("a CSV file beside this one, its header keys of parameters", file());
            case "second_order" -> described("whether also for pairs of factors", flags());
            case "levels" ->
                described("of the grid, even; default " + DesignReader.GRID, even(2, DesignReader.FINEST_GRID));
            case "base" -> described("rows of the sequence, a power of two", balanced());
            case "trajectories" -> whole(1, Experiment.MOST_RUNS);
            case "objectives", "constraints" -> several(reference(key));
            case "population" -> described("points of a generation", even(4, SearchReader.LARGEST_POPULATION));
            case "generations" -> described("after the first", whole(1, SearchReader.MOST_GENERATIONS));
            case "fresh" -> described("of each point found, on other seeds", whole(1, Experiment.MOST_RUNS));
            case "after" -> described("replications in which the points were chosen", whole(0, Experiment.MOST_RUNS));
            case "disagreement" -> described("what is set where parties do not agree", settings());
            default ->
                switch (type) {
                    case LIST, ROBUST -> several(point());
                    case SOBOL -> described("how many, a power of two", balanced());
                    default -> described("how many", whole(1, Experiment.MOST_RUNS));
                };
        };
    }

    private static Map<String, Object> file() {
        return map(TYPE, "string", "pattern", "^" + PointsReader.FILE.pattern() + "$");
    }

    private static Map<String, Object> flags() {
        return map("enum", List.of(true, false, "on", "off"));
    }

    private static Map<String, Object> balanced() {
        IntStream powers = IntStream.iterate(1, power -> power <= Experiment.MOST_RUNS, power -> 2 * power);
        return map("enum", powers.boxed().toList());
    }

    /** A scenario that the model ships, or the path of a folder or bundle. */
    private Map<String, Object> scenario() {
        return map("anyOf", List.of(words(model.scenarios()), map(TYPE, "string", "pattern", ScenarioFiles.PATH)));
    }

    /** A level for some parameters, and for the scenario. */
    private Map<String, Object> point() {
        Map<String, Object> properties = parameters(ExperimentSchema::referenced);
        properties.put(Factor.SCENARIO, scenario());
        Map<String, Object> point = keyed(properties, ExperimentSchema::referenced);
        point.put("minProperties", 1);
        return point;
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> define(definitions, parameter));
        model.cells().values().forEach(cell -> define(definitions, cell));
        definitions.put("measure", OwnMeasureSchema.of(model));
        definitions.put("objectives", judged(true));
        definitions.put("constraints", judged(false));
        definitions.put("levelled", factors(true));
        definitions.put("sampled", factors(false));
        return definitions;
    }

    private static void define(Map<String, Object> definitions, Parameter parameter) {
        definitions.put("parameter." + parameter.key(), described(sentence(parameter), value(parameter)));
    }

    /** An objective, or a constraint. */
    private Map<String, Object> judged(boolean objective) {
        Map<String, Object> number = map(TYPE, "number");
        Map<String, Object> own = objective
                ? map("goal", words(SearchReader.GOALS), "party", map(TYPE, "string"))
                : map("at_least", number, "at_most", number);
        own.putAll(map("measure", measures(), "statistic", statistic()));
        Stream<String> needed = objective ? Stream.of("goal") : Stream.of("at_least", "at_most");
        Map<String, Object> judged = closed(own, List.of("measure"));
        judged.put("oneOf", needed.map(key -> map("required", List.of(key))).toList());
        return judged;
    }

    private static Map<String, Object> statistic() {
        Map<String, Object> share = map(TYPE, "number", "minimum", 0, "maximum", 1);
        Map<String, Object> met = map(TYPE, "string", "pattern", "^" + SearchReader.CONDITION + "$");
        Map<String, Object> keys = map("quantile", share, "cvar", share, "regret", share, "probability", met);
        Map<String, Object> one = closed(keys, List.of());
        one.putAll(map("minProperties", 1, "maxProperties", 1));
        return map("anyOf", List.of(words(List.of("mean", "probability")), one));
    }

    private static String sentence(Parameter parameter) {
        double usual = parameter.defaultValue();
        String known = Double.isNaN(usual) ? "" : "default " + parameter.text(usual) + ", ";
        return parameter.meaning() + " (" + parameter.unit() + "; " + known
                + parameter.basis().name().toLowerCase(Locale.ROOT) + "; " + parameter.group() + ")";
    }

    private static Map<String, Object> value(Parameter parameter) {
        return switch (parameter.kind()) {
            case SWITCH -> map("enum", List.of("on", "off", true, false));
            case CHOICE -> words(parameter.words());
            case INTEGER -> whole((long) parameter.from(), (long) parameter.to());
            case REAL -> map(TYPE, "number", "minimum", parameter.from(), "maximum", parameter.to());
        };
    }

    private Map<String, Object> factors(boolean levelled) {
        Map<String, Object> properties = parameters(parameter -> factor(parameter, levelled));
        Map<String, Object> scenarios = nothingOr(List.of(several(scenario())));
        properties.put(Factor.SCENARIO, described("where runs start; all scenarios when nothing is said", scenarios));
        for (ParameterGroup group : ParameterGroup.values()) {
            Map<String, Object> words = words(group.words(model));
            properties.put(
                    group.key(),
                    described(
                            group.meaning() + " that are neither set nor varied by name",
                            map("anyOf", List.of(words, several(words)))));
        }
        Map<String, Object> named = keyed(properties, cell -> factor(cell, levelled));
        named.put("minProperties", 1);
        List<String> keys = new ArrayList<>(model.parameterKeys());
        keys.add(Factor.SCENARIO);
        List<Map<String, Object>> listed = new ArrayList<>(List.of(words(keys)));
        model.cells().keySet().forEach(pattern -> listed.add(map("pattern", anchored(pattern))));
        return described(
                "parameters with " + (levelled ? "levels" : "ranges") + ", or a list of parameters",
                map("anyOf", List.of(named, several(listed.size() == 1 ? listed.get(0) : map("anyOf", listed)))));
    }

    private Map<String, Object> factor(Parameter parameter, boolean levelled) {
        Map<String, Object> level = referenced(parameter);
        Map<String, Object> list = several(level);
        list.put("minItems", levelled ? 1 : 2);
        List<Map<String, Object>> forms = new ArrayList<>(List.of(list));
        if (parameter.words().isEmpty()) {
            Map<String, Object> range = map("from", level, "to", level);
            if (levelled) {
                range.put("step", above0());
                range.put("levels", whole(2, Experiment.MOST_RUNS));
            }
            range.put("scale", words(LevelReader.SCALES));
            Map<String, Object> form = closed(range, List.of());
            if (levelled) {
                form.put(
                        "not",
                        map(
                                "required",
                                List.of("step"),
                                "anyOf",
                                List.of(map("required", List.of("levels")), map("required", List.of("scale")))));
            }
            forms.add(form);
        }
        return described(sentence(parameter), nothingOr(forms));
    }

    /** A mapping of these keys and of cells of scenarios. */
    private Map<String, Object> keyed(Map<String, Object> properties, Function<Parameter, Object> of) {
        Map<String, Object> mapping = closed(properties, List.of());
        Map<String, Object> cells = new LinkedHashMap<>();
        model.cells().forEach((pattern, cell) -> cells.put(anchored(pattern), of.apply(cell)));
        if (!cells.isEmpty()) {
            mapping.put("patternProperties", cells);
        }
        return mapping;
    }

    private static String anchored(String pattern) {
        return "^" + pattern + "$";
    }

    private static Map<String, Object> referenced(Parameter parameter) {
        return map("$ref", "#/$defs/parameter." + parameter.key());
    }

    private Map<String, Object> parameters(Function<Parameter, Object> of) {
        Map<String, Object> properties = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> properties.put(parameter.key(), of.apply(parameter)));
        return properties;
    }
}
