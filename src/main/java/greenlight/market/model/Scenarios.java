package greenlight.market.model;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The worlds that ship with the program. Each is a folder of small CSV files; every row of them names its source. A world
 * that is {@code based_on} another has only the rows in which it differs: a row with the keys of a row there takes its
 * place, and an empty cell keeps the value there.
 */
public final class Scenarios {
    private static final List<String> NAMES = List.of(
            "sora-disney",
            "blank-market",
            "record-2026",
            "cost-sharing",
            "pilot-first",
            "patient-capital",
            "flagship-stays",
            "cheap-inference",
            "strict-courts",
            "licensed-training-data",
            "enterprise-first");
    private static final String BASED_ON = "based_on";
    /** The columns that identify a row of a file. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "scenario", List.of("key"),
            "parameters", List.of("parameter"),
            "studios", List.of("name"),
            "vendors", List.of("name"),
            "investors", List.of("name"),
            "stakes", List.of("investor", "vendor"),
            "timeline", List.of("quarter", "kind", "who", "whom"),
            "series", List.of("series", "quarter"),
            "newcomers", List.of("name"));

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Map<String, Scenario> READ = new ConcurrentHashMap<>();

    private Scenarios() {}

    /** Names of all worlds; the first is the default. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * One world.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Scenario of(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No scenario is called " + name + "; there are " + NAMES + ".");
        }
        return READ.computeIfAbsent(name, Scenarios::read);
    }

    /** The parameters as a world sets them: its own over the table's defaults. */
    public static Setting setting(String name) {
        Setting setting = Setting.of(MarketParameter.table());
        for (Map.Entry<MarketParameter, Double> parameter :
                of(name).parameters().entrySet()) {
            setting = setting.with(parameter.getKey(), parameter.getValue());
        }
        return setting;
    }

    private static Scenario read(String name) {
        Map<String, String> heading = new LinkedHashMap<>();
        for (Map<String, String> row : merged(name, "scenario")) {
            heading.put(row.get("key"), row.get("value"));
        }
        Scenario.Quarter start = quarter(heading.get("first_quarter"));
        Map<MarketParameter, Double> parameters = new LinkedHashMap<>();
        for (Map<String, String> row : merged(name, "parameters")) {
            parameters.put(MarketParameter.of(row.get("parameter")), number(row, "value"));
        }
        List<Scenario.StudioOpening> studios = new ArrayList<>();
        for (Map<String, String> row : merged(name, "studios")) {
            Map<StudioTrait, Double> traits = new EnumMap<>(StudioTrait.class);
            for (StudioTrait trait : StudioTrait.values()) {
                traits.put(trait, number(row, trait.key()));
            }
            studios.add(new Scenario.StudioOpening(row.get("name"), traits));
        }
        List<Scenario.VendorOpening> vendors = new ArrayList<>();
        for (Map<String, String> row : merged(name, "vendors")) {
            vendors.add(vendor(row, start));
        }
        List<Scenario.InvestorOpening> investors = new ArrayList<>();
        for (Map<String, String> row : merged(name, "investors")) {
            investors.add(new Scenario.InvestorOpening(
                    row.get("name"),
                    InvestorKind.valueOf(row.get("kind")),
                    number(row, "powder"),
                    number(row, "patience"),
                    number(row, "mood")));
        }
        List<Scenario.Stake> stakes = new ArrayList<>();
        for (Map<String, String> row : merged(name, "stakes")) {
            stakes.add(new Scenario.Stake(row.get("investor"), row.get("vendor"), number(row, "share")));
        }
        List<Scenario.Scheduled> timeline = new ArrayList<>();
        for (Map<String, String> row : merged(name, "timeline")) {
            timeline.add(new Scenario.Scheduled(
                    start.until(quarter(row.get("quarter"))),
                    Scenario.Scheduled.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                    row.get("who"),
                    row.get("whom"),
                    number(row, "amount"),
                    row.get("headline")));
        }
        List<String> newcomers = new ArrayList<>();
        for (Map<String, String> row : merged(name, "newcomers")) {
            newcomers.add(row.get("name"));
        }
        return new Scenario(
                name,
                heading.get("title"),
                start,
                parameters,
                studios,
                vendors,
                investors,
                stakes,
                timeline,
                series(name, start),
                newcomers);
    }

    private static Scenario.VendorOpening vendor(Map<String, String> row, Scenario.Quarter start) {
        String launch = row.get("launch");
        Map<VendorTrait, Double> traits = new EnumMap<>(VendorTrait.class);
        for (VendorTrait trait : VendorTrait.values()) {
            traits.put(trait, number(row, trait.key()));
        }
        return new Scenario.VendorOpening(
                row.get("name"),
                Archetype.valueOf(row.get("archetype")),
                launch.equals("live") ? -1 : start.until(quarter(launch)),
                row.get("flagship").equals("yes"),
                traits);
    }

    /** The series by name, each from the first quarter on without a gap. */
    private static Map<String, double[]> series(String name, Scenario.Quarter start) {
        Map<String, List<Double>> values = new TreeMap<>();
        for (Map<String, String> row : merged(name, "series")) {
            List<Double> series = values.computeIfAbsent(row.get("series"), key -> new ArrayList<>());
            if (start.until(quarter(row.get("quarter"))) != series.size()) {
                throw new IllegalStateException(
                        name + ": the series " + row.get("series") + " has a gap before " + row.get("quarter") + ".");
            }
            series.add(number(row, "value"));
        }
        Map<String, double[]> series = new TreeMap<>();
        values.forEach((key, list) ->
                series.put(key, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return series;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Reads a label such as {@code 2025Q4}. */
    private static Scenario.Quarter quarter(String label) {
        String[] parts = label.split("Q", 2);
        return new Scenario.Quarter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** What a world says of itself under a key of its {@code scenario} file, such as {@code description}; its own or that of the world it is based on. */
    public static String heading(String name, String key) {
        for (Map<String, String> row : merged(name, "scenario")) {
            if (row.get("key").equals(key)) {
                return row.get("value");
            }
        }
        throw new IllegalArgumentException("The scenario " + name + " has no " + key + ".");
    }

    /** A world's rows over those of the world it is based on, columns by name. */
    private static List<Map<String, String>> merged(String name, String file) {
        Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
        base(name).ifPresent(base -> merged(base, file).forEach(row -> rows.put(key(file, row), row)));
        for (Map<String, String> own : rows(name, file)) {
            List<String> key = key(file, own);
            Map<String, String> row = new LinkedHashMap<>(rows.getOrDefault(key, Map.of()));
            own.forEach((column, cell) -> row.merge(column, cell, (old, given) -> given.isEmpty() ? old : given));
            rows.put(key, row);
        }
        return List.copyOf(rows.values());
    }

    private static List<String> key(String file, Map<String, String> row) {
        return KEYS.get(file).stream().map(row::get).toList();
    }

    /** The world that a world is based on. */
    public static Optional<String> base(String name) {
        return rows(name, "scenario").stream()
                .filter(row -> row.get("key").equals(BASED_ON))
                .map(row -> row.get("value"))
                .findFirst();
    }

    /** The rows of one of a world's own files, unchanged; none where it leaves the file to the world it is based on. */
    public static List<Map<String, String>> rows(String name, String file) {
        String path = "/greenlight/market/scenario/" + name + "/" + file + ".csv";
        try (InputStream in = Scenarios.class.getResourceAsStream(path)) {
            if (in == null && !file.equals("scenario") && base(name).isPresent()) {
                return List.of();
            }
            if (in == null) {
                throw new IllegalStateException("The resource " + path + " is missing.");
            }
            return FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(CSVRecord::toMap)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
