package greenlight.runner.analysis;

import greenlight.runner.dataset.Column;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.Response;
import greenlight.runner.discovery.Box;
import greenlight.runner.discovery.PrimResult;
import greenlight.runner.sensitivity.Comparison;
import greenlight.runner.sensitivity.Distribution;
import greenlight.runner.sensitivity.Effects;
import greenlight.runner.sensitivity.GivenDataSensitivity;
import greenlight.runner.sensitivity.InteractionTable;
import greenlight.runner.sensitivity.SettingDecomposition;
import greenlight.runner.sensitivity.SobolIndices;
import greenlight.runner.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of an analysis as tidy tables: one row an estimate. */
public final class AnalysisTables {
    private AnalysisTables() {}

    /** Writes every result as a tidy table; returns the files. */
    public static List<Path> write(Analysis analysis, Path folder) throws IOException {
        EstimateTables tables = new EstimateTables();
        for (MeasureAnalysis study : analysis.studies()) {
            spread(tables, study);
            settings(tables, analysis, study);
            estimates(tables, study, "", "measure", List.of());
            study.effects().ifPresent(effects -> effects(tables, study, effects));
            study.indices().ifPresent(indices -> trace(tables, study, indices));
            study.given().ifPresent(given -> curves(tables, study, given));
            study.heats().forEach(heat -> heat(tables, study, heat));
        }
        analysis.discovery().ifPresent(found -> {
            boxes(tables, found.boxes());
            tables.text("tree", found.tree().text());
        });
        analysis.series().ifPresent(of -> over(tables, of));
        for (Comparison of : analysis.comparisons()) {
            tables.row(
                    "comparison",
                    "measure one other first first_low first_high second"
                            + " second_low second_high difference low high estimated pairs variance_ratio",
                    of.measure().name(),
                    of.one(),
                    of.other(),
                    of.first(),
                    of.second(),
                    of.difference(),
                    of.kind().name().toLowerCase(Locale.ROOT),
                    of.pairs(),
                    of.ratio());
        }
        return tables.write(folder);
    }

    private static void spread(EstimateTables tables, MeasureAnalysis study) {
        Distribution spread = study.spread();
        double[] at = spread.quantiles();
        tables.row(
                "measures",
                "measure unit runs mean mean_low mean_high deviation least"
                        + " q05 q25 q50 q75 q95 greatest luck luck_low luck_high",
                study.measure().name(),
                study.measure().unit(),
                spread.runs(),
                spread.mean(),
                spread.deviation(),
                at[0],
                at[1],
                at[2],
                at[3],
                at[4],
                at[5],
                at[6],
                study.noise().share());
    }

    /** The two doubts at all points together and at each. */
    private static void settings(EstimateTables tables, Analysis analysis, MeasureAnalysis study) {
        study.spread().settings().ifPresent(all -> {
            settings(tables, study, "all", all);
            Response response = Response.of(analysis.runs(), study.measure());
            for (int point = 0; point < response.points(); point++) {
                String number = Integer.toString(analysis.runs().number(point));
                settings(tables, study, number, SettingDecomposition.of(response, new int[] {point}));
            }
        });
    }

    private static void settings(
            EstimateTables tables, MeasureAnalysis study, String point, SettingDecomposition settings) {
        tables.row(
                "settings",
                "measure point runs settings between within share share_low share_high",
                study.measure().name(),
                point,
                settings.runs(),
                settings.settings(),
                settings.between(),
                settings.within(),
                settings.share());
    }

    /**
     * The estimates of a study that have a row for each factor; over time, behind a step's label.
     *
     * @param key names of the columns before that of the factor
     */
    private static void estimates(
            EstimateTables tables, MeasureAnalysis study, String prefix, String key, List<String> when) {
        String name = study.measure().name();
        List<Object> named = new ArrayList<>(List.of(name));
        named.addAll(when);
        study.effects()
                .ifPresent(effects -> effects.mains()
                        .forEach(main -> tables.row(
                                prefix + "effects",
                                key + " factor known reference level pairs difference low high",
                                cells(
                                        named,
                                        main.factor().name(),
                                        main.factor().known(),
                                        main.factor().column().text(main.reference()),
                                        main.factor().column().text(main.level()),
                                        main.pairs(),
                                        main.difference()))));
        study.screening()
                .ifPresent(screening -> screening
                        .factors()
                        .forEach(effect -> tables.row(
                                prefix + "screening",
                                key + " factor known mu mu_low mu_high mu_star"
                                        + " mu_star_low mu_star_high sigma sigma_low sigma_high trajectories dropped",
                                cells(
                                        named,
                                        effect.factor().name(),
                                        effect.factor().known(),
                                        effect.mu(),
                                        effect.muStar(),
                                        effect.sigma(),
                                        screening.trajectories(),
                                        screening.dropped()))));
        study.indices()
                .ifPresent(indices -> indices.factors()
                        .forEach(index -> tables.row(
                                prefix + "indices",
                                key + " factor known first first_low"
                                        + " first_high total total_low total_high rows dropped",
                                cells(
                                        named,
                                        index.factor().name(),
                                        index.factor().known(),
                                        index.first(),
                                        index.total(),
                                        indices.rows(),
                                        indices.dropped()))));
        study.given()
                .ifPresent(given -> given.factors()
                        .forEach(row -> tables.row(
                                prefix + "correlations",
                                key + " factor known spearman spearman_low spearman_high partial"
                                        + " partial_low partial_high first first_low first_high first_uncorrected points",
                                cells(
                                        named,
                                        row.factor().name(),
                                        row.factor().known(),
                                        row.spearman(),
                                        row.partial(),
                                        row.first(),
                                        row.plain(),
                                        given.points()))));
    }

    private static Object[] cells(List<Object> key, Object... cells) {
        List<Object> all = new ArrayList<>(key);
        all.addAll(List.of(cells));
        return all.toArray();
    }

    private static void effects(EstimateTables tables, MeasureAnalysis study, Effects effects) {
        String name = study.measure().name();
        effects.levels()
                .forEach(level ->
                        curve(tables, name, level.factor(), level.level(), level.level(), level.runs(), level.mean()));
        effects.interactions()
                .forEach(of -> tables.row(
                        "interactions",
                        "measure first second first_reference first_level"
                                + " second_reference second_level difference low high",
                        name,
                        of.first().name(),
                        of.second().name(),
                        of.first().column().text(of.firstReference()),
                        of.first().column().text(of.firstLevel()),
                        of.second().column().text(of.secondReference()),
                        of.second().column().text(of.secondLevel()),
                        of.difference()));
        effects.shares()
                .forEach(share ->
                        tables.row("variance", "measure part share low high", name, share.what(), share.share()));
    }

    private static void curve(
            EstimateTables tables, String name, Factor factor, double from, double to, int runs, Estimate mean) {
        tables.row(
                "curves",
                "measure factor from to runs mean low high",
                name,
                factor.name(),
                factor.column().text(from),
                factor.column().text(to),
                runs,
                mean);
    }

    private static void curves(EstimateTables tables, MeasureAnalysis study, GivenDataSensitivity given) {
        given.factors()
                .forEach(row -> row.curve()
                        .forEach(bin -> curve(
                                tables,
                                study.measure().name(),
                                row.factor(),
                                bin.from(),
                                bin.to(),
                                bin.points(),
                                bin.mean())));
    }

    private static void trace(EstimateTables tables, MeasureAnalysis study, SobolIndices indices) {
        String name = study.measure().name();
        indices.pairs()
                .forEach(pair -> tables.row(
                        "pairs",
                        "measure one other second low high",
                        name,
                        pair.one().name(),
                        pair.other().name(),
                        pair.second()));
        indices.trace()
                .forEach(step -> step.factors()
                        .forEach(index -> tables.row(
                                "convergence",
                                "measure rows factor first first_low first_high total total_low total_high",
                                name,
                                step.rows(),
                                index.factor().name(),
                                index.first(),
                                index.total())));
    }

    private static void heat(EstimateTables tables, MeasureAnalysis study, InteractionTable heat) {
        for (int i = 0; i < heat.means().length; i++) {
            for (int j = 0; j < heat.means()[i].length; j++) {
                tables.row(
                        "heat",
                        "measure first second first_level second_level runs mean low high",
                        study.measure().name(),
                        heat.first().name(),
                        heat.second().name(),
                        heat.first().column().text(heat.firstLevels().get(i)),
                        heat.second().column().text(heat.secondLevels().get(j)),
                        heat.runs()[i][j],
                        heat.means()[i][j]);
            }
        }
    }

    private static void boxes(EstimateTables tables, PrimResult boxes) {
        String question = boxes.question().toString();
        for (int i = 0; i < boxes.boxes().size(); i++) {
            Box box = boxes.boxes().get(i);
            for (Box.Limit limit : box.limits()) {
                Column column = limit.factor().column();
                tables.row(
                        "boxes",
                        "question box factor known low high levels quasi_p cases runs coverage density mass",
                        question,
                        i + 1,
                        limit.factor().name(),
                        limit.factor().known(),
                        Double.isInfinite(limit.low()) ? "" : column.text(limit.low()),
                        Double.isInfinite(limit.high()) ? "" : column.text(limit.high()),
                        String.join(" ", limit.factor().texts(limit.levels())),
                        limit.quasiP(),
                        (long) box.cases(),
                        (long) box.runs(),
                        box.coverage(),
                        box.density(),
                        box.mass());
            }
        }
        for (int i = 0; i < boxes.peeling().size(); i++) {
            Box box = boxes.peeling().get(i);
            tables.row(
                    "peeling",
                    "question step chosen cases runs coverage density mass limits",
                    question,
                    i,
                    i == boxes.chosen(),
                    (long) box.cases(),
                    (long) box.runs(),
                    box.coverage(),
                    box.density(),
                    box.mass(),
                    box.text());
        }
    }

    private static void over(EstimateTables tables, TimeSeries series) {
        series.fans()
                .forEach(fan -> tables.row(
                        "fan",
                        "reading entity " + series.timeColumn() + " label runs mean q05 q25 q50 q75 q95",
                        series.reading().name(),
                        series.entity(),
                        fan.time(),
                        fan.label(),
                        fan.runs(),
                        fan.mean(),
                        fan.bands()[0],
                        fan.bands()[1],
                        fan.bands()[2],
                        fan.bands()[3],
                        fan.bands()[4]));
        String prefix = "per-" + series.step() + "-";
        String key = "measure " + series.timeColumn();
        for (Map.Entry<String, MeasureAnalysis> step : series.studies().entrySet()) {
            estimates(tables, step.getValue(), prefix, key, List.of(step.getKey()));
        }
    }
}
