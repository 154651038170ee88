package greenlight.runner.journal;

import greenlight.runner.model.Model;
import greenlight.runner.results.Fingerprint;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.Software;
import greenlight.runner.spec.BadExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of a finished sweep, as their {@code datapackage.json} describes them.
 *
 * @param whole the description
 */
public record ResultFolder(Path folder, JsonNode whole) {
    /** Whether a folder describes itself. */
    public static boolean describes(Path folder) {
        return Files.isRegularFile(folder.resolve(ResultFiles.DATA_PACKAGE));
    }

    /**
     * Reads a folder's description.
     *
     * @throws BadExperiment when it is not JSON
     * @throws IOException in one sentence, when it cannot be read
     */
    public static ResultFolder in(Path folder) throws IOException, BadExperiment {
        Path file = folder.resolve(ResultFiles.DATA_PACKAGE);
        String text = SweepFolder.attempt(file, "read", () -> Files.readString(file));
        try {
            return new ResultFolder(folder, JsonMapper.shared().readTree(text));
        } catch (JacksonException broken) {
            throw new BadExperiment(List.of(file + " is not JSON: " + broken.getOriginalMessage() + "."));
        }
    }

    /** Files that are not what the description says, a sentence each. */
    public List<String> changed() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put(said("experiment", "path"), said("experiment", "hash"));
        for (JsonNode resource : whole.path("resources")) {
            hashes.put(resource.path("path").asString(""), resource.path("hash").asString(""));
        }
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> of : hashes.entrySet()) {
            Path file = folder.resolve(of.getKey());
            if (of.getValue().isEmpty()) {
                continue;
            }
            if (!Files.isRegularFile(file)) {
                changed.add(file + " is missing, though " + folder.resolve(ResultFiles.DATA_PACKAGE) + " names it.");
            } else if (!of.getValue().equals("sha256:" + Fingerprint.of(file).sha256())) {
                changed.add(file + " has been changed: its SHA-256 is not that of "
                        + folder.resolve(ResultFiles.DATA_PACKAGE) + ".");
            }
        }
        return changed;
    }

    private String said(String object, String key) {
        return whole.path(object).path(key).asString("");
    }

    /** Name of the model. */
    public String model() {
        return said("model", "name");
    }

    /** Version of the model's rules. */
    public String version() {
        return said("model", "version");
    }

    /** Digests of the states of the model that made the runs; of results without any, one that is unknown. */
    public List<String> models() {
        List<String> digests = whole.path("model")
                .path("digests")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return digests.isEmpty() ? List.of(Model.UNKNOWN) : digests;
    }

    /** Whether this state of the model is among those that made the runs. */
    public boolean by(Model model) {
        return model.isAmong(models());
    }

    public Software software() {
        return new Software(said("software", "name"), said("software", "version"), said("software", "commit"));
    }

    /** Which shard it is, as {@code 3/8}; empty when it is the whole. */
    public String shard() {
        return said("experiment", "shard");
    }
}
