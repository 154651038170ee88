package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.model.MarketModel;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The points of {@code experiments/terms-compared.yaml}: those of the factorial, those that the search found, and no deal. */
@Tag("generated")
class TermsComparedTest {
    private static final boolean RENEW = Boolean.getBoolean("greenlight.renew");
    private static final Path POINTS = Path.of("experiments", "terms-compared.csv");

    @Test
    void thePointsAreThoseOfTheFactorialThoseOfTheSearchAndNoDeal() throws Exception {
        Experiment search = ExperimentReader.read(Path.of("experiments/save-the-deal.yaml"), new MarketModel());
        Experiment factorial = ExperimentReader.read(Path.of("experiments/contract-terms.yaml"), new MarketModel());
        List<Parameter> levers = search.design().factors().stream()
                .map(factor -> factor.parameter().orElseThrow())
                .toList();
        StringBuilder points =
                new StringBuilder(levers.stream().map(Parameter::key).collect(Collectors.joining(",", "", "\n")));
        for (int point = 0; point < factorial.design().points(); point++) {
            int run = point * factorial.replications();
            points.append(levers.stream()
                    .map(lever -> lever.text(factorial.run(run).setting().get(lever)))
                    .collect(Collectors.joining(",", "", "\n")));
        }
        for (CSVRecord row : GeneratedPart.rows(Path.of("results", "save-the-deal.csv"))) {
            points.append(
                    levers.stream().map(lever -> row.get(lever.key())).collect(Collectors.joining(",", "", "\n")));
        }
        Setting usual = factorial.run(0).setting();
        Map<Parameter, Double> without = search.design().goal().orElseThrow().disagreement();
        points.append(levers.stream()
                .map(lever -> lever.text(without.getOrDefault(lever, usual.get(lever))))
                .collect(Collectors.joining(",", "", "\n")));
        if (RENEW) {
            Files.writeString(POINTS, points);
        }
        assertThat(Files.readString(POINTS)).isEqualTo(points.toString());
    }

    @Test
    void theShippedWorldHasTheTermsThatWereSavedMostOften() throws Exception {
        Path world = Path.of("src/main/resources/greenlight/market/scenario/terms-that-hold-up");
        for (Map.Entry<String, String> table : TermsParts.world().entrySet()) {
            if (RENEW) {
                Files.writeString(world.resolve(table.getKey()), table.getValue());
            }
            assertThat(Files.readString(world.resolve(table.getKey()))).isEqualTo(table.getValue());
        }
    }
}
