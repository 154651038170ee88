package greenlight.market.model;

import greenlight.market.Market;
import greenlight.market.PhaseListener;
import greenlight.market.Rules;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Recording;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.Population;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.market.world.World;
import greenlight.market.world.WorldReader;
import greenlight.market.world.WorldText;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.ScenarioSource;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The market as the experiment runner sees it: parameters and a seed in, measures and tables out. */
public class MarketModel implements Model {
    /** What the market is called among models. */
    public static final String NAME = "greenlight";

    /** The table of all payments. */
    public static final String LEDGER = "ledger";

    private static final String DIGEST = readDigest();

    /** The end of the name of a user's own world where one that ships has its folder's name. */
    private static final String OWN = "-own";

    private final Consumer<Market> onlooker;
    /** Worlds of a user's own, by name. */
    private final Map<String, World> own;
    /** Whether an observer may read what no table records. */
    private final boolean observed;

    /** A thread's runs use the same memory one after the other. */
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

    /** Runs without an observer. */
    public MarketModel() {
        this(market -> {}, false, new LinkedHashMap<>());
    }

    /**
     * Runs with an observer.
     *
     * @param onlooker gets the market of each run that went well
     */
    public MarketModel(Consumer<Market> onlooker) {
        this(onlooker, true, new LinkedHashMap<>());
    }

    private MarketModel(Consumer<Market> onlooker, boolean observed, Map<String, World> own) {
        this.onlooker = onlooker;
        this.observed = observed;
        this.own = own;
    }

    @Override
    public MarketModel with(ScenarioSource source) throws BadScenario {
        Map<String, World> more = new LinkedHashMap<>(own);
        more.put(nameOf(source), WorldReader.read(source, nameOf(source), Scenarios.library()));
        return with(more);
    }

    MarketModel with(Map<String, World> worlds) {
        return new MarketModel(onlooker, observed, worlds);
    }

    /** The name of the folder or file, or another where a world that ships has that. */
    @Override
    public String nameOf(ScenarioSource source) {
        return Scenarios.names().contains(source.name()) ? source.name() + OWN : source.name();
    }

    /**
     * A world by its name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public World world(String name) {
        return own.containsKey(name) ? own.get(name) : Scenarios.world(name);
    }

    private Scenario scenario(String name) {
        return world(name).scenario();
    }

    private List<Scenario> all() {
        return scenarios().stream().map(this::scenario).toList();
    }

    @Override
    public Map<String, String> files(String scenario) {
        return own.containsKey(scenario) ? WorldText.files(own.get(scenario)) : Map.of();
    }

    @Override
    public String identity(String scenario) {
        return own.containsKey(scenario) ? scenario + "@" + sha256(WorldText.digestText(own.get(scenario))) : scenario;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String title(String scenario) {
        return scenario(scenario).title();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return Rules.VERSION;
    }

    @Override
    public String digest() {
        return DIGEST;
    }

    /** As the build wrote it down, from {@code src/build/model.txt}; classes that were built without it have none. */
    private static String readDigest() {
        try (InputStream in = MarketModel.class.getResourceAsStream("/greenlight/model.digest")) {
            return in == null ? UNKNOWN : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<? extends Parameter> parameters() {
        return MarketParameter.table();
    }

    @Override
    public Optional<Parameter> parameter(String key) {
        return Model.super.parameter(key).or(() -> ScenarioCells.find(key, all()));
    }

    @Override
    public List<String> keysNear(String key) {
        return key.contains(".") ? ScenarioCells.near(key, all()) : parameterKeys();
    }

    @Override
    public Map<String, Parameter> cells() {
        return ScenarioCells.patterns();
    }

    @Override
    public Optional<String> fault(String scenario, Setting setting) {
        return ScenarioCells.fault(scenario(scenario), setting);
    }

    @Override
    public Optional<String> conflict(String scenario, Setting setting) {
        return ScenarioCells.conflict(scenario(scenario), setting);
    }

    @Override
    public Optional<Parameter> horizon() {
        return Optional.of(MarketParameter.QUARTERS);
    }

    @Override
    public List<String> scenarios() {
        List<String> names = new ArrayList<>(Scenarios.names());
        names.addAll(own.keySet());
        return names;
    }

    @Override
    public Setting setting(String scenario) {
        return Scenarios.setting(scenario(scenario));
    }

    /** The ensemble of the calibration, {@code results/ensemble.csv}, as the build put it into the jar. */
    @Override
    public Optional<String> ensemble() {
        try (InputStream in = MarketModel.class.getResourceAsStream("/greenlight/market/ensemble.csv")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<Column> measures() {
        List<Column> columns = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            columns.add(new Column(measure.key(), type(measure), measure.unit(), measure.meaning()));
        }
        return columns;
    }

    private static Column.Type type(Measure measure) {
        if (measure.yesOrNo()) {
            return Column.Type.BOOLEAN;
        }
        return measure.whole() ? Column.Type.INTEGER : Column.Type.REAL;
    }

    /** The market, its firms, and those that may be founded. */
    @Override
    public Map<String, String> entities(String scenario) {
        return MarketTables.entities(scenario(scenario));
    }

    @Override
    public List<String> kindsWith(String reading) {
        return MarketTables.kindsWith(reading);
    }

    @Override
    public List<String> steps(String scenario, Setting setting) {
        Scenario.Quarter start = scenario(scenario).start();
        return IntStream.range(0, setting.count(MarketParameter.QUARTERS))
                .mapToObj(start::label)
                .toList();
    }

    @Override
    public List<Table> tables() {
        return MarketTables.all();
    }

    @Override
    public long bytes(Setting setting) {
        return Population.bytesNeeded(setting);
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "users up to " + String.format(Locale.ROOT, "%,d", Math.max(0, Population.usersThatFit(bytes)))
                + ", or audience: cohort";
    }

    /**
     * One world with the cells of a setting in place of its own.
     *
     * @throws IllegalArgumentException when there is none of that name, or when it cannot have the cells
     */
    public Scenario world(String name, Setting setting) {
        return ScenarioCells.applied(scenario(name), setting);
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        return outcome(play(scenario, setting, seed, threads, Recording.ALL));
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads, Collection<String> tables) {
        return run(scenario, setting, seed, threads, tables, List.of());
    }

    @Override
    public Outcome run(
            String scenario,
            Setting setting,
            long seed,
            int threads,
            Collection<String> tables,
            Collection<String> readings) {
        Recording recording = new Recording(
                tables.contains(MarketTables.QUARTERS),
                tables.contains(MarketTables.EVENTS),
                tables.contains(LEDGER),
                readings);
        return outcome(play(scenario, setting, seed, threads, observed ? Recording.ALL : recording));
    }

    /** This model for one market that has been run already: each run gives what that market recorded. */
    public MarketModel of(Market finished) {
        return new MarketModel(market -> {}, false, own) {
            @Override
            MarketModel with(Map<String, World> worlds) {
                return MarketModel.this.with(worlds).of(finished);
            }

            @Override
            Market play(String scenario, Setting setting, long seed, int threads, Recording recording) {
                return finished;
            }
        };
    }

    /** A market that has reached its horizon. */
    Market play(String scenario, Setting setting, long seed, int threads, Recording recording) {
        if (threads == 1) {
            return play(scenario, setting, seed, BlockRunner.ALONE, recording);
        }
        try (BlockExecutor crew = new BlockExecutor(threads)) {
            return play(scenario, setting, seed, crew, recording);
        }
    }

    private Market play(String scenario, Setting setting, long seed, BlockRunner crew, Recording recording) {
        return Market.run(world(scenario, setting), setting, seed, crew, buffers.get(), recording, PhaseListener.NONE);
    }

    private Outcome outcome(Market market) {
        Outcome outcome = new Outcome(market.measures(), MarketTables.of(market));
        onlooker.accept(market);
        return outcome;
    }
}
