package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.app.evidence.Pattern;
import greenlight.market.measure.Reading;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Decimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The tables of patterns, readings, phases and parameters in {@code docs/ODD.md}. */
final class OddParts {
    private static final Path ODD = Path.of("docs", "ODD.md");

    private OddParts() {}

    static List<GeneratedPart> all() {
        return List.of(
                new GeneratedPart(ODD, "patterns", patterns()),
                new GeneratedPart(ODD, "readings", readings()),
                new GeneratedPart(ODD, "timetable", ReadmeParts.timetable()),
                new GeneratedPart(ODD, "params", parameters()));
    }

    private static String patterns() {
        StringBuilder table = new StringBuilder(
                "| | pattern | kind | required | measure | target | record | source |\n|---|---|---|---|---|---|---|---|\n");
        for (Pattern pattern : Pattern.values()) {
            table.append(row(
                    Integer.toString(pattern.number()),
                    pattern.what(),
                    pattern.kind().words(),
                    pattern.required() ? "yes" : "no",
                    "`" + pattern.measure().key() + "`",
                    Decimal.brief(pattern.low()) + " to " + Decimal.brief(pattern.high()),
                    Decimal.brief(pattern.value()),
                    pattern.source()));
        }
        return table.toString();
    }

    private static String readings() {
        StringBuilder table = new StringBuilder("| state | of | unit | what it is |\n|---|---|---|---|\n");
        for (Reading reading : Reading.values()) {
            table.append(row("`" + reading.key() + "`", reading.of(), reading.unit(), reading.meaning()));
        }
        return table.toString();
    }

    private static String parameters() {
        StringBuilder table = new StringBuilder(
                "| parameter | default | unit | known | what it is | source |\n|---|---|---|---|---|---|\n");
        for (MarketParameter parameter : MarketParameter.values()) {
            table.append(row(
                    "`" + parameter.key() + "`",
                    parameter.text(parameter.defaultValue()),
                    parameter.unit(),
                    parameter.basis().name().toLowerCase(Locale.ROOT),
                    parameter.meaning(),
                    parameter.source()));
        }
        return table.toString();
    }
}
