package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.FrontTable;
import greenlight.runner.format.Text;
import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search found, or how given points rank: means over the runs of all points would say nothing. */
final class JudgedSummary {
    /** Given points that are shown. */
    private static final int MOST = 5;

    /** Growth of the hypervolume below which a search has settled, a share. */
    private static final double SETTLED = 0.01;

    private static final String MARGIN = "  ";
    private static final String REGRET = "_regret";

    private JudgedSummary() {}

    /** Prints what the tables of a folder say; nothing where there are none yet. */
    static void print(Console console, Path folder) throws IOException, BadTable {
        if (Files.exists(folder.resolve(ResultFiles.FRONT))) {
            found(console, FrontTable.read(folder));
        } else if (Files.exists(folder.resolve(ResultFiles.ROBUST))) {
            ranking(console, folder.resolve(ResultFiles.ROBUST));
        }
    }

    private static void found(Console console, FrontTable front) {
        Map<FrontTable.Row, List<String>> shown = new LinkedHashMap<>();
        for (int i = 0; i < front.objectives().size(); i++) {
            String name = "best " + front.objectives().get(i);
            front.best(i)
                    .ifPresent(row ->
                            shown.computeIfAbsent(row, key -> new ArrayList<>()).add(name));
        }
        front.rows().stream()
                .filter(FrontTable.Row::bargain)
                .forEach(row ->
                        shown.computeIfAbsent(row, key -> new ArrayList<>()).add("Nash bargaining solution"));
        console.out().println();
        if (shown.isEmpty()) {
            console.paragraph("", "No point of the front keeps the constraints on fresh replications.");
            return;
        }
        long hold = front.rows().stream().filter(FrontTable.Row::holds).count();
        console.paragraph(
                "",
                "On fresh replications " + hold + " of "
                        + Text.count(front.rows().size(), "point")
                        + " keep the constraints and are not dominated (front.csv). Of these, with the value in the"
                        + " search in brackets:");
        shown.forEach((row, names) -> console.paragraph(
                MARGIN,
                "point " + row.point() + ", " + String.join(", ", names) + ": " + values(front, row) + "; "
                        + levels(front.levers(), row.levels())));
        console.paragraph("", settled(front));
    }

    private static String values(FrontTable front, FrontTable.Row row) {
        return IntStream.range(0, front.objectives().size())
                .mapToObj(i -> front.objectives().get(i) + " " + Text.scaled(row.fresh()[i]) + " ("
                        + Text.scaled(row.searched()[i]) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String levels(List<String> levers, List<String> levels) {
        return IntStream.range(0, levers.size())
                .mapToObj(i -> levers.get(i) + " "
                        + CsvReader.number(levels.get(i)).stream()
                                .mapToObj(Text::scaled)
                                .findFirst()
                                .orElse(levels.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String settled(FrontTable front) {
        double growth = front.lateGrowth();
        if (Double.isNaN(growth)) {
            return "There is no hypervolume: no candidate betters the reference in every objective (history.csv).";
        }
        return "The hypervolume "
                + (growth < SETTLED
                        ? "hardly grew in the last fifth of the generations"
                        : "grew by " + Text.percent(growth)
                                + " in the last fifth of the generations: a longer search may find more")
                + " (history.csv).";
    }

    private static void ranking(Console console, Path file) throws IOException, BadTable {
        List<List<String>> rows = CsvReader.rows(Files.readString(file));
        List<String> header = rows.get(0);
        List<String> objectives =
                header.stream().filter(name -> header.contains(name + REGRET)).toList();
        int first = header.indexOf(objectives.get(0));
        int share = header.indexOf("satisficing");
        List<List<String>> ranked = rows.subList(1, rows.size()).stream()
                .sorted(Comparator.comparingDouble((List<String> row) -> -number(row.get(share)))
                        .thenComparingDouble(row -> number(row.get(header.indexOf(objectives.get(0) + REGRET)))))
                .limit(MOST)
                .toList();
        console.out().println();
        console.paragraph(
                "",
                "The " + (rows.size() - 1 > MOST ? MOST + " of " + (rows.size() - 1) + " " : "")
                        + "points that meet all constraints in most of what is not known, with the mean of each objective and"
                        + " in brackets its mean regret (robust.csv):");
        for (List<String> row : ranked) {
            String values = objectives.stream()
                    .map(name -> name + " " + Text.scaled(number(row.get(header.indexOf(name)))) + " ("
                            + Text.scaled(number(row.get(header.indexOf(name + REGRET)))) + ")")
                    .collect(Collectors.joining(", "));
            console.paragraph(
                    MARGIN,
                    "point " + row.get(0) + ": " + Text.percent(number(row.get(share))) + "; " + values + "; "
                            + levels(header.subList(1, first), row.subList(1, first)));
        }
    }

    private static double number(String cell) {
        return CsvReader.number(cell).orElse(Double.NaN);
    }
}
