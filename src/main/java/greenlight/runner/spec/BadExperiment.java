package greenlight.runner.spec;

import java.util.List;

/** An experiment file that cannot be run as written; carries every fault found in it. */
public final class BadExperiment extends Exception {
    private final transient List<String> messages;

    /** Faults, each in one sentence. */
    public BadExperiment(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    /** Throws where there is any fault. */
    static void throwAll(List<String> faults) throws BadExperiment {
        if (!faults.isEmpty()) {
            throw new BadExperiment(faults);
        }
    }

    /** One line a fault, in the order of the file: {@code FILE:LINE:COLUMN: KEY: what was found; what is allowed}. */
    public List<String> messages() {
        return messages;
    }
}
