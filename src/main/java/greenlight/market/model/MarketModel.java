package greenlight.market.model;

import greenlight.market.Market;
import greenlight.market.Rules;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.state.Population;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The market as the experiment runner sees it: parameters and a seed in, measures and tables out. */
public class MarketModel implements Model {
    private static final Column QUARTER = new Column(
                    "quarter", Column.Type.INTEGER, "quarters", "counted from the scenario's first, which is 0")
            .filled()
            .as(ColumnRole.TIME);

    private static final Column LABEL = new Column(
                    "label", Column.Type.TEXT, "", "the calendar quarter, such as 2025Q4")
            .filled()
            .as(ColumnRole.TIME_LABEL);

    /** Columns of the quarters before the readings. */
    private static final int KEYS = 4;

    private static final Reading[] READINGS = Reading.values();
    private static final String[] EVENTS =
            Arrays.stream(Event.Kind.values()).map(MarketModel::word).toArray(String[]::new);

    /** What the market is called among models. */
    public static final String NAME = "greenlight";

    /** The table of all payments. */
    public static final String LEDGER = "ledger";

    private static final String DIGEST = readDigest();

    private final Consumer<Market> onlooker;
    /** A thread's runs use the same memory one after the other. */
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

    /** Runs without an observer. */
    public MarketModel() {
        this(market -> {});
    }

    /**
     * Runs with an observer.
     *
     * @param onlooker gets the market of each run that went well
     */
    public MarketModel(Consumer<Market> onlooker) {
        this.onlooker = onlooker;
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
    public Optional<Parameter> horizon() {
        return Optional.of(MarketParameter.QUARTERS);
    }

    @Override
    public List<String> scenarios() {
        return Scenarios.names();
    }

    @Override
    public Setting setting(String scenario) {
        return Scenarios.setting(scenario);
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

    @Override
    public List<Table> tables() {
        Column entity = new Column("entity", Column.Type.TEXT, "", "the firm, or market for all together")
                .filled()
                .as(ColumnRole.ENTITY);
        Column kind = new Column(
                "kind",
                Column.Type.TEXT,
                "",
                "what the entity is",
                true,
                List.of(Row.MARKET, Row.VENDOR, Row.STUDIO),
                ColumnRole.ENTITY_KIND);
        List<Column> readings = new ArrayList<>();
        for (Reading reading : Reading.values()) {
            readings.add(new Column(reading.key(), type(reading), reading.unit(), reading.meaning()));
        }
        List<String> kinds = List.of(EVENTS);
        List<Column> events = List.of(
                QUARTER,
                LABEL,
                new Column("event", Column.Type.TEXT, "", "what happened", true, kinds, ColumnRole.EVENT),
                new Column("who", Column.Type.TEXT, "", "the firm that acts")
                        .filled()
                        .as(ColumnRole.SOURCE),
                new Column("whom", Column.Type.TEXT, "", "the other side; empty when there is none")
                        .as(ColumnRole.TARGET),
                new Column("amount", Column.Type.REAL, "USD", "the money in question; empty when there is none")
                        .as(ColumnRole.AMOUNT),
                new Column("cause", Column.Type.TEXT, "", "the reason in words, with the figures that decided"));
        return List.of(
                new Table(
                        "quarters",
                        "readings of the market, of each vendor and of each studio, quarterly",
                        List.of(QUARTER, LABEL, entity, kind),
                        readings,
                        true),
                new Table("events", "what a newspaper would print", events),
                new Table(LEDGER, "every payment", payments(), List.of(), false));
    }

    private static List<Column> payments() {
        List<String> sectors = Arrays.stream(Sector.values()).map(Sector::words).toList();
        List<String> purposes =
                Arrays.stream(Why.values()).map(MarketModel::word).toList();
        return List.of(
                QUARTER,
                LABEL,
                new Column("payer", Column.Type.TEXT, "", "the agent who pays")
                        .filled()
                        .as(ColumnRole.SOURCE),
                new Column(
                        "payer_sector",
                        Column.Type.TEXT,
                        "",
                        "the payer's kind",
                        true,
                        sectors,
                        ColumnRole.SOURCE_KIND),
                new Column("payee", Column.Type.TEXT, "", "the agent who is paid")
                        .filled()
                        .as(ColumnRole.TARGET),
                new Column(
                        "payee_sector",
                        Column.Type.TEXT,
                        "",
                        "the payee's kind",
                        true,
                        sectors,
                        ColumnRole.TARGET_KIND),
                new Column(
                        "purpose",
                        Column.Type.TEXT,
                        "",
                        "what for; opening balances are booked in quarter 0",
                        true,
                        purposes,
                        ColumnRole.PURPOSE),
                new Column("payment", Column.Type.REAL, "USD", "what is paid, above 0")
                        .filled()
                        .as(ColumnRole.AMOUNT));
    }

    private static Column.Type type(Reading reading) {
        if (reading.words()) {
            return Column.Type.TEXT;
        }
        return reading.whole() ? Column.Type.INTEGER : Column.Type.REAL;
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

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        return outcome(play(scenario, setting, seed, threads));
    }

    /** The model of one market that has been run already: each run gives what that market recorded. */
    public static MarketModel of(Market finished) {
        return new MarketModel() {
            @Override
            Market play(String scenario, Setting setting, long seed, int threads) {
                return finished;
            }
        };
    }

    /** A market that has reached its horizon. */
    Market play(String scenario, Setting setting, long seed, int threads) {
        if (threads == 1) {
            return Market.run(Scenarios.of(scenario), setting, seed, BlockRunner.ALONE, buffers.get());
        }
        try (BlockExecutor crew = new BlockExecutor(threads)) {
            return Market.run(Scenarios.of(scenario), setting, seed, crew, buffers.get());
        }
    }

    private Outcome outcome(Market market) {
        Iterable<Model.Cells> quarters = each(market.rows(), MarketModel::cells);
        Iterable<Model.Cells> events = each(market.events(), event -> cells(event, market.label(event.quarter())));
        Iterable<Model.Cells> payments = each(market.ledger().payments(), payment -> cells(payment, market));
        Outcome outcome = new Outcome(market.measures(), List.of(quarters, events, payments));
        onlooker.accept(market);
        return outcome;
    }

    /** One row at a time; a stream's iterator takes as long as the writing of a row. */
    private static <T> Iterable<Model.Cells> each(Iterable<T> records, Function<T, Model.Cells> cells) {
        return () -> {
            Iterator<T> each = records.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Model.Cells next() {
                    return cells.apply(each.next());
                }
            };
        };
    }

    private static Model.Cells cells(Row row) {
        return new Model.Cells() {
            @Override
            public double number(int column) {
                return column == 0 ? row.quarter() : row.get(READINGS[column - KEYS]);
            }

            @Override
            public String word(int column) {
                return switch (column) {
                    case 1 -> row.label();
                    case 2 -> row.entity();
                    case KEYS - 1 -> row.kind();
                    default -> row.word(READINGS[column - KEYS]);
                };
            }
        };
    }

    private static Model.Cells cells(Event event, String label) {
        return new Model.Cells() {
            @Override
            public double number(int column) {
                if (column == 0) {
                    return event.quarter();
                }
                return event.cents() == 0 ? Double.NaN : Cents.dollars(event.cents());
            }

            @Override
            public String word(int column) {
                return switch (column) {
                    case 1 -> label;
                    case 2 -> EVENTS[event.kind().ordinal()];
                    case 3 -> event.who();
                    case 4 -> event.whom();
                    default -> event.cause();
                };
            }
        };
    }

    private static Model.Cells cells(Ledger.Payment payment, Market market) {
        int quarter = Math.max(0, payment.page() - 1);
        return Model.Cells.of(
                quarter,
                market.label(quarter),
                payment.from().holder(),
                payment.from().sector().words(),
                payment.to().holder(),
                payment.to().sector().words(),
                word(payment.why()),
                Cents.dollars(payment.cents()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
