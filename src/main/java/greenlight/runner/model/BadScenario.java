package greenlight.runner.model;

import java.util.List;

/** A scenario of one's own that is not valid; carries every fault, a sentence with its place each. */
public final class BadScenario extends Exception {
    private final transient List<String> messages;

    public BadScenario(List<String> messages) {
        super(messages.isEmpty() ? "" : messages.get(0));
        this.messages = List.copyOf(messages);
    }

    public List<String> messages() {
        return messages;
    }
}
