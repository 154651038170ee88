package greenlight.runner.results;

import greenlight.runner.csv.BadTable;
import greenlight.runner.format.FileFault;
import greenlight.runner.format.Text;
import greenlight.runner.model.Model;
import greenlight.runner.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A folder of results, as its {@code datapackage.json} describes it; without one, all that it says is empty. */
public final class ResultFolder {
    private final Path folder;
    private final JsonNode root;

    private ResultFolder(Path folder, JsonNode root) {
        this.folder = folder;
        this.root = root;
    }

    /**
     * Reads a folder's description.
     *
     * @throws BadTable when it is not JSON
     * @throws IOException in one sentence, when it cannot be read
     */
    public static ResultFolder in(Path folder) throws IOException {
        Path file = folder.resolve(ResultFiles.DATA_PACKAGE);
        if (!Files.isRegularFile(file)) {
            return undescribed(folder);
        }
        try {
            return new ResultFolder(folder, JsonMapper.shared().readTree(Files.readString(file)));
        } catch (JacksonException bad) {
            var at = bad.getLocation();
            throw new BadTable(file + ":" + (at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ":")
                    + " this is not JSON; it was cut off or edited.");
        } catch (IOException failed) {
            throw new IOException(file + " cannot be read: " + FileFault.reason(failed) + ".", failed);
        }
    }

    /** A folder of which no description is read. */
    public static ResultFolder undescribed(Path folder) {
        return new ResultFolder(folder, MissingNode.getInstance());
    }

    /** Whether there is a description. */
    public boolean isDescribed() {
        return !root.isMissingNode();
    }

    public Path folder() {
        return folder;
    }

    /** The file of the description. */
    public Path description() {
        return folder.resolve(ResultFiles.DATA_PACKAGE);
    }

    private String text(String object, String... keys) {
        JsonNode node = root.path(object);
        for (String key : keys) {
            node = node.path(key);
        }
        return node.asString("");
    }

    /** What is said of the experiment, such as {@code seed}, or {@code design} and {@code type}; empty when nothing is. */
    public String experiment(String... keys) {
        return text("experiment", keys);
    }

    /** The experiment's name; the folder's own without one. */
    public String name() {
        String name = experiment("name");
        return name.isEmpty()
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : name;
    }

    /** The experiment's title; without one, its name. */
    public String title() {
        String title = experiment("title");
        return title.isEmpty() ? name() : title;
    }

    /** What was set for all runs, by parameter. */
    public Map<String, String> set() {
        Map<String, String> set = new TreeMap<>();
        root.path("experiment")
                .path("set")
                .properties()
                .forEach(one -> set.put(one.getKey(), one.getValue().asString("")));
        return set;
    }

    /** Which shard it is, as {@code 3/8}; empty when it is the whole. */
    public String shard() {
        return experiment("shard");
    }

    /** Name of the model. */
    public String model() {
        return text("model", "name");
    }

    /** Version of the model's rules. */
    public String version() {
        return text("model", "version");
    }

    /** Digests of the states of the model that made the runs. */
    public List<String> digests() {
        return root.path("model")
                .path("digests")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The same; of results without any, one that is unknown. */
    public List<String> models() {
        List<String> digests = digests();
        return digests.isEmpty() ? List.of(Model.UNKNOWN) : digests;
    }

    /** Whether this state of the model is among those that made the runs. */
    public boolean by(Model model) {
        return model.isAmong(models());
    }

    /** The program that wrote the results. */
    public Software software() {
        return new Software(text("software", "name"), text("software", "version"), text("software", "commit"));
    }

    /**
     * The tables.
     *
     * @throws BadTable when a column has a type that tables do not have
     */
    public List<DescribedTable> tables() throws BadTable {
        List<DescribedTable> tables = new ArrayList<>();
        for (JsonNode resource : root.path("resources")) {
            tables.add(DescribedTable.of(resource, description()));
        }
        return tables;
    }

    /** The table of a name; empty when it is not described. */
    public Optional<DescribedTable> table(String name) throws BadTable {
        return tables().stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The table of readings over time; empty when there is none. */
    public Optional<DescribedTable> timeSeries() throws BadTable {
        return tables().stream().filter(DescribedTable::isTimeSeries).findFirst();
    }

    /** The table of events between two agents; empty when there is none. */
    public Optional<DescribedTable> events() throws BadTable {
        return tables().stream().filter(DescribedTable::hasEvents).findFirst();
    }

    /** The table of flows between agents; empty when there is none. */
    public Optional<DescribedTable> flows() throws BadTable {
        return tables().stream().filter(DescribedTable::hasFlows).findFirst();
    }

    /** The description of a table as it is written; empty when there is none. */
    public String json(DescribedTable table) {
        return root.path("resources")
                .valueStream()
                .filter(resource -> resource.path("name").asString("").equals(table.name()))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }

    /** The digest of each table that has one, by file. */
    public Map<String, String> hashes() throws BadTable {
        Map<String, String> hashes = new TreeMap<>();
        tables().forEach(table -> table.written().ifPresent(file -> hashes.put(table.path(), file.hash())));
        return hashes;
    }

    /** The files of scenarios of one's own that were copied, as the description names them. */
    public List<String> scenarios() {
        return root.path("experiment")
                .path(ScenarioFiles.FOLDER)
                .valueStream()
                .map(copy -> copy.path("path").asString(""))
                .toList();
    }

    /** Files that are not what the description says, a sentence each. */
    public List<String> changed() throws IOException {
        List<String> changed = new ArrayList<>();
        if (!experiment("path").isEmpty()) {
            fault(experiment("path"), Fingerprint.of(experiment("hash"), -1)).ifPresent(changed::add);
        }
        if (!experiment("over", "path").isEmpty()) {
            fault(experiment("over", "path"), Fingerprint.of(experiment("over", "hash"), -1))
                    .ifPresent(changed::add);
        }
        for (JsonNode copy : root.path("experiment").path(ScenarioFiles.FOLDER)) {
            fault(
                            copy.path("path").asString(""),
                            Fingerprint.of(copy.path("hash").asString(""), -1))
                    .ifPresent(changed::add);
        }
        for (DescribedTable table : tables()) {
            fault(table).ifPresent(changed::add);
        }
        return changed;
    }

    /** Why the file of a table is not the one that is described, in a sentence; empty when it is. */
    public Optional<String> fault(DescribedTable table) throws IOException {
        return fault(table.path(), table.written());
    }

    private Optional<String> fault(String path, Optional<Fingerprint> described) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.of(file + " is missing, though " + description() + " names it.");
        }
        if (described.isEmpty()) {
            return Optional.empty();
        }
        Fingerprint written = described.get();
        Fingerprint found = Fingerprint.of(file);
        if (found.sha256().equals(written.sha256())) {
            return Optional.empty();
        }
        String sizes = written.bytes() >= 0 && written.bytes() != found.bytes()
                ? " It has " + Text.grouped(found.bytes()) + " bytes instead of " + Text.grouped(written.bytes()) + "."
                : "";
        return Optional.of(file + " is not the file that was written: its SHA-256 is not the one in " + description()
                + "." + sizes);
    }
}
