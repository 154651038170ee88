package greenlight.market.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** Readings that are taken in each quarter, by the entities that have them. */
public final class Readings {
    public static final Readings ALL = new Readings(EnumSet.allOf(Reading.class));

    /** Those from which measures are computed. */
    public static final Readings OF_MEASURES = new Readings(List.of(
            Reading.ACTIVE_USERS,
            Reading.PAID_USERS,
            Reading.ADOPTERS,
            Reading.NEWCOMER_RETENTION,
            Reading.CONVERSION_OBSERVED,
            Reading.QUARTER_CLIPS,
            Reading.GPU_MINUTES,
            Reading.QUARTER_MINUTES_PER_CLIP,
            Reading.INFERENCE_COST,
            Reading.QUARTER_VIDEO_REVENUE,
            Reading.QUARTER_ENTERPRISE_REVENUE,
            Reading.OTHER_REVENUE,
            Reading.DAILY_VIDEO_LOSS,
            Reading.ENTERPRISE_PRICE,
            Reading.QUARTER_FREE_QUOTA,
            Reading.QUARTER_CLIP_PRICE,
            Reading.QUARTER_INCIDENTS,
            Reading.OPEN_CASES,
            Reading.QUARTER_LEGAL_COST,
            Reading.STRATEGY,
            Reading.STRINGENCY,
            Reading.AI_GAIN,
            Reading.QUARTER_EXUBERANCE,
            Reading.QUARTER_RAISED,
            Reading.HHI,
            Reading.QUARTER_USERS_SURPLUS,
            Reading.STUDIOS_TOOLS,
            Reading.STUDIOS_CLOUD,
            Reading.STUDIOS_PLATFORM));

    private final Collection<Reading> taken;
    private final Reading[] ofMarket;
    private final Reading[] ofVendors;
    private final Reading[] ofStudios;

    private Readings(Collection<Reading> taken) {
        this.taken = taken;
        ofMarket = those(taken, Reading::ofMarket);
        ofVendors = those(taken, Reading::ofVendor);
        ofStudios = those(taken, Reading::ofStudio);
    }

    /** These and some more, by their keys. */
    public Readings and(Collection<String> keys) {
        List<Reading> more = new ArrayList<>();
        for (Reading reading : Reading.values()) {
            if (taken.contains(reading) || keys.contains(reading.key())) {
                more.add(reading);
            }
        }
        return more.size() == taken.size() ? this : new Readings(more);
    }

    private static Reading[] those(Collection<Reading> taken, Predicate<Reading> which) {
        return taken.stream().filter(which).toArray(Reading[]::new);
    }

    Reading[] ofMarket() {
        return ofMarket;
    }

    Reading[] ofVendors() {
        return ofVendors;
    }

    Reading[] ofStudios() {
        return ofStudios;
    }
}
