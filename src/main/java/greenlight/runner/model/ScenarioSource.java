package greenlight.runner.model;

import java.util.Map;
import java.util.Optional;

/** The files of a scenario of one's own, as texts: a folder, or all of it in one file. */
public interface ScenarioSource {
    /** What the scenario is called, by its folder or file. */
    String name();

    /** Where it lies, as sentences about it begin. */
    String place();

    /** The text of each table, by file name, in the order of the names. */
    Map<String, String> texts();

    /**
     * Another scenario, by its path from this one; empty when there is none.
     *
     * @throws BadScenario when there is one that cannot be read
     */
    Optional<ScenarioSource> other(String path) throws BadScenario;
}
