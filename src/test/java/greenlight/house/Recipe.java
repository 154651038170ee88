package greenlight.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One recipe of {@code docs/recipes.md}: changes of files, then commands.
 *
 * @param title its heading
 * @param changes in the order of the text
 * @param commands the lines of its shell blocks
 * @param output what the commands print, among other things
 */
record Recipe(String title, List<Change> changes, String commands, List<String> output) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(diff|sh|text)\n(.*?)^```\n");
    /** At the end of a line: the line of the file goes on. */
    private static final String GOES_ON = " …";

    /**
     * A change of a file, or a new file.
     *
     * @param file from the top of the repository
     * @param hunks lines that begin with a blank (they stay), with - (they go) or with + (they are new); the first two kinds
     *     stand together in exactly one place of the file
     */
    record Change(Path file, List<List<String>> hunks) {
        /** The text of the file after the change. */
        String appliedTo(List<String> lines) {
            List<String> text = new ArrayList<>(lines);
            for (List<String> hunk : hunks) {
                apply(hunk, text);
            }
            return String.join("\n", text) + "\n";
        }

        private void apply(List<String> hunk, List<String> text) {
            List<String> before = hunk.stream()
                    .filter(line -> !line.startsWith("+"))
                    .map(line -> line.substring(1))
                    .toList();
            int at = place(before, text);
            List<String> after = new ArrayList<>();
            int line = at;
            for (String of : hunk) {
                switch (of.charAt(0)) {
                    case '+' -> after.add(of.substring(1));
                    case '-' -> line++;
                    default -> after.add(text.get(line++));
                }
            }
            List<String> place = text.subList(at, line);
            place.clear();
            place.addAll(after);
        }

        private int place(List<String> before, List<String> text) {
            if (text.isEmpty() && before.isEmpty()) {
                return 0;
            }
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at + before.size() <= text.size(); at++) {
                int start = at;
                if (IntStream.range(0, before.size()).allMatch(i -> same(before.get(i), text.get(start + i)))) {
                    places.add(at);
                }
            }
            if (places.size() != 1) {
                throw new AssertionError(
                        file + " has these lines " + places.size() + " times, not once:\n" + String.join("\n", before));
            }
            return places.get(0);
        }

        private static boolean same(String wanted, String line) {
            return wanted.endsWith(GOES_ON)
                    ? line.startsWith(wanted.substring(0, wanted.length() - GOES_ON.length()))
                    : line.equals(wanted);
        }
    }

    /** All recipes of a page. */
    static List<Recipe> read(Path page) throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        for (String section : Files.readString(page).split("(?m)^## ", -1)) {
            List<Change> changes = new ArrayList<>();
            StringBuilder commands = new StringBuilder();
            List<String> output = new ArrayList<>();
            Matcher block = BLOCK.matcher(section);
            while (block.find()) {
                switch (block.group(1)) {
                    case "sh" -> commands.append(block.group(2));
                    case "text" -> output.addAll(block.group(2).lines().toList());
                    default -> changes.add(change(block.group(2).lines().toList()));
                }
            }
            if (!changes.isEmpty()) {
                recipes.add(
                        new Recipe(section.lines().findFirst().orElseThrow(), changes, commands.toString(), output));
            }
        }
        return recipes;
    }

    @Override
    public String toString() {
        return title;
    }

    /** The first line names the file; {@code @@} parts its hunks. */
    private static Change change(List<String> lines) {
        List<List<String>> hunks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("@@")) {
                hunks.add(new ArrayList<>());
            } else {
                hunks.get(hunks.size() - 1).add(line.isEmpty() ? " " : line);
            }
        }
        return new Change(Path.of(lines.get(0).replaceFirst("^\\+\\+\\+ ", "")), hunks);
    }
}
