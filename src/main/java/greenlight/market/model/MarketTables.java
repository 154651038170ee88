package greenlight.market.model;

import greenlight.market.Market;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.record.Event;
import greenlight.market.scenario.Scenario;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Model.Column;
import greenlight.runner.model.Model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The detail tables of a market: their columns, and the rows of a run. */
final class MarketTables {
    static final String QUARTERS = "quarters";
    static final String EVENTS = "events";

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
    private static final String[] KINDS =
            Arrays.stream(Event.Kind.values()).map(MarketTables::word).toArray(String[]::new);

    private MarketTables() {}

    /** All detail tables. */
    static List<Table> all() {
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
        List<String> kinds = List.of(KINDS);
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
                        QUARTERS,
                        "readings of the market, of each vendor and of each studio, quarterly",
                        List.of(QUARTER, LABEL, entity, kind),
                        readings,
                        true),
                new Table(EVENTS, "what a newspaper would print", events),
                new Table(MarketModel.LEDGER, "every payment", payments(), List.of(), false));
    }

    /** Whose readings there are in a scenario's runs, each with its kind; names of firms that may be founded come last. */
    static Map<String, String> entities(Scenario scenario) {
        Map<String, String> entities = new LinkedHashMap<>();
        entities.put(Row.MARKET, Row.MARKET);
        scenario.vendors().forEach(vendor -> entities.put(vendor.name(), Row.VENDOR));
        scenario.studios().forEach(studio -> entities.put(studio.name(), Row.STUDIO));
        scenario.newcomers().forEach(name -> entities.put(name, Row.VENDOR));
        return entities;
    }

    /** The kinds of rows that have a reading; none where there is no such reading. */
    static List<String> kindsWith(String key) {
        List<String> kinds = new ArrayList<>();
        for (Reading reading : READINGS) {
            if (reading.key().equals(key)) {
                for (String kind : List.of(Row.MARKET, Row.VENDOR, Row.STUDIO)) {
                    if (reading.of().contains(kind.substring(0, 1))) {
                        kinds.add(kind);
                    }
                }
            }
        }
        return kinds;
    }

    private static List<Column> payments() {
        List<String> sectors = Arrays.stream(Sector.values()).map(Sector::words).toList();
        List<String> purposes =
                Arrays.stream(Why.values()).map(MarketTables::word).toList();
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

    /** The rows of each table, of a market that has reached its horizon. */
    static List<Iterable<Model.Cells>> of(Market market) {
        return List.of(
                each(market.rows(), MarketTables::cells),
                each(market.events(), event -> cells(event, market.label(event.quarter()))),
                each(market.ledger().payments(), payment -> cells(payment, market)));
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
                    case 2 -> KINDS[event.kind().ordinal()];
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
