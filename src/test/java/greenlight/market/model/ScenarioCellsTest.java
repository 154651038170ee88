package greenlight.market.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import greenlight.market.scenario.InvestorTrait;
import greenlight.market.scenario.Opening;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures of firms as parameters. */
class ScenarioCellsTest {
    private static final MarketModel MODEL = new MarketModel();
    private static final String WORLD = "sora-disney";

    private static Parameter cell(String key) {
        return MODEL.parameter(key).orElseThrow();
    }

    private static Setting with(String key, double value) {
        return MODEL.setting(WORLD).with(cell(key), value);
    }

    private static double figure(List<Scenario.VendorOpening> vendors, String name, VendorTrait trait) {
        return vendors.stream()
                .filter(vendor -> vendor.name().equals(name))
                .findFirst()
                .orElseThrow()
                .get(trait);
    }

    private static <T extends Trait> void within(List<? extends Opening<T, ?>> firms, T[] traits) {
        for (Opening<T, ?> firm : firms) {
            for (T trait : traits) {
                assertThat(firm.get(trait)).as(firm.name() + ", " + trait).isBetween(trait.from(), trait.to());
            }
        }
    }

    @Test
    void everyFigureThatShipsIsWithinTheRangeOfItsColumn() {
        for (String name : Scenarios.names()) {
            within(Scenarios.of(name).studios(), StudioTrait.values());
            within(Scenarios.of(name).vendors(), VendorTrait.values());
            within(Scenarios.of(name).investors(), InvestorTrait.values());
        }
    }

    @Test
    void aCellIsDeclaredByItsColumn() {
        Parameter cash = cell("vendors.Gaffer & Co.cash");
        assertThat(cash.key()).isEqualTo("vendors.Gaffer & Co.cash");
        assertThat(cash.defaultValue()).isEqualTo(3e7);
        assertThat(cash.allowed()).isEqualTo("a number from 0 to 1000000000000 (USD)");
        assertThat(cell("studios.*.caution").defaultValue()).isNaN();
        assertThat(cell("studios.*.caution.times").defaultValue()).isEqualTo(1);
        assertThat(cell("vendors.Gaffer & Co.cash")).isEqualTo(cash).hasSameHashCodeAs(cash);
        assertThat(Stream.of("vendors.Nobody.cash", "vendors.Skylark.caution", "vendors..cash", "vendors.cash", "cash")
                        .flatMap(key -> MODEL.parameter(key).stream()))
                .isEmpty();
    }

    @Test
    void aMistypedKeyIsLookedForAmongThoseThatAgreeWithItsOtherParts() {
        assertThat(MODEL.keysNear("vendors.Nordlight.cash"))
                .contains("vendors.Northlight.cash")
                .doesNotContain("vendors.Northlight.reach", "studios.*.ip");
        assertThat(MODEL.keysNear("studios.Redline Stream.cauton.times"))
                .contains("studios.Redline Stream.caution.times")
                .hasSameSizeAs(StudioTrait.values());
        assertThat(MODEL.keysNear("prise")).isEqualTo(MODEL.parameterKeys());
    }

    @Test
    void oneFirmsCellReplacesThatOfAllAndFactorsComeLast() {
        Setting setting = with("vendors.*.cash.times", 2)
                .with(cell("vendors.Skylark.cash"), 5e8)
                .with(cell("vendors.*.cash"), 1e9)
                .with(cell("vendors.Pixpop.cash.times"), 3);
        List<Scenario.VendorOpening> vendors =
                new MarketModel().world(WORLD, setting).vendors();
        assertThat(figure(vendors, "Skylark", VendorTrait.CASH)).isEqualTo(1e9);
        assertThat(figure(vendors, "Pixpop", VendorTrait.CASH)).isEqualTo(6e9);
        assertThat(figure(vendors, "Northlight", VendorTrait.CASH)).isEqualTo(2e9);
        assertThat(figure(vendors, "Pixpop", VendorTrait.REACH)).isEqualTo(0.25);
    }

    @Test
    void eachOfTheThreeFilesHasCells() {
        Setting setting = with("studios.Redline Stream.caution", 0.1).with(cell("investors.*.patience.times"), 10);
        Scenario changed = new MarketModel().world(WORLD, setting);
        assertThat(changed.studios().stream()
                        .filter(studio -> studio.get(StudioTrait.CAUTION) == 0.1)
                        .map(Scenario.StudioOpening::name))
                .containsExactly("Redline Stream");
        assertThat(changed.investors()).allSatisfy(investor -> {
            assertThat(investor.patience()).isEqualTo(1);
            assertThat(investor.powder()).isPositive();
        });
        assertThat(changed.vendors()).isEqualTo(Scenarios.of(WORLD).vendors());
    }

    @Test
    void aSettingWithoutCellsLeavesTheScenarioAndItself() {
        Setting setting = MODEL.setting(WORLD);
        assertThat(new MarketModel().world(WORLD, setting)).isSameAs(Scenarios.of(WORLD));
        assertThat(setting.cells()).isEmpty();
        assertThat(with("vendors.*.cash.times", 2))
                .isNotEqualTo(setting)
                .isEqualTo(with("vendors.*.cash.times", 3).with(cell("vendors.*.cash.times"), 2));
    }

    @Test
    void sharesOfAFleetAddUpToAtMostOne() {
        Setting setting = with("vendors.Pixpop.video_share", 0.7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.run(WORLD, setting, 1, 1))
                .withMessage(
                        "video_share and research_share of Pixpop are 0.7 and 0.6; allowed is a sum of at most 1.");
        assertThat(MODEL.fault(WORLD, setting))
                .hasValueSatisfying(fault -> assertThat(fault).contains("Pixpop"));
        assertThat(MODEL.fault(WORLD, setting.with(cell("vendors.Pixpop.research_share"), 0.3)))
                .isEmpty();
    }

    @Test
    void aFirmThatTheScenarioDoesNotHaveIsAFaultButNoReasonToFail() {
        Setting setting = MODEL.setting("blank-market").with(cell("vendors.Northlight.cash.times"), 2);
        assertThat(MODEL.fault("blank-market", setting))
                .contains("vendors.Northlight.cash.times is set, but the vendors of blank-market have no Northlight.");
        assertThat(new MarketModel().world("blank-market", setting)).isEqualTo(Scenarios.of("blank-market"));
    }

    @Test
    void theDocumentsListEveryColumn() throws Exception {
        String page = Files.readString(Path.of("docs/experiments.md"));
        Stream.<Trait[]>of(StudioTrait.values(), VendorTrait.values(), InvestorTrait.values())
                .flatMap(Arrays::stream)
                .forEach(trait -> assertThat(page)
                        .contains("." + trait.key() + "` | ")
                        .contains("| " + trait.unit() + " | " + trait.meaning() + " |"));
    }
}
