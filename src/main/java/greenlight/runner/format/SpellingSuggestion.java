package greenlight.runner.format;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one was probably meant to be. */
public final class SpellingSuggestion {
    private SpellingSuggestion() {}

    /** The candidate fewest edits away, the first of equals; none when more than a third of the word would change. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String typed = word.toLowerCase(Locale.ROOT);
        int patience = Math.max(1, typed.length() / 3);
        Optional<String> nearest = Optional.empty();
        int fewest = patience + 1;
        for (String candidate : candidates) {
            int edits = edits(typed, candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** The end of a sentence about an unknown word: the nearest known one, or all of them. */
    public static String hint(String word, Collection<String> known) {
        return hint(word, known, "; there is " + String.join(", ", known) + ".");
    }

    /** The end of a sentence about an unknown word: the nearest known one, or another end where none is near. */
    public static String hint(String word, Collection<String> known, String otherwise) {
        return to(word, known).map(near -> "; did you mean " + near + "?").orElse(otherwise);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
    static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
