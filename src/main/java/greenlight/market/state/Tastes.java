package greenlight.market.state;

import static greenlight.market.parameter.MarketParameter.*;

import greenlight.market.users.Taste;
import greenlight.runner.model.Setting;

/** Reads the users' taste off the parameters. */
final class Tastes {
    private Tastes() {}

    static Taste of(Setting setting) {
        return new Taste(
                setting.get(INNOVATION),
                setting.get(IMITATION),
                setting.get(SUSCEPTIBILITY_SPREAD),
                setting.get(RETURNING),
                setting.get(LEAVING),
                setting.get(SWITCHING),
                setting.get(CHOICE_SENSITIVITY),
                setting.get(STAY_SENSITIVITY),
                setting.get(OUTSIDE_UTILITY),
                setting.get(NEED),
                setting.get(PROFESSIONAL_SHARE),
                setting.get(PROFESSIONAL_NEED),
                setting.get(NOVELTY),
                setting.get(NOVELTY_HALF_LIFE),
                setting.get(HALF_LIFE_SPREAD),
                setting.get(NOVELTY_RESTORED),
                setting.get(LICENSED_IP_APPEAL),
                setting.get(BUDGET),
                setting.get(BUDGET_SPREAD),
                setting.get(CONVERTING),
                setting.get(LAPSING),
                setting.on(NOVELTY_DECAY));
    }
}
