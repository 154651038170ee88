package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.FINE;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.OUTPUT_SUITS;
import static greenlight.market.parameter.MarketParameter.REGULATOR_ACTIONS;
import static greenlight.market.parameter.MarketParameter.SECONDARY_SUITS;
import static greenlight.market.parameter.MarketParameter.TRAINING_SUITS;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.Valuation;
import greenlight.market.law.Court;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/** How often vendors and their partners are sued or fined, and what that is expected to cost them. */
public final class LegalExposure {
    /** Users at which a vendor is as visible as it can be. */
    private static final double FULLY_VISIBLE = 5e6;
    /** Visibility that reach alone gives, before there are users; and a part of it without a platform. */
    private static final double FAME = 0.5;
    /** Harmful clips in the unit of the regulator's hazard. */
    private static final double HARMFUL_CLIPS = 10_000;
    /** A fine is cut at this part of annual revenue (L19). */
    private static final double LARGEST_FINE = 0.03;

    private static final double QUARTERS_PER_YEAR = 4;

    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final Court court;
    private final Environment environment;

    public LegalExposure(Setting setting, Firms firms, DealBook deals, Court court, Environment environment) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.court = court;
        this.environment = environment;
    }

    /** Suits over training data against a vendor, a quarter, at a number of users: fewer without a platform. */
    public double trainingSuits(Vendor vendor, double users) {
        boolean platform = vendor.archetype().platform() && vendor.live();
        return trainingSuits(vendor, platform ? visibility(vendor, users) : FAME * visibility(vendor, users), zeal());
    }

    private double trainingSuits(Vendor vendor, double visible, double zeal) {
        return setting.get(TRAINING_SUITS) * (1 - vendor.provenance()) * visible * zeal;
    }

    /** Suits of a studio over infringing output of a vendor's platform, a quarter, at a number of users; 0 of a partner. */
    public double outputSuits(Studio studio, Vendor vendor, double users) {
        return deals.partners(studio.id(), vendor.id())
                ? 0
                : setting.get(OUTPUT_SUITS)
                        * studio.ip()
                        * visibility(vendor, users)
                        * (1 - vendor.terms().guardrails())
                        * zeal();
    }

    /** Claims of artists against a studio for what its partner's model was trained on, a quarter, at a number of users. */
    public double secondarySuits(Vendor vendor, double users) {
        return setting.get(SECONDARY_SUITS) * (1 - vendor.provenance()) * visibility(vendor, users) * zeal();
    }

    /** The regulator's actions over a number of harmful clips in a quarter. */
    public double regulatorActions(double incidents) {
        return setting.get(REGULATOR_ACTIONS) * incidents / HARMFUL_CLIPS * environment.regulatoryPressure();
    }

    /** The fine for a number of a vendor's harmful clips, US dollars. */
    public double fine(Vendor vendor, double incidents) {
        return Math.min(incidents * setting.get(FINE), LARGEST_FINE * QUARTERS_PER_YEAR * vendor.lastRevenue());
    }

    /**
     * What the cases are expected to cost a vendor that its open platform will draw, present US dollars: those that a closed
     * one would not. Open cases go on either way, and are not in it. Guardrails and users' behaviour stay as they are.
     *
     * @param users mean number that it expects
     * @param rate discount rate per quarter
     */
    public double avoidable(Vendor vendor, double users, int quarters, double rate) {
        if (!setting.on(LITIGATION)) {
            return 0;
        }
        double closed = FAME * visibility(vendor, 0);
        double suits = trainingSuits(vendor, users) - trainingSuits(vendor, closed, zeal());
        for (Studio studio : firms.studios()) {
            suits += outputSuits(studio, vendor, users);
        }
        double active = vendor.userBase().activePeople();
        double incidents = active > 0 ? vendor.delivery().incidents() * users / active : 0;
        double perQuarter = suits * court.costOfSuit(rate)
                + regulatorActions(incidents) * court.costOfAction(fine(vendor, incidents), rate);
        return Valuation.presentValue(perQuarter, rate, quarters);
    }

    /** How visible a vendor is, 0 to 1: by its users, or by its name alone. */
    private static double visibility(Vendor vendor, double users) {
        return Math.max(FAME * vendor.reach(), Math.min(1, users / FULLY_VISIBLE));
    }

    /** More is filed when the rate of filing has risen and suits are believed to pay. */
    private double zeal() {
        return environment.filingRate() * court.eagerness();
    }
}
