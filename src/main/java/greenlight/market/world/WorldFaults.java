package greenlight.market.world;

import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.BadScenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults of a world, gathered so that one reading finds all: place, what was found, what is allowed, the nearest right name. */
final class WorldFaults {
    /** Of many faults, how many are listed. */
    private static final int LISTED = 100;

    /** Of known words, how many a sentence lists. */
    private static final int LISTABLE = 12;

    /** Of a cell, how many characters a sentence shows. */
    private static final int LONGEST = 60;

    private final List<String> sentences = new ArrayList<>();

    /** A fault of a file as a whole, or of a folder. */
    void add(String place, String sentence) {
        sentences.add(place + ": " + shown(sentence));
    }

    /** A fault at a cell. */
    void add(Cell at, String sentence) {
        add(place(at), sentence);
    }

    /** Faults of a world that this one is based on. */
    void addAll(List<String> others) {
        sentences.addAll(others);
    }

    /** A cell that is not what its column allows. */
    void refuse(Cell at, String column, String allowed) {
        refuse(at, column, allowed, "");
    }

    /** The same, with what to write instead. */
    void refuse(Cell at, String column, String allowed, String hint) {
        add(at, column + ": found " + quoted(at) + "; allowed is " + allowed + "." + hint);
    }

    /** A cell with a word that is none of those known. */
    void unknown(Cell at, String column, String kind, Collection<String> known) {
        add(
                at,
                column + ": found " + quoted(at) + ", and there is no " + kind + " of that name"
                        + hint(at.text(), known));
    }

    /** The end of a sentence about an unknown word: the nearest that is known, or all where they are few. */
    static String hint(String word, Collection<String> known) {
        return near(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(
                        known.isEmpty() || known.size() > LISTABLE
                                ? "."
                                : "; allowed: " + String.join(", ", known) + ".");
    }

    /** The same, where another part of the sentence says what is allowed. */
    static String meant(String word, Collection<String> known) {
        return near(word, known).map(near -> "; did you mean " + near + "?").orElse(".");
    }

    private static Optional<String> near(String word, Collection<String> known) {
        List<String> lower = new ArrayList<>();
        for (String each : known) {
            lower.add(each.toLowerCase(Locale.ROOT));
        }
        return SpellingSuggestion.to(word.toLowerCase(Locale.ROOT), lower)
                .map(lower::indexOf)
                .map(place -> new ArrayList<>(known).get(place));
    }

    static String quoted(Cell cell) {
        return cell.empty() ? "nothing" : "'" + cut(cell.text()) + "'";
    }

    static String place(Cell at) {
        return at.file() + ":" + at.line() + (at.column() > 0 ? ":" + at.column() : "");
    }

    /** The place in its file alone. */
    static String line(Cell at) {
        return at.file().substring(at.file().lastIndexOf('/') + 1) + ":" + at.line();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Without what would break the line of a message. */
    private static String shown(String sentence) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            shown.append(Character.isISOControl(c) ? ' ' : c);
        }
        return shown.toString();
    }

    boolean none() {
        return sentences.isEmpty();
    }

    void check() throws BadScenario {
        if (sentences.size() > LISTED) {
            List<String> first = new ArrayList<>(sentences.subList(0, LISTED));
            first.add("... and " + (sentences.size() - LISTED) + " faults more.");
            throw new BadScenario(first);
        }
        if (!none()) {
            throw new BadScenario(sentences);
        }
    }
}
