package greenlight.runner.spec;

import greenlight.runner.design.Precision;
import greenlight.runner.format.Decimal;
import greenlight.runner.yaml.YamlDiagnostics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the key {@code precision} of an experiment file. */
final class PrecisionReader {
    /** A week: the most that a run may be given, seconds. */
    static final double LONGEST = 7 * 24 * 3600;

    private static final String HALF_WIDTH = "half_width";
    private static final String RELATIVE = "relative";
    private static final String MOST = "most";

    private final YamlDiagnostics page;
    private final List<String> measures;

    PrecisionReader(YamlDiagnostics page, List<String> measures) {
        this.page = page;
        this.measures = measures;
    }

    /** How precisely a measure is to be known. */
    Optional<Precision> read(YamlDiagnostics.Item item, Optional<YamlDiagnostics.Item> repeats, long least) {
        List<String> keys = List.of("measure", HALF_WIDTH, RELATIVE, MOST);
        Optional<Map<String, YamlDiagnostics.Item>> given =
                page.mapping(item, "a mapping with measure, half_width or relative, and most", keys);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, YamlDiagnostics.Item> entries = given.get();
        Optional<String> measure = wanted(item, entries, "measure", "name a measure")
                .flatMap(entry -> page.word(entry, "measure", measures));
        YamlDiagnostics.Item halfWidth = entries.get(HALF_WIDTH);
        YamlDiagnostics.Item relative = entries.get(RELATIVE);
        if (halfWidth == null && relative == null) {
            page.complain(item.value(), item.path(), "half_width is missing; allowed is half_width, or relative.");
        }
        if (halfWidth != null && relative != null) {
            page.complain(relative.key(), relative.path(), "half_width is given as well; allowed is one of them.");
        }
        YamlDiagnostics.Item width = halfWidth == null ? relative : halfWidth;
        OptionalDouble narrow = width == null ? OptionalDouble.empty() : above0(width);
        long atLeast = Math.max(2, least);
        Optional<Long> most = wanted(item, entries, MOST, "give the most replications that a point may have")
                .flatMap(entry -> page.whole(
                        entry,
                        atLeast,
                        Experiment.MOST_RUNS,
                        "a whole number from " + atLeast + " to " + Experiment.MOST_RUNS + ", not below replications"));
        if (least < 2) {
            YamlDiagnostics.Item at = repeats.orElse(item);
            page.complain(
                    at.key(),
                    at.path(),
                    "precision is measured from 2 replications on; allowed is replications: 2 or more.");
        }
        return measure.isEmpty() || narrow.isEmpty() || most.isEmpty()
                ? Optional.empty()
                : Optional.of(new Precision(
                        measure.get(),
                        narrow.getAsDouble(),
                        halfWidth == null,
                        most.get().intValue()));
    }

    private Optional<YamlDiagnostics.Item> wanted(
            YamlDiagnostics.Item item, Map<String, YamlDiagnostics.Item> entries, String key, String fix) {
        if (!entries.containsKey(key)) {
            page.complain(item.value(), item.path(), key + " is missing; " + fix + ".");
        }
        return Optional.ofNullable(entries.get(key));
    }

    private OptionalDouble above0(YamlDiagnostics.Item item) {
        OptionalDouble value = YamlDiagnostics.number(item.value());
        if (value.isEmpty() || value.getAsDouble() <= 0) {
            page.refuse(item, "a number above 0");
            return OptionalDouble.empty();
        }
        return value;
    }

    /** How long a run may take, seconds; empty where nothing is said. */
    static OptionalDouble seconds(YamlDiagnostics page, Optional<YamlDiagnostics.Item> item) {
        OptionalDouble value =
                item.map(each -> YamlDiagnostics.number(each.value())).orElse(OptionalDouble.empty());
        boolean within = value.isPresent() && value.getAsDouble() > 0 && value.getAsDouble() <= LONGEST;
        if (item.isPresent() && !within) {
            page.refuse(item.get(), "a number of seconds above 0, up to " + Decimal.brief(LONGEST));
        }
        return within ? value : OptionalDouble.empty();
    }
}
