package segregation;

import ec.util.MersenneTwisterFast;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import greenlight.runner.registry.Models;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schelling's (1971) model of segregation as a model for the experiment runner. */
public final class Segregation implements Model {
    private static final String DIGEST = Models.digest(Segregation.class, "models.digest");

    /** An upper bound of what a cell with its household takes, bytes. */
    private static final long CELL = 200;

    @Override
    public String name() {
        return "segregation";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String digest() {
        return DIGEST;
    }

    @Override
    public List<? extends Parameter> parameters() {
        return List.of(SegregationParameter.values());
    }

    @Override
    public Optional<Parameter> horizon() {
        return Optional.of(SegregationParameter.STEPS);
    }

    @Override
    public List<String> scenarios() {
        return List.of("two-halves", "small-minority");
    }

    @Override
    public Setting setting(String scenario) {
        Setting setting = Setting.of(parameters());
        return scenario.equals("small-minority") ? setting.with(SegregationParameter.MINORITY, 0.2) : setting;
    }

    @Override
    public List<Column> measures() {
        return List.of(
                new Column("final_like_share", Column.Type.REAL, "share", "like neighbours of a household at the end"),
                new Column("rise_of_like_share", Column.Type.REAL, "share", "how much that share rose since step 0"),
                new Column("final_unsatisfied", Column.Type.REAL, "share", "households that want to move at the end"),
                new Column("settled", Column.Type.BOOLEAN, "", "whether no household wants to move at the end"),
                new Column("settling_time", Column.Type.INTEGER, "steps", "first step after which none wants to move"),
                new Column("all_moves", Column.Type.INTEGER, "moves", "moves of households over the run"));
    }

    @Override
    public List<Table> tables() {
        Column step = new Column("step", Column.Type.INTEGER, "steps", "counted from 0").filled().as(ColumnRole.TIME);
        Column group = new Column(
                "group", Column.Type.TEXT, "", "the households that a row is about", true, List.of("all", "a", "b"), ColumnRole.ENTITY);
        List<Column> readings = List.of(
                new Column("like_share", Column.Type.REAL, "share", "mean share of like neighbours of a household"),
                new Column("unsatisfied", Column.Type.REAL, "share", "households that want to move"),
                new Column("moves", Column.Type.INTEGER, "moves", "moves of households in the step; of all only"));
        return List.of(
                new Table("steps", "the state of the city after each step", List.of(step, group), readings, true));
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        int width = setting.count(SegregationParameter.WIDTH);
        int height = setting.count(SegregationParameter.HEIGHT);
        int households = (int) Math.round(width * height * (1 - setting.get(SegregationParameter.VACANT)));
        int minority = (int) Math.round(households * setting.get(SegregationParameter.MINORITY));
        MersenneTwisterFast random = new MersenneTwisterFast(new int[] {(int) (seed >>> Integer.SIZE), (int) seed});
        City city = new City(width, height, setting.get(SegregationParameter.WANTED), random);
        city.settle(households - minority, minority);
        for (int step = 0; step < setting.count(SegregationParameter.STEPS); step++) {
            city.schedule.step(city);
        }
        return new Outcome(measures(city.observations()), List.of(rows(city.observations())));
    }

    private static double[] measures(List<City.Observation> steps) {
        City.Observation last = steps.get(steps.size() - 1);
        double settlingTime = Double.NaN;
        double moves = 0;
        for (int step = steps.size() - 1; step >= 0; step--) {
            if (steps.get(step).all().unsatisfied() == 0) {
                settlingTime = step;
            }
            moves += steps.get(step).moves();
        }
        return new double[] {
            last.all().like(),
            last.all().like() - steps.get(0).all().like(),
            last.all().unsatisfied(),
            last.all().unsatisfied() == 0 ? 1 : 0,
            settlingTime,
            moves
        };
    }

    private static List<Cells> rows(List<City.Observation> steps) {
        List<Cells> rows = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            City.Observation state = steps.get(step);
            rows.add(Cells.of(step, "all", state.all().like(), state.all().unsatisfied(), state.moves()));
            rows.add(Cells.of(step, "a", state.a().like(), state.a().unsatisfied(), null));
            rows.add(Cells.of(step, "b", state.b().like(), state.b().unsatisfied(), null));
        }
        return rows;
    }

    @Override
    public long bytes(Setting setting) {
        return CELL * setting.count(SegregationParameter.WIDTH) * setting.count(SegregationParameter.HEIGHT);
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "height up to " + bytes / CELL / setting.count(SegregationParameter.WIDTH);
    }
}
