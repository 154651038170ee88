package greenlight.sweep;

import greenlight.experiment.BadExperiment;
import greenlight.experiment.Model;
import greenlight.provenance.Fingerprint;
import greenlight.provenance.Provenance;
import greenlight.provenance.Software;
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
public record Finished(Path folder, JsonNode whole) {
    /** Whether a folder describes itself. */
    public static boolean describes(Path folder) {
        return Files.isRegularFile(folder.resolve(Provenance.DATA_PACKAGE));
    }

    /**
     * Reads a folder's description.
     *
     * @throws BadExperiment when it is not JSON
     * @throws IOException in one sentence, when it cannot be read
     */
    public static Finished in(Path folder) throws IOException, BadExperiment {
        Path file = folder.resolve(Provenance.DATA_PACKAGE);
        String text = Folder.attempt(file, "read", () -> Files.readString(file));
        try {
            return new Finished(folder, JsonMapper.shared().readTree(text));
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
                changed.add(file + " is missing, though " + folder.resolve(Provenance.DATA_PACKAGE) + " names it.");
            } else if (!of.getValue().equals("sha256:" + Fingerprint.of(file).sha256())) {
                changed.add(file + " has been changed: its SHA-256 is not that of "
                        + folder.resolve(Provenance.DATA_PACKAGE) + ".");
            }
        }
        return changed;
    }

    private String said(String object, String key) {
        return whole.path(object).path(key).asString("");
    }

    /** Version of the model's rules. */
    String version() {
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
        return ModelCheck.among(models(), model);
    }

    Software software() {
        return new Software(said("software", "name"), said("software", "version"), said("software", "commit"));
    }

    /** Which share it is, as {@code 3/8}; empty when it is the whole. */
    String shard() {
        return said("experiment", "shard");
    }
}
