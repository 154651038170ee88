package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.CLOUD_COST;

import greenlight.market.agent.Strategy;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/** What a studio can do about AI without a platform: pipeline tools, a private cloud, or nothing. */
public final class StudioAlternatives {
    private final Setting setting;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private double bestTool;
    /** Quality of the best model that can be had. */
    private double frontier;

    public StudioAlternatives(Setting setting, Clock clock, Books books, EventLog log, Firms firms) {
        this.setting = setting;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
    }

    /** Notes what vendors sell; it stays the same while studios choose. */
    public void look() {
        bestTool = 0;
        frontier = 0;
        for (Vendor vendor : firms.vendors()) {
            bestTool = Math.max(bestTool, vendor.toolQuality());
            if (vendor.trading() && vendor.archetype().platform()) {
                frontier = Math.max(frontier, vendor.model().quality());
            }
        }
    }

    public Strategy best(Studio studio) {
        double tools = studio.weighTools(bestTool);
        double cloud = studio.weighCloud(frontier);
        if (Math.max(tools, cloud) <= 0) {
            return Strategy.ABSTAIN;
        }
        return tools >= cloud ? Strategy.PIPELINE_TOOLS : Strategy.PRIVATE_CLOUD;
    }

    /** What the studio's best alternative to a platform is worth, US dollars a quarter; at least 0. */
    public double worth(Studio studio) {
        return Math.max(0, Math.max(studio.weighTools(bestTool), studio.weighCloud(frontier)));
    }

    /** What a first platform deal displaces, US dollars a quarter: not tools, but what a private cloud is worth above tools. */
    public double displaced(Studio studio) {
        return worth(studio) - Math.max(0, studio.weighTools(bestTool));
    }

    /** The studio's best alternative and what it is worth a quarter, such as {@code pipeline tools $9.5 million}. */
    public String inWords(Studio studio) {
        return switch (best(studio)) {
            case PIPELINE_TOOLS -> "pipeline tools " + EventWords.dollars(worth(studio));
            case PRIVATE_CLOUD -> "a private cloud " + EventWords.dollars(worth(studio));
            default -> "doing without AI nothing";
        };
    }

    /** A studio without a platform deal uses its best alternative; one with a deal is a partner, and may use tools as well. */
    public void use(Studio studio, boolean partner) {
        Strategy next = partner ? Strategy.PLATFORM_PARTNER : best(studio);
        if (next != studio.strategy() && next != Strategy.PLATFORM_PARTNER && clock.quarter() > 0) {
            log.add(
                    Event.Kind.STRATEGY,
                    studio.name(),
                    "",
                    0,
                    () -> next.words() + "; tools are worth " + EventWords.dollars(studio.weighTools(bestTool))
                            + " a quarter to it, a private cloud " + EventWords.dollars(studio.weighCloud(frontier)));
        }
        boolean tools = next == Strategy.PIPELINE_TOOLS || (partner && studio.weighTools(bestTool) > 0);
        studio.choose(next, tools);
        if (tools) {
            buyTools(studio);
        } else if (next == Strategy.PRIVATE_CLOUD) {
            books.pay(studio.account(), books.compute(), parameter(CLOUD_COST), Why.PRIVATE_CLOUD);
            books.pay(books.world(), studio.account(), studio.cloudSavings(frontier), Why.SAVINGS);
        }
    }

    /** Pays the makers of tools by the quality of their tools. */
    private void buyTools(Studio studio) {
        double all = 0;
        for (Vendor vendor : firms.vendors()) {
            all += vendor.toolQuality();
        }
        for (Vendor vendor : firms.vendors()) {
            if (vendor.toolQuality() > 0) {
                double part = studio.priceOfTools(bestTool) * vendor.toolQuality() / all;
                books.pay(studio.account(), vendor.account(), part, Why.TOOLS);
            }
        }
        books.pay(books.world(), studio.account(), studio.toolSavings(bestTool), Why.SAVINGS);
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
