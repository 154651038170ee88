package greenlight.market.world;

/**
 * A cell with its place.
 *
 * @param text without blanks at its ends; empty where there is nothing
 * @param file path of its file
 * @param line from 1
 * @param column its place among the cells of its line, from 1
 */
record Cell(String text, String file, int line, int column) {
    boolean empty() {
        return text.isEmpty();
    }
}
