package greenlight.analysis.report;

import greenlight.analysis.Factor;
import greenlight.analysis.Runs;
import greenlight.analysis.figure.Axis;
import greenlight.analysis.figure.Caption;
import greenlight.analysis.figure.Survival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long lives last that events begin and end. */
final class Lives {
    private static final int WHO = 4;
    private static final int CELLS = 6;
    private static final int CURVES = 4;

    private final Runs runs;
    private final Lifetime lifetime;
    private final List<Life> lives = new ArrayList<>();
    private String sample = "";

    /** One life: the run's point, how long, and whether its end was seen. */
    private record Life(int point, double length, boolean ended) {}

    private Lives(Runs runs, Lifetime lifetime) {
        this.runs = runs;
        this.lifetime = lifetime;
    }

    /** The figure, when {@code events.csv} tells of such lives. */
    static Optional<Survival> figure(Path folder, Runs runs, Lifetime lifetime) throws IOException {
        Path table = folder.resolve("events.csv");
        if (!Files.exists(table)) {
            return Optional.empty();
        }
        Lives lives = new Lives(runs, lifetime);
        lives.read(table);
        return lives.lives.isEmpty() ? Optional.empty() : Optional.of(lives.drawn());
    }

    private void read(Path table) throws IOException {
        Lines lines = new Lines(table);
        Map<String, Integer> points = Courses.points(runs);
        Map<String, Map<String, Integer>> alive = new HashMap<>();
        int[] last = {0};
        lines.read(runs.size() - runs.failed(), line -> {
            String[] cells = line.split(",", CELLS + 1); // names of parties with commas would be in quotes
            Integer point = points.get(cells[0]);
            if (point == null || cells.length < CELLS || !cells[1].matches("\\d+")) {
                return;
            }
            int when = Integer.parseInt(cells[1]);
            last[0] = Math.max(last[0], when);
            String what = cells[3];
            String one = cells[WHO];
            String other = cells[WHO + 1];
            String pair = one.compareTo(other) < 0 ? one + "," + other : other + "," + one;
            Map<String, Integer> here = alive.computeIfAbsent(cells[0], key -> new HashMap<>());
            if (lifetime.starts().contains(what)) {
                here.putIfAbsent(pair, when);
            } else if (lifetime.ends().contains(what) || lifetime.leaves().contains(what)) {
                Integer since = here.remove(pair);
                if (since != null) {
                    lives.add(new Life(point, when - since, lifetime.ends().contains(what)));
                }
            }
        });
        alive.forEach((run, open) ->
                open.values().forEach(since -> lives.add(new Life(points.get(run), last[0] - since, false))));
        sample = lines.isWhole()
                ? ""
                : " From " + lines.runs() + " runs, spread evenly over the " + (runs.size() - runs.failed()) + ".";
    }

    private Survival drawn() {
        Plots plots = new Plots(runs);
        Optional<Factor> factor = runs.factors().size() == 1
                ? runs.factors().stream()
                        .filter(one -> plots.levels(one).length <= CURVES)
                        .findFirst()
                : Optional.empty();
        List<Survival.Curve> curves = new ArrayList<>();
        double[] levels = factor.map(plots::levels).orElse(new double[] {Double.NaN});
        for (double level : levels) {
            List<Life> group = lives.stream()
                    .filter(life -> factor.isEmpty() || runs.level(life.point(), factor.get()) == level)
                    .toList();
            if (!group.isEmpty()) {
                boolean[] ended = new boolean[group.size()];
                for (int i = 0; i < ended.length; i++) {
                    ended[i] = group.get(i).ended();
                }
                curves.add(KaplanMeier.curve(
                        factor.map(one -> Plots.text(one, level)).orElse("all"),
                        group.stream().mapToDouble(Life::length).toArray(),
                        ended));
            }
        }
        String note = lifetime.note() + " " + lives.size()
                + " lives; Kaplan-Meier estimate with pointwise 95 % band, a stroke where some were last seen."
                + sample;
        return new Survival(
                new Caption(lifetime.name(), lifetime.title(), note),
                Axis.of("since the start", "quarters"),
                curves,
                factor.filter(Plots::isNumeric).isPresent());
    }
}
