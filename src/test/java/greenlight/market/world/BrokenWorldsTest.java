package greenlight.market.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.ScenarioSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small edits of a world that ships: each fault is named with its place, what was found, and what is allowed. */
public class BrokenWorldsTest {
    /** An edit of a file: the first occurrence of a text becomes another; a file that was not there is made. */
    private record Edit(String file, String from, String to, List<String> expected) {
        static Edit of(String file, String from, String to, String... expected) {
            return new Edit(file, from, to, List.of(expected));
        }

        @Override
        public String toString() {
            return file + ": " + from + " -> " + to;
        }
    }

    private record Texts(String name, Map<String, String> texts) implements ScenarioSource {
        @Override
        public String place() {
            return name;
        }

        @Override
        public Optional<ScenarioSource> other(String path) {
            return Optional.empty();
        }
    }

    private static final String MERIDIAN = "Meridian Pictures,The Walt Disney Company,1,";
    private static final String NORTHLIGHT = "FRONTIER_LAB,2025Q4,1,12e9";
    private static final String OFFER = "2025Q4,headline_offer,Northlight,Meridian Pictures,200";

    static Stream<Edit> edits() {
        return Stream.of(figures(), tables(), firms(), stakes(), timeline(), series(), scenario())
                .flatMap(List::stream);
    }

    private static List<Edit> figures() {
        String ip = "studios.csv:2:3: ip: found ";
        String share = "; allowed is a number from 0 to 1 (share).";
        return List.of(
                Edit.of("studios.csv", MERIDIAN, MERIDIAN.replace(",1,", ",1.7,"), ip + "'1.7'" + share),
                Edit.of("studios.csv", MERIDIAN, MERIDIAN.replace(",1,", ",high,"), ip + "'high'" + share),
                Edit.of("studios.csv", MERIDIAN, MERIDIAN.replace(",1,", ",,"), ip + "nothing" + share),
                Edit.of("studios.csv", MERIDIAN, MERIDIAN.replace(",1,", ",NaN,"), ip + "'NaN'" + share),
                Edit.of(
                        "studios.csv",
                        MERIDIAN,
                        MERIDIAN.replace(",1,", ",35%,"),
                        ip + "'35%'" + share + " Write a share as a decimal, such as 0.35 for 35%."),
                Edit.of(
                        "studios.csv",
                        MERIDIAN,
                        MERIDIAN.replace(",1,", ",\"0,5\","),
                        ip + "'0,5'" + share + " Write a decimal point, and no mark between thousands."),
                Edit.of("studios.csv", "8.95e9", "-1", "studios.csv:2:7: content_spend: found '-1'", "(USD/quarter)."),
                Edit.of("investors.csv", ",1.5e9,0.5,", ",1.5e9 USD,0.5,", "investors.csv:2:4: powder", "(USD)."),
                Edit.of("investors.csv", "0.5,0.1,assumed", "0.5,2,assumed", "investors.csv:2:6: mood: found '2'"),
                Edit.of("vendors.csv", ",214000,", ",0,", "vendors.csv:2:12: gpus: found '0'", "(GPUs)."));
    }

    private static List<Edit> tables() {
        return List.of(
                Edit.of(
                        "studios.csv",
                        "caution",
                        "cautoin",
                        "studios.csv:1:5: found the column 'cautoin', which studios.csv does not have; did you mean caution?",
                        "studios.csv:1: the column caution is missing: legal caution; allowed is a number from 0 to 1 (share)."),
                Edit.of(
                        "studios.csv",
                        ",fomo,",
                        ",caution,",
                        "studios.csv:1:6: the column caution is there a second time; the first is cell 5."),
                Edit.of(
                        "studios.csv",
                        "Corvid Entertainment,NBCUniversal,",
                        "Corvid Entertainment,",
                        "studios.csv:3:1: found 8 cells in a row; allowed are 9, one for each column"),
                Edit.of(
                        "newcomers.csv",
                        "name,source",
                        "name;source",
                        "newcomers.csv:1:1: the cells are parted by semicolons"),
                Edit.of(
                        "newcomers.csv",
                        "Brightmoth,",
                        "\"Brightmoth,",
                        "newcomers.csv:3:1: a quotation mark opens this cell and none closes it"),
                Edit.of(
                        "newcomers.csv",
                        "Brightmoth,",
                        "\"Bright\"moth,",
                        "newcomers.csv:3:1: found text behind the closing quotation mark of a cell"),
                Edit.of("studios.csv", null, "", "studios.csv: the file is empty; its first line names the columns"),
                Edit.of("studios.csv", null, null, "world: studios.csv is missing: a studio at the start."),
                Edit.of("scenario.csv", null, null, "world: scenario.csv is missing"),
                Edit.of(
                        "vendor.csv",
                        null,
                        "name\n",
                        "world/vendor.csv: a world has no table of that name; did you mean vendors.csv?"),
                Edit.of(
                        "studios.csv",
                        null,
                        "name,stands_for,ip,strictness,caution,fomo,content_spend,library,source\n",
                        "studios.csv: there is no row; a market needs one of studios at least."),
                Edit.of(
                        "timeline.csv",
                        "intimate imagery",
                        "intimate\timagery",
                        "timeline.csv:5:6: headline",
                        "without tabs"));
    }

    private static List<Edit> firms() {
        return List.of(
                Edit.of(
                        "studios.csv",
                        "Corvid Entertainment",
                        "Meridian Pictures",
                        "studios.csv:3:1: name 'Meridian Pictures' is there a second time; the first is at studios.csv:2."),
                Edit.of(
                        "vendors.csv",
                        "Pixpop",
                        "Summit Gate",
                        "vendors.csv:6:1: name: found 'Summit Gate', which is the name of the firm at studios.csv:5, too"),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "Skylark",
                        "newcomers.csv:2:1: name: found 'Skylark', which is the name of the firm at vendors.csv:7, too"),
                Edit.of("newcomers.csv", "Fernhill", "", "newcomers.csv:2:1: name: found nothing; allowed is a name."),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "users",
                        "newcomers.csv:2:1: name: found 'users'; allowed is a name of"),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "market",
                        "newcomers.csv:2:1: name: found 'market'; allowed is a name of"),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "Newcomer 1",
                        "newcomers.csv:2:1: name: found 'Newcomer 1'; allowed is a name of"),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "Mark\u200Bet",
                        "newcomers.csv:2:1: name: character 5 of 'Mark\u200Bet' is U+200B, which cannot be seen"),
                Edit.of("newcomers.csv", "Fernhill", "Fern\u202Ehill", "is U+202E, which cannot be seen"),
                Edit.of("newcomers.csv", "Fernhill", "Fern\u00A0hill", "is U+00A0, which cannot be seen"),
                Edit.of("newcomers.csv", "Fernhill", "Fern\u0007hill", "newcomers.csv:2:1: name: found 'Fern hill'"),
                Edit.of("newcomers.csv", "Fernhill", "Users", "newcomers.csv:2:1: name: found 'Users'; allowed is"),
                Edit.of(
                        "newcomers.csv",
                        "Fernhill",
                        "PIXPOP",
                        "newcomers.csv:2:1: name: found 'PIXPOP', which is the name of the firm at vendors.csv:6 but for"
                                + " capitals; allowed is a name of its own."),
                Edit.of("newcomers.csv", "Fernhill", "*", "newcomers.csv:2:1: name: found '*'; allowed is a name of"),
                Edit.of(
                        "vendors.csv",
                        NORTHLIGHT,
                        NORTHLIGHT.replace("FRONTIER_LAB", "frontier_lab"),
                        "vendors.csv:2:3: archetype: found 'frontier_lab'; allowed is FRONTIER_LAB or VIDEO_STARTUP or"
                                + " TOOL_MAKER; did you mean FRONTIER_LAB?"),
                Edit.of("investors.csv", "VENTURE", "venture", "investors.csv:2:3: kind", "did you mean VENTURE?"),
                Edit.of(
                        "vendors.csv",
                        NORTHLIGHT,
                        NORTHLIGHT.replace("2025Q4", "2025Q5"),
                        "vendors.csv:2:4: launch: found '2025Q5'; allowed is live, or a quarter such as 2025Q4."),
                Edit.of("vendors.csv", NORTHLIGHT, NORTHLIGHT.replace("2025Q4", "Q4 2025"), "launch: found 'Q4 2025'"),
                Edit.of(
                        "vendors.csv",
                        NORTHLIGHT,
                        NORTHLIGHT.replace("2025Q4", "2023Q4"),
                        "vendors.csv:2:4: launch: found '2023Q4'; allowed is live for a product that is there at the"
                                + " start, or a quarter from 2024Q1 on."),
                Edit.of("vendors.csv", "1e7,yes,", "1e7,no,", "vendors.csv: no vendor is the flagship; write yes"),
                Edit.of(
                        "vendors.csv",
                        "1e7,yes,",
                        "1e7,maybe,",
                        "vendors.csv:2:21: flagship: found 'maybe'; allowed is yes or no"),
                Edit.of(
                        "vendors.csv",
                        "3e7,no,",
                        "3e7,yes,",
                        "vendors.csv:3:21: flagship: found a second vendor with yes; the first is at vendors.csv:2"),
                Edit.of(
                        "vendors.csv",
                        NORTHLIGHT,
                        NORTHLIGHT.replace("FRONTIER_LAB", "TOOL_MAKER"),
                        "vendors.csv:2:21: flagship: found yes for a TOOL_MAKER; allowed is a vendor with a platform"),
                Edit.of(
                        "vendors.csv",
                        "600,0.4,0.6",
                        "600,0.4,0.7",
                        "vendors.csv:6:14: research_share: found '0.7' beside a video_share of '0.4'; allowed is a sum of"
                                + " at most 1 (share of the fleet)."));
    }

    private static List<Edit> stakes() {
        return List.of(
                Edit.of(
                        "stakes.csv",
                        "Granite Cloud,Northlight",
                        "Granite Cloud,Northligth",
                        "stakes.csv:2:2: vendor: found 'Northligth', and vendors.csv has no vendor of that name; did you"
                                + " mean Northlight?"),
                Edit.of(
                        "stakes.csv",
                        "Granite Cloud,Northlight",
                        "Granite Clout,Northlight",
                        "stakes.csv:2:1: investor: found 'Granite Clout'",
                        "did you mean Granite Cloud?"),
                Edit.of(
                        "stakes.csv",
                        "0.35",
                        "1.35",
                        "stakes.csv:2:3: share: found '1.35'; allowed is a number from 0 to 1 (share)."),
                Edit.of(
                        "stakes.csv",
                        "0.35",
                        "0.95",
                        "stakes.csv:3:3: share: found '0.08', with which the shares of Northlight add up to more than 1"),
                Edit.of(
                        "stakes.csv",
                        "Monsoon Fund,Northlight",
                        "Granite Cloud,Northlight",
                        "stakes.csv:3:1: investor 'Granite Cloud', vendor 'Northlight' is there a second time; the first"
                                + " is at stakes.csv:2."));
    }

    private static List<Edit> timeline() {
        return List.of(
                Edit.of(
                        "vendors.csv",
                        NORTHLIGHT,
                        NORTHLIGHT.replace("2025Q4", "2026Q1"),
                        "timeline.csv:3:1: quarter: found '2025Q4', before the launch of Northlight in 2026Q1"
                                + " (vendors.csv:2); allowed is that quarter or later."),
                Edit.of(
                        "timeline.csv",
                        "headline_offer",
                        "headline_ofer",
                        "timeline.csv:3:2: kind",
                        "did you mean headline_offer?"),
                Edit.of(
                        "timeline.csv",
                        OFFER,
                        OFFER.replace("Northlight", "Northlite"),
                        "timeline.csv:3:3: who",
                        "did you mean Northlight?"),
                Edit.of(
                        "timeline.csv",
                        OFFER,
                        OFFER.replace("Pictures", "Picturse"),
                        "timeline.csv:3:4: whom",
                        "did you mean Meridian Pictures?"),
                Edit.of(
                        "timeline.csv",
                        "2025Q3,precedent",
                        "2023Q3,precedent",
                        "timeline.csv:2:1: quarter: found '2023Q3'; allowed is the first quarter, 2024Q1, or later."),
                Edit.of(
                        "timeline.csv",
                        OFFER,
                        OFFER.replace("200", "-200"),
                        "timeline.csv:3:5: amount: found '-200'",
                        "(characters) for a headline_offer."),
                Edit.of("timeline.csv", ",0.12,", ",12%,", "timeline.csv:4:5: amount: found '12%'"));
    }

    private static List<Edit> series() {
        return List.of(
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q3,2.65,USD/GPU-hour,interpolated between C02 and C04\n",
                        "",
                        "series.csv:4:2: quarter: the series gpu_price has a hole before 2024Q4: 2024Q3 is missing"),
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q1,2.85,USD/GPU-hour,C02\n",
                        "",
                        "series.csv:2:2: quarter: the series gpu_price has a hole before 2024Q2: 2024Q1 is missing"),
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q1",
                        "gpu_prices,2024Q1",
                        "series.csv:2:1: series",
                        "did you mean gpu_price?"),
                Edit.of("series.csv", "2.85", "-2.85", "series.csv:2:3: value: found '-2.85'", "(USD/GPU-hour)."),
                Edit.of(
                        "series.csv",
                        "regulatory_pressure,2024Q1,0.1",
                        "regulatory_pressure,2024Q1,1.5",
                        "value: found '1.5'; allowed is a number from 0 to 1 (share)."),
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q2",
                        "gpu_price,2024Q1",
                        "series.csv:3:1: series 'gpu_price', quarter '2024Q1' is there a second time"),
                Edit.of(
                        "series.csv",
                        "USD/GPU-hour",
                        "USD/month",
                        "series.csv:2:4: unit: found 'USD/month'; allowed is USD/GPU-hour, the unit of gpu_price, or nothing."),
                Edit.of(
                        "scenario.csv",
                        "first_quarter,2024Q1,",
                        "first_quarter,0999Q1,",
                        "scenario.csv:3:2: first_quarter: found '0999Q1'; allowed is a quarter such as 2025Q4."),
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q1",
                        "gpu_price,2024-1",
                        "series.csv:2:2: quarter: found '2024-1'"),
                Edit.of(
                        "series.csv",
                        "gpu_price,2024Q1",
                        "gpu_price,2022Q1",
                        "found '2022Q1'; allowed is the first quarter"));
    }

    private static List<Edit> scenario() {
        String header = "parameter,value,source\n";
        return List.of(
                Edit.of(
                        "parameters.csv",
                        header,
                        header + "gpu_pric,2,x\n",
                        "parameters.csv:2:1: parameter",
                        "did you mean gpu_price?"),
                Edit.of(
                        "parameters.csv",
                        header,
                        header + "cost_share,1.5,x\n",
                        "parameters.csv:2:2: cost_share: found '1.5'; allowed is"),
                Edit.of(
                        "parameters.csv",
                        header,
                        header + "litigation,perhaps,x\n",
                        "litigation: found 'perhaps'; allowed is on or off."),
                Edit.of(
                        "parameters.csv",
                        header,
                        header + "cost_share,0.1,x\ncost_share,0.2,x\n",
                        "parameters.csv:3:1: parameter 'cost_share' is there a second time; the first is at parameters.csv:2."),
                Edit.of(
                        "scenario.csv",
                        "title,",
                        "titel,",
                        "scenario.csv:2:1: key: found 'titel'",
                        "did you mean title?",
                        "scenario.csv: a row with the key title is missing: what the world is about, in a line."),
                Edit.of(
                        "scenario.csv",
                        "first_quarter,2024Q1,",
                        "first_quarter,2024,",
                        "scenario.csv:3:2: first_quarter: found '2024'"),
                Edit.of(
                        "scenario.csv",
                        "first_quarter,2024Q1,",
                        "first_quarter,,",
                        "scenario.csv:3:2: value: found nothing"),
                Edit.of(
                        "scenario.csv",
                        "title,",
                        "based_on,sora-disny,x\ntitle,",
                        "scenario.csv:2:2: based_on: found 'sora-disny'",
                        "did you mean sora-disney?"));
    }

    private static Map<String, String> texts() {
        return new TreeMap<>(WorldText.files(Scenarios.world("sora-disney")));
    }

    /** The tables of every broken world, by file name. */
    public static List<Map<String, String>> broken() {
        return edits().map(BrokenWorldsTest::edited).toList();
    }

    private static Map<String, String> edited(Edit edit) {
        Map<String, String> texts = texts();
        if (edit.from() == null && edit.to() == null) {
            texts.remove(edit.file());
        } else if (edit.from() == null) {
            texts.put(edit.file(), edit.to());
        } else {
            String before = texts.get(edit.file());
            assertThat(before).contains(edit.from());
            int at = before.indexOf(edit.from());
            texts.put(
                    edit.file(),
                    before.substring(0, at)
                            + edit.to()
                            + before.substring(at + edit.from().length()));
        }
        return texts;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void everyFaultIsNamedWithItsPlaceItsCauseAndWhatIsAllowed(Edit edit) {
        Map<String, String> texts = edited(edit);
        BadScenario bad =
                catchThrowableOfType(BadScenario.class, () -> new MarketModel().with(new Texts("world", texts)));
        assertThat(bad).as(edit.toString()).isNotNull();
        String all = String.join("\n", bad.messages());
        edit.expected().forEach(part -> assertThat(all).contains(part));
        assertThat(bad.messages()).allMatch(sentence -> sentence.startsWith("world") && !sentence.contains("\n"));
    }

    @Test
    void thereAreFortyAtLeast() {
        assertThat(edits().count()).isGreaterThanOrEqualTo(40);
    }

    private static List<String> faults(String file, UnaryOperator<String> edit) {
        Map<String, String> texts = texts();
        texts.compute(file, (name, text) -> edit.apply(text));
        BadScenario bad =
                catchThrowableOfType(BadScenario.class, () -> new MarketModel().with(new Texts("world", texts)));
        assertThat(bad).as(file).isNotNull();
        return bad.messages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"studios.csv", "vendors.csv", "investors.csv", "series.csv", "scenario.csv", "stakes.csv"})
    void whatSpoilsAWholeTableIsSaidInOneSentenceAndNothingFollowsFromIt(String file) {
        assertThat(faults(file, text -> text.replace(',', ';')))
                .containsExactly("world/" + file + ":1:1: the cells are parted by semicolons; allowed are commas.");
        assertThat(faults(file, text -> text.replace(',', '\t')))
                .containsExactly("world/" + file + ":1:1: the cells are parted by tabs; allowed are commas.");
        assertThat(faults(file, text -> "# a word, to all\n" + text))
                .containsExactly(
                        "world/" + file + ":1:1: found a comment, '# a word'; a table has none, and what is for"
                                + " people goes under source.");
        assertThat(faults(file, text -> text.replaceFirst("\n", ",\n")))
                .singleElement()
                .asString()
                .endsWith(
                        ": the line of columns ends in a comma; allowed is the name of a column on either side of one.");
        assertThat(faults(file, text -> text.replace("\n", ",\n")))
                .singleElement()
                .asString()
                .endsWith(
                        ": the line of columns ends in a comma; allowed is the name of a column on either side of one.");
        assertThat(faults(file, text -> text.replace("\n", ",x\n").replaceFirst(",x", "")))
                .singleElement()
                .asString()
                .startsWith("world/" + file + ":2:1: found ")
                .endsWith(" rows are like it.")
                .contains(" cells in a row; allowed are ");
        assertThat(faults(file, text -> ""))
                .singleElement()
                .asString()
                .startsWith("world/" + file + ": the file is empty;");
        assertThat(faults(file, text -> text.replaceFirst("^(\\w+),\\w+,", "$1,$1,")))
                .singleElement()
                .asString()
                .startsWith("world/" + file + ":1:2: the column ")
                .endsWith(" is there a second time; the first is cell 1.");
    }

    @Test
    void aMissingTableOrColumnIsSaidOnce() {
        assertThat(faults("studios.csv", text -> null))
                .singleElement()
                .asString()
                .contains("studios.csv is missing");
        assertThat(faults("vendors.csv", text -> text.replaceFirst("flagship", "flag")))
                .satisfiesExactly(
                        each -> assertThat(each).contains("found the column 'flag'"),
                        each -> assertThat(each).contains("the column flagship is missing"));
    }

    @Test
    void allFaultsOfAllTablesAreNamedAtOnce() {
        Map<String, String> texts = texts();
        texts.computeIfPresent("studios.csv", (file, text) -> text.replace(",0.55,", ",5,"));
        texts.computeIfPresent("stakes.csv", (file, text) -> text.replace("Granite Cloud,", "Granit Cloud,"));
        texts.computeIfPresent("series.csv", (file, text) -> text.replace("2.75", "cheap"));
        assertThatThrownBy(() -> new MarketModel().with(new Texts("world", texts)))
                .isInstanceOfSatisfying(
                        BadScenario.class,
                        bad -> assertThat(bad.messages())
                                .hasSize(3)
                                .anyMatch(each -> each.startsWith("world/studios.csv:2:4: strictness"))
                                .anyMatch(each -> each.startsWith("world/stakes.csv:2:1: investor"))
                                .anyMatch(each -> each.startsWith("world/series.csv:3:3: value")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aWorldThatIsExportedAndReadAgainIsTheSame(String name) throws BadScenario {
        Texts texts = new Texts("copy", WorldText.files(Scenarios.world(name)));
        MarketModel model = new MarketModel().with(texts);
        World copy = model.world("copy");
        assertThat(copy.base()).isEmpty();
        assertThat(WorldText.digestText(copy)).isEqualTo(WorldText.digestText(Scenarios.world(name)));
        assertThat(copy.scenario().vendors()).isEqualTo(Scenarios.of(name).vendors());
        assertThat(copy.scenario().timeline()).isEqualTo(Scenarios.of(name).timeline());
        assertThat(model.setting("copy")).isEqualTo(Scenarios.setting(name));
    }

    static List<String> names() {
        return Scenarios.names();
    }

    @Test
    void whatTheMarketDoesNotReadChangesNoIdentity() throws BadScenario {
        Map<String, String> texts = texts();
        String identity = new MarketModel().with(new Texts("copy", texts)).identity("copy");
        texts.computeIfPresent("stakes.csv", (file, text) -> text.replace("assumed", "measured"));
        assertThat(new MarketModel().with(new Texts("copy", texts)).identity("copy"))
                .isEqualTo(identity);
        texts.computeIfPresent("stakes.csv", (file, text) -> text.replace("0.35", "0.36"));
        assertThat(new MarketModel().with(new Texts("copy", texts)).identity("copy"))
                .isNotEqualTo(identity);
    }

    @Test
    void thePageBesideTheTablesHasEveryColumn() {
        String page = WorldText.readme(Scenarios.world("sora-disney"));
        for (WorldTable table : WorldTable.values()) {
            assertThat(page).contains("## " + table.file());
            table.columns().forEach(column -> assertThat(page).contains("| `" + column.key() + "` |"));
        }
    }
}
