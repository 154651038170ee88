package greenlight.app.cli;

import java.util.List;

/** What was asked for cannot be done as asked; carries every reason, a sentence each. */
final class UsageError extends Exception {
    private final transient List<String> sentences;

    UsageError(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    UsageError(String sentence) {
        this(List.of(sentence));
    }

    List<String> sentences() {
        return sentences;
    }
}
