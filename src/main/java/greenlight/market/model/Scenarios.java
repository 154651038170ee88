package greenlight.market.model;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.world.World;
import greenlight.market.world.WorldReader;
import greenlight.market.world.WorldTable;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ScenarioSource;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The worlds that ship with the program, each a folder of small CSV files in the resources; every row of them names its
 * source.
 */
public final class Scenarios {
    private static final List<String> NAMES = List.of(
            "sora-disney",
            "blank-market",
            "record-2026",
            "terms-that-hold-up",
            "cost-sharing",
            "pilot-first",
            "patient-capital",
            "flagship-stays",
            "cheap-inference",
            "strict-courts",
            "licensed-training-data",
            "enterprise-first");
    private static final Map<String, World> READ = new ConcurrentHashMap<>();
    private static final WorldReader.Library LIBRARY = new WorldReader.Library() {
        @Override
        public List<String> names() {
            return NAMES;
        }

        @Override
        public World of(String name) {
            return world(name);
        }
    };

    private Scenarios() {}

    /** Names of all worlds; the first is the default. */
    public static List<String> names() {
        return NAMES;
    }

    /** What a scenario of a user's own may be based on. */
    static WorldReader.Library library() {
        return LIBRARY;
    }

    /**
     * One world.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Scenario of(String name) {
        return world(name).scenario();
    }

    /**
     * One world with its rows.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static World world(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No scenario is called " + name + "; there are " + NAMES + ".");
        }
        World read = READ.get(name);
        if (read == null) {
            read = read(name); // not within computeIfAbsent, for it may read another
            READ.putIfAbsent(name, read);
        }
        return read;
    }

    /** The tables of a world as they ship, by file name. */
    public static Map<String, String> texts(String name) {
        return new Resources(name).texts();
    }

    private static World read(String name) {
        try {
            return WorldReader.read(new Resources(name), name, LIBRARY);
        } catch (BadScenario bad) {
            throw new IllegalStateException(String.join("\n", bad.messages()), bad);
        }
    }

    /** The parameters as a world sets them: its own over the table's defaults. */
    public static Setting setting(String name) {
        return setting(of(name));
    }

    static Setting setting(Scenario scenario) {
        Setting setting = Setting.of(MarketParameter.table());
        for (Map.Entry<MarketParameter, Double> parameter :
                scenario.parameters().entrySet()) {
            setting = setting.with(parameter.getKey(), parameter.getValue());
        }
        return setting;
    }

    /** What a world says of itself under a key of its {@code scenario} file, such as {@code description}; its own or that of the world it is based on. */
    public static String heading(String name, String key) {
        return world(name)
                .heading(key)
                .orElseThrow(() -> new IllegalArgumentException("The scenario " + name + " has no " + key + "."));
    }

    /** The world that a world is based on. */
    public static Optional<String> base(String name) {
        return world(name).base();
    }

    /** The rows of one of a world's own files, unchanged; none where it leaves the file to the world it is based on. */
    public static List<Map<String, String>> rows(String name, String file) {
        return world(name).rows(WorldTable.valueOf(file.toUpperCase(Locale.ROOT)));
    }

    /** The files of a world that ships. */
    private record Resources(String name) implements ScenarioSource {
        @Override
        public String place() {
            return "/greenlight/market/scenario/" + name;
        }

        @Override
        public Map<String, String> texts() {
            Map<String, String> texts = new TreeMap<>();
            for (WorldTable table : WorldTable.values()) {
                try (InputStream in = Scenarios.class.getResourceAsStream(place() + "/" + table.file())) {
                    if (in != null) {
                        texts.put(table.file(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return texts;
        }

        @Override
        public Optional<ScenarioSource> other(String path) {
            return Optional.empty();
        }
    }
}
