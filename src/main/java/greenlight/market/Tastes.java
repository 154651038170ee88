package greenlight.market;

import static greenlight.parameter.Parameter.*;

import greenlight.audience.Taste;
import greenlight.parameter.Parameters;

/** Reads the users' taste off the dials. */
final class Tastes {
    private Tastes() {}

    static Taste of(Parameters dials) {
        return new Taste(
                dials.get(INNOVATION),
                dials.get(IMITATION),
                dials.get(SUSCEPTIBILITY_SPREAD),
                dials.get(RETURNING),
                dials.get(LEAVING),
                dials.get(SWITCHING),
                dials.get(CHOICE_SENSITIVITY),
                dials.get(STAY_SENSITIVITY),
                dials.get(OUTSIDE_UTILITY),
                dials.get(NEED),
                dials.get(PROFESSIONAL_SHARE),
                dials.get(PROFESSIONAL_NEED),
                dials.get(NOVELTY),
                dials.get(NOVELTY_HALF_LIFE),
                dials.get(HALF_LIFE_SPREAD),
                dials.get(NOVELTY_RESTORED),
                dials.get(LICENSED_IP_APPEAL),
                dials.get(BUDGET),
                dials.get(BUDGET_SPREAD),
                dials.get(CONVERTING),
                dials.get(LAPSING),
                dials.on(NOVELTY_DECAY));
    }
}
