package segregation;

import sim.engine.SimState;
import sim.engine.Steppable;

/** A household of one group, which moves to a vacant cell when too few of its neighbours are like it. */
final class Household implements Steppable {
    private static final long serialVersionUID = 1;

    final boolean inGroupB;
    int x;
    int y;

    Household(boolean inGroupB) {
        this.inGroupB = inGroupB;
    }

    @Override
    public void step(SimState state) {
        City city = (City) state;
        if (!city.isSatisfied(this)) {
            city.moveToRandomVacancy(this);
        }
    }
}
