package greenlight.runner.scenario;

import greenlight.runner.format.Text;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ColumnNames;
import greenlight.runner.model.Model;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The scenarios that an experiment file names by their paths, in the place of names. */
public final class NamedScenarios {
    private final Model model;
    /** Where the text names one's own scenario, and the scenario's name. */
    private final Map<Node, String> named = new LinkedHashMap<>();

    private final List<Path> folders;

    private NamedScenarios(Model model, Map<Node, String> named, List<Path> folders) {
        this.model = model;
        this.named.putAll(named);
        this.folders = folders;
    }

    /**
     * Reads all that a file names, and puts the names of the scenarios in the place of their paths.
     *
     * @param root of the file's nodes, which are changed
     * @param folder from which paths lead
     * @param results whose copies are read in the place of scenarios that are gone
     * @param refused takes a sentence about a place in the file
     * @param faults takes the faults of a scenario, each with its place
     */
    public static NamedScenarios in(
            Node root,
            Path folder,
            Optional<Path> results,
            Model model,
            BiConsumer<Node, String> refused,
            Consumer<String> faults) {
        Model all = model;
        Map<Node, String> named = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        Set<String> read = new TreeSet<>();
        List<Path> folders = new ArrayList<>();
        for (Place place : places(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            String word = place.node().getValue();
            Optional<Path> copy = results.flatMap(in -> ScenarioCopy.inPlaceOf(word, folder, in, model));
            if (copy.isEmpty() && !ScenarioFiles.isPath(word, folder, model.scenarios())) {
                if (model.scenarios().contains(word) && !model.files(word).isEmpty()) {
                    named.put(place.node(), word);
                }
                continue;
            }
            try {
                Path path = copy.orElse(folder.resolve(word)).normalize();
                if (!read.add(path.toString()) && !places.containsValue(path.toString())) {
                    continue; // its faults are listed
                }
                ScenarioFiles files = ScenarioFiles.read(path);
                String name = all.nameOf(files);
                String other = places.putIfAbsent(name.toLowerCase(Locale.ROOT), path.toString());
                if (other != null && !other.equals(path.toString())) {
                    refused.accept(
                            place.node(),
                            "found '" + Text.shortened(word) + "', whose scenario has the name " + name
                                    + ", as that of " + other
                                    + (all.scenarios().contains(name) ? " has" : " has but for capitals")
                                    + "; allowed is a folder of another name.");
                    continue;
                }
                if (other == null) {
                    all = all.with(files);
                    copy.ifPresentOrElse(own -> {}, () -> folders.addAll(files.places()));
                }
                named.put(place.node(), name);
                place.replace(name);
            } catch (BadScenario bad) {
                bad.messages().forEach(faults);
            } catch (InvalidPathException noPath) {
                refused.accept(place.node(), "found '" + Text.shortened(word) + "', which names no folder or file.");
            }
        }
        return new NamedScenarios(all, named, folders);
    }

    /** Where the scenarios lie, and those that they are based on; not the copies beside results. */
    public List<Path> folders() {
        return folders;
    }

    /** The model with the scenarios beside its own. */
    public Model model() {
        return model;
    }

    /** The text in which paths lead to copies in the folder {@link ScenarioFiles#FOLDER} beside it. */
    public String copied(String text) {
        StringBuilder copied = new StringBuilder(text);
        named.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Node, String> entry) ->
                        -place(text, entry.getKey().getStartMark().orElseThrow())))
                .forEach(entry -> copied.replace(
                        place(text, entry.getKey().getStartMark().orElseThrow()),
                        place(text, entry.getKey().getEndMark().orElseThrow()),
                        ScenarioFiles.FOLDER + "/" + entry.getValue()));
        return copied.toString();
    }

    /** Marks count code points. */
    private static int place(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** The copies: the text of each file by its path from the experiment file. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : new TreeSet<>(named.values())) {
            model.files(name).forEach((file, text) -> files.put(ScenarioFiles.FOLDER + "/" + name + "/" + file, text));
        }
        return files;
    }

    /** A scalar that names a scenario, and how another takes its place. */
    private record Place(ScalarNode node, Consumer<ScalarNode> put) {
        void replace(String name) {
            put.accept(new ScalarNode(
                    node.getTag(), true, name, node.getScalarStyle(), node.getStartMark(), node.getEndMark()));
        }
    }

    /** All values of the key {@code scenario}, in lists too. */
    private static List<Place> places(Node node, Set<Node> seen) {
        List<Place> places = new ArrayList<>();
        if (!seen.add(node)) {
            return places;
        }
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> places.addAll(places(each, seen)));
        }
        if (!(node instanceof MappingNode mapping)) {
            return places;
        }
        List<NodeTuple> tuples = mapping.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            int at = i;
            Node key = tuples.get(i).getKeyNode();
            Node value = tuples.get(i).getValueNode();
            boolean scenario = key instanceof ScalarNode word && word.getValue().equals(ColumnNames.SCENARIO);
            if (scenario && value instanceof ScalarNode one) {
                places.add(new Place(one, name -> tuples.set(at, new NodeTuple(key, name))));
            } else if (scenario && value instanceof SequenceNode several) {
                List<Node> items = several.getValue();
                for (int j = 0; j < items.size(); j++) {
                    int item = j;
                    if (items.get(j) instanceof ScalarNode one) {
                        places.add(new Place(one, name -> items.set(item, name)));
                    }
                }
            } else {
                places.addAll(places(value, seen));
            }
        }
        return places;
    }
}
