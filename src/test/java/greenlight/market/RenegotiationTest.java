package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.market.contract.Clauses;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.contract.Terms;
import greenlight.market.economics.BetaBelief;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Measure;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deal that one side would end goes on where the other side loses more by its end, and pays. */
class RenegotiationTest {
    private static final int SEEDS = 12;

    @Test
    void partnersPayForAPlatformThatWouldClose() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            World.of("sora-disney", seed)
                    .with(MarketParameter.RENEGOTIATION_COST, 0)
                    .watch(market -> {
                        for (Event event : renegotiations(market)) {
                            if (event.quarter() == market.quarter()
                                    && event.cause().startsWith("else the platform")) {
                                assertThat(event.cents()).isPositive();
                                assertThat(market.events())
                                        .noneMatch(other -> other.quarter() == event.quarter()
                                                && other.kind() == Event.Kind.SHUTDOWN
                                                && other.who().equals(event.whom()));
                                assertThat(event.cents())
                                        .isLessThanOrEqualTo(Math.round(100
                                                * market.firms()
                                                        .studio(event.who())
                                                        .account()
                                                        .paid(Why.COST_SHARE)));
                            }
                        }
                    });
        }
    }

    @Test
    void theDearerTheTalksTheShorterThePlatformLives() {
        List<Double> lives = new ArrayList<>();
        List<Integer> talks = new ArrayList<>();
        for (double cost : new double[] {0, MarketParameter.RENEGOTIATION_COST.to()}) {
            double life = 0;
            int events = 0;
            for (int seed = 1; seed <= SEEDS; seed++) {
                Market market = World.of("sora-disney", seed)
                        .with(MarketParameter.RENEGOTIATION_COST, cost)
                        .run();
                life += market.measures()[Measure.FLAGSHIP_LIFE.ordinal()] / SEEDS;
                events += renegotiations(market).size();
            }
            lives.add(life);
            talks.add(events);
        }
        assertThat(lives.get(0)).isGreaterThan(lives.get(1) + 1);
        assertThat(talks.get(0)).isPositive();
        assertThat(talks.get(1)).isZero();
    }

    /** Where a studio ends a deal as soon as it sees more anomalies than it tolerates, and its users are worth much to vendors. */
    @Test
    void vendorsPayAStudioThatWouldLeave() {
        int paid = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Market market = World.of("sora-disney", seed)
                    .with(MarketParameter.RENEGOTIATION_COST, 0)
                    .with(MarketParameter.BREACH_FACTOR, 1)
                    .with(MarketParameter.USER_VALUE, 500)
                    .with(MarketParameter.LOSS_TOLERANCE, 50)
                    .run();
            for (Event event : renegotiations(market)) {
                paid += event.cause().startsWith("else the studio") ? 1 : 0;
            }
        }
        assertThat(paid).isPositive();
    }

    @Test
    void whatIsLeftOfADealShrinks() {
        Terms terms = new Terms(12, 2, 200, 1e6, 8e8, 4, 1, 0.2, 0.4, 4, false, Clauses.NONE);
        Deal deal = new Deal(0, 0, 0, terms, 10, BetaBelief.of(0.1, 10));
        deal.become(Stage.PILOT, 10);
        assertThat(deal.rest(11).pilotQuarters()).isEqualTo(1);
        assertThat(deal.rest(11).exclusivity()).isEqualTo(4);
        deal.become(Stage.ACTIVE, 12);
        deal.age();
        deal.payTranche();
        Terms rest = deal.rest(13);
        assertThat(rest.pilotQuarters()).isZero();
        assertThat(rest.quarters()).isEqualTo(11);
        assertThat(rest.exclusivity()).isEqualTo(3);
        assertThat(rest.closingLag()).isZero();
        assertThat(rest.equity()).isEqualTo(6e8);
        assertThat(rest.tranches()).isEqualTo(3);
        assertThat(rest.licenceFee()).isEqualTo(terms.licenceFee());
    }

    private static List<Event> renegotiations(Market market) {
        return market.events().stream()
                .filter(event -> event.kind() == Event.Kind.RENEGOTIATION)
                .toList();
    }
}
