package greenlight.app.cli.console;

import java.util.List;

/** What was asked for cannot be done as asked; carries every reason, a sentence each. */
public final class UsageError extends Exception {
    private final transient List<String> sentences;

    public UsageError(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public UsageError(String sentence) {
        this(List.of(sentence));
    }

    List<String> sentences() {
        return sentences;
    }
}
