package greenlight.market.world;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.InvestorTrait;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.market.scenario.VendorTrait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Takes the values out of a world's rows; whatever is not valid is complained of, and the rest is read all the same. */
final class WorldBuilder {
    private static final Scenario.Quarter UNKNOWN = new Scenario.Quarter(0, 1);

    private final String name;
    private final String place;
    private final Map<WorldTable, List<WorldRow>> rows;
    private final CellReader cells;
    private final boolean whole;
    private final Set<WorldTable> incomplete;
    private final WorldFaults faults;

    /**
     * A builder.
     *
     * @param based whether the world is based on another
     * @param whole whether the rows are all: not where those of the world that it is based on could not be had
     * @param incomplete tables of which rows could not be read, or that are missing: that is complained of, and nothing else follows
     */
    WorldBuilder(
            String name,
            String place,
            Map<WorldTable, List<WorldRow>> rows,
            Map<WorldTable, List<Cell>> headers,
            boolean based,
            boolean whole,
            Set<WorldTable> incomplete,
            WorldFaults faults) {
        this.name = name;
        this.place = place;
        this.rows = rows;
        this.whole = whole;
        this.incomplete = incomplete;
        this.faults = faults;
        cells = new CellReader(headers, based, whole, faults);
    }

    Scenario scenario() {
        Map<String, Cell> heading = heading();
        Optional<Scenario.Quarter> first = Optional.ofNullable(heading.get(WorldTable.FIRST_QUARTER))
                .flatMap(cell -> cells.quarter(cell, WorldTable.FIRST_QUARTER, List.of()));
        Scenario.Quarter start = first.orElse(UNKNOWN);
        Map<MarketParameter, Double> parameters = parameters();
        WorldChecks checks = new WorldChecks(place, rows, cells, first, incomplete, faults);
        List<Scenario.StudioOpening> studios = new ArrayList<>();
        for (WorldRow row : rows.get(WorldTable.STUDIOS)) {
            Map<StudioTrait, Double> traits = new EnumMap<>(StudioTrait.class);
            for (StudioTrait trait : StudioTrait.values()) {
                traits.put(trait, number(WorldTable.STUDIOS, row, trait));
            }
            studios.add(new Scenario.StudioOpening(row.text("name"), traits));
        }
        List<Scenario.VendorOpening> vendors = new ArrayList<>();
        for (WorldRow row : rows.get(WorldTable.VENDORS)) {
            vendors.add(vendor(row, start));
        }
        List<Scenario.InvestorOpening> investors = new ArrayList<>();
        for (WorldRow row : rows.get(WorldTable.INVESTORS)) {
            String kind = cells.word(WorldTable.INVESTORS, row, "kind", InvestorKind.VENTURE.name());
            investors.add(new Scenario.InvestorOpening(
                    row.text("name"),
                    InvestorKind.valueOf(kind),
                    number(WorldTable.INVESTORS, row, InvestorTrait.POWDER),
                    number(WorldTable.INVESTORS, row, InvestorTrait.PATIENCE),
                    number(WorldTable.INVESTORS, row, InvestorTrait.MOOD)));
        }
        List<Scenario.Stake> stakes = new ArrayList<>();
        for (WorldRow row : rows.get(WorldTable.STAKES)) {
            stakes.add(new Scenario.Stake(
                    row.text("investor"), row.text("vendor"), cells.number(WorldTable.STAKES, row, "share")));
        }
        List<String> newcomers = new ArrayList<>();
        rows.get(WorldTable.NEWCOMERS).forEach(row -> newcomers.add(row.text("name")));
        List<Scenario.Scheduled> timeline = timeline(start);
        if (whole) {
            checks.all();
        }
        return new Scenario(
                name,
                heading.containsKey(WorldTable.TITLE)
                        ? heading.get(WorldTable.TITLE).text()
                        : "",
                start,
                parameters,
                studios,
                vendors,
                investors,
                stakes,
                timeline,
                checks.series(),
                newcomers);
    }

    private double number(WorldTable table, WorldRow row, Trait trait) {
        return cells.number(table, row, trait.key());
    }

    private Map<String, Cell> heading() {
        Map<String, Cell> heading = new TreeMap<>();
        for (WorldRow row : rows.get(WorldTable.SCENARIO)) {
            String key = cells.word(WorldTable.SCENARIO, row, "key", "");
            if (!key.isEmpty() && cells.name(WorldTable.SCENARIO, row, "value")) {
                heading.put(key, row.cell("value"));
            }
        }
        for (String key : List.of(WorldTable.TITLE, WorldTable.FIRST_QUARTER)) {
            boolean given = false;
            for (WorldRow row : rows.get(WorldTable.SCENARIO)) {
                given |= row.text("key").equals(key);
            }
            if (whole && !given && !incomplete.contains(WorldTable.SCENARIO)) {
                faults.add(
                        place + "/" + WorldTable.SCENARIO.file(),
                        "a row with the key " + key + " is missing"
                                + (key.equals(WorldTable.TITLE)
                                        ? ": what the world is about, in a line."
                                        : ": the quarter in which runs begin, such as 2025Q4."));
            }
        }
        return heading;
    }

    private Map<MarketParameter, Double> parameters() {
        Map<MarketParameter, Double> parameters = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (MarketParameter parameter : MarketParameter.table()) {
            keys.add(parameter.key());
        }
        for (WorldRow row : rows.get(WorldTable.PARAMETERS)) {
            Cell key = row.cell("parameter");
            if (!keys.contains(key.text())) {
                faults.unknown(key, "parameter", "parameter", keys);
                continue;
            }
            MarketParameter parameter = MarketParameter.of(key.text());
            Cell cell = row.cell("value");
            OptionalDouble value = parameter.read(cell.text().toLowerCase(Locale.ROOT));
            if (value.isEmpty()) {
                value = CellReader.decimal(cell.text());
            }
            if (value.isEmpty() || !parameter.allows(value.getAsDouble())) {
                faults.refuse(cell, parameter.key(), parameter.allowed(), CellReader.advice(cell.text()));
            } else {
                parameters.put(parameter, value.getAsDouble());
            }
        }
        return parameters;
    }

    private Scenario.VendorOpening vendor(WorldRow row, Scenario.Quarter start) {
        Map<VendorTrait, Double> traits = new EnumMap<>(VendorTrait.class);
        for (VendorTrait trait : VendorTrait.values()) {
            traits.put(trait, number(WorldTable.VENDORS, row, trait));
        }
        String archetype = cells.word(WorldTable.VENDORS, row, "archetype", Archetype.VIDEO_STARTUP.name());
        boolean flagship = cells.word(WorldTable.VENDORS, row, "flagship", "no").equals("yes");
        int launch = cells.quarter(WorldTable.VENDORS, row, "launch")
                .map(start::until)
                .orElse(-1);
        return new Scenario.VendorOpening(row.text("name"), Archetype.valueOf(archetype), launch, flagship, traits);
    }

    private List<Scenario.Scheduled> timeline(Scenario.Quarter start) {
        List<Scenario.Scheduled> timeline = new ArrayList<>();
        for (WorldRow row : rows.get(WorldTable.TIMELINE)) {
            String kind = cells.word(WorldTable.TIMELINE, row, "kind", "news");
            timeline.add(new Scenario.Scheduled(
                    cells.quarter(WorldTable.TIMELINE, row, "quarter")
                            .map(start::until)
                            .orElse(0),
                    Scenario.Scheduled.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    row.text("who"),
                    row.text("whom"),
                    cells.number(WorldTable.TIMELINE, row, "amount"),
                    row.text("headline")));
        }
        return timeline;
    }
}
