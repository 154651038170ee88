package greenlight.runner.results;

import greenlight.runner.design.Design.Factor;
import greenlight.runner.design.FactorRange;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model.Column;
import greenlight.runner.model.Parameter;
import greenlight.runner.results.Layout.Field;
import greenlight.runner.results.Layout.Table;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of a sweep as a Tabular Data Package (Frictionless Data, version 1): files with size and SHA-256, columns
 * with type, unit, meaning and bounds, keys between the tables. It tells nothing of the machine, so equal experiments
 * by equal programs have equal packages; timings, which differ, stand in it without size and digest.
 */
final class DataPackage {
    /** Beyond so many levels of a factor only the ends are told. */
    private static final int MOST_LEVELS = 100;

    private final Experiment experiment;
    private final Shard shard;
    private final List<String> models;
    private final List<Table> tables;

    private DataPackage(Experiment experiment, Shard shard, List<Table> tables, List<String> models) {
        this.experiment = experiment;
        this.shard = shard;
        this.models = models;
        this.tables = tables;
    }

    /**
     * The package as JSON.
     *
     * @param tables to describe
     * @param files the fingerprints of the tables, by file name
     * @param models digests of the states of the model that made the runs
     */
    static String text(
            Experiment experiment,
            Shard shard,
            List<Table> tables,
            Map<String, Fingerprint> files,
            Software software,
            List<String> models) {
        return Json.text(new DataPackage(experiment, shard, tables, models).whole(files, software));
    }

    private ObjectNode whole(Map<String, Fingerprint> files, Software software) {
        ObjectNode whole = Json.object();
        whole.put("profile", "tabular-data-package");
        // the standard allows lower case only; the experiment has its name as written
        whole.put("name", experiment.name().toLowerCase(Locale.ROOT));
        whole.put("title", experiment.title());
        question(whole.putObject("experiment"));
        ObjectNode model = whole.putObject("model");
        model.put("name", experiment.model().name());
        model.put("version", experiment.model().version());
        ArrayNode digests = model.putArray("digests");
        models.forEach(digests::add);
        whole.putObject("software")
                .put("name", software.name())
                .put("version", software.version())
                .put("commit", software.commit());
        ArrayNode resources = whole.putArray("resources");
        for (Table table : tables) {
            resource(resources.addObject(), table, files);
        }
        return whole;
    }

    private void question(ObjectNode node) {
        node.put("name", experiment.name());
        node.put("title", experiment.title());
        node.put("path", ResultFiles.EXPERIMENT);
        node.put(
                "hash",
                Fingerprint.of(experiment.text().getBytes(StandardCharsets.UTF_8))
                        .hash());
        node.put("scenario", experiment.scenario());
        boolean searches =
                experiment.design().goal().filter(SearchGoal::searches).isPresent();
        if (!searches) {
            node.put("points", experiment.design().points());
        }
        node.put("replications", experiment.replications());
        if (!searches) {
            node.put("runs", experiment.runCount());
        }
        if (!shard.whole()) {
            node.put("shard", shard.toString());
        }
        node.put("seed", experiment.seed());
        node.put("crn", experiment.crn());
        ObjectNode set = node.putObject("set");
        experiment.set().forEach((parameter, value) -> put(set, parameter.key(), parameter, value));
        if (experiment.settings() > 0) {
            byte[] ensemble =
                    experiment.enclosed().getOrDefault(Ensemble.FILE, "").getBytes(StandardCharsets.UTF_8);
            node.putObject("over")
                    .put("path", Ensemble.FILE)
                    .put("hash", Fingerprint.of(ensemble).hash())
                    .put("settings", experiment.settings());
        }
        scenarios(node);
        ObjectNode design = node.putObject("design");
        design.put("type", experiment.design().type());
        experiment.design().traits().forEach((key, value) -> design.putPOJO(key, value));
        ArrayNode factors = design.putArray("factors");
        experiment.design().factors().forEach(factor -> factors.add(factor.key()));
    }

    /** The files of scenarios of one's own, copied beside the tables. */
    private void scenarios(ObjectNode node) {
        List<String> copies = experiment.enclosed().keySet().stream()
                .filter(name -> name.startsWith(ScenarioFiles.FOLDER + "/"))
                .toList();
        if (copies.isEmpty()) {
            return;
        }
        ArrayNode files = node.putArray(ScenarioFiles.FOLDER);
        for (String name : copies) {
            byte[] text = experiment.enclosed().get(name).getBytes(StandardCharsets.UTF_8);
            files.addObject().put("path", name).put("hash", Fingerprint.of(text).hash());
        }
    }

    private void resource(ObjectNode node, Table table, Map<String, Fingerprint> files) {
        String path = table.name() + ".csv";
        node.put("profile", "tabular-data-resource");
        node.put("name", table.name());
        node.put("description", table.meaning());
        node.put("path", path);
        node.put("format", "csv");
        node.put("mediatype", "text/csv");
        node.put("encoding", "utf-8");
        if (!table.name().equals(Layout.TIMINGS)) {
            node.put("bytes", files.get(path).bytes());
            node.put("hash", files.get(path).hash());
        }
        node.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("skipInitialSpace", false)
                .put("header", true);
        ObjectNode schema = node.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (Field field : table.fields()) {
            field(fields.addObject(), field, table.key());
        }
        schema.putArray("missingValues").add("");
        if (table.key().size() == 1) {
            schema.put("primaryKey", table.key().get(0));
        } else if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        } else {
            ObjectNode key = schema.putArray("foreignKeys").addObject();
            key.put("fields", ColumnNames.RUN_ID);
            key.putObject("reference").put("resource", Layout.RUNS).put("fields", ColumnNames.RUN_ID);
        }
    }

    private void field(ObjectNode node, Field field, List<String> key) {
        Column column = field.column();
        node.put("name", column.key());
        node.put("type", type(column.type()));
        if (!column.unit().isEmpty()) {
            node.put("unit", column.unit());
        }
        node.put("description", column.meaning());
        boolean ofARow = !key.isEmpty() || field.role() == Layout.Role.KEY;
        node.put("role", ofARow ? word(field.role()) : column.role().key());
        field.factor().ifPresent(factor -> factor(node, factor));
        ObjectNode constraints = Json.object();
        if (column.always()) {
            constraints.put("required", true);
        }
        if (key.equals(List.of(column.key()))) {
            constraints.put("unique", true);
        }
        field.least().ifPresent(least -> constraints.put("minimum", Json.number(least)));
        field.most().ifPresent(most -> constraints.put("maximum", Json.number(most)));
        if (!column.words().isEmpty()) {
            ArrayNode words = constraints.putArray("enum");
            column.words().forEach(words::add);
        }
        if (!constraints.isEmpty()) {
            node.set("constraints", constraints);
        }
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case INTEGER -> "integer";
            case REAL -> "number";
            case TEXT -> "string";
            case BOOLEAN -> "boolean";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What a factor's parameter is, and where the design takes it. */
    private void factor(ObjectNode node, Factor factor) {
        factor.parameter().ifPresent(parameter -> {
            node.put("known", word(parameter.basis()));
            node.put("mechanism", parameter.group());
            node.put("scale", word(parameter.scale()));
            if (!Double.isNaN(parameter.defaultValue())) {
                put(node, "default", parameter, parameter.defaultValue());
            }
        });
        if (factor.range() instanceof FactorRange.Interval interval) {
            Parameter parameter = factor.parameter().orElseThrow();
            node.put("scale", word(interval.scale()));
            put(node, "from", parameter, interval.from());
            put(node, "to", parameter, interval.to());
            return;
        }
        List<Double> levels = ((FactorRange.Levels) factor.range()).values();
        if (factor.parameter().isEmpty()) {
            node.put("default", experiment.model().scenarios().get(0));
            ArrayNode words = node.putArray("levels");
            levels.forEach(level -> words.add(experiment.model().scenarios().get(level.intValue())));
        } else if (levels.size() > MOST_LEVELS) {
            put(node, "from", factor.parameter().get(), Collections.min(levels));
            put(node, "to", factor.parameter().get(), Collections.max(levels));
        } else {
            ArrayNode values = node.putArray("levels");
            levels.forEach(level -> values.add(value(factor.parameter().get(), level)));
        }
    }

    private static JsonNode value(Parameter parameter, double value) {
        ObjectNode node = Json.object();
        put(node, "value", parameter, value);
        return node.get("value");
    }

    /** A parameter's value as its column in the tables has it. */
    private static void put(ObjectNode node, String key, Parameter parameter, double value) {
        switch (parameter.kind()) {
            case REAL -> node.put(key, Json.number(value));
            case INTEGER -> node.put(key, (long) value);
            case SWITCH -> node.put(key, value != 0);
            case CHOICE -> node.put(key, parameter.text(value));
        }
    }
}
