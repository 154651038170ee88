package greenlight.house;

import static greenlight.house.GeneratedPart.row;

import greenlight.market.parameter.MarketParameter;
import greenlight.runner.format.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;

/** The generated parts of {@code docs/save-the-deal.md} and of the README that say what the search for terms found. */
final class TermsParts {
    private static final Path PAGE = Path.of("docs", "save-the-deal.md");
    private static final Path README = Path.of("README.md");
    private static final Path SEARCH = Path.of("results", "save-the-deal.csv");
    private static final Path COMPARED = Path.of("results", "terms-compared.csv");
    private static final int FACTORIAL = 64;
    private static final List<MarketParameter> LEVERS = List.of(
            MarketParameter.GUARANTEE,
            MarketParameter.COST_SHARE,
            MarketParameter.COST_SHARE_STEP,
            MarketParameter.ANOMALY_BREAK,
            MarketParameter.PILOT_QUARTERS,
            MarketParameter.CLOSING_LAG,
            MarketParameter.DEAL_TERM,
            MarketParameter.EXCLUSIVITY,
            MarketParameter.EQUITY_PLEDGE,
            MarketParameter.EQUITY_TRANCHES);
    private static final double HALF = 0.5;

    /** Alive after nine quarters; a table of an earlier comparison does not have it. */
    private static final String LASTING = "headline_life_probability_all";

    /** A contract, on the replications that the search has not seen; money in US dollars. */
    private record Contract(
            CSVRecord levels,
            CSVRecord search,
            double signed,
            double saved,
            double lasting,
            double studio,
            double worst,
            double vendor) {
        boolean found() {
            return search != null;
        }

        double both() {
            return studio + vendor;
        }

        boolean betters(Contract other) {
            boolean asGood =
                    saved >= other.saved && studio >= other.studio && worst >= other.worst && vendor >= other.vendor;
            return asGood
                    && (saved > other.saved || studio > other.studio || worst > other.worst || vendor > other.vendor);
        }
    }

    private TermsParts() {}

    static List<GeneratedPart> all() throws IOException {
        List<Contract> contracts = contracts();
        return List.of(
                new GeneratedPart(PAGE, "saved-terms", terms(contracts)),
                new GeneratedPart(PAGE, "saved-worth", worth(contracts)),
                new GeneratedPart(PAGE, "saved-compared", compared(contracts)),
                new GeneratedPart(README, "save-the-deal", answer(contracts)));
    }

    private static List<Contract> contracts() throws IOException {
        List<CSVRecord> rows = GeneratedPart.rows(COMPARED);
        List<CSVRecord> search = GeneratedPart.rows(SEARCH);
        double without = number(rows.get(rows.size() - 1), "flagship_gain_mean_all");
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < rows.size() - 1; i++) {
            CSVRecord row = rows.get(i);
            contracts.add(new Contract(
                    row,
                    i < FACTORIAL ? null : search.get(i - FACTORIAL),
                    number(row, "headline_signed_probability_all"),
                    number(row, "headline_licensed_probability_all"),
                    row.isMapped(LASTING) ? number(row, LASTING) : Double.NaN,
                    number(row, "headline_gain_mean_all"),
                    number(row, "headline_gain_cvar_all"),
                    number(row, "flagship_gain_mean_all") - without));
        }
        return contracts;
    }

    /** The contracts that are shown, each by what it is the best in. */
    private record Shown(String what, Optional<Contract> contract) {}

    private static List<Shown> shown(List<Contract> contracts) {
        Predicate<Contract> found = Contract::found;
        Predicate<Contract> given = found.negate();
        return List.of(
                new Shown("saved most often", best(contracts, found, Contract::saved)),
                new Shown(
                        "alive after nine quarters most often",
                        best(contracts, found.and(each -> !Double.isNaN(each.lasting())), Contract::lasting)),
                new Shown(
                        "of those saved in half, cheapest to both",
                        best(contracts, found.and(each -> each.saved() >= HALF), Contract::both)),
                new Shown(
                        "of those from which the vendor loses nothing, saved most often",
                        best(contracts, found.and(each -> each.vendor() >= 0), Contract::saved)),
                new Shown(
                        "of those from which the studio loses nothing, saved most often",
                        best(contracts, found.and(each -> each.studio() >= 0), Contract::saved)),
                new Shown("best for the studio", best(contracts, found, Contract::studio)),
                new Shown("best for the vendor", best(contracts, found, Contract::vendor)),
                new Shown("factorial: saved most often", best(contracts, given, Contract::saved)),
                new Shown("factorial: no pilot, shared bill or guarantee", Optional.of(contracts.get(0))));
    }

    private static Optional<Contract> best(
            List<Contract> contracts, Predicate<Contract> among, ToDoubleFunction<Contract> by) {
        return contracts.stream()
                .filter(each -> each.signed() >= HALF)
                .filter(among)
                .max(Comparator.comparingDouble(by));
    }

    private static String terms(List<Contract> contracts) {
        StringBuilder table = new StringBuilder("""
                | contract | guarantee | shared bill | its step | break at | pilot | closing lag | term | exclusive | equity, $ million | tranches |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (Shown each : shown(contracts)) {
            each.contract()
                    .ifPresent(contract -> table.append(row(
                            each.what(),
                            scaled(contract, "guarantee"),
                            scaled(contract, "cost_share"),
                            scaled(contract, "cost_share_step"),
                            scaled(contract, "anomaly_break"),
                            scaled(contract, "pilot_quarters"),
                            scaled(contract, "closing_lag"),
                            scaled(contract, "deal_term"),
                            scaled(contract, "exclusivity"),
                            millions(number(contract.levels(), "equity_pledge")),
                            scaled(contract, "equity_tranches"))));
        }
        return table.toString();
    }

    private static String worth(List<Contract> contracts) {
        StringBuilder table = new StringBuilder("""
                | contract | signed | saved | in the search | alive after nine quarters | studio's gain, $ million | in the search | its worst tenth | in the search | vendor's gain over no deal, $ million |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        for (Shown each : shown(contracts)) {
            each.contract().ifPresent(contract -> {
                Optional<CSVRecord> search = Optional.ofNullable(contract.search());
                table.append(row(
                        each.what(),
                        percent(contract.signed()),
                        percent(contract.saved()),
                        search.map(row -> percent(number(row, "headline_licensed_probability")))
                                .orElse(""),
                        Double.isNaN(contract.lasting()) ? "" : percent(contract.lasting()),
                        millions(contract.studio()),
                        search.map(row -> millions(number(row, "headline_gain_mean")))
                                .orElse(""),
                        millions(contract.worst()),
                        search.map(row -> millions(number(row, "headline_gain_cvar")))
                                .orElse(""),
                        millions(contract.vendor())));
            });
        }
        return table.toString();
    }

    private static String compared(List<Contract> contracts) {
        List<Contract> found = contracts.stream().filter(Contract::found).toList();
        List<Contract> given = contracts.subList(0, FACTORIAL);
        long bettered = given.stream()
                .filter(each -> found.stream().anyMatch(other -> other.betters(each)))
                .count();
        long most = found.stream()
                .mapToLong(each -> given.stream().filter(each::betters).count())
                .max()
                .orElseThrow();
        List<Contract> signed =
                contracts.stream().filter(each -> each.signed() >= HALF).toList();
        long inFactorial = given.stream().filter(each -> each.signed() >= HALF).count();
        Contract joint = contracts.stream()
                .max(Comparator.comparingDouble(Contract::both))
                .orElseThrow();
        long allGain = contracts.stream()
                .filter(each -> each.studio() > 0 && each.vendor() > 0)
                .count();
        Contract often = best(contracts, Contract::found, Contract::saved).orElseThrow();
        Contract usual = best(contracts, each -> !each.found(), Contract::saved).orElseThrow();
        return "- " + inFactorial + " of the " + FACTORIAL + " points of the factorial and "
                + (signed.size() - inFactorial)
                + " of the " + found.size() + " points found are signed in half of the runs.\n"
                + "- Saved at most: " + percent(often.saved()) + " of the runs among the points found, "
                + percent(usual.saved()) + " in the factorial." + lasting(contracts) + "\n"
                + "- " + bettered + " of the " + FACTORIAL
                + " points of the factorial are bettered in all four objectives by a"
                + " point found; no single point betters more than " + most + " of them.\n"
                + "- From " + (allGain == 0 ? "none" : Long.toString(allGain)) + " of the " + contracts.size()
                + " contracts do both sides gain over no deal. The largest sum of the two gains in $ million is "
                + millions(joint.both()) + "; at it " + percent(joint.saved()) + " are saved.\n";
    }

    private static String answer(List<Contract> contracts) {
        Contract often = best(contracts, Contract::found, Contract::saved).orElseThrow();
        Contract usual = best(contracts, each -> !each.found(), Contract::saved).orElseThrow();
        long allGain = contracts.stream()
                .filter(each -> each.studio() > 0 && each.vendor() > 0)
                .count();
        return "A search over ten terms of contracts of three years or more, three of the terms adaptive, judged on settings that it"
                + " has not seen: the\ncontract that is saved most often is signed in " + percent(often.signed())
                + " of runs, and in " + percent(often.saved())
                + " the characters are in use for six quarters\n(the best of the 64 combinations above, on the same fresh runs: "
                + percent(usual.saved()) + "). It has a\nguarantee of " + percent(number(often.levels(), "guarantee"))
                + ", the studio pays " + percent(number(often.levels(), "cost_share"))
                + " of the bill for clips (" + percent(stepped(often)) + " while\nusers stay less than planned), $"
                + millions(number(often.levels(), "equity_pledge")) + " million of equity, a term of "
                + scaled(often, "deal_term") + " quarters, " + quarters(often, "pilot_quarters", "pilot") + " and "
                + quarters(often, "closing_lag", "wait for the closing") + ". It costs the studio $"
                + millions(-often.studio()) + " million and the vendor $" + millions(-often.vendor())
                + " million against\nno deal; from " + (allGain == 0 ? "none" : Long.toString(allGain)) + " of the "
                + contracts.size() + " contracts do both gain. They sign for what they expect at the time.\n";
    }

    /** The tables of the shipped world that has the terms saved most often, by file. */
    static Map<String, String> world() throws IOException {
        Contract often = best(contracts(), Contract::found, Contract::saved).orElseThrow();
        StringBuilder parameters = new StringBuilder("parameter,value,source\n");
        for (MarketParameter lever : LEVERS) {
            double level = Double.parseDouble(String.format(Locale.ROOT, "%.3g", number(often.levels(), lever.key())));
            parameters
                    .append(lever.key())
                    .append(',')
                    .append(lever.text(level))
                    .append(",results/terms-compared.csv\n");
        }
        String scenario = """
                key,value,source
                based_on,sora-disney,a choice: differs in the rows of this folder only
                title,Which terms hold up best?,results/save-the-deal.csv
                description,"The contract that a search over ten terms found to be saved most often: no pilot, no wait for the closing, %s of the bill for clips with the studio (%s while users stay less than planned), and %s of what the studio stands to lose owed by a vendor that closes. Over the settings that the record allows its characters are in use for six quarters in %s of runs; it costs the studio $%s million and the vendor $%s million against no deal.",results/terms-compared.csv
                """.formatted(
                        percent(number(often.levels(), "cost_share")),
                        percent(stepped(often)),
                        percent(number(often.levels(), "guarantee")),
                        percent(often.saved()),
                        millions(-often.studio()),
                        millions(-often.vendor()));
        return Map.of("parameters.csv", parameters.toString(), "scenario.csv", scenario);
    }

    /** The studio's part of the bill for clips after a quarter in which users stayed less than planned. */
    private static double stepped(Contract contract) {
        return Math.min(1, number(contract.levels(), "cost_share") + number(contract.levels(), "cost_share_step"));
    }

    private static String quarters(Contract contract, String lever, String what) {
        double quarters = number(contract.levels(), lever);
        return quarters == 0 ? "no " + what : "a " + what + " of " + Math.round(quarters) + " quarters";
    }

    /** How many are alive after nine quarters, where the table says it. */
    private static String lasting(List<Contract> contracts) {
        if (Double.isNaN(contracts.get(0).lasting())) {
            return "";
        }
        double found = best(contracts, Contract::found, Contract::lasting)
                .orElseThrow()
                .lasting();
        double given = best(contracts, each -> !each.found(), Contract::lasting)
                .orElseThrow()
                .lasting();
        return " Alive after nine quarters are at most " + percent(found) + " at a point found and " + percent(given)
                + " in the factorial.";
    }

    private static String scaled(Contract contract, String lever) {
        return Text.significant(number(contract.levels(), lever));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String millions(double dollars) {
        return Long.toString(Math.round(dollars / 1e6));
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
