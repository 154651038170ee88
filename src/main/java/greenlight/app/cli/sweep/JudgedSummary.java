package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.dataset.FrontTable;
import greenlight.runner.dataset.RobustTable;
import greenlight.runner.format.Text;
import greenlight.runner.results.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search found, or how given points rank: means over the runs of all points would say nothing. */
final class JudgedSummary {
    /** Given points that are shown. */
    private static final int MOST = 5;

    /** Growth of the hypervolume below which a search has settled, a share. */
    private static final double SETTLED = 0.01;

    private static final String MARGIN = "  ";

    private JudgedSummary() {}

    /**
     * Prints what the tables of a folder say; nothing where there are none yet.
     *
     * @param maximised names of the objectives that are to be large
     */
    static void print(Console console, Path folder, Set<String> maximised) throws IOException, BadTable {
        if (Files.exists(folder.resolve(ResultFiles.FRONT))) {
            found(console, FrontTable.read(folder, maximised));
            return;
        }
        RobustTable.read(folder).ifPresent(table -> ranking(console, table));
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

    private static void ranking(Console console, RobustTable table) {
        int points = table.rows().size();
        console.out().println();
        console.paragraph(
                "",
                "The " + (points > MOST ? MOST + " of " + points + " " : "")
                        + "points that meet all constraints in most of what is not known, with the mean of each objective and"
                        + " in brackets its mean regret (robust.csv):");
        for (RobustTable.Row row : table.rows().subList(0, Math.min(MOST, points))) {
            String values = IntStream.range(0, table.objectives().size())
                    .mapToObj(i -> table.objectives().get(i) + " " + Text.scaled(row.means()[i]) + " ("
                            + Text.scaled(row.regrets()[i]) + ")")
                    .collect(Collectors.joining(", "));
            console.paragraph(
                    MARGIN,
                    "point " + row.point() + ": " + Text.percent(row.satisficing()) + "; " + values + "; "
                            + levels(table.levers(), row.levels()));
        }
    }
}
