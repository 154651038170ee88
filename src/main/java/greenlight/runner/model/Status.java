package greenlight.runner.model;

import java.util.Locale;

/** How a run ended; a word of the column {@code status}. */
public enum Status {
    /** Well: every measure is written. */
    OK,
    /** The model threw an exception. */
    FAILED,
    /** It ran longer than the experiment's {@code timeout}. */
    TIMEOUT,
    /** It needed more memory than there was. */
    OUT_OF_MEMORY,
    /** A figure that always applies was not a number, or was infinite. */
    NOT_A_NUMBER,
    /** It left the range for which the model is meant. */
    OUT_OF_RANGE;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word in a table; an unknown word counts as failed. */
    public static Status of(String word) {
        for (Status status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return FAILED;
    }
}
