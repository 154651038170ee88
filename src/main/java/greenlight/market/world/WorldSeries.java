package greenlight.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An outside development that a world may prescribe, quarter by quarter. */
public enum WorldSeries {
    // spotless:off
    //                  from   to    unit                    what it is
    GPU_PRICE          (1e-6,  1e6,  "USD/GPU-hour",         "rent of a GPU; only its course against the first quarter counts"),
    ENTERPRISE_DEMAND  (1e-6,  1e9,  "USD billion/quarter",  "what enterprises spend on models of labs; only its course counts"),
    LAB_FLEET          (1e-6,  1e9,  "GW",                   "compute of all labs; only its course counts"),
    REGULATORY_PRESSURE(0,     1,    "share",                "how hard regulators press, of the most"),
    FUNDING_CLIMATE    (-1,    1,    "weight",               "what is added to every investor's exuberance");
    // spotless:on

    @SuppressWarnings("ImmutableEnumChecker") // its words are none
    private final WorldColumn value;

    WorldSeries(double from, double to, String unit, String meaning) {
        value = WorldColumn.number("value", from, to, unit, meaning);
    }

    /** As files spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its values are. */
    public WorldColumn value() {
        return value;
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (WorldSeries series : values()) {
            keys.add(series.key());
        }
        return keys;
    }
}
