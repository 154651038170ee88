package greenlight.app.cli.console;

import java.util.List;

/** A command that cannot be carried out as given; carries every reason, a sentence each. */
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
