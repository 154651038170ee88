package greenlight.runner.yaml;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The text of a YAML file as a tree of nodes. */
public final class YamlText {
    private YamlText() {}

    /** The one document of a text; empty, with a complaint, where it is not YAML. */
    public static Optional<Node> composed(String text, String file, YamlDiagnostics page) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Iterator<Node> documents =
                    new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                page.complain(1, 1, "the file is empty; an experiment has at least a name.");
                return Optional.empty();
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                page.complain(documents.next(), "", "a second document; a file holds one experiment.");
            }
            return Optional.of(first);
        } catch (MarkedYamlEngineException fault) {
            Optional<Mark> mark = fault.getProblemMark().or(fault::getContextMark);
            page.complain(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    notYaml(fault.getProblem()));
        } catch (ReaderException fault) {
            String character = "the character U+%04X is not allowed".formatted(fault.getCodePoint());
            page.complainAfter(
                    text.substring(
                            0,
                            text.offsetByCodePoints(
                                    0, Math.min(fault.getPosition(), text.codePointCount(0, text.length())))),
                    file,
                    notYaml(character));
        } catch (YamlEngineException fault) {
            page.complain(1, 1, notYaml(fault.getMessage()));
        } catch (StackOverflowError tooDeep) {
            page.complain(1, 1, notYaml("nested too deeply"));
        }
        return Optional.empty();
    }

    private static String notYaml(String problem) {
        return "not YAML: " + String.valueOf(problem).strip() + ".";
    }

    /**
     * A text in which an entry at the top has another value; where there is no such entry it becomes the first.
     *
     * @param text of an experiment that was read: a mapping with at least one entry
     */
    public static String with(String text, String key, String value) {
        Node root = composed(text, "", new YamlDiagnostics("")).orElseThrow();
        Optional<Node> there = YamlDiagnostics.entry(root, key).map(YamlDiagnostics.Item::value);
        if (there.isPresent()) {
            int from = place(text, there.get().getStartMark());
            return text.substring(0, from)
                    + value
                    + text.substring(place(text, there.get().getEndMark()));
        }
        MappingNode top = (MappingNode) root;
        Optional<Mark> first = top.getValue().get(0).getKeyNode().getStartMark();
        int from = place(text, first);
        String end = top.getFlowStyle() == FlowStyle.FLOW
                ? ", "
                : "\n" + " ".repeat(first.map(Mark::getColumn).orElse(0));
        return text.substring(0, from) + key + ": " + value + end + text.substring(from);
    }

    /** Marks count code points. */
    private static int place(String text, Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
    }
}
