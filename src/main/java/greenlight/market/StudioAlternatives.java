package greenlight.market;

import static greenlight.market.parameter.MarketParameter.CLOUD_COST;
import static greenlight.market.parameter.MarketParameter.TOOL_PRICE;

import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;

/** What a studio can do about AI without a platform: pipeline tools, a private cloud, or nothing. */
final class StudioAlternatives {
    private final Market market;
    private double bestTool;
    /** Quality of the best model that can be had. */
    private double frontier;

    StudioAlternatives(Market market) {
        this.market = market;
    }

    /** Notes what vendors sell; it stays the same while studios choose. */
    void look() {
        bestTool = 0;
        frontier = 0;
        for (Vendor vendor : market.vendors()) {
            bestTool = Math.max(bestTool, vendor.toolQuality());
            if (vendor.trading() && vendor.archetype().platform()) {
                frontier = Math.max(frontier, vendor.quality());
            }
        }
    }

    Strategy best(Studio studio) {
        double tools = studio.weighTools(bestTool);
        double cloud = studio.weighCloud(frontier);
        if (Math.max(tools, cloud) <= 0) {
            return Strategy.ABSTAIN;
        }
        return tools >= cloud ? Strategy.PIPELINE_TOOLS : Strategy.PRIVATE_CLOUD;
    }

    /** What the studio's best alternative to a platform is worth, US dollars a quarter; at least 0. */
    double worth(Studio studio) {
        return Math.max(0, Math.max(studio.weighTools(bestTool), studio.weighCloud(frontier)));
    }

    /** The studio's best alternative and what it is worth a quarter, such as {@code pipeline tools $9.5 million}. */
    String inWords(Studio studio) {
        return switch (best(studio)) {
            case PIPELINE_TOOLS -> "pipeline tools " + EventWords.dollars(worth(studio));
            case PRIVATE_CLOUD -> "a private cloud " + EventWords.dollars(worth(studio));
            default -> "doing without AI nothing";
        };
    }

    /** A studio without a platform deal uses its best alternative; one with a deal is a partner. */
    void use(Studio studio, boolean partner) {
        Strategy next = partner ? Strategy.PLATFORM_PARTNER : best(studio);
        if (next != studio.strategy() && next != Strategy.PLATFORM_PARTNER && market.quarter() > 0) {
            market.tell(
                    Event.Kind.STRATEGY,
                    studio.name(),
                    "",
                    0,
                    next.words() + "; tools are worth " + EventWords.dollars(studio.weighTools(bestTool))
                            + " a quarter to it, a private cloud " + EventWords.dollars(studio.weighCloud(frontier)));
        }
        studio.choose(next);
        if (next == Strategy.PIPELINE_TOOLS) {
            buyTools(studio);
        } else if (next == Strategy.PRIVATE_CLOUD) {
            market.pay(studio.account(), market.compute(), parameter(CLOUD_COST), Why.PRIVATE_CLOUD);
            market.pay(market.world(), studio.account(), studio.cloudSavings(frontier), Why.SAVINGS);
        }
    }

    /** Pays the makers of tools by the quality of their tools. */
    private void buyTools(Studio studio) {
        double all = 0;
        for (Vendor vendor : market.vendors()) {
            all += vendor.toolQuality();
        }
        for (Vendor vendor : market.vendors()) {
            if (vendor.toolQuality() > 0) {
                double part = parameter(TOOL_PRICE) * vendor.toolQuality() / all;
                market.pay(studio.account(), vendor.account(), part, Why.TOOLS);
            }
        }
        market.pay(market.world(), studio.account(), studio.toolSavings(bestTool), Why.SAVINGS);
    }

    private double parameter(MarketParameter parameter) {
        return market.setting().get(parameter);
    }
}
