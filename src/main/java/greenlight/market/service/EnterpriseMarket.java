package greenlight.market.service;

import static greenlight.market.parameter.MarketParameter.CAPABILITY_SENSITIVITY;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_OPTION;
import static greenlight.market.parameter.MarketParameter.ENTERPRISE_WORTH;

import greenlight.market.agent.Vendor;
import greenlight.market.economics.Exact;
import greenlight.market.economics.demand.EnterpriseDemand;
import greenlight.market.ledger.Why;
import greenlight.market.state.Books;
import greenlight.market.state.Environment;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/**
 * Where labs sell GPU-hours to enterprises. Demand goes to labs and to the rivals outside by capability; each lab offers
 * what earns it most, as far as its GPUs go, at the price that clears it.
 */
public final class EnterpriseMarket {
    private static final double MINUTES_PER_HOUR = 60;

    private final Setting setting;
    private final Books books;
    private final Firms firms;
    private final Environment environment;
    /** The strength of all labs and of the rivals outside. */
    private double contest;
    /** The largest capability among them. */
    private double strongest;

    public EnterpriseMarket(Setting setting, Books books, Firms firms, Environment environment) {
        this.setting = setting;
        this.books = books;
        this.firms = firms;
        this.environment = environment;
    }

    /** Notes how capable the labs and their rivals are now. */
    public void open() {
        strongest = environment.rivalCapability();
        for (Vendor vendor : firms.vendors()) {
            if (vendor.lab() && vendor.trading()) {
                strongest = Math.max(strongest, vendor.model().capability());
            }
        }
        contest = strength(environment.rivalCapability());
        for (Vendor vendor : firms.vendors()) {
            if (vendor.lab() && vendor.trading()) {
                contest += strength(vendor.model().capability());
            }
        }
    }

    /** Against the strongest, so that no power overflows. */
    private double strength(double capability) {
        return Exact.pow(capability / strongest, setting.get(CAPABILITY_SENSITIVITY));
    }

    /** A lab's share of the market. */
    private double share(Vendor lab) {
        return strength(lab.model().capability()) / contest;
    }

    /** GPU-hours that enterprises would take from a lab with a share of the market if they cost nothing, in the quarter. */
    private double most(double share) {
        return environment.enterpriseHours() * share;
    }

    /** GPU-hours of enterprise services at which a lab earns most in the quarter, if it can have so many. */
    public double bestHours(Vendor lab) {
        return bestHours(share(lab));
    }

    private double bestHours(double share) {
        return EnterpriseDemand.bestHours(most(share), setting.get(ENTERPRISE_WORTH), environment.gpuPrice(), share);
    }

    /** A lab sells the hours that it has for enterprises, and sees what those of video would bring. */
    public void sell(Vendor lab) {
        double worth = setting.get(ENTERPRISE_WORTH);
        double share = share(lab);
        double most = most(share);
        double best = bestHours(share);
        double sold = Math.min(lab.fleet().enterpriseMinutes() / MINUTES_PER_HOUR, best);
        double price = sold > 0 ? EnterpriseDemand.price(most, worth, sold) : 0;
        books.pay(books.world(), lab.account(), sold * price, Why.ENTERPRISE);
        double withVideo = sold + lab.fleet().videoMinutes() / MINUTES_PER_HOUR;
        double freed = setting.on(ENTERPRISE_OPTION) && withVideo > 0 && withVideo < best
                ? EnterpriseDemand.marginalRevenue(most, worth, withVideo, share) - environment.gpuPrice()
                : 0;
        lab.fleet().noteEnterprisePrices(price, freed);
    }
}
