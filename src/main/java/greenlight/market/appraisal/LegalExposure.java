package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.FAME;
import static greenlight.market.parameter.MarketParameter.FINE;
import static greenlight.market.parameter.MarketParameter.FULLY_VISIBLE;
import static greenlight.market.parameter.MarketParameter.LARGEST_FINE;
import static greenlight.market.parameter.MarketParameter.LICENSING_COST;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.MISUSE;
import static greenlight.market.parameter.MarketParameter.OUTPUT_SUITS;
import static greenlight.market.parameter.MarketParameter.REGULATOR_ACTIONS;
import static greenlight.market.parameter.MarketParameter.SECONDARY_SUITS;
import static greenlight.market.parameter.MarketParameter.TRAINING_SUITS;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.Litigation;
import greenlight.market.economics.Valuation;
import greenlight.market.law.Court;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/** How often vendors and their partners are sued or fined, and what that is expected to cost them. */
public final class LegalExposure {
    /** Harmful clips in the unit of the regulator's hazard. */
    private static final double HARMFUL_CLIPS = 10_000;
    /** A fine is cut at this part of annual revenue where that is more than the parameter (L19: whichever is higher). */
    private static final double LARGEST_FINE_SHARE = 0.03;

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
        return trainingSuits(
                vendor.provenance(), platform ? visibility(vendor, users) : fame() * visibility(vendor, users));
    }

    private double trainingSuits(double provenance, double visible) {
        return setting.get(TRAINING_SUITS) * (1 - provenance) * visible * court.eagerness();
    }

    /**
     * Share of its training data whose licence costs a vendor less than the suits that it prevents over a number of quarters.
     *
     * @param users that it expects
     * @param rate discount rate per quarter
     */
    public double worthLicensing(Vendor vendor, double users, int quarters, double rate) {
        if (!setting.on(LITIGATION)) {
            return 0;
        }
        double prevented = trainingSuits(0, visibility(vendor, users)) * court.costOfSuit(rate);
        return Litigation.shareThatLicenses(
                Valuation.presentValue(prevented, rate, quarters), setting.get(LICENSING_COST) * vendor.reach());
    }

    /** Suits of a studio over infringing output of a vendor's platform, a quarter, at a number of users; 0 of a partner, and where
     * owners opt in. */
    public double outputSuits(Studio studio, Vendor vendor, double users) {
        return outputSuits(studio, vendor, vendor.terms(), visibility(vendor, users), court.eagerness());
    }

    private double outputSuits(Studio studio, Vendor vendor, ConsumerTerms terms, double visible, double eagerness) {
        return terms.optIn() || deals.partners(studio.id(), vendor.id())
                ? 0
                : setting.get(OUTPUT_SUITS) * studio.ip() * visible * (1 - terms.guardrails()) * eagerness;
    }

    /** Claims of artists against a studio for what its partner's model was trained on, a quarter, at a number of users. */
    public double secondarySuits(Vendor vendor, double users) {
        return setting.get(SECONDARY_SUITS) * (1 - vendor.provenance()) * visibility(vendor, users) * court.eagerness();
    }

    /** The regulator's actions over a number of harmful clips in a quarter. */
    public double regulatorActions(double incidents) {
        return setting.get(REGULATOR_ACTIONS) * incidents / HARMFUL_CLIPS * environment.regulatoryPressure();
    }

    /** The fine for a number of a vendor's harmful clips, US dollars. */
    public double fine(Vendor vendor, double incidents) {
        double most =
                Math.max(setting.get(LARGEST_FINE), LARGEST_FINE_SHARE * QUARTERS_PER_YEAR * vendor.lastRevenue());
        return Math.min(incidents * setting.get(FINE), most);
    }

    /**
     * What the cases of a quarter are expected to cost a vendor that its open platform will draw, US dollars at their filing: those
     * that a closed one would not. Open cases go on either way, and are not in it. Users try to misuse it as they do now.
     *
     * @param terms for consumers
     * @param users mean number that it expects
     * @param clips mean number that it expects in a quarter
     * @param rate discount rate per quarter
     */
    public double avoidable(Vendor vendor, ConsumerTerms terms, double users, double clips, double rate) {
        if (!setting.on(LITIGATION)) {
            return 0;
        }
        double closed = fame() * visibility(vendor, 0);
        double suits = trainingSuits(vendor, users) - trainingSuits(vendor.provenance(), closed);
        double visible = visibility(vendor, users);
        double eagerness = court.eagerness();
        for (Studio studio : firms.studios()) {
            suits += outputSuits(studio, vendor, terms, visible, eagerness);
        }
        double incidents =
                clips * setting.get(MISUSE) * vendor.userBase().demand().meanMisuse() * (1 - terms.guardrails());
        return suits * court.costOfSuit(rate)
                + regulatorActions(incidents) * court.costOfAction(fine(vendor, incidents), rate);
    }

    /** How visible a vendor is, 0 to 1: by its users, or by its name alone. */
    private double visibility(Vendor vendor, double users) {
        return Math.max(fame() * vendor.reach(), Math.min(1, users / setting.get(FULLY_VISIBLE)));
    }

    /** Visibility that the greatest reach alone gives, before there are users; and a part of it without a platform. */
    private double fame() {
        return setting.get(FAME);
    }
}
