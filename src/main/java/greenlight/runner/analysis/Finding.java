package greenlight.runner.analysis;

import java.util.List;

/**
 * What an analysis has to say about one thing, in plain words.
 *
 * @param about a measure's name, or what else it is about
 * @param sentences the most important first
 */
public record Finding(String about, List<String> sentences) {}
