package greenlight.market.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.VendorTrait;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worlds that ship: whole, sourced, and at one with the recorded facts. */
class ScenariosTest {
    private static final List<String> FILES = List.of(
            "scenario", "parameters", "studios", "vendors", "investors", "stakes", "timeline", "series", "newcomers");
    private static final Pattern FACT = Pattern.compile("\\b[A-Z]{1,2}\\d+\\b");
    private static final Pattern SPAN = Pattern.compile("\\b([A-Z]{1,2})(\\d+) to \\1(\\d+)\\b");

    private static final Map<String, CSVRecord> FACTS = facts();

    static List<String> names() {
        return Scenarios.names();
    }

    // ---- sources

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyRowNamesItsSource(String name) {
        for (String file : FILES) {
            for (Map<String, String> row : Scenarios.rows(name, file)) {
                assertThat(row.get("source"))
                        .as(name + ", " + file + ": " + row)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyFactThatAScenarioNamesIsRecorded(String name) {
        Set<String> missing = new TreeSet<>();
        for (String file : FILES) {
            for (Map<String, String> row : Scenarios.rows(name, file)) {
                missing.addAll(named(row.get("source")));
            }
        }
        missing.removeAll(FACTS.keySet());
        assertThat(missing).as("named in " + name + ", not in facts.csv").isEmpty();
    }

    @Test
    void everyFactThatADialNamesIsRecorded() {
        Set<String> missing = new TreeSet<>();
        MarketParameter.table().forEach(parameter -> missing.addAll(named(parameter.source())));
        missing.removeAll(FACTS.keySet());
        assertThat(missing)
                .as("named in the table of parameters, not in facts.csv")
                .isEmpty();
    }

    /** Only a parameter that somebody measured or bounded can name a fact, and such a parameter must. */
    @Test
    void aMeasuredDialNamesAFact() {
        assertThat(MarketParameter.table().stream()
                        .filter(parameter -> parameter.basis() == MarketParameter.Basis.MEASURED))
                .allSatisfy(parameter -> assertThat(named(parameter.source()))
                        .as(parameter.key())
                        .isNotEmpty());
    }

    @Test
    void everyFactHasAnIdAQuantityASourceAndAConfidence() {
        assertThat(FACTS.values()).allSatisfy(fact -> {
            assertThat(fact.get("id")).matches("[A-Z]{1,2}\\d+");
            assertThat(fact.get("quantity")).as(fact.get("id")).isNotBlank();
            assertThat(fact.get("source")).as(fact.get("id")).isNotBlank();
            assertThat(fact.get("confidence")).as(fact.get("id")).isIn("high", "medium", "low");
        });
    }

    @Test
    void aValueLiesBetweenItsBounds() {
        for (CSVRecord fact : FACTS.values()) {
            if (!fact.get("value").isEmpty()) {
                assertThat(value(fact.get("id")))
                        .as(fact.get("id"))
                        .isBetween(low(fact.get("id")), high(fact.get("id")));
            }
        }
    }

    /** The ids in a text; {@code C13 to C15} names three. */
    private static Set<String> named(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher each = FACT.matcher(text.replaceAll("\\b20\\d\\dQ[1-4]\\b", ""));
        while (each.find()) {
            ids.add(each.group());
        }
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            for (int i = Integer.parseInt(span.group(2)); i <= Integer.parseInt(span.group(3)); i++) {
                ids.add(span.group(1) + (i < 10 ? "0" + i : i));
            }
        }
        return ids;
    }

    // ---- wholeness

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void noTwoFirmsShareAName(String name) {
        Scenario scenario = Scenarios.of(name);
        assertThat(Stream.of(
                                scenario.vendors().stream().map(Scenario.VendorOpening::name),
                                scenario.studios().stream().map(Scenario.StudioOpening::name),
                                scenario.investors().stream().map(Scenario.InvestorOpening::name),
                                scenario.newcomers().stream())
                        .flatMap(each -> each))
                .doesNotHaveDuplicates()
                .allMatch(each -> !each.isBlank() && each.equals(each.strip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everySeriesStartsAtTheFirstQuarter(String name) {
        Scenario scenario = Scenarios.of(name);
        Map<String, String> first = new TreeMap<>();
        for (Map<String, String> row : Scenarios.rows(name, "series")) {
            first.putIfAbsent(row.get("series"), row.get("quarter"));
        }
        assertThat(first.values())
                .containsOnly(
                        first.isEmpty()
                                ? new String[0]
                                : new String[] {scenario.start().label(0)});
        assertThat(scenario.series().values())
                .allSatisfy(values -> assertThat(values).isNotEmpty().doesNotContain(Double.NaN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void thereIsOneFlagshipAndItsPlatformIsOpenedInTime(String name) {
        Scenario scenario = Scenarios.of(name);
        List<Scenario.VendorOpening> flagships = scenario.vendors().stream()
                .filter(Scenario.VendorOpening::flagship)
                .toList();
        assertThat(flagships).hasSize(1);
        assertThat(flagships.get(0).launch()).isLessThan((int) MarketParameter.QUARTERS.defaultValue());
        assertThat(flagships.get(0).archetype().platform()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void stakesAreHeldByInvestorsThatExistInVendorsThatExist(String name) {
        Scenario scenario = Scenarios.of(name);
        List<String> investors = scenario.investors().stream()
                .map(Scenario.InvestorOpening::name)
                .toList();
        Map<String, Double> held = new TreeMap<>();
        scenario.vendors().forEach(vendor -> held.put(vendor.name(), 0.0));
        for (Scenario.Stake stake : scenario.stakes()) {
            assertThat(investors).contains(stake.investor());
            assertThat(held).containsKey(stake.vendor());
            held.merge(stake.vendor(), stake.share(), Double::sum);
        }
        assertThat(held.values()).allMatch(share -> share >= 0 && share <= 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void whatIsScheduledComesAfterTheStartAndConcernsFirmsThatAreThere(String name) {
        Scenario scenario = Scenarios.of(name);
        List<String> vendors =
                scenario.vendors().stream().map(Scenario.VendorOpening::name).toList();
        List<String> studios =
                scenario.studios().stream().map(Scenario.StudioOpening::name).toList();
        for (Scenario.Scheduled event : scenario.timeline()) {
            assertThat(event.quarter()).as(event.toString()).isNotNegative();
            if (event.kind() == Scenario.Scheduled.Kind.HEADLINE_OFFER) {
                assertThat(vendors).contains(event.who());
                assertThat(studios).contains(event.whom());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void sharesAndTraitsOfFirmsAreInRange(String name) {
        Scenario scenario = Scenarios.of(name);
        for (Scenario.StudioOpening studio : scenario.studios()) {
            assertThat(List.of(
                            studio.get(StudioTrait.IP),
                            studio.get(StudioTrait.STRICTNESS),
                            studio.get(StudioTrait.CAUTION),
                            studio.get(StudioTrait.LIBRARY)))
                    .as(studio.name())
                    .allMatch(share -> share >= 0 && share <= 1);
        }
        for (Scenario.VendorOpening vendor : scenario.vendors()) {
            assertThat(List.of(
                            vendor.get(VendorTrait.REACH),
                            vendor.get(VendorTrait.CONSISTENCY),
                            vendor.get(VendorTrait.PROVENANCE),
                            vendor.get(VendorTrait.VIDEO_SHARE),
                            vendor.get(VendorTrait.RESEARCH_SHARE),
                            vendor.get(VendorTrait.VIDEO_SHARE) + vendor.get(VendorTrait.RESEARCH_SHARE)))
                    .as(vendor.name())
                    .allMatch(share -> share >= 0 && share <= 1);
        }
        for (Scenario.InvestorOpening investor : scenario.investors()) {
            assertThat(investor.patience()).as(investor.name()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aScenarioThatIsNotThereIsRefusedInOneSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.of("atlantis"))
                .withMessage("No scenario is called atlantis; there are " + Scenarios.names() + ".");
    }

    // ---- worlds based on another

    static List<String> based() {
        return names().stream().filter(name -> Scenarios.base(name).isPresent()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("based")
    void aWorldBasedOnAnotherAsksAQuestionAndSaysWhatDiffers(String name) {
        assertThat(Scenarios.of(name).title()).endsWith("?");
        assertThat(Scenarios.heading(name, "description"))
                .isNotEqualTo(Scenarios.heading(Scenarios.base(name).orElseThrow(), "description"))
                .endsWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("based")
    void aWorldBasedOnAnotherDiffersFromItInItsOwnRowsAlone(String name) {
        Scenario base = Scenarios.of(Scenarios.base(name).orElseThrow());
        Scenario own = Scenarios.of(name);
        Set<String> changed = new TreeSet<>();
        Scenarios.rows(name, "vendors").forEach(row -> changed.add(row.get("name")));
        for (int i = 0; i < base.vendors().size(); i++) {
            Scenario.VendorOpening before = base.vendors().get(i);
            assertThat(own.vendors().get(i).equals(before)).isEqualTo(!changed.contains(before.name()));
        }
        assertThat(own.studios()).isEqualTo(base.studios());
        assertThat(own.stakes()).isEqualTo(base.stakes());
        assertThat(own.newcomers()).isEqualTo(base.newcomers());
        assertThat(own.parameters()).hasSize(Scenarios.rows(name, "parameters").size());
    }

    @Test
    void aRowReplacesTheRowOfTheSameKeysAndKeepsItsOtherCells() {
        Scenario.VendorOpening patient = vendor("patient-capital");
        Scenario.VendorOpening usual = vendor("sora-disney");
        assertThat(patient.get(VendorTrait.TOLERANCE)).isEqualTo(10 * usual.get(VendorTrait.TOLERANCE));
        assertThat(patient.get(VendorTrait.CASH)).isEqualTo(usual.get(VendorTrait.CASH));
        assertThat(patient.flagship()).isTrue();
    }

    /** A control for what the flagship's closing causes: all else is equal. */
    @Test
    void theFlagshipThatStaysDiffersInWhatItBearsAlone() {
        Scenario usual = Scenarios.of("sora-disney");
        Scenario stays = Scenarios.of("flagship-stays");
        assertThat(stays.investors()).isEqualTo(usual.investors());
        assertThat(stays.timeline()).isEqualTo(usual.timeline());
        assertThat(Scenarios.setting("flagship-stays")).isEqualTo(Scenarios.setting("sora-disney"));
        for (VendorTrait trait : VendorTrait.values()) {
            assertThat(vendor("flagship-stays").get(trait)
                            == vendor("sora-disney").get(trait))
                    .as(trait.name())
                    .isEqualTo(trait != VendorTrait.TOLERANCE);
        }
    }

    private static Scenario.VendorOpening vendor(String scenario) {
        return Scenarios.of(scenario).vendors().stream()
                .filter(Scenario.VendorOpening::flagship)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void quartersAreCountedAcrossYears() {
        Scenario.Quarter start = new Scenario.Quarter(2024, 1);
        assertThat(start.label(0)).isEqualTo("2024Q1");
        assertThat(start.label(7)).isEqualTo("2025Q4");
        assertThat(new Scenario.Quarter(2024, 4).label(1)).isEqualTo("2025Q1");
        assertThat(start.until(new Scenario.Quarter(2025, 4))).isEqualTo(7);
        assertThat(new Scenario.Quarter(2025, 4).until(start)).isEqualTo(-7);
    }

    // ---- cross-checks of the parameters with the facts

    private static final String STORY = "sora-disney";

    /** 40 GPU-minutes at about two dollars an hour are the analysts' $1.30 in another unit. */
    @Test
    void theGpuMinutesOfAClipAreTheAnalystsDollars() {
        assertThat(MarketParameter.MINUTES_PER_CLIP.defaultValue()).isEqualTo(value("S34"));
        double atTwoDollars = MarketParameter.MINUTES_PER_CLIP.defaultValue() / 60 * 2;
        assertThat(atTwoDollars).isCloseTo(1.33, within(0.01));
        assertThat(atTwoDollars).isCloseTo(value("S30"), within(0.05));
    }

    @Test
    void aClipOfTheLaunchQuarterCostsWhatAnalystsBelieve() {
        double[] prices = Scenarios.of(STORY).series().get("gpu_price");
        double index = prices[launch()] / prices[0];
        double cost =
                MarketParameter.MINUTES_PER_CLIP.defaultValue() / 60 * MarketParameter.GPU_PRICE.defaultValue() * index;
        assertThat(cost).isBetween(low("S30"), high("S30"));
    }

    @Test
    void theListPriceOfAClipDoesNotCoverItsCost() {
        assertThat(value("S28")).as("in the app").isLessThan(value("S30"));
        assertThat(value("S28") / value("S30")).isCloseTo(0.31, within(0.01));
    }

    @Test
    void theLossOfADayIsWithinTheFreeQuotaOfItsUsers() {
        double clipsADay = value("S32") * 1e6 / value("S30");
        double each = clipsADay / (low("S21") * 1e6);
        assertThat(clipsADay).isCloseTo(0.77e6, within(0.01e6));
        assertThat(each).isLessThan(value("S26"));
    }

    @Test
    void gpusAreCheapestInTheLaunchQuarterAndDearerByMoreThanAThirdOneLater() {
        double[] prices = Scenarios.of(STORY).series().get("gpu_price");
        int launch = launch();
        for (double price : prices) {
            assertThat(price).isGreaterThanOrEqualTo(prices[launch]);
        }
        assertThat(prices[launch]).isEqualTo(value("C05"));
        assertThat(prices[launch + 1]).isEqualTo(value("C06"));
        assertThat(prices[launch + 1] / prices[launch] - 1).isCloseTo(0.38, within(0.01));
    }

    /** Settlements took four to six quarters, and most cases are open still: open cases pile up. */
    @Test
    void casesLastLongerThanTheAllianceDid() {
        assertThat(MarketParameter.CASE_LENGTH.defaultValue()).isGreaterThan(4);
        assertThat(MarketParameter.SETTLING.defaultValue()).isCloseTo(value("L17"), within(0.005));
    }

    @Test
    void theHeadlineDealIsTheRecordedOne() {
        assertThat(MarketParameter.DEAL_TERM.defaultValue()).isEqualTo(value("D02"));
        assertThat(MarketParameter.EQUITY_PLEDGE.defaultValue()).isEqualTo(value("D05") * 1e9);
        assertThat(Scenarios.of(STORY).timeline())
                .filteredOn(event -> event.kind() == Scenario.Scheduled.Kind.HEADLINE_OFFER)
                .singleElement()
                .satisfies(event -> assertThat(event.amount()).isBetween(low("D04"), high("D04")));
    }

    private static int launch() {
        return Scenarios.of(STORY).vendors().stream()
                .filter(Scenario.VendorOpening::flagship)
                .findFirst()
                .orElseThrow()
                .launch();
    }

    private static double value(String id) {
        return number(id, "value");
    }

    private static double low(String id) {
        return number(id, "low");
    }

    private static double high(String id) {
        return number(id, "high");
    }

    private static double number(String id, String column) {
        assertThat(FACTS).containsKey(id);
        return Double.parseDouble(FACTS.get(id).get(column));
    }

    private static Map<String, CSVRecord> facts() {
        Map<String, CSVRecord> facts = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        try (InputStream in = Scenarios.class.getResourceAsStream("/greenlight/market/scenario/facts.csv")) {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (CSVRecord row : format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                if (facts.put(row.get("id"), row) != null) {
                    twice.add(row.get("id"));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(twice).as("ids given twice").isEmpty();
        return facts;
    }
}
