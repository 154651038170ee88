package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.app.evidence.Expectation;
import greenlight.market.parameter.MarketParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The generated parts of {@code docs/responses.md}: the signs that are expected. */
final class ResponseParts {
    private static final Path RESPONSES = Path.of("docs", "responses.md");

    private ResponseParts() {}

    static List<GeneratedPart> all() {
        return List.of(new GeneratedPart(RESPONSES, "expected", expected()));
    }

    private static String expected() {
        StringBuilder table = new StringBuilder("| parameter up | measure | expected | why |\n|---|---|---|---|\n");
        for (Expectation row : Expectation.table()) {
            table.append(row(
                    "`" + row.parameter().key() + "`",
                    "`" + row.measure().key() + "`",
                    row.sign() > 0 ? "more" : "less",
                    row.reason()));
        }
        return table + "\nOpen: "
                + Expectation.open().stream()
                        .map(MarketParameter::key)
                        .map(key -> "`" + key + "`")
                        .collect(Collectors.joining(", "))
                + ".\n";
    }
}
