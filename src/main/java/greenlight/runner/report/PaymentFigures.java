package greenlight.runner.report;

import greenlight.runner.csv.LineReader;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.figure.Axis;
import greenlight.runner.figure.Caption;
import greenlight.runner.figure.chart.Sankey;
import greenlight.runner.format.ScaledNumber;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.report.HtmlPage.Cell;
import greenlight.runner.report.figure.FactorAxis;
import greenlight.runner.results.DescribedTable;
import greenlight.runner.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who paid whom for what: the mean over the runs of the table of flows, or the one run of that table in the folder {@code
 * analysis} where the sweep recorded no payments.
 */
final class PaymentFigures {
    private static final String UNIT = "USD";
    private static final int FACTORS = 4;

    /** Names on each side of the picture; more cannot be told apart. */
    private static final int NAMED = 13;

    /** A party with less of all that its side moves is shown with the others of its sector. */
    private static final double SMALL = 0.015;

    private final RunTable runs;
    private final Subject.Flows subject;
    private final Map<String, Integer> points;
    private final Map<Pair, Double> amounts = new TreeMap<>();
    private final Map<Purpose, Double> purposes = new TreeMap<>();
    private final Set<String> seen = new TreeSet<>();
    private String note = "";
    private String table = "";
    private String step = "";

    /** Somebody, and the sector that he belongs to. */
    private record Party(String name, String sector) {}

    private record Pair(Party from, Party to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.<Pair, String>comparing(pair -> pair.from().sector())
                    .thenComparing(pair -> pair.from().name())
                    .thenComparing(pair -> pair.to().sector())
                    .thenComparing(pair -> pair.to().name())
                    .compare(this, other);
        }
    }

    private record Purpose(String name, String from, String to) implements Comparable<Purpose> {
        @Override
        public int compareTo(Purpose other) {
            return Comparator.comparing(Purpose::name)
                    .thenComparing(Purpose::from)
                    .thenComparing(Purpose::to)
                    .compare(this, other);
        }
    }

    private PaymentFigures(RunTable runs, Subject.Flows subject) {
        this.runs = runs;
        this.subject = subject;
        points = TimeSeriesFigures.points(runs);
    }

    /** Reads the table when there is one of these runs; otherwise there are no figures. */
    static PaymentFigures read(ResultFolder results, RunTable runs, Subject.Flows subject) throws IOException {
        PaymentFigures payments = new PaymentFigures(runs, subject);
        Optional<DescribedTable> recorded = results.flows();
        Optional<DescribedTable> table = recorded.or(subject::declared);
        if (table.isPresent()) {
            Path all = table.get().file(results.folder());
            Path one = table.get().file(results.folder().resolve("analysis"));
            payments.step = table.get().step();
            payments.table = all.getFileName().toString();
            if (Files.exists(all)) {
                payments.read(all, table.get(), runs.size() - runs.failed());
            } else if (Files.exists(one)) {
                payments.read(one, table.get(), 1);
            }
        }
        return payments;
    }

    private void read(Path file, DescribedTable table, int count) throws IOException {
        LineReader lines = new LineReader(file);
        List<String> header = lines.header();
        int source = table.place(header, ColumnRole.SOURCE);
        int sourceKind = table.place(header, ColumnRole.SOURCE_KIND);
        int target = table.place(header, ColumnRole.TARGET);
        int targetKind = table.place(header, ColumnRole.TARGET_KIND);
        int purpose = table.place(header, ColumnRole.PURPOSE);
        int amount = table.place(header, ColumnRole.AMOUNT);
        if (Math.min(Math.min(source, target), Math.min(purpose, amount)) < 0) {
            throw new IOException(file + " lacks a column that datapackage.json or the model names.");
        }
        lines.read(count, line -> {
            List<String> cells = line.cells();
            if (cells.size() != header.size() || !points.containsKey(cells.get(0))) {
                return;
            }
            seen.add(cells.get(0));
            if (!subject.apart().contains(cells.get(purpose))) {
                double paid = Double.parseDouble(cells.get(amount));
                Party from = new Party(cells.get(source), sourceKind < 0 ? cells.get(source) : cells.get(sourceKind));
                Party to = new Party(cells.get(target), targetKind < 0 ? cells.get(target) : cells.get(targetKind));
                amounts.merge(new Pair(from, to), paid, Double::sum);
                purposes.merge(new Purpose(cells.get(purpose), from.sector(), to.sector()), paid, Double::sum);
            }
        });
        if (seen.size() == 1 && count == 1 && points.size() > 1) {
            String id = seen.iterator().next();
            note = "Of one run alone, since the sweep recorded no payments: " + id + at(points.get(id)) + ", "
                    + subject.chosen() + ".";
        } else if (seen.size() > 1) {
            note = "Mean of " + seen.size() + " runs"
                    + (seen.size() < count ? ", spread evenly over the " + count + "." : ".");
        }
    }

    /** Where in the design, when that is said in a few words. */
    private String at(int point) {
        return runs.factors().size() > FACTORS
                ? " (point " + point + ")"
                : runs.factors().stream()
                        .map(factor -> factor.name() + " " + FactorAxis.text(factor, runs.level(point, factor)))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** Who pays whom: all, and those whose payments are too small to be seen among all. */
    List<Sankey> figures() {
        List<Sankey> figures = new ArrayList<>();
        if (amounts.isEmpty()) {
            return figures;
        }
        figures.add(
                sankey("payments", "Who pays whom", "All payments, from the first " + step + " to the last.", amounts));
        for (String sector : subject.closer()) {
            Map<Pair, Double> some = new TreeMap<>();
            amounts.forEach((pair, amount) -> {
                if (pair.from().sector().equals(sector) || pair.to().sector().equals(sector)) {
                    some.put(pair, amount);
                }
            });
            if (!some.isEmpty() && some.size() < amounts.size()) {
                figures.add(sankey(
                        "payments-of-" + sector.replaceAll("\\W+", "-"),
                        "What " + sector + " pay and are paid",
                        "Of all payments, those to and from " + sector + " alone.",
                        some));
            }
        }
        return figures;
    }

    private Sankey sankey(String name, String title, String which, Map<Pair, Double> some) {
        Set<Party> payers = named(some, true);
        Set<Party> payees = named(some, false);
        Map<String, Integer> sizes = sizes();
        Map<List<String>, Double> joined = new HashMap<>();
        some.forEach((pair, amount) -> joined.merge(
                List.of(label(pair.from(), payers, sizes), label(pair.to(), payees, sizes)), amount, Double::sum));
        List<Sankey.Flow> flows = new ArrayList<>();
        joined.forEach((ends, amount) -> flows.add(new Sankey.Flow(ends.get(0), ends.get(1), amount / seen.size())));
        return new Sankey(new Caption(name, title, said(which)), Axis.of("money", UNIT), flows);
    }

    private String said(String which) {
        return (note + " " + which + " " + subject.note()).strip();
    }

    /** How many parties a sector has. */
    private Map<String, Integer> sizes() {
        Map<String, Set<String>> members = new HashMap<>();
        amounts.keySet().forEach(pair -> {
            for (Party party : List.of(pair.from(), pair.to())) {
                members.computeIfAbsent(party.sector(), sector -> new HashSet<>())
                        .add(party.name());
            }
        });
        Map<String, Integer> sizes = new HashMap<>();
        members.forEach((sector, names) -> sizes.put(sector, names.size()));
        return sizes;
    }

    /** The parties that one side of the picture tells by name: the largest, as long as there is room. */
    private static Set<Party> named(Map<Pair, Double> some, boolean paying) {
        Map<Party, Double> totals = new HashMap<>();
        Set<String> sectors = new HashSet<>();
        some.forEach((pair, amount) -> {
            Party party = paying ? pair.from() : pair.to();
            totals.merge(party, amount, Double::sum);
            sectors.add(party.sector());
        });
        double all = totals.values().stream().mapToDouble(Double::doubleValue).sum();
        Set<Party> named = new HashSet<>();
        totals.entrySet().stream()
                .filter(entry -> entry.getValue() > SMALL * all)
                .sorted(Map.Entry.<Party, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().name()))
                .limit(Math.max(0, NAMED - sectors.size()))
                .forEach(entry -> named.add(entry.getKey()));
        return named;
    }

    private static String label(Party party, Set<Party> named, Map<String, Integer> sizes) {
        boolean alone = sizes.get(party.sector()) == 1;
        if (alone || named.contains(party)) {
            return party.name();
        }
        boolean others = named.stream().anyMatch(one -> one.sector().equals(party.sector()));
        return others ? "other " + party.sector() : party.sector();
    }

    /** What is paid for: purpose, who pays, who is paid, how much; the largest first. */
    List<List<Cell>> purposes() {
        return purposes.entrySet().stream()
                .sorted(Map.Entry.<Purpose, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> List.of(
                        Cell.code(entry.getKey().name()),
                        Cell.of(entry.getKey().from()),
                        Cell.of(entry.getKey().to()),
                        Cell.number(ScaledNumber.words(entry.getValue() / seen.size(), UNIT))))
                .toList();
    }

    /** The file that they are in. */
    String table() {
        return table;
    }

    /** Of which runs they are. */
    String note() {
        return note;
    }
}
