package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.measure.Measure;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A measure or a reading that is declared is computed: it applies in some world, and has different values. */
class EveryColumnTest {
    private static final Map<String, String> LETTERS = Map.of(Row.MARKET, "m", Row.VENDOR, "v", Row.STUDIO, "s");

    /** Values by measure. */
    private static final Map<String, Set<Double>> MEASURES = new TreeMap<>();
    /** Values by reading and kind of entity. */
    private static final Map<String, Set<String>> READINGS = new TreeMap<>();

    @BeforeAll
    static void run() {
        Stream.concat(Worlds.asShipped(), Worlds.some(60)).forEach(world -> note(world.run()));
        // lawyers so dear that a suit ruins even a maker of tools
        for (int seed = 1; seed <= 6; seed++) {
            note(World.of("sora-disney", seed)
                    .with(MarketParameter.TRAINING_SUITS, MarketParameter.TRAINING_SUITS.to())
                    .with(MarketParameter.CASE_COST, MarketParameter.CASE_COST.to())
                    .with(MarketParameter.SUING_COST, 0)
                    .run());
            // studios that are sued for partners whom they cannot do without
            note(World.of("sora-disney", seed)
                    .with(MarketParameter.SECONDARY_SUITS, 1)
                    .with(MarketParameter.ENGAGEMENT, MarketParameter.ENGAGEMENT.to())
                    .run());
        }
    }

    private static void note(Market market) {
        double[] measures = market.measures();
        for (Measure measure : Measure.values()) {
            double value = measures[measure.ordinal()];
            if (!Double.isNaN(value)) {
                MEASURES.computeIfAbsent(measure.key(), key -> new TreeSet<>()).add(value);
            }
        }
        for (Row row : market.rows()) {
            for (Reading reading : Reading.values()) {
                String value = reading.words() ? row.word(reading) : Double.toString(row.get(reading));
                if (value != null && !value.equals("NaN")) {
                    Set<String> values =
                            READINGS.computeIfAbsent(reading.key() + " " + row.kind(), key -> new TreeSet<>());
                    if (values.size() < 2) {
                        values.add(value);
                    }
                }
            }
        }
    }

    @Test
    void everyMeasureIsANumberSomewhereAndMoves() {
        List<String> still = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (MEASURES.getOrDefault(measure.key(), Set.of()).size() < 2) {
                still.add(measure.key());
            }
        }
        assertThat(still).isEmpty();
    }

    @Test
    void everyReadingHasAValueOfEachKindOfEntityThatItIsDeclaredForAndMoves() {
        List<String> still = new ArrayList<>();
        for (Reading reading : Reading.values()) {
            for (String kind : LETTERS.keySet()) {
                int values = READINGS.getOrDefault(reading.key() + " " + kind, Set.of())
                        .size();
                if (values != (reading.of().contains(LETTERS.get(kind)) ? 2 : 0)) {
                    still.add(reading.key() + " of " + kind);
                }
            }
        }
        assertThat(still).isEmpty();
    }
}
