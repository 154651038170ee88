package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of parameters in {@code docs/parameters.md}, one section a group. */
final class ParameterParts {
    private static final Path PARAMETERS = Path.of("docs", "parameters.md");

    private ParameterParts() {}

    static List<GeneratedPart> all() {
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        for (MarketParameter parameter : MarketParameter.values()) {
            Optional<ParameterPrior> prior = PriorTable.of(parameter);
            groups.computeIfAbsent(parameter.group(), ParameterParts::heading)
                    .append(row(
                            "`" + parameter.key() + "`",
                            parameter.text(parameter.defaultValue()),
                            parameter.text(parameter.from()) + " to " + parameter.text(parameter.to()),
                            prior.map(ParameterParts::plausible).orElse(""),
                            parameter.unit(),
                            parameter.basis().name().toLowerCase(Locale.ROOT),
                            parameter.meaning(),
                            parameter.source(),
                            prior.map(ParameterPrior::basis).orElse("")));
        }
        return List.of(new GeneratedPart(PARAMETERS, "parameters", String.join("", groups.values())));
    }

    private static StringBuilder heading(String group) {
        return new StringBuilder("\n## " + group + "\n\n")
                .append(row(
                        "parameter",
                        "default",
                        "range",
                        "plausible",
                        "unit",
                        "known",
                        "what it is",
                        "source",
                        "basis of what is plausible"))
                .append("|---|---|---|---|---|---|---|---|---|\n");
    }

    private static String plausible(ParameterPrior prior) {
        Parameter parameter = prior.parameter();
        return parameter.text(prior.low()) + " to " + parameter.text(prior.high()) + ", "
                + prior.shape().key();
    }
}
