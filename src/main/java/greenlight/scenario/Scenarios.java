package greenlight.scenario;

import greenlight.market.Archetype;
import greenlight.market.Investor;
import greenlight.market.Scenario;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The worlds that ship with the program. Each is a folder of small CSV files; every row of them names its source. */
public final class Scenarios {
    private static final List<String> NAMES = List.of("sora-disney", "blank-market");
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

    /** The dials as a world sets them: its own over the table's defaults. */
    public static Parameters setting(String name) {
        Parameters setting = Parameters.of(Parameter.table());
        for (Map.Entry<Parameter, Double> dial : of(name).dials().entrySet()) {
            setting = setting.with(dial.getKey(), dial.getValue());
        }
        return setting;
    }

    private static Scenario read(String name) {
        Map<String, String> heading = new LinkedHashMap<>();
        for (CSVRecord row : rows(name, "scenario")) {
            heading.put(row.get("key"), row.get("value"));
        }
        Scenario.Quarter start = quarter(heading.get("first_quarter"));
        Map<Parameter, Double> dials = new LinkedHashMap<>();
        for (CSVRecord row : rows(name, "dials")) {
            dials.put(Parameter.of(row.get("dial")), number(row, "value"));
        }
        List<Scenario.StudioOpening> studios = new ArrayList<>();
        for (CSVRecord row : rows(name, "studios")) {
            studios.add(new Scenario.StudioOpening(
                    row.get("name"),
                    number(row, "ip"),
                    number(row, "strictness"),
                    number(row, "caution"),
                    number(row, "fomo"),
                    number(row, "content_spend"),
                    number(row, "library")));
        }
        List<Scenario.VendorOpening> vendors = new ArrayList<>();
        for (CSVRecord row : rows(name, "vendors")) {
            vendors.add(vendor(row, start));
        }
        List<Scenario.InvestorOpening> investors = new ArrayList<>();
        for (CSVRecord row : rows(name, "investors")) {
            investors.add(new Scenario.InvestorOpening(
                    row.get("name"),
                    Investor.Kind.valueOf(row.get("kind")),
                    number(row, "powder"),
                    number(row, "patience"),
                    number(row, "mood")));
        }
        List<Scenario.Stake> stakes = new ArrayList<>();
        for (CSVRecord row : rows(name, "stakes")) {
            stakes.add(new Scenario.Stake(row.get("investor"), row.get("vendor"), number(row, "share")));
        }
        List<Scenario.Scheduled> timeline = new ArrayList<>();
        for (CSVRecord row : rows(name, "timeline")) {
            timeline.add(new Scenario.Scheduled(
                    start.until(quarter(row.get("quarter"))),
                    Scenario.Scheduled.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                    row.get("who"),
                    row.get("whom"),
                    number(row, "amount"),
                    row.get("headline")));
        }
        List<String> newcomers = new ArrayList<>();
        for (CSVRecord row : rows(name, "newcomers")) {
            newcomers.add(row.get("name"));
        }
        return new Scenario(
                name,
                heading.get("title"),
                start,
                dials,
                studios,
                vendors,
                investors,
                stakes,
                timeline,
                series(name, start),
                newcomers);
    }

    private static Scenario.VendorOpening vendor(CSVRecord row, Scenario.Quarter start) {
        String launch = row.get("launch");
        return new Scenario.VendorOpening(
                row.get("name"),
                Archetype.valueOf(row.get("archetype")),
                launch.equals("live") ? -1 : start.until(quarter(launch)),
                number(row, "reach"),
                number(row, "cash"),
                number(row, "efficiency"),
                number(row, "quality"),
                number(row, "consistency"),
                number(row, "provenance"),
                number(row, "gpus"),
                number(row, "video_share"),
                number(row, "research_share"),
                number(row, "capability"),
                number(row, "overhead"),
                number(row, "other_revenue"),
                number(row, "other_growth"),
                number(row, "valuation"),
                number(row, "tolerance"),
                row.get("flagship").equals("yes"));
    }

    /** The series by name, each from the first quarter on without a gap. */
    private static Map<String, double[]> series(String name, Scenario.Quarter start) {
        Map<String, List<Double>> values = new TreeMap<>();
        for (CSVRecord row : rows(name, "series")) {
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

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Reads a label such as {@code 2025Q4}. */
    private static Scenario.Quarter quarter(String label) {
        String[] parts = label.split("Q", 2);
        return new Scenario.Quarter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** All rows of one of a world's files, as they stand. */
    public static List<CSVRecord> rows(String name, String file) {
        String path = "/greenlight/scenario/" + name + "/" + file + ".csv";
        try (InputStream in = Scenarios.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + path + " is missing.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return FORMAT.parse(new java.io.StringReader(text)).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
