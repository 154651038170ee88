package greenlight.app.page;

import greenlight.market.world.World;
import greenlight.market.world.WorldReader;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ScenarioSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A world that is opened in the page: read and checked as the command line does it, from the texts of its tables. A text of
 * several files is, for each of them, its name, a tab, how many characters it has, a line end, and these characters.
 */
final class OpenedWorld {
    private OpenedWorld() {}

    /**
     * Reads a world.
     *
     * @param name what it is called
     * @param tables its tables by file name
     * @param shipped the tables of the worlds that it may be based on, by name of the world, a slash and file name
     * @return {@code world}, its description and its text, each from a line of its own on; or {@code faults} and a line for
     *     each of them
     */
    static String read(String name, String tables, String shipped) {
        try {
            World world = WorldReader.read(new Texts(name, files(tables)), name, new Shipped(files(shipped)));
            return "world\n" + world.heading("description").orElse("") + "\n" + ScenarioText.write(world.scenario());
        } catch (BadScenario bad) {
            return "faults\n" + String.join("\n", bad.messages());
        }
    }

    /** Files as one text. */
    static String text(Map<String, String> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, content) -> text.append(name)
                .append('\t')
                .append(content.length())
                .append('\n')
                .append(content));
        return text.toString();
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            int tab = text.indexOf('\t', at);
            int end = text.indexOf('\n', tab);
            int length = Integer.parseInt(text.substring(tab + 1, end));
            files.put(text.substring(at, tab), text.substring(end + 1, end + 1 + length));
            at = end + 1 + length;
        }
        return files;
    }

    private record Texts(String name, Map<String, String> texts) implements ScenarioSource {
        @Override
        public String place() {
            return name;
        }

        /** A bundle is whole and leads nowhere. */
        @Override
        public Optional<ScenarioSource> other(String path) {
            return Optional.empty();
        }
    }

    /** The worlds of the page, each read when it is needed. */
    private static final class Shipped implements WorldReader.Library {
        private final Map<String, Map<String, String>> tables = new TreeMap<>();

        Shipped(Map<String, String> files) {
            files.forEach((path, text) -> {
                int slash = path.indexOf('/');
                tables.computeIfAbsent(path.substring(0, slash), world -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            });
        }

        @Override
        public List<String> names() {
            return new ArrayList<>(tables.keySet());
        }

        @Override
        public World of(String name) {
            try {
                return WorldReader.read(new Texts(name, tables.get(name)), name, this);
            } catch (BadScenario bad) {
                throw new IllegalStateException("The shipped world " + name + " has a fault.", bad);
            }
        }
    }
}
