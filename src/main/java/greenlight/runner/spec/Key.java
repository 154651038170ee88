package greenlight.runner.spec;

import greenlight.runner.model.Model;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The keys at the top of an experiment file, in their usual order: the table that the reader and the schema share. */
enum Key {
    NAME("names the folder of results"),
    TITLE("the question in a line; the name when not given"),
    MODEL("which model runs; the program's own when not given"),
    SCENARIO("where every run starts, unless the scenario is a factor; the first when not given"),
    /** Spelt as the model's horizon; not there where the model has none. */
    HORIZON("horizon of every run, as under set"),
    REPLICATIONS("runs of each point, 1 when not given; with precision, the least"),
    PRECISION("more replications of a point until the 95 % interval of a measure's mean is narrow enough"),
    SEED("fixes the seeds of all runs and the design's; 1 when not given"),
    CRN("common random numbers: replication r has the same seed at every point; true when not given"),
    TIMEOUT("seconds that a run may take before it counts as failed; no limit when not given"),
    SET("parameters turned for every run"),
    OVER("settings that replications go through: ensemble, the model's own, or a CSV file; none when not given"),
    DESIGN("what is varied, and how; nothing when not given"),
    RECORD("which tables are written; all when not given"),
    READINGS("which readings the detail tables hold; all when not given"),
    MEASURES("which measures runs.csv holds, and definitions of own ones; all of the model when not given");

    private final String meaning;

    Key(String meaning) {
        this.meaning = meaning;
    }

    /** Its spelling, but for the horizon. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    /** The keys of a model's experiment files, by their spelling and in order. */
    static Map<String, Key> of(Model model) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Key key : values()) {
            if (key != HORIZON) {
                keys.put(key.word(), key);
            } else {
                model.horizon().ifPresent(horizon -> keys.put(horizon.key(), HORIZON));
            }
        }
        return keys;
    }
}
