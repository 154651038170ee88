package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.EQUITY_GAIN;
import static greenlight.market.parameter.MarketParameter.LOSS_TOLERANCE;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Term;
import greenlight.market.economics.Valuation;
import greenlight.market.economics.forecast.Continuation;
import greenlight.market.law.Court;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** Appraises on which terms a vendor should go on with consumer video, and whether it should. */
public final class ContinuationAppraisal {
    /** Prices that a vendor considers, against the present one. */
    private static final double[] PRICES = {0.8, 1.25};
    /** Free quotas that it considers, against the present one; none is one of them. */
    private static final double[] QUOTAS = {0, 0.0625, 0.25, 2};
    /** Harmful clips that guardrails let pass, against those that the present ones do. */
    private static final double[] HARM = {0.25, 0.5, 2};
    /** GPUs for video that it considers, against the present ones. */
    private static final double[] HEADROOMS = {0.8, 1.25};
    /** No platform is open without GPUs. */
    private static final double LEAST_HEADROOM = 0.1;
    /** The least free plan, clips a quarter: below it none is offered, and a vendor without one considers it. */
    private static final double LEAST_QUOTA = 1;

    private final Setting setting;
    private final Firms firms;
    private final DealBook deals;
    private final DealAppraisal appraisal;
    private final Environment environment;
    private final LegalExposure exposure;
    private final Term horizon;

    public ContinuationAppraisal(
            Setting setting,
            Firms firms,
            DealBook deals,
            Court court,
            Environment environment,
            DealAppraisal appraisal) {
        this.setting = setting;
        this.firms = firms;
        this.deals = deals;
        this.appraisal = appraisal;
        this.environment = environment;
        exposure = new LegalExposure(setting, firms, deals, court, environment);
        horizon = new Term(setting.get(PLANNING_QUARTERS));
    }

    /**
     * Sets the terms near the present ones that promise most, and gives the vendor's case for going on with them: an
     * improvement by steps, not the best of all terms (Nelson and Winter 1982, <i>An Evolutionary Theory of Economic Change</i>).
     */
    public ContinuationDecision onBestTerms(Vendor vendor) {
        ConsumerTerms present = vendor.terms();
        List<ConsumerTerms> quotas = new ArrayList<>();
        for (double factor : QUOTAS) {
            double larger = factor * Math.max(LEAST_QUOTA, present.freeQuota());
            double quota = Math.min(larger, Math.max(present.freeQuota(), setting.get(PLAN_CLIPS)));
            if (quota != present.freeQuota()) {
                quotas.add(present.withFreeQuota(quota < LEAST_QUOTA ? 0 : quota));
            }
        }
        Case open = new Case(vendor);
        ContinuationDecision best = open.best(open.now(), quotas);
        List<ConsumerTerms> prices = new ArrayList<>();
        for (double factor : PRICES) {
            prices.add(best.terms().withPrice(factor * present.price()));
        }
        best = open.best(best, prices);
        List<ConsumerTerms> guardrails = new ArrayList<>();
        for (double factor : HARM) {
            guardrails.add(best.terms().withGuardrails(Math.max(0, 1 - factor * (1 - present.guardrails()))));
        }
        best = open.best(best, guardrails);
        List<ConsumerTerms> headrooms = new ArrayList<>();
        for (double factor : HEADROOMS) {
            headrooms.add(best.terms().withHeadroom(Math.max(LEAST_HEADROOM, factor * present.headroom())));
        }
        best = open.best(best, headrooms);
        if (!present.optIn()) { // once it has asked, to go back is wilful: up to $150,000 a work (17 USC 504(c)(2))
            best = open.best(best, List.of(best.terms().withOptIn(true)));
        }
        vendor.offer(best.terms());
        vendor.fleet().plan(best.terms().headroom() * best.minutes());
        return best;
    }

    /** The vendor's case for going on with its present terms. */
    public ContinuationDecision of(Vendor vendor) {
        return new Case(vendor).now();
    }

    /** What is owed on leaving now less what will be owed a quarter later, when less of the term is left, present US dollars. */
    private double savedByAQuarter(Deal deal, double rate) {
        double left = Math.max(1, deal.quartersLeft());
        return appraisal.guaranteeOwed(deal) * (1 - Valuation.discount(rate, 1) * (left - 1) / left);
    }

    /** A vendor that considers terms; what it owes, gets and bears whatever the terms. */
    private final class Case {
        private final Vendor vendor;
        private final PlatformForecast forecast;
        private final double rate;
        private final double patience;
        private double income;
        private double saved;

        Case(Vendor vendor) {
            this.vendor = vendor;
            forecast = new PlatformForecast(setting, firms, deals, environment, vendor);
            rate = vendor.discountRate();
            for (Deal deal : deals.running()) {
                if (deal.vendor() == vendor.id()) {
                    income += setting.get(EQUITY_GAIN) * deal.equityUnpaid()
                            - Valuation.presentValue(
                                    deal.terms().licenceFee(),
                                    rate,
                                    Math.min(setting.count(PLANNING_QUARTERS), deal.quartersLeft()));
                    saved += savedByAQuarter(deal, rate);
                }
            }
            double borne = setting.get(LOSS_TOLERANCE) * vendor.opening().get(VendorTrait.TOLERANCE);
            patience = Math.max(0, Math.min(borne, vendor.cash()))
                    * (1 - vendor.pressure())
                    * vendor.beliefs().planWeight();
        }

        ContinuationDecision now() {
            return decision(vendor.terms(), forecast.now());
        }

        /** The best of some terms, where they promise more than what is at hand. */
        ContinuationDecision best(ContinuationDecision atHand, List<ConsumerTerms> others) {
            ContinuationDecision best = atHand;
            double most = best.goingOn();
            for (ConsumerTerms terms : others) {
                ContinuationDecision decision = decision(terms, forecast.on(terms));
                double promise = decision.goingOn();
                if (promise > most) {
                    best = decision;
                    most = promise;
                }
            }
            return best;
        }

        private ContinuationDecision decision(ConsumerTerms terms, PlatformForecast.Prospect prospect) {
            Continuation.Outlook outlook = prospect.outlook();
            return new ContinuationDecision(
                    setting,
                    vendor,
                    terms,
                    outlook,
                    prospect.minutes(),
                    opportunity(prospect),
                    growth(outlook),
                    income,
                    horizon.annuity(rate)
                            * exposure.avoidable(vendor, terms, outlook.meanUsers(), outlook.meanClips(), rate),
                    patience,
                    saved);
        }

        /**
         * What the GPUs would earn beyond their rent: the hours of video with enterprises who wait for them, and those that it takes
         * from services which are sold already what these pay.
         */
        private double opportunity(PlatformForecast.Prospect prospect) {
            if (!vendor.lab()) {
                return 0;
            }
            double shadow = vendor.fleet().shadowPrice();
            double sold = vendor.fleet().enterprisePrice() - environment.gpuPrice();
            return prospect.outlook().hours() * (shadow + prospect.taken() * Math.max(0, sold - shadow));
        }

        /** What investors credit for the users that there are at the end of the horizon, as far as they do not press for profit. */
        private double growth(Continuation.Outlook outlook) {
            return (1 - vendor.pressure()) * vendor.beliefs().worth(outlook.lastUsers()) * horizon.discount(rate);
        }
    }
}
