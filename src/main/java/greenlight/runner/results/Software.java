package greenlight.runner.results;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The program that runs an experiment.
 *
 * @param commit of the sources it was built from; ends in {@code -changed} where they had been edited since, and is
 *     {@code unknown} where they stood without git
 */
public record Software(String name, String version, String commit) {
    private static final String RECORD = "/greenlight/software.properties";

    /** This program, as its build wrote it down. */
    public static Software here() {
        Properties facts = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(Software.class.getResourceAsStream(RECORD), StandardCharsets.UTF_8)) {
            facts.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Software(facts.getProperty("name"), facts.getProperty("version"), facts.getProperty("commit"));
    }
}
