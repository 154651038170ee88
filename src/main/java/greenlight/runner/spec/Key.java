package greenlight.runner.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys at the top of an experiment file, in their usual order: the table that the reader and the schema share. */
enum Key {
    NAME("names the folder of results"),
    TITLE("the question in a line; the name when not given"),
    SCENARIO("where every run starts, unless the scenario is a factor; the first when not given"),
    QUARTERS("horizon of every run, as under set"),
    REPLICATIONS("runs of each point, 1 when not given; with precision, the least"),
    PRECISION("more replications of a point until the 95 % interval of a measure's mean is narrow enough"),
    SEED("fixes the chance of the whole experiment; 1 when not given"),
    CRN("whether all points share their luck, replication by replication; true when not given"),
    TIMEOUT("seconds that a run may take before it counts as failed; no limit when not given"),
    SET("parameters turned for every run"),
    DESIGN("what is varied, and how; nothing when not given"),
    RECORD("which tables are written; all when not given"),
    READINGS("what is read off each firm and quarter; all readings when not given"),
    MEASURES("what each run is summed up in; all measures when not given");

    private final String meaning;

    Key(String meaning) {
        this.meaning = meaning;
    }

    /** Its spelling. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Key::word).toList();
    }
}
