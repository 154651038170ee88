package greenlight.runner.measure;

import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weather at some stations, day by day, with readings of every type: rain of all, visits of huts alone. It gives the values only of
 * tables that are written and of readings that are asked for.
 */
public class WeatherModel implements Model {
    /** The length of a run, and what is added to the rain of all days. */
    public enum Weather implements Parameter {
        DAYS(Kind.INTEGER, 4, 1, 9),
        LIFT(Kind.REAL, 0, -10, 10);

        private final Kind kind;
        private final double standard;
        private final double from;
        private final double to;

        Weather(Kind kind, double standard, double from, double to) {
            this.kind = kind;
            this.standard = standard;
            this.from = from;
            this.to = to;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public double defaultValue() {
            return standard;
        }

        @Override
        public double from() {
            return from;
        }

        @Override
        public double to() {
            return to;
        }

        @Override
        public Scale scale() {
            return Scale.LINEAR;
        }

        @Override
        public String unit() {
            return this == DAYS ? "days" : "mm";
        }

        @Override
        public String group() {
            return "weather";
        }

        @Override
        public String meaning() {
            return this == DAYS ? "length of a run" : "more rain on every day";
        }

        @Override
        public Basis basis() {
            return Basis.ASSUMED;
        }

        @Override
        public String source() {
            return "invented";
        }
    }

    /** Rain of the first station by day; the other has ten times as much. */
    private static final double[] RAIN = {2, 0, Double.NaN, 6, 1, 1, 1, 1, 1};

    /** What the last run was asked for: its tables, then its readings. */
    private volatile List<List<String>> asked = List.of();

    private final Runnable before;

    public WeatherModel() {
        this(() -> {});
    }

    /**
     * With something that is done before each run.
     *
     * @param before may throw
     */
    public WeatherModel(Runnable before) {
        this.before = before;
    }

    List<List<String>> asked() {
        return asked;
    }

    @Override
    public String name() {
        return "weather";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String digest() {
        return "00000000000000aa";
    }

    @Override
    public List<Weather> parameters() {
        return List.of(Weather.values());
    }

    @Override
    public Optional<Parameter> horizon() {
        return Optional.of(Weather.DAYS);
    }

    @Override
    public List<String> scenarios() {
        return List.of("coast", "hills");
    }

    @Override
    public Setting setting(String scenario) {
        return Setting.of(parameters());
    }

    @Override
    public List<Column> measures() {
        return List.of(
                new Column("last_rain", Column.Type.REAL, "mm", "of both stations on the last day"),
                new Column("draw", Column.Type.REAL, "1", "depends on the seed alone"),
                new Column("long", Column.Type.BOOLEAN, "", "whether the run has more than three days"));
    }

    @Override
    public List<Table> tables() {
        List<Column> columns = List.of(
                new Column("day", Column.Type.INTEGER, "days", "from 0").as(ColumnRole.TIME),
                new Column("date", Column.Type.TEXT, "", "the day's name").as(ColumnRole.TIME_LABEL),
                new Column("station", Column.Type.TEXT, "", "or all").as(ColumnRole.ENTITY),
                new Column("sort", Column.Type.TEXT, "", "of station", true, List.of("all", "hut", "mast"))
                        .as(ColumnRole.ENTITY_KIND));
        List<Column> readings = List.of(
                new Column("rain", Column.Type.REAL, "mm", "of the day"),
                new Column("visits", Column.Type.INTEGER, "guests", "on the day"),
                new Column("wet", Column.Type.BOOLEAN, "", "whether it rained"),
                new Column("sky", Column.Type.TEXT, "", "in a word"));
        return List.of(
                new Table("weather", "day by day", columns, readings, true),
                new Table("storms", "none so far", List.of(new Column("storm", Column.Type.TEXT, "", "its name"))));
    }

    /** The second station is not in the same place in both. */
    private static String second(String scenario) {
        return scenario.equals("coast") ? "Cape" : "Peak";
    }

    @Override
    public Map<String, String> entities(String scenario) {
        Map<String, String> entities = new LinkedHashMap<>();
        entities.put("all", "all");
        entities.put("Bay", "hut");
        entities.put(second(scenario), "hut");
        entities.put("Tower", "mast");
        return entities;
    }

    @Override
    public List<String> kindsWith(String reading) {
        return switch (reading) {
            case "visits" -> List.of("hut");
            case "wet" -> List.of("hut", "mast");
            default -> List.of();
        };
    }

    @Override
    public List<String> steps(String scenario, Setting setting) {
        List<String> days = new ArrayList<>();
        for (int day = 0; day < setting.count(Weather.DAYS); day++) {
            days.add("D" + day);
        }
        return days;
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        return run(scenario, setting, seed, threads, List.of("weather", "storms"), List.of());
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
        before.run();
        asked = List.of(List.copyOf(tables), List.copyOf(readings));
        boolean all = tables.contains("weather");
        double draw = new java.util.SplittableRandom(seed).nextDouble();
        List<Cells> rows = new ArrayList<>();
        int days = setting.count(Weather.DAYS);
        for (int day = 0; day < days; day++) {
            double rain = RAIN[day] + setting.get(Weather.LIFT);
            Object known = Double.isNaN(rain) ? null : rain;
            Object more = Double.isNaN(rain) ? 7.5 : 10 * rain;
            rows.add(row(all, readings, day, "all", "all", known == null ? 7.5 : 11 * rain, null, null));
            rows.add(row(all, readings, day, "Bay", "hut", known, day + 1, RAIN[day] > 0));
            rows.add(row(all, readings, day, second(scenario), "hut", more, 2 * day, true));
            rows.add(row(all, readings, day, "Tower", "mast", draw, null, false));
        }
        double last = 11 * (RAIN[days - 1] + setting.get(Weather.LIFT));
        return new Outcome(new double[] {last, draw, days > 3 ? 1 : 0}, List.of(rows, List.<Cells>of()));
    }

    @Override
    public long bytes(Setting setting) {
        return 1;
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "anything";
    }

    private static Cells row(
            boolean all,
            Collection<String> readings,
            int day,
            String station,
            String sort,
            Object rain,
            Object visits,
            Object wet) {
        return Cells.of(
                day,
                "D" + day,
                station,
                sort,
                all || readings.contains("rain") ? rain : null,
                all || readings.contains("visits") ? visits : null,
                all || readings.contains("wet") ? wet : null,
                all ? "grey" : null);
    }
}
