package greenlight.market.world;

import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What rows of a world must agree in with other rows: names, shares, the order of events, series without a hole. */
final class WorldChecks {
    /** Shares that add up to 1 in decimals may miss it by this in binary digits. */
    private static final double ROUNDING = 1e-9;

    /** Quarters of a series that are read: more than any run has. */
    private static final int LONGEST_SERIES = 4000;

    private static final double MOST_CHARACTERS = 1e6;
    private static final double MOST_BUZZ = 100;
    private static final double MOST_LEAP = 10;
    private static final double LEAST_LEAP = -0.9;
    private static final double MOST_PRECEDENT = 1e12;
    private static final double MOST_NEWS = 1e12;

    private final String place;
    private final Map<WorldTable, List<WorldRow>> rows;
    private final CellReader cells;
    private final Optional<Scenario.Quarter> start;
    private final Set<WorldTable> incomplete;
    private final WorldFaults faults;
    private final Map<String, double[]> series;

    /**
     * Checks.
     *
     * @param start the first quarter; empty where it could not be read
     * @param incomplete tables whose rows are not all there
     */
    WorldChecks(
            String place,
            Map<WorldTable, List<WorldRow>> rows,
            CellReader cells,
            Optional<Scenario.Quarter> start,
            Set<WorldTable> incomplete,
            WorldFaults faults) {
        this.place = place;
        this.rows = rows;
        this.cells = cells;
        this.start = start;
        this.incomplete = incomplete;
        this.faults = faults;
        series = read();
    }

    /** The series by name, each from the first quarter on. */
    Map<String, double[]> series() {
        return series;
    }

    void all() {
        checkText();
        FirmNames.check(rows, cells, faults);
        checkNumbers();
        checkFlagship();
        checkFleets();
        checkStakes();
        checkTimeline();
    }

    /** Cells are printed, and pass through texts of a line for each row. */
    private void checkText() {
        rows.forEach((table, all) -> all.forEach(row -> row.cells().forEach((column, cell) -> {
            boolean line = true;
            for (int i = 0; i < cell.text().length(); i++) {
                line &= !Character.isISOControl(cell.text().charAt(i));
            }
            if (!line) {
                faults.refuse(cell, column, "a text without tabs and line ends");
            }
        })));
    }

    private void checkNumbers() {
        for (WorldTable table : List.of(WorldTable.STUDIOS, WorldTable.VENDORS, WorldTable.INVESTORS)) {
            if (rows.get(table).isEmpty() && !incomplete.contains(table)) {
                faults.add(
                        place + "/" + table.file(),
                        "there is no row; a market needs one of " + table.key() + " at least.");
            }
        }
    }

    private void checkFlagship() {
        Optional<WorldRow> first = Optional.empty();
        for (WorldRow row : rows.get(WorldTable.VENDORS)) {
            if (!row.text("flagship").equals("yes")) {
                continue;
            }
            Cell cell = row.cell("flagship");
            if (first.isPresent()) {
                faults.add(
                        cell,
                        "flagship: found a second vendor with yes; the first is at "
                                + WorldFaults.line(first.get().cell("flagship")) + ", and allowed is one.");
            } else if (row.text("archetype").equals(Archetype.TOOL_MAKER.name())) {
                faults.add(
                        cell,
                        "flagship: found yes for a TOOL_MAKER; allowed is a vendor with a platform for users:"
                                + " FRONTIER_LAB or VIDEO_STARTUP.");
            }
            first = first.isPresent() ? first : Optional.of(row);
        }
        boolean column = rows.get(WorldTable.VENDORS).stream()
                .anyMatch(row -> row.cells().containsKey("flagship"));
        if (first.isEmpty() && column && !incomplete.contains(WorldTable.VENDORS)) {
            faults.add(
                    place + "/" + WorldTable.VENDORS.file(),
                    "no vendor is the flagship; write yes under flagship for the one that the measures follow.");
        }
    }

    private void checkFleets() {
        for (WorldRow row : rows.get(WorldTable.VENDORS)) {
            double video = value(row, "video_share");
            double research = value(row, "research_share");
            if (video + research > 1 + ROUNDING) {
                faults.add(
                        row.cell("research_share"),
                        "research_share: found " + WorldFaults.quoted(row.cell("research_share"))
                                + " beside a video_share"
                                + " of " + WorldFaults.quoted(row.cell("video_share"))
                                + "; allowed is a sum of at most 1 (share of the fleet).");
            }
        }
    }

    private void checkStakes() {
        List<String> investors = names(WorldTable.INVESTORS);
        List<String> vendors = names(WorldTable.VENDORS);
        Map<String, Double> held = new TreeMap<>();
        for (WorldRow row : rows.get(WorldTable.STAKES)) {
            known(row.cell("investor"), "investor", WorldTable.INVESTORS, investors);
            known(row.cell("vendor"), "vendor", WorldTable.VENDORS, vendors);
            double before = held.getOrDefault(row.text("vendor"), 0.0);
            double share = value(row, "share");
            double sum = before + (share > 0 ? share : 0);
            held.put(row.text("vendor"), sum);
            if (sum > 1 + ROUNDING && before <= 1 + ROUNDING && share <= 1) {
                faults.add(
                        row.cell("share"),
                        "share: found " + WorldFaults.quoted(row.cell("share")) + ", with which the shares of "
                                + row.text("vendor")
                                + " add up to more than 1; allowed is a sum of at most 1 (share).");
            }
        }
    }

    private void checkTimeline() {
        List<String> vendors = names(WorldTable.VENDORS);
        List<String> studios = names(WorldTable.STUDIOS);
        for (WorldRow row : rows.get(WorldTable.TIMELINE)) {
            Optional<Integer> when = CellReader.quarter(row.text("quarter")).flatMap(this::after);
            if (when.isPresent() && when.get() < 0) {
                faults.refuse(
                        row.cell("quarter"),
                        "quarter",
                        "the first quarter, " + start.get().label(0) + ", or later");
            }
            checkAmount(row);
            if (!row.text("kind").equals("headline_offer")) {
                continue;
            }
            known(row.cell("who"), "who", WorldTable.VENDORS, vendors);
            known(row.cell("whom"), "whom", WorldTable.STUDIOS, studios);
            for (WorldRow vendor : rows.get(WorldTable.VENDORS)) {
                Optional<Integer> launch =
                        CellReader.quarter(vendor.text("launch")).flatMap(this::after);
                if (vendor.text("name").equals(row.text("who"))
                        && when.isPresent()
                        && launch.isPresent()
                        && when.get() < launch.get()) {
                    faults.add(
                            row.cell("quarter"),
                            "quarter: found " + WorldFaults.quoted(row.cell("quarter")) + ", before the launch of "
                                    + row.text("who") + " in " + vendor.text("launch") + " ("
                                    + WorldFaults.line(vendor.cell("launch")) + "); allowed is that quarter or later.");
                }
            }
        }
        for (WorldRow vendor : rows.get(WorldTable.VENDORS)) {
            Optional<Integer> launch = CellReader.quarter(vendor.text("launch")).flatMap(this::after);
            if (launch.isPresent() && launch.get() < 0) {
                faults.refuse(
                        vendor.cell("launch"),
                        "launch",
                        "live for a product that is there at the start, or a quarter from "
                                + start.get().label(0) + " on");
            }
        }
    }

    private void checkAmount(WorldRow row) {
        WorldColumn amount = switch (row.text("kind")) {
            case "headline_offer" -> WorldColumn.number("amount", 0, MOST_CHARACTERS, "characters", "");
            case "buzz" -> WorldColumn.number("amount", -MOST_BUZZ, MOST_BUZZ, "hype", "");
            case "rival_leap" -> WorldColumn.number("amount", LEAST_LEAP, MOST_LEAP, "part of capability", "");
            case "precedent" -> WorldColumn.number("amount", 0, MOST_PRECEDENT, "USD", "");
            default -> WorldColumn.number("amount", -MOST_NEWS, MOST_NEWS, "no unit", "");
        };
        double value = value(row, "amount");
        if (Math.abs(value) <= MOST_NEWS && (value < amount.from() || value > amount.to())) {
            faults.refuse(row.cell("amount"), "amount", amount.allowed() + " for a " + row.text("kind"));
        }
    }

    private Map<String, double[]> read() {
        Map<String, Map<Integer, WorldRow>> placed = new TreeMap<>();
        for (WorldRow row : rows.get(WorldTable.SERIES)) {
            String name = cells.word(WorldTable.SERIES, row, "series", "");
            checkUnit(row, name);
            Optional<Integer> when =
                    cells.quarter(WorldTable.SERIES, row, "quarter").flatMap(this::after);
            if (when.isPresent() && when.get() < 0) {
                faults.refuse(
                        row.cell("quarter"),
                        "quarter",
                        "the first quarter, " + start.get().label(0) + ", or later");
            } else if (!name.isEmpty() && when.isPresent()) {
                placed.computeIfAbsent(name, key -> new TreeMap<>()).put(when.get(), row);
            }
        }
        Map<String, double[]> all = new TreeMap<>();
        placed.forEach((name, byQuarter) ->
                all.put(name, values(WorldSeries.valueOf(name.toUpperCase(Locale.ROOT)), byQuarter)));
        return all;
    }

    /** A unit that is written down is that in which the value is read. */
    private void checkUnit(WorldRow row, String name) {
        Cell unit = row.cell("unit");
        if (!name.isEmpty() && !unit.empty()) {
            String right =
                    WorldSeries.valueOf(name.toUpperCase(Locale.ROOT)).value().unit();
            if (!unit.text().equals(right)) {
                faults.refuse(unit, "unit", right + ", the unit of " + name + ", or nothing");
            }
        }
    }

    private double[] values(WorldSeries series, Map<Integer, WorldRow> byQuarter) {
        List<Double> values = new ArrayList<>();
        byQuarter.forEach((quarter, row) -> {
            if (quarter > values.size() && !incomplete.contains(WorldTable.SERIES)) {
                String missing = start.get().label(values.size());
                String last = start.get().label(quarter - 1);
                faults.add(
                        row.cell("quarter"),
                        "quarter: the series " + series.key() + " has a hole before " + row.text("quarter") + ": "
                                + missing + (missing.equals(last) ? " is" : " to " + last + " are")
                                + " missing; a series has a row for each quarter from the first, "
                                + start.get().label(0) + ", on.");
            }
            double value = cells.number(WorldTable.SERIES, row, "value", series.value());
            while (values.size() <= quarter && values.size() <= LONGEST_SERIES) {
                values.add(value);
            }
        });
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private Optional<Integer> after(Scenario.Quarter quarter) {
        return start.map(first -> first.until(quarter));
    }

    private void known(Cell cell, String column, WorldTable table, List<String> names) {
        boolean unread = incomplete.contains(table)
                || (names.isEmpty() && !rows.get(table).isEmpty());
        if (!names.contains(cell.text()) && !unread) {
            faults.add(
                    cell,
                    column + ": found " + WorldFaults.quoted(cell) + ", and " + table.file() + " has no "
                            + table.key().substring(0, table.key().length() - 1) + " of that name"
                            + WorldFaults.hint(cell.text(), names));
        }
    }

    private List<String> names(WorldTable table) {
        List<String> names = new ArrayList<>();
        rows.get(table).forEach(row -> names.add(row.text("name")));
        names.removeIf(String::isEmpty);
        return names;
    }

    private static double value(WorldRow row, String column) {
        return CellReader.decimal(row.text(column)).orElse(Double.NaN);
    }
}
