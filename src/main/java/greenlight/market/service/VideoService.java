package greenlight.market.service;

import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.CLIP_WORTH;
import static greenlight.market.parameter.MarketParameter.COMPUTE_TAX;
import static greenlight.market.parameter.MarketParameter.MISUSE;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.Delivery;
import greenlight.market.agent.Fleet;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.demand.PricePerClip;
import greenlight.market.economics.demand.Usage;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.scenario.Calendar;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Population;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;

/** Clips for users in phase 6: those of payers first, then those within the free quota, as far as the GPUs go. */
public final class VideoService {
    private static final double MINUTES_PER_HOUR = 60;
    /** A queue that is worth a line in the paper. */
    private static final double NEWS_OF_RATIONING = 0.1;
    /** A clip more or less for the rounding of GPU-minutes. */
    private static final double ROUNDING = 1e-6;
    // keys of a vendor's draws
    private static final int INCIDENTS = 1;
    private static final int PAYERS = 2;

    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Environment environment;
    private final Population population;

    public VideoService(
            Setting setting,
            Chance chance,
            Clock clock,
            Books books,
            EventLog log,
            Environment environment,
            Population population) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.environment = environment;
        this.population = population;
    }

    /** Makes the quarter's clips, and takes what users pay for them. */
    public void serve(Vendor vendor) {
        Demand demand = vendor.userBase().demand();
        if (!vendor.platformOpen() && demand.userMonths() == 0) {
            vendor.deliver(Delivery.NONE);
            return;
        }
        double minutes = vendor.model().minutesPerClip();
        double cost = minutes / MINUTES_PER_HOUR * environment.gpuPrice();
        double price = PricePerClip.best(cost, parameter(CLIP_WORTH));
        double within = planned(demand);
        double beyond = (beyondThePlan(demand) + beyondTheQuota(vendor, demand))
                * PricePerClip.bought(price, parameter(CLIP_WORTH));
        Draws draws = chance.draws(RandomStream.CLIPS, clock.quarter());
        double visits = population.peoplePerAgent() * demand.visitorClips();
        long free = count(withinTheQuota(vendor, demand) + visits, draws.uniformOpenInterval(vendor.id()));
        long paid = count(within + beyond, draws.uniformOpenInterval(vendor.id(), PAYERS));
        long capacity = capacity(vendor, free + paid, minutes);
        long servedPaid = Math.min(paid, capacity);
        long served = Math.min(free + paid, capacity);
        long incidents = count(harmful(vendor, demand, served), draws.uniformOpenInterval(vendor.id(), INCIDENTS));
        vendor.deliver(new Delivery(
                served,
                free + paid - served,
                minutes,
                incidents,
                served * cost,
                served - servedPaid,
                free,
                servedPaid,
                paid,
                price));
        double pieces = beyond > 0 ? servedPaid * beyond / (within + beyond) : 0;
        takeMoney(vendor, pieces, price);
        reportQueue(vendor, free + paid, served);
    }

    /** Clips that a fleet can make; a lab takes some of its other GPUs when more are wanted than its video GPUs make. */
    private long capacity(Vendor vendor, long wanted, double minutes) {
        Fleet fleet = vendor.fleet();
        double missing = wanted * minutes - fleet.videoMinutes();
        if (vendor.lab() && missing > 0) {
            fleet.tax(parameter(COMPUTE_TAX) * missing);
        }
        return (long) Math.floor(fleet.videoMinutes() / minutes + ROUNDING);
    }

    private void takeMoney(Vendor vendor, double pieces, double price) {
        double payerMonths = vendor.userBase().demand().paidMonths() * population.peoplePerAgent();
        books.pay(books.users(), vendor.account(), payerMonths * vendor.terms().price(), Why.SUBSCRIPTION);
        books.pay(books.users(), vendor.account(), pieces * price, Why.CLIPS);
    }

    /** Clips that people on the free plan wish for within its quota. */
    private double withinTheQuota(Vendor vendor, Demand demand) {
        double quota = vendor.terms().freeQuota();
        return people(
                demand.freeMonths() - demand.freeProfessionalMonths(),
                capped(CASUAL_CLIPS, quota),
                demand.freeProfessionalMonths(),
                capped(PROFESSIONAL_CLIPS, quota));
    }

    /** Clips that payers wish for within the paid plan. */
    private double planned(Demand demand) {
        return people(
                demand.paidMonths() - demand.paidProfessionalMonths(),
                capped(CASUAL_CLIPS, parameter(PLAN_CLIPS)),
                demand.paidProfessionalMonths(),
                capped(PROFESSIONAL_CLIPS, parameter(PLAN_CLIPS)));
    }

    /** Clips that people on the free plan wish for beyond its quota, and do not make on other free plans. */
    private double beyondTheQuota(Vendor vendor, Demand demand) {
        double quota = vendor.terms().freeQuota();
        double beyond = people(
                demand.freeMonths() - demand.freeProfessionalMonths(),
                parameter(CASUAL_CLIPS) - capped(CASUAL_CLIPS, quota),
                demand.freeProfessionalMonths(),
                parameter(PROFESSIONAL_CLIPS) - capped(PROFESSIONAL_CLIPS, quota));
        return Math.max(0, beyond - population.peoplePerAgent() * demand.clipsElsewhere());
    }

    private double beyondThePlan(Demand demand) {
        return people(
                demand.paidMonths() - demand.paidProfessionalMonths(),
                parameter(CASUAL_CLIPS) - capped(CASUAL_CLIPS, parameter(PLAN_CLIPS)),
                demand.paidProfessionalMonths(),
                parameter(PROFESSIONAL_CLIPS) - capped(PROFESSIONAL_CLIPS, parameter(PLAN_CLIPS)));
    }

    /** Clips of user-months, where what each user wishes for is that of a quarter. */
    private double people(long casual, double ofEach, long professionals, double ofEachProfessional) {
        return population.peoplePerAgent()
                * (casual * ofEach + professionals * ofEachProfessional)
                / Calendar.MONTHS_PER_QUARTER;
    }

    private double capped(MarketParameter wishes, double quota) {
        return Usage.capped(parameter(wishes), quota, parameter(USE_TAIL));
    }

    private double harmful(Vendor vendor, Demand demand, long served) {
        return demand.userMonths() > 0
                ? served
                        * parameter(MISUSE)
                        * demand.meanMisuse()
                        * (1 - vendor.terms().guardrails())
                : 0;
    }

    private static long count(double mean, double u) {
        return mean > 0 ? Quantile.poisson(mean, u) : 0;
    }

    private void reportQueue(Vendor vendor, long wanted, long served) {
        if (vendor.platformOpen() && wanted - served > NEWS_OF_RATIONING * wanted) {
            log.add(
                    Event.Kind.RATIONING,
                    vendor.name(),
                    "",
                    0,
                    () -> "users ask for " + EventWords.count(wanted) + " clips, its GPUs make "
                            + EventWords.count(served));
        }
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
