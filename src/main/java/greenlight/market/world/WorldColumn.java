package greenlight.market.world;

import greenlight.market.scenario.Trait;
import greenlight.runner.format.Decimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a table of a world.
 *
 * @param kind how its cells read
 * @param needed whether every row has a value
 * @param from smallest number
 * @param to largest number
 * @param unit of numbers; empty for the others
 * @param words the only ones that cells may have, or for quarters those that they may have besides; empty for any
 * @param meaning what it is, in one phrase
 */
public record WorldColumn(
        String key,
        Kind kind,
        boolean needed,
        double from,
        double to,
        String unit,
        List<String> words,
        String meaning) {
    /** How a cell reads. */
    public enum Kind {
        TEXT,
        NAME,
        WORD,
        NUMBER,
        QUARTER
    }

    static WorldColumn text(String key, String meaning) {
        return new WorldColumn(key, Kind.TEXT, false, 0, 0, "", List.of(), meaning);
    }

    static WorldColumn name(String key, String meaning) {
        return new WorldColumn(key, Kind.NAME, true, 0, 0, "", List.of(), meaning);
    }

    static WorldColumn word(String key, Enum<?>[] words, String meaning) {
        List<String> names = new ArrayList<>();
        for (Enum<?> word : words) {
            names.add(word.name());
        }
        return word(key, names, meaning);
    }

    static WorldColumn word(String key, List<String> words, String meaning) {
        return new WorldColumn(key, Kind.WORD, true, 0, 0, "", words, meaning);
    }

    static WorldColumn quarter(String key, List<String> words, String meaning) {
        return new WorldColumn(key, Kind.QUARTER, true, 0, 0, "", words, meaning);
    }

    static WorldColumn number(String key, double from, double to, String unit, String meaning) {
        return new WorldColumn(key, Kind.NUMBER, true, from, to, unit, List.of(), meaning);
    }

    static WorldColumn of(Trait trait) {
        return number(trait.key(), trait.from(), trait.to(), trait.unit(), trait.meaning());
    }

    /** Whether every row has a value. The market also reads the texts of the timeline. */
    boolean required() {
        return needed;
    }

    /** What a cell may have, in words. */
    public String allowed() {
        return switch (kind) {
            case TEXT -> "any text, or nothing";
            case NAME -> "a name";
            case WORD -> String.join(" or ", words);
            case NUMBER -> "a number from " + Decimal.bound(from) + " to " + Decimal.bound(to) + " (" + unit + ")";
            case QUARTER -> (words.isEmpty() ? "" : String.join(" or ", words) + ", or ") + "a quarter such as 2025Q4";
        };
    }
}
