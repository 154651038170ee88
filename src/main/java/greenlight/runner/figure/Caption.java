package greenlight.runner.figure;

/**
 * The words of a figure.
 *
 * @param name of its files, without an ending: letters, digits and dashes
 * @param title what it shows, in a line
 * @param note how it was made and how to read it, in a sentence or two
 */
public record Caption(String name, String title, String note) {
    /** Refuses a name that would not do as a file's. */
    public Caption {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("\"" + name + "\" is no name for a figure: letters, digits, dashes.");
        }
    }
}
