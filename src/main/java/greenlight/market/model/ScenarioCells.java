package greenlight.market.model;

import greenlight.market.scenario.InvestorTrait;
import greenlight.market.scenario.Opening;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.Scenario.VendorOpening;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.Trait;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The figures of firms in the files of scenarios, as parameters outside the table. */
final class ScenarioCells {
    private static final List<Trait> TRAITS = Stream.<Trait[]>of(
                    StudioTrait.values(), VendorTrait.values(), InvestorTrait.values())
            .flatMap(Arrays::stream)
            .toList();

    /** Shares that add up to 1 in decimals may miss it by this in binary digits. */
    private static final double ROUNDING = 1e-9;

    /** All firms' figures are set before one firm's, and figures before factors. */
    private static final Comparator<ScenarioCell> ORDER = Comparator.comparing(ScenarioCell::times)
            .thenComparing(cell -> !cell.firm().equals(ScenarioCell.ALL))
            .thenComparing(ScenarioCell::key);

    private ScenarioCells() {}

    /** The cell of a key; empty when no scenario has it. */
    static Optional<Parameter> find(String key, List<Scenario> scenarios) {
        boolean times = key.endsWith(ScenarioCell.TIMES);
        String figure = times ? key.substring(0, key.length() - ScenarioCell.TIMES.length()) : key;
        return TRAITS.stream()
                .filter(trait -> figure.startsWith(ScenarioCell.file(trait) + ".")
                        && figure.endsWith("." + trait.key())
                        && figure.length()
                                > ScenarioCell.file(trait).length()
                                        + trait.key().length()
                                        + 2)
                .flatMap(trait -> cell(trait, firm(figure, trait), times, scenarios).stream())
                .findFirst();
    }

    private static String firm(String figure, Trait trait) {
        return figure.substring(
                ScenarioCell.file(trait).length() + 1,
                figure.length() - trait.key().length() - 1);
    }

    private static Optional<Parameter> cell(Trait trait, String firm, boolean times, List<Scenario> scenarios) {
        if (firm.equals(ScenarioCell.ALL)) {
            return Optional.of(new ScenarioCell(trait, firm, times, times ? 1 : Double.NaN));
        }
        return scenarios.stream()
                .flatMap(scenario -> figure(scenario, trait, firm).stream())
                .findFirst()
                .map(figure -> new ScenarioCell(trait, firm, times, times ? 1 : figure));
    }

    private static Optional<Double> figure(Scenario scenario, Trait trait, String firm) {
        return trait instanceof StudioTrait of
                ? figure(scenario.studios(), of, firm)
                : trait instanceof InvestorTrait its
                        ? figure(scenario.investors(), its, firm)
                        : figure(scenario.vendors(), (VendorTrait) trait, firm);
    }

    private static <T extends Trait> Optional<Double> figure(
            List<? extends Opening<T, ?>> firms, T trait, String firm) {
        return firms.stream()
                .filter(one -> one.name().equals(firm))
                .map(one -> one.get(trait))
                .findFirst();
    }

    /** The keys that agree with a mistyped one in the parts, of file, firm and column, that are right. */
    static List<String> near(String key, List<Scenario> scenarios) {
        List<String> parts = List.of(key.split("\\.", -1));
        boolean times = key.endsWith(ScenarioCell.TIMES);
        List<Trait> traits = agreeing(
                agreeing(TRAITS, trait -> parts.contains(ScenarioCell.file(trait))),
                trait -> parts.contains(trait.key()));
        Set<String> keys = new LinkedHashSet<>();
        for (Trait trait : traits) {
            for (String firm : agreeing(firms(trait, scenarios), parts::contains)) {
                keys.add(ScenarioCell.file(trait) + "." + firm + "." + trait.key() + (times ? ScenarioCell.TIMES : ""));
            }
        }
        return List.copyOf(keys);
    }

    /** Those that agree, or all where none does. */
    private static <E> List<E> agreeing(Collection<E> all, Predicate<E> agrees) {
        List<E> some = all.stream().filter(agrees).toList();
        return some.isEmpty() ? List.copyOf(all) : some;
    }

    private static Set<String> firms(Trait trait, List<Scenario> scenarios) {
        Set<String> names = new TreeSet<>(Set.of(ScenarioCell.ALL));
        for (Scenario scenario : scenarios) {
            List<? extends Opening<?, ?>> firms = trait instanceof StudioTrait
                    ? scenario.studios()
                    : trait instanceof InvestorTrait ? scenario.investors() : scenario.vendors();
            firms.forEach(firm -> names.add(firm.name()));
        }
        return names;
    }

    /** The cells of all firms, each under the regular expression of its key and of those of single firms. */
    static Map<String, Parameter> patterns() {
        Map<String, Parameter> patterns = new LinkedHashMap<>();
        for (Trait trait : TRAITS) {
            for (boolean times : List.of(false, true)) {
                String pattern = ScenarioCell.file(trait) + "\\..+\\." + trait.key() + (times ? "\\.times" : "");
                patterns.put(
                        pattern, cell(trait, ScenarioCell.ALL, times, List.of()).orElseThrow());
            }
        }
        return patterns;
    }

    /** Why a scenario cannot have the cells of a setting, in one sentence; empty when it can. */
    static Optional<String> fault(Scenario scenario, Setting setting) {
        for (ScenarioCell cell : cells(setting)) {
            if (!cell.firm().equals(ScenarioCell.ALL)
                    && figure(scenario, cell.trait(), cell.firm()).isEmpty()) {
                return Optional.of(cell.key() + " is set, but the " + ScenarioCell.file(cell.trait()) + " of "
                        + scenario.name() + " have no " + cell.firm() + ".");
            }
        }
        return conflict(scenario, setting);
    }

    /** Why a scenario cannot have those cells of a setting that it has, in one sentence; empty when it can. */
    static Optional<String> conflict(Scenario scenario, Setting setting) {
        try {
            applied(scenario, setting);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /**
     * A scenario with the cells of a setting in place of its own. Cells of firms that it does not have change nothing, and factors
     * lead to the ends of a range at most, since the settings of an ensemble serve all scenarios.
     *
     * @throws IllegalArgumentException in one sentence, when shares of a fleet would add up to more than 1
     */
    static Scenario applied(Scenario scenario, Setting setting) {
        List<ScenarioCell> cells = cells(setting);
        if (cells.isEmpty()) {
            return scenario;
        }
        Scenario changed = scenario.with(
                changed(scenario.studios(), StudioTrait.class, cells, setting),
                changed(scenario.vendors(), VendorTrait.class, cells, setting),
                changed(scenario.investors(), InvestorTrait.class, cells, setting));
        changed.vendors().forEach(ScenarioCells::checkShares);
        return changed;
    }

    private static List<ScenarioCell> cells(Setting setting) {
        return setting.cells().keySet().stream()
                .map(ScenarioCell.class::cast)
                .sorted(ORDER)
                .toList();
    }

    private static <T extends Trait, O extends Opening<T, O>> List<O> changed(
            List<O> firms, Class<T> traits, List<ScenarioCell> cells, Setting setting) {
        List<O> all = new ArrayList<>();
        for (O firm : firms) {
            O changed = firm;
            for (ScenarioCell cell : cells) {
                if (traits.isInstance(cell.trait()) && cell.of(firm.name())) {
                    T trait = traits.cast(cell.trait());
                    double value = setting.get(cell) * (cell.times() ? changed.get(trait) : 1);
                    changed = changed.with(trait, Math.max(trait.from(), Math.min(trait.to(), value)));
                }
            }
            all.add(changed);
        }
        return all;
    }

    private static void checkShares(VendorOpening vendor) {
        double video = vendor.get(VendorTrait.VIDEO_SHARE);
        double research = vendor.get(VendorTrait.RESEARCH_SHARE);
        if (video + research > 1 + ROUNDING) {
            throw new IllegalArgumentException("video_share and research_share of " + vendor.name() + " are " + video
                    + " and " + research + "; allowed is a sum of at most 1.");
        }
    }
}
