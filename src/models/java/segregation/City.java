package segregation;

import ec.util.MersenneTwisterFast;
import java.util.ArrayList;
import java.util.List;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.field.grid.ObjectGrid2D;
import sim.util.Int2D;

/** A torus of cells, each vacant or with one household. In a step every household decides once, in random order. */
final class City extends SimState {
    private static final long serialVersionUID = 1;
    private static final int HOUSEHOLDS = 0;
    private static final int OBSERVATION = 1;

    private final double wanted;
    private final ObjectGrid2D grid;
    private final List<Household> households = new ArrayList<>();
    private final List<Int2D> vacancies = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private int moves;

    /**
     * The state of the city after a step.
     *
     * @param all over all households
     * @param a over those of group a
     * @param b over those of group b
     */
    record Observation(int moves, Group all, Group a, Group b) {}

    /**
     * The households of a group.
     *
     * @param like mean share of like neighbours, 0 to 1; not-a-number when none has a neighbour
     * @param unsatisfied share of households that want to move, 0 to 1
     */
    record Group(double like, double unsatisfied) {}

    /** An empty city; {@link #start()} fills it. */
    City(int width, int height, double wanted, MersenneTwisterFast random) {
        super(random);
        this.wanted = wanted;
        grid = new ObjectGrid2D(width, height);
    }

    /** Places households on cells chosen at random: so many of group a, so many of group b. */
    void settle(int a, int b) {
        for (int x = 0; x < grid.getWidth(); x++) {
            for (int y = 0; y < grid.getHeight(); y++) {
                vacancies.add(new Int2D(x, y));
            }
        }
        for (int i = 0; i < a + b; i++) {
            Household household = new Household(i >= a);
            households.add(household);
            place(household, vacancies.remove(random.nextInt(vacancies.size())));
            schedule.scheduleRepeating(Schedule.EPOCH, HOUSEHOLDS, household);
        }
        schedule.scheduleRepeating(Schedule.EPOCH, OBSERVATION, state -> observe());
    }

    private void place(Household household, Int2D cell) {
        household.x = cell.x;
        household.y = cell.y;
        grid.set(cell.x, cell.y, household);
    }

    /** Moves a household to a vacant cell chosen at random; its own cell becomes vacant. */
    void moveToRandomVacancy(Household household) {
        Int2D left = new Int2D(household.x, household.y);
        grid.set(left.x, left.y, null);
        place(household, vacancies.set(random.nextInt(vacancies.size()), left));
        moves++;
    }

    /** Whether a household has as many like neighbours as it wants; one without neighbours is satisfied. */
    boolean isSatisfied(Household household) {
        return !(like(household) < wanted);
    }

    /** Share of like households among a household's neighbours on the eight cells around it; not-a-number without any. */
    private double like(Household household) {
        int neighbours = 0;
        int like = 0;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                Object cell = grid.get(grid.tx(household.x + dx), grid.ty(household.y + dy));
                if (cell instanceof Household neighbour && neighbour != household) {
                    neighbours++;
                    like += neighbour.inGroupB == household.inGroupB ? 1 : 0;
                }
            }
        }
        return (double) like / neighbours;
    }

    private void observe() {
        Tally a = new Tally();
        Tally b = new Tally();
        for (Household household : households) {
            (household.inGroupB ? b : a).add(like(household));
        }
        observations.add(new Observation(moves, a.and(b).group(), a.group(), b.group()));
        moves = 0;
    }

    /** Counts over some households. */
    private final class Tally {
        private int households;
        private int withNeighbours;
        private int unsatisfied;
        private double like;

        void add(double share) {
            households++;
            if (!Double.isNaN(share)) {
                withNeighbours++;
                like += share;
                unsatisfied += share < wanted ? 1 : 0;
            }
        }

        Tally and(Tally other) {
            Tally both = new Tally();
            both.households = households + other.households;
            both.withNeighbours = withNeighbours + other.withNeighbours;
            both.unsatisfied = unsatisfied + other.unsatisfied;
            both.like = like + other.like;
            return both;
        }

        Group group() {
            return new Group(like / withNeighbours, (double) unsatisfied / households);
        }
    }

    /** One for each step so far, in order. */
    List<Observation> observations() {
        return observations;
    }
}
