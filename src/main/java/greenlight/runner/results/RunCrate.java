package greenlight.runner.results;

import greenlight.runner.design.SearchGoal;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.results.Layout.Table;
import greenlight.runner.spec.Experiment;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the files of a sweep came about, as an RO-Crate 1.1 of the profile Process Run Crate 0.5: an action that the
 * program did to the experiment, at a time, with a command, on a machine. Nobody is named as its agent.
 */
final class RunCrate {
    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final String CRATE = "https://w3id.org/ro/crate/1.1";
    private static final String ROOT = "./";

    private final Experiment experiment;
    private final List<Table> tables;
    private final Software software;
    private final List<String> models;
    private final Execution execution;
    private final Map<String, Fingerprint> files;
    private final ObjectNode whole = Json.object();

    private RunCrate(
            Experiment experiment,
            List<Table> tables,
            Map<String, Fingerprint> files,
            Software software,
            List<String> models,
            Execution execution) {
        this.experiment = experiment;
        this.tables = tables;
        this.files = files;
        this.software = software;
        this.models = models;
        this.execution = execution;
    }

    /**
     * The crate as JSON-LD.
     *
     * @param tables those of the files that are tables
     * @param files the fingerprints of all other files, by name
     * @param models digests of the states of the model that made the runs
     */
    static String text(
            Experiment experiment,
            List<Table> tables,
            Map<String, Fingerprint> files,
            Software software,
            List<String> models,
            Execution execution) {
        return Json.text(new RunCrate(experiment, tables, files, software, models, execution).whole());
    }

    private ObjectNode whole() {
        whole.putArray("@context").add(CRATE + "/context").add("https://w3id.org/ro/terms/workflow-run/context");
        ArrayNode graph = whole.putArray("@graph");
        ObjectNode self = entity(graph, ResultFiles.RUN_CRATE, "CreativeWork");
        refer(self, "conformsTo", CRATE);
        refer(self, "about", ROOT);
        ObjectNode root = entity(graph, ROOT, "Dataset");
        refer(root, "conformsTo", PROFILE);
        root.put("name", experiment.title());
        root.put(
                "description",
                "Results of the experiment " + experiment.name() + ": " + (execution.ok() + execution.failed())
                        + " runs of the model " + experiment.model().name() + " "
                        + experiment.model().version() + ".");
        root.put(
                "datePublished", execution.end().truncatedTo(ChronoUnit.SECONDS).toString());
        refer(root, "hasPart", new ArrayList<>(files.keySet()));
        String action = "urn:uuid:" + id();
        refer(root, "mentions", action);
        entity(graph, PROFILE, "CreativeWork").put("name", "Process Run Crate").put("version", "0.5");
        program(graph);
        action(entity(graph, action, "CreateAction"), graph);
        Map<String, String> meanings = meanings();
        files.forEach((name, print) -> entity(graph, name, "File")
                .put("name", name)
                .put("description", meanings.getOrDefault(name, name))
                .put("encodingFormat", format(name))
                .put("contentSize", Long.toString(print.bytes()))
                .put("sha256", print.sha256()));
        return whole;
    }

    private void program(ArrayNode graph) {
        ObjectNode program = entity(graph, "#software", "SoftwareApplication");
        program.put("name", software.name());
        program.put("softwareVersion", software.version());
        program.put("identifier", "commit " + software.commit());
        refer(program, "softwareRequirements", List.of("#java", "#model"));
        program.put("operatingSystem", execution.system());
        entity(graph, "#java", "SoftwareApplication").put("name", execution.java());
        ObjectNode model = entity(graph, "#model", "SoftwareApplication");
        model.put("name", experiment.model().name());
        model.put("softwareVersion", experiment.model().version());
        ArrayNode digests = model.putArray("identifier");
        models.forEach(digest -> digests.add("digest " + digest));
    }

    private void action(ObjectNode action, ArrayNode graph) {
        action.put("name", (searched() ? "Search of " : "Sweep of ") + experiment.name());
        action.put("description", execution.command());
        action.put("startTime", execution.start().truncatedTo(ChronoUnit.MILLIS).toString());
        action.put("endTime", execution.end().truncatedTo(ChronoUnit.MILLIS).toString());
        refer(action, "instrument", "#software");
        List<String> objects = new ArrayList<>(List.of(ResultFiles.EXPERIMENT));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("threads", execution.threads());
        settings.put("runs-ok", execution.ok());
        settings.put("runs-failed", execution.failed());
        settings.forEach((name, value) -> {
            ObjectNode setting = entity(graph, "#" + name, "PropertyValue");
            setting.put("name", name).put("value", (Integer) value);
        });
        objects.add("#threads");
        refer(action, "object", objects);
        List<String> results = new ArrayList<>(files.keySet());
        results.remove(ResultFiles.EXPERIMENT);
        results.add("#runs-ok");
        results.add("#runs-failed");
        refer(action, "result", results);
        refer(action, "actionStatus", "http://schema.org/CompletedActionStatus");
    }

    private boolean searched() {
        return experiment.design().goal().filter(SearchGoal::searches).isPresent();
    }

    private Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(ResultFiles.EXPERIMENT, "the experiment, byte for byte as it was read");
        meanings.put(ResultFiles.DATA_PACKAGE, "the columns of all tables: types, units, meanings, bounds and keys");
        for (Table table : tables) {
            meanings.put(table.name() + ".csv", table.meaning());
        }
        if (experiment.settings() > 0) {
            meanings.put(ResultFiles.EXPERIMENT, "the experiment as it was read, but for the name of its ensemble");
            meanings.put(Ensemble.FILE, "the settings that replications go through, each with its weight");
        }
        return meanings;
    }

    private static String format(String name) {
        return name.endsWith(".csv") ? "text/csv" : name.endsWith(".json") ? "application/json" : "application/yaml";
    }

    /** The same for the same facts and, the times being among them, for no other sweep. */
    private UUID id() {
        return UUID.nameUUIDFromBytes((experiment.text() + software + execution).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode entity(ArrayNode graph, String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static void refer(ObjectNode node, String key, String id) {
        node.putObject(key).put("@id", id);
    }

    private static void refer(ObjectNode node, String key, List<String> ids) {
        ArrayNode all = node.putArray(key);
        ids.forEach(id -> all.addObject().put("@id", id));
    }
}
