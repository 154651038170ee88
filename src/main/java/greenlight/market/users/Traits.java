package greenlight.market.users;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.HALF_LIFE_SPREAD;
import static greenlight.market.parameter.MarketParameter.IMITATION;
import static greenlight.market.parameter.MarketParameter.NEED;
import static greenlight.market.parameter.MarketParameter.NOVELTY_DECAY;
import static greenlight.market.parameter.MarketParameter.NOVELTY_HALF_LIFE;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_NEED;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.SUSCEPTIBILITY_SPREAD;

import greenlight.runner.model.Setting;

/** The parameters on which the types of users depend; settings that agree in these share the types. */
record Traits(
        double professionalShare,
        double professionalNeed,
        double need,
        double imitation,
        double susceptibilitySpread,
        double halfLife,
        double halfLifeSpread,
        boolean noveltyFades,
        double budget,
        double budgetSpread) {
    static Traits of(Setting setting) {
        return new Traits(
                setting.get(PROFESSIONAL_SHARE),
                setting.get(PROFESSIONAL_NEED),
                setting.get(NEED),
                setting.get(IMITATION),
                setting.get(SUSCEPTIBILITY_SPREAD),
                setting.get(NOVELTY_HALF_LIFE),
                setting.get(HALF_LIFE_SPREAD),
                setting.on(NOVELTY_DECAY),
                setting.get(BUDGET),
                setting.get(BUDGET_SPREAD));
    }
}
