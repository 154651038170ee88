package greenlight.runner.spec;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The text of a YAML file as a tree of nodes. */
final class YamlText {
    private YamlText() {}

    /** The one document of a text; empty, with a complaint, where it is not YAML. */
    static Optional<Node> composed(String text, String file, YamlDiagnostics page) {
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
}
