package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.app.evidence.Pattern;
import greenlight.app.evidence.cause.Attribution;
import greenlight.app.evidence.cause.Claim;
import greenlight.app.prior.PriorTable;
import greenlight.market.ReferenceSetting;
import greenlight.market.model.MarketModel;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that say why to believe the market, run small. */
class EvidenceTest {
    private static final Path MEDOID = Path.of("results/medoid.csv");

    @TempDir
    private Path folder;

    private Path edited(Path file, String... fromTo) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < fromTo.length; i += 2) {
            assertThat(text).contains(fromTo[i]);
            text = text.replace(fromTo[i], fromTo[i + 1]);
        }
        return Files.writeString(folder.resolve(file.getFileName()), text);
    }

    // ---- validate

    @Test
    void validateWritesARowForEachPatternAndFailsWhenARequiredOneFails() throws IOException {
        Path file = edited(
                Path.of("experiments/sora-disney.yaml"),
                "replications: 500",
                "quarters: 12\nset: {users: 200, minutes_per_clip: 10}\nreplications: 500");
        Said said = Said.by("validate", file.toString(), "--out", folder.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("$1 million a day", "FAILS");
        assertThat(Tables.column(folder.resolve("patterns.csv"), "pattern"))
                .containsExactlyElementsOf(
                        Arrays.stream(Pattern.values()).map(Pattern::key).toList());
    }

    @Test
    void validateRefusesAnExperimentWithTooFewReplications() throws IOException {
        Path file = edited(Path.of("experiments/sora-disney.yaml"), "replications: 500", "replications: 20");
        Said said = Said.by("validate", file.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("20 replications", "at least 500");
    }

    // ---- the default world

    /** No uncertain parameter is set by hand: the default is that of the setting in the middle of the ensemble. */
    @Test
    void theDefaultOfEveryUncertainParameterIsThatOfTheMedoid() throws IOException {
        List<String> keys = Tables.column(MEDOID, "parameter");
        List<String> values = Tables.column(MEDOID, "value");
        assertThat(keys)
                .containsExactlyElementsOf(PriorTable.priors().stream()
                        .map(prior -> prior.parameter().key())
                        .toList());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(MarketParameter.of(keys.get(i)).defaultValue())
                    .as(keys.get(i))
                    .isEqualTo(Double.parseDouble(values.get(i)));
        }
    }

    @Test
    void theMedoidIsASettingOfTheEnsemble() throws IOException {
        List<String> values = Tables.column(MEDOID, "value");
        assertThat(Files.readAllLines(Path.of("results/ensemble.csv")))
                .anyMatch(line -> line.endsWith("," + String.join(",", values)));
    }

    // ---- claims

    @Test
    void eachQuestionHasItsExperimentAndEachExperimentItsQuestion() throws Exception {
        List<String> files = new ArrayList<>();
        try (var entries = Files.list(Path.of("experiments/claims"))) {
            entries.forEach(entry -> files.add(entry.getFileName().toString()));
        }
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Claim.values())
                        .map(claim -> claim.key() + ".yaml")
                        .toList());
        for (Claim claim : Claim.values()) {
            Experiment experiment =
                    ExperimentReader.read(Path.of("experiments/claims", claim.key() + ".yaml"), new MarketModel());
            assertThat(experiment.name()).isEqualTo(claim.key());
            assertThat(claim.contrasts())
                    .isNotEmpty()
                    .allMatch(contrast -> contrast.point() < experiment.design().points()
                            && contrast.against() < experiment.design().points());
        }
    }

    /** What two arms differ in is the cause; with two differences, no one knows which it was. Claim i asks for all terms too. */
    @ParameterizedTest
    @EnumSource(Claim.class)
    void theArmsOfAContrastDifferInOneThing(Claim claim) throws Exception {
        Experiment experiment =
                ExperimentReader.read(Path.of("experiments/claims", claim.key() + ".yaml"), new MarketModel());
        for (Claim.Contrast contrast : claim.contrasts()) {
            long changes = MarketParameter.table().stream()
                    .filter(parameter -> experiment.setting(contrast.point()).get(parameter)
                            != experiment.setting(contrast.against()).get(parameter))
                    .count();
            changes += experiment.start(contrast.point()).equals(experiment.start(contrast.against())) ? 0 : 1;
            boolean within = contrast.point() == contrast.against();
            assertThat(changes)
                    .as(contrast.words())
                    .isEqualTo(within ? 0 : contrast.words().endsWith("all three") ? 3 : 1);
        }
    }

    /** Whether compute alone kills the product turns on what a clip takes. */
    @Test
    void turningADialTurnsAVerdict() throws IOException {
        String few = "replications: 25";
        String dear = "minutes_per_clip: 60\n  gpu_price: 12\n  user_value: 0\n  loss_tolerance: 0";
        assertThat(verdict(few, dear)).isEqualTo("supported");
        assertThat(verdict(few, "minutes_per_clip: 2")).isEqualTo("contradicted");
    }

    @Test
    void aClaimWithoutRoomCannotBeAnswered() throws IOException {
        assertThat(verdict("replications: 15", "minutes_per_clip: 2")).isEqualTo("cannot be answered here");
        assertThat(folder.resolve("out/claims.md")).content().contains("15 of 15 pairs could come out the other way");
    }

    private String verdict(String replications, String set) throws IOException {
        edited(
                Path.of("experiments/claims/a-cost-alone.yaml"),
                "replications: 1200",
                replications,
                "users: 5000",
                "users: 500\n  video_overhead: 0\n  " + set);
        Path settings = referenceSettings();
        Said said = Said.by(
                "claims",
                "a",
                "--experiments",
                folder.toString(),
                "--over",
                settings.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(folder.resolve("out/claims.md")).content().contains("(a)", "The public record");
        return Tables.column(folder.resolve("out/claims.csv"), "verdict").get(0);
    }

    /** Five settings near the one in which laws are tested, whatever the defaults. */
    private Path referenceSettings() throws IOException {
        Map<Parameter, Double> values = new LinkedHashMap<>(ReferenceSetting.values());
        StringBuilder text = new StringBuilder("setting,weight");
        values.keySet().forEach(parameter -> text.append(',').append(parameter.key()));
        for (int number = 1; number <= 5; number++) {
            values.put(MarketParameter.BUDGET, 4 + number / 10.0);
            text.append('\n').append(number).append(",1");
            values.values().forEach(value -> text.append(',').append(value));
        }
        text.append('\n');
        return Files.writeString(folder.resolve("settings.csv"), text);
    }

    @Test
    void fewerReplicationsThanSettingsAreRefused() throws IOException {
        edited(Path.of("experiments/claims/a-cost-alone.yaml"), "replications: 1200", "replications: 10");
        Said said = Said.by("claims", "a", "--experiments", folder.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("10 replications", "60 settings");
    }

    @Test
    void anUnknownClaimIsRefused() {
        assertThat(Said.by("claims", "z").code()).isEqualTo(2);
    }

    // ---- attribution

    private Attribution attribution(String set, String factors) throws Exception {
        return new Attribution(
                ExperimentReader.read(
                        "name: small\ntitle: small\nscenario: sora-disney\nreplications: 5\nseed: 1\nquarters: 14\nset: {users: 500"
                                + set + "}\ndesign: {type: factorial, factors: {" + factors + "}}\nrecord: [runs]\n",
                        "small.yaml",
                        new MarketModel()),
                new Ensemble(
                        "",
                        List.of(
                                new Ensemble.Member(1, Map.of(MarketParameter.BUDGET, 4.0)),
                                new Ensemble.Member(2, Map.of(MarketParameter.BUDGET, 6.0)))),
                2);
    }

    @Test
    void aMechanismThatProvablyDoesNothingHasTheValueZeroAndTheOthersSumToTheWhole() throws Exception {
        Attribution attribution = attribution(
                ", litigation: off, anomalies: 0",
                "compute_cost: [off, on], novelty_decay: [off, on], brand_safety: [off, on]");
        for (Attribution.Attributed each : attribution.attribute(2, done -> {})) {
            for (String idle : List.of("litigation", "brand_safety")) {
                assertThat(each.values().get(idle).over()).isEqualTo(new Estimate(0, 0, 0));
                assertThat(each.values().get(idle).noise()).isEqualTo(new Estimate(0, 0, 0));
            }
            double sum = each.values().values().stream()
                    .mapToDouble(value -> value.over().value())
                    .sum();
            double whole = each.with().value() - each.without().value();
            assertThat(sum)
                    .isCloseTo(
                            whole,
                            within(1e-9 * Math.max(1, Math.abs(each.with().value()))));
        }
    }

    @Test
    void aDesignThatIsNoFullFactorialOverSwitchesIsRefused() throws IOException {
        Said said = Said.by("attribute", "experiments/quickstart.yaml", "--out", folder.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("no mechanism");
    }
}
