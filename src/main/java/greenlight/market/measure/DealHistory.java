package greenlight.market.measure;

import greenlight.market.agent.Strategy;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What became of the platform deals, and what studios gained from AI. */
final class DealHistory {
    private final RunRecord run;

    DealHistory(RunRecord run) {
        this.run = run;
    }

    int signed() {
        return run.deals().size();
    }

    int ended(Stage how) {
        return count(deal -> deal.stage() == how);
    }

    int ended(Deal.Cause why) {
        return count(deal -> deal.cause() == why);
    }

    /** Deals of vendors other than the flagship that were voided, or terminated for brand or law. */
    int failedElsewhere() {
        return count(deal ->
                failed(deal) && !run.vendors().get(deal.vendor()).opening().flagship());
    }

    private static boolean failed(Deal deal) {
        return deal.stage() == Stage.VOIDED || deal.cause() == Deal.Cause.BRAND || deal.cause() == Deal.Cause.LAW;
    }

    private int count(Predicate<Deal> which) {
        int count = 0;
        for (Deal deal : run.deals()) {
            count += which.test(deal) ? 1 : 0;
        }
        return count;
    }

    /** Equity that studios paid to vendors, US dollars. */
    double equityPaid() {
        double equity = 0;
        for (Deal deal : run.deals()) {
            equity += deal.equityPaid();
        }
        return equity;
    }

    /**
     * What studios put into voided and terminated deals, less what they got from them and what the shares that they bought
     * are worth at the horizon, US dollars.
     */
    double studiosLoss() {
        return studiosLossWithoutStakes() - failedDealsStakes();
    }

    /** What studios put into voided and terminated deals, less what they got from them in money, US dollars. */
    double studiosLossWithoutStakes() {
        double loss = 0;
        for (Deal deal : run.deals()) {
            if (ended(deal)) {
                loss += deal.studioPaid() - deal.studioReceived();
            }
        }
        return loss;
    }

    /** Worth of the shares bought by voided and terminated deals; each pair of firms once, US dollars. */
    private double failedDealsStakes() {
        double worth = 0;
        Set<Integer> buyers = new TreeSet<>();
        for (Deal deal : run.deals()) {
            int pair = deal.studio() * run.vendors().size() + deal.vendor();
            if (ended(deal) && deal.equityPaid() > 0 && buyers.add(pair)) {
                worth += run.stakeWorth(deal);
            }
        }
        return worth;
    }

    private static boolean ended(Deal deal) {
        return deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED;
    }

    /** Studios' gain from platform deals, shares left out, US dollars. */
    double gainFromPlatforms() {
        double gain = 0;
        for (Deal deal : run.deals()) {
            gain += gain(deal);
        }
        return gain;
    }

    /** A studio's gain from a deal, shares left out, US dollars. */
    static double gain(Deal deal) {
        return deal.studioReceived() - (deal.studioPaid() - deal.equityPaid());
    }

    /** Studios' gain from private clouds, US dollars. */
    double gainFromClouds() {
        return gain(row -> row.word(Reading.STRATEGY).equals(Strategy.PRIVATE_CLOUD.name()));
    }

    /** Studios' gain from pipeline tools, those of partners of a platform included, US dollars. */
    double gainFromTools() {
        return gain(row -> true) - gainFromClouds() - gainFromPlatforms();
    }

    /** Studios' gain from AI in some quarters, US dollars. */
    private double gain(Predicate<Row> which) {
        double gain = 0;
        for (Row row : run.ofStudios()) {
            gain += which.test(row) ? row.get(Reading.AI_GAIN) : 0;
        }
        return gain;
    }
}
