package greenlight.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README's table of rooms, and what classes break of it. */
record RoomsTable(List<Row> rows) {
    private static final String HEADING = "## The rooms";
    private static final Pattern BACKTICKED = Pattern.compile("`([^`]+)`");

    /** One line of the table. */
    record Row(String room, String duty, String mayUse) {
        boolean allows(String other) {
            return mayUse.equals("all") || rights().contains(other);
        }

        /** The rooms that stand in the last column by name. */
        List<String> rights() {
            return BACKTICKED.matcher(mayUse).results().map(m -> m.group(1)).toList();
        }

        @Override
        public String toString() {
            return "| `" + room + "` | " + duty + " | " + mayUse + " |";
        }
    }

    /**
     * Reads the table under the heading.
     *
     * @throws IllegalArgumentException in one sentence, when there is none or a line of it is not one of ours
     */
    static RoomsTable read(String markdown) {
        List<String> lines = markdown.lines()
                .dropWhile(line -> !line.strip().equals(HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        if (lines.size() < 3 || !cells(lines.get(0)).equals(List.of("room", "duty", "may use"))) {
            throw new IllegalArgumentException(
                    "Under the heading '" + HEADING + "' stands no table with the columns room, duty, may use.");
        }
        return new RoomsTable(lines.stream().skip(2).map(RoomsTable::row).toList());
    }

    private static Row row(String line) {
        List<String> cells = cells(line);
        List<String> names = cells.isEmpty()
                ? List.of()
                : BACKTICKED
                        .matcher(cells.get(0))
                        .results()
                        .map(m -> m.group(1))
                        .toList();
        if (cells.size() != 3 || names.size() != 1) {
            throw new IllegalArgumentException(
                    "Not a row of the rooms, which has a name, a duty, and what it may use: " + line);
        }
        Row row = new Row(
                names.get(0),
                cells.get(1),
                cells.get(2).replaceAll("\\([^)]*\\)", "").strip());
        String listed = String.join(
                ", ", row.rights().stream().map(room -> "`" + room + "`").toList());
        if (!row.mayUse().equals("nothing")
                && !row.mayUse().equals("all")
                && !(row.mayUse().equals(listed) && !listed.isEmpty())) {
            throw new IllegalArgumentException(
                    "What a room may use is 'nothing', 'all', or rooms in backticks with commas between: " + line);
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Pattern.compile("(?<=\\|)[^|]*(?=\\|)")
                .matcher(line.strip())
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }

    /** The same table but for one row, which is replaced, or left out when there is nothing to replace it. */
    RoomsTable with(String room, List<Row> replacement) {
        return new RoomsTable(rows.stream()
                .flatMap(row -> row.room().equals(room) ? replacement.stream() : List.of(row).stream())
                .toList());
    }

    /** Every way in which the classes and the table disagree, one sentence each; empty when all is well. */
    List<String> broken(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        Map<String, Row> table = new LinkedHashMap<>();
        for (Row row : rows) {
            if (table.put(row.room(), row) != null) {
                broken.add("The room " + row.room() + " has two rows.");
            }
        }
        Set<String> packages = new TreeSet<>();
        classes.forEach(type -> packages.add(House.room(type)));
        for (Row row : rows) {
            if (!packages.contains(row.room())) {
                broken.add("There is no package greenlight." + row.room() + " for the row " + row);
            }
            for (String right : row.rights()) {
                if (!table.containsKey(right)) {
                    broken.add("There is no row for " + right + ", which stands in the row " + row);
                }
            }
        }
        for (String room : packages) {
            if (room.isEmpty()) {
                broken.add("A class stands in the package greenlight itself, in no room.");
            } else if (!table.containsKey(room)) {
                broken.add("There is no row for the package greenlight." + room + ".");
            }
        }
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : classes) {
            Row row = table.get(House.room(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (row == null || !House.isOurs(used)) {
                    continue;
                }
                String other = House.room(used);
                if (!other.equals(row.room()) && !row.allows(other)) {
                    uses.add(type.getName() + " uses " + used.getName() + ", which its row does not allow: " + row);
                }
            }
        }
        broken.addAll(uses);
        return broken;
    }
}
