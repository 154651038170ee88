package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import greenlight.audience.Demand;
import greenlight.chance.For;
import greenlight.economics.Quantile;
import greenlight.economics.Usage;
import greenlight.market.deal.Deal;
import greenlight.market.deal.Stage;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import greenlight.parameter.Parameter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sim.field.network.Edge;

/** What holds at the end of every quarter in every world. */
class QuarterLawsTest {
    private static final String WORLDS = "greenlight.market.Worlds#hundred";
    private static final double ROUNDING = 1e-9;

    // ---- money

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void moneyIsNeitherMadeNorLost(World world) {
        world.watch(
                market -> assertThat(market.ledger().total()).isZero(),
                market -> assertThat(market.ledger().total())
                        .as(() -> world.at(market))
                        .isZero());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void everyBalanceIsTheOneBeforeAndTheQuartersFlows(World world) {
        Map<Account, Long> before = new HashMap<>();
        world.watch(
                market -> market.ledger().accounts().forEach(account -> {
                    assertThat(account.balance()).as(account.holder()).isEqualTo(flow(account));
                    before.put(account, account.balance());
                }),
                market -> market.ledger().accounts().forEach(account -> {
                    assertThat(account.balance())
                            .as(() -> account.holder() + ", " + world.at(market))
                            .isEqualTo(before.getOrDefault(account, 0L) + flow(account));
                    before.put(account, account.balance());
                }));
    }

    /** Cents received less cents paid in the running quarter. */
    private static long flow(Account account) {
        long flow = 0;
        for (Why why : Why.values()) {
            flow += Ledger.cents(account.received(why)) - Ledger.cents(account.paid(why));
        }
        return flow;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void theFlowMatrixAddsUpToTheBalancesOfTheSectors(World world) {
        Market market = world.run();
        Ledger ledger = market.ledger();
        for (Sector sector : Sector.values()) {
            long balance = 0;
            for (Account account : ledger.accounts()) {
                balance += account.sector() == sector ? account.balance() : 0;
            }
            long flows = 0;
            for (Why why : Why.values()) {
                for (Sector other : Sector.values()) {
                    flows += ledger.flow(why, other, sector) - ledger.flow(why, sector, other);
                }
            }
            assertThat(flows).as(() -> sector + ", " + world).isEqualTo(balance);
        }
    }

    // ---- people

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void usersByVendorAndTierSumToThePopulation(World world) {
        Map<Integer, Long> before = new HashMap<>();
        world.watch(market -> {
            long active = 0;
            long left = 0;
            long switched = 0;
            for (Vendor vendor : market.vendors()) {
                Demand demand = vendor.demand();
                Supplier<String> where = () -> vendor + ", " + world.at(market);
                assertThat(demand.before()).as(where).isEqualTo(before.getOrDefault(vendor.id(), 0L));
                assertThat(demand.active()).as(where).isEqualTo(demand.kept() + demand.adopted() + demand.switched());
                assertThat(demand.converted()).as(where).isBetween(0L, demand.paid());
                assertThat(vendor.activePeople())
                        .as(where)
                        .isCloseTo(demand.active() * market.peoplePerAgent(), within(ROUNDING));
                before.put(vendor.id(), demand.active());
                active += demand.active();
                left += demand.left();
                switched += demand.switched();
            }
            long none = market.audience().users() - market.audience().active();
            assertThat(active + none)
                    .as(() -> world.at(market))
                    .isEqualTo(world.dials().count(Parameter.USERS));
            assertThat(none).as(() -> world.at(market)).isNotNegative();
            assertThat(switched).as(() -> world.at(market)).isLessThanOrEqualTo(left);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void nobodyUsesAPlatformThatIsClosed(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                boolean closed = vendor.closed() >= 0 && vendor.closed() < market.quarter();
                if (closed || vendor.state() == ProductState.BUILDING || vendor.archetype() == Archetype.TOOL_MAKER) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(vendor.demand().active()).as(where).isZero();
                    assertThat(vendor.clips() + vendor.clipsRationed())
                            .as(where)
                            .isZero();
                    assertThat(vendor.received(Why.SUBSCRIPTION)).as(where).isZero();
                }
            }
        });
    }

    // ---- compute

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void clipsServedAndClipsRationedAreTheClipsDemanded(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                if (vendor.trading()) {
                    assertThat(vendor.clips() + vendor.clipsRationed())
                            .as(() -> vendor + ", " + world.at(market))
                            .isEqualTo(demanded(market, vendor));
                }
            }
            for (Row row : lastRows(market)) {
                if (row.kind().equals(Chronicle.VENDOR)) {
                    double minutes = minutesOfAClip(market, row);
                    assertThat(row.get(Reading.GPU_MINUTES) + row.get(Reading.CLIPS_RATIONED) * minutes)
                            .as(() -> row.entity() + ", " + world.at(market))
                            .isCloseTo(
                                    row.get(Reading.GPU_MINUTES_DEMANDED),
                                    within(ROUNDING * (1 + row.get(Reading.GPU_MINUTES_DEMANDED))));
                }
            }
        });
    }

    private static double minutesOfAClip(Market market, Row row) {
        return market.vendor(row.entity()).minutesEach();
    }

    /** The draw of the quarter's clips, made once more. */
    private static long demanded(Market market, Vendor vendor) {
        Demand demand = vendor.demand();
        double mean = market.peoplePerAgent()
                * (demand.free() * Usage.capped(market.dials().get(Parameter.FREE_CLIPS), vendor.freeQuota())
                        + demand.paid() * market.dials().get(Parameter.PAID_CLIPS));
        double luck = market.chance().draws(For.CLIPS, market.quarter()).open(vendor.id());
        return mean > 0 ? Quantile.poisson(mean, luck) : 0;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void clipsAreRationedOnlyWhenTheFleetIsFull(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                double served = vendor.clips() * vendor.minutesEach();
                double capacity = vendor.fleet().videoMinutes();
                if (vendor.trading()) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(served).as(where).isLessThanOrEqualTo(capacity + vendor.minutesEach());
                    if (vendor.clipsRationed() > 0) {
                        assertThat(served + vendor.minutesEach())
                                .as(where)
                                .isGreaterThanOrEqualTo(capacity * (1 - ROUNDING));
                    }
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void theSplitOfAFleetIsTheWholeFleet(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                Fleet fleet = vendor.fleet();
                Supplier<String> where = () -> vendor + ", " + world.at(market);
                List<Double> shares = List.of(fleet.videoShare(), fleet.enterpriseShare(), fleet.researchShare());
                assertThat(shares)
                        .as(where)
                        .allSatisfy(share -> assertThat(share).isBetween(-ROUNDING, 1 + ROUNDING));
                double sum = shares.get(0) + shares.get(1) + shares.get(2);
                assertThat(sum).as(where).isCloseTo(fleet.gpus() > 0 ? 1 : 0, within(ROUNDING));
            }
        });
    }

    // ---- deals

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void dealsChangeOnlyLegally(World world) {
        Map<Integer, Stage> before = new HashMap<>();
        world.watch(market -> {
            for (Deal deal : market.deals()) {
                Stage was = before.getOrDefault(deal.id(), Stage.OFFERED);
                assertThat(reachable(was))
                        .as(() -> "deal " + deal.id() + ", " + world.at(market))
                        .contains(deal.stage());
                before.put(deal.id(), deal.stage());
            }
        });
    }

    /** The stages that a chain of legal changes may lead to, and the stage itself. */
    private static Set<Stage> reachable(Stage from) {
        Set<Stage> reached = EnumSet.of(from);
        for (Stage next : Stage.values()) {
            if (from.leadsTo(next) && next != from) {
                reached.addAll(reachable(next));
            }
        }
        return reached;
    }

    @Test
    void whatHasEndedNeverChangesAgain() {
        for (Stage stage : Stage.values()) {
            assertThat(reachable(stage).size() == 1).as(stage.name()).isEqualTo(stage.ended());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void aVendorWithoutAnOpenPlatformHasNoRunningDeal(World world) {
        world.watch(market -> {
            for (Deal deal : market.deals()) {
                Vendor vendor = market.vendors().get(deal.vendor());
                if (!vendor.platformOpen()) {
                    assertThat(deal.stage().running())
                            .as(() -> "deal " + deal.id() + " with " + vendor + ", " + world.at(market))
                            .isFalse();
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void aStudioHasOneRunningDealAtMost(World world) {
        world.watch(market -> {
            assertThat(market.runningDeals().stream().map(Deal::studio))
                    .as(() -> world.at(market))
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void nothingIsPaidForADealThatDoesNotRun(World world) {
        List<Why> inForce = List.of(Why.LICENCE_FEE, Why.COST_SHARE, Why.EQUITY, Why.ENGAGEMENT, Why.BRAND_HARM);
        Map<Integer, Stage> before = new HashMap<>();
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                boolean due = market.deals().stream()
                        .anyMatch(deal -> deal.vendor() == vendor.id() && paidFor(market, deal, before));
                if (!due) {
                    nothing(vendor.account(), inForce, world.at(market));
                }
            }
            for (Studio studio : market.studios()) {
                boolean due = market.deals().stream()
                        .anyMatch(deal -> deal.studio() == studio.id() && paidFor(market, deal, before));
                if (!due) {
                    nothing(studio.account(), inForce, world.at(market));
                    nothing(studio.account(), List.of(Why.INTEGRATION), world.at(market));
                }
            }
            market.deals().forEach(deal -> before.put(deal.id(), deal.stage()));
        });
    }

    /** Whether the deal ran when deals were paid: it did a quarter ago, and was not ended before; who is insolvent, or left for a better offer, was so later. */
    private static boolean paidFor(Market market, Deal deal, Map<Integer, Stage> before) {
        boolean ran = before.getOrDefault(deal.id(), Stage.OFFERED).running();
        boolean insolvent = market.vendors().get(deal.vendor()).state() == ProductState.INSOLVENT;
        boolean endedAfterwards = deal.ended() == market.quarter()
                && ((deal.stage() == Stage.VOIDED && insolvent) || deal.cause() == Deal.Cause.BETTER_OFFER);
        return ran && (deal.stage().running() || endedAfterwards);
    }

    private static void nothing(Account account, List<Why> reasons, String where) {
        for (Why why : reasons) {
            assertThat(account.paid(why) + account.received(why))
                    .as(() -> account.holder() + ", " + why.words() + ", " + where)
                    .isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void noMoreEquityIsPaidThanWasPledged(World world) {
        Market market = world.run();
        double paid = 0;
        for (Deal deal : market.deals()) {
            assertThat(deal.equityPaid())
                    .as(() -> "deal " + deal.id())
                    .isBetween(0.0, deal.terms().equity());
            paid += deal.equityPaid();
        }
        double booked = Ledger.dollars(market.ledger().flow(Why.EQUITY, Sector.STUDIOS, Sector.VENDORS));
        assertThat(booked).isCloseTo(paid, within(1.0));
    }

    // ---- stakes, and those who are gone

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void nobodyHoldsMoreThanTheWholeOfAVendor(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                double held = 0;
                for (Object each : market.stakes().getEdgesIn(vendor).toArray()) {
                    double share = (Double) ((Edge) each).getInfo();
                    assertThat(share).as(() -> vendor + ", " + world.at(market)).isBetween(0.0, 1.0);
                    held += share;
                }
                assertThat(held).as(() -> vendor + ", " + world.at(market)).isLessThanOrEqualTo(1 + ROUNDING);
            }
        });
    }

    @Test
    void whoBuysInDilutesEverybodyInProportion() {
        World.of("sora-disney", 1).watch(market -> {
            Vendor vendor = market.vendors().get(market.quarter() % 5);
            Map<Object, Double> before = stakes(market, vendor);
            Investor buyer =
                    market.investors().get(market.quarter() % market.investors().size());
            market.hold(buyer, vendor, 0.2);
            Map<Object, Double> after = stakes(market, vendor);
            before.putIfAbsent(buyer, 0.0);
            before.forEach((holder, share) -> assertThat(after.get(holder))
                    .isCloseTo(0.8 * share + (holder == buyer ? 0.2 : 0), within(ROUNDING)));
            assertThat(after).hasSameSizeAs(before);
        });
    }

    private static Map<Object, Double> stakes(Market market, Vendor vendor) {
        Map<Object, Double> stakes = new HashMap<>();
        for (Object each : market.stakes().getEdgesIn(vendor).toArray()) {
            stakes.put(((Edge) each).getFrom(), (Double) ((Edge) each).getInfo());
        }
        return stakes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void whoIsGoneNeitherPaysNorIsPaid(World world) {
        world.watch(market -> {
            for (Vendor vendor : market.vendors()) {
                if (!vendor.trading()) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(vendor.account().balance()).as(where).isZero();
                    assertThat(vendor.fleet().gpus()).as(where).isZero();
                    assertThat(market.court().against(vendor)).as(where).isEmpty();
                    if (vendor.closed() < market.quarter()) {
                        nothing(vendor.account(), List.of(Why.values()), world.at(market));
                    }
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void nobodyEndsAQuarterInDebt(World world) {
        world.watch(market -> {
            for (Account account : market.ledger().accounts()) {
                if (Set.of(Sector.VENDORS, Sector.STUDIOS, Sector.INVESTORS).contains(account.sector())) {
                    assertThat(account.balance())
                            .as(() -> account.holder() + ", " + world.at(market))
                            .isNotNegative();
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void theNetworkOfCasesIsTheDocket(World world) {
        world.watch(market -> {
            int edges = 0;
            for (Vendor vendor : market.vendors()) {
                edges += market.casesNetwork().getEdgesIn(vendor).numObjs;
            }
            for (Studio studio : market.studios()) {
                edges += market.casesNetwork().getEdgesIn(studio).numObjs;
            }
            assertThat(market.court().docket()).as(() -> world.at(market)).hasSize(edges);
        });
    }

    // ---- the record

    private static final Set<Reading> MAY_BE_EMPTY = EnumSet.of(
            Reading.RETENTION_OBSERVED,
            Reading.CONVERSION_OBSERVED,
            Reading.MINUTES_PER_CLIP,
            Reading.ENTERPRISE_REVENUE,
            Reading.SHADOW_PRICE,
            Reading.CAPABILITY,
            Reading.RUNWAY,
            Reading.HHI);

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void readingsAreFiniteWhereTheyApplyAndEmptyWhereTheyDoNot(World world) {
        for (Row row : world.run().rows()) {
            for (Reading reading : Reading.values()) {
                Supplier<String> where =
                        () -> reading.key() + " of " + row.entity() + ", " + world + " in " + row.label();
                double value = row.get(reading);
                boolean applies = reading.of().contains(row.kind().substring(0, 1));
                if (reading.words()) {
                    assertThat(row.word(reading) != null).as(where).isEqualTo(applies);
                } else if (!applies) {
                    assertThat(value).as(where).isNaN();
                } else if (!(MAY_BE_EMPTY.contains(reading) && Double.isNaN(value))) {
                    assertThat(value).as(where).isFinite();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void sharesAreSharesAndCountsAreCounts(World world) {
        Set<String> shares = Set.of("share", "probability", "weight", "effort");
        Set<String> amounts = Set.of("people", "clips", "cases", "deals", "vendors", "studios", "GPUs", "GPU-minutes");
        for (Row row : world.run().rows()) {
            for (Reading reading : Reading.values()) {
                double value = row.get(reading);
                if (reading.words() || Double.isNaN(value)) {
                    continue;
                }
                Supplier<String> where =
                        () -> reading.key() + " of " + row.entity() + ", " + world + " in " + row.label();
                if (shares.contains(reading.unit())) {
                    assertThat(value).as(where).isBetween(-ROUNDING, 1 + ROUNDING);
                }
                if (amounts.contains(reading.unit())) {
                    assertThat(value).as(where).isNotNegative();
                }
                if (reading.whole()) {
                    assertThat(value).as(where).isEqualTo(Math.rint(value));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WORLDS)
    void theMarketsRowIsTheSumOfItsFirms(World world) {
        Market market = world.run();
        for (Row whole : market.rows()) {
            if (!whole.kind().equals(Chronicle.MARKET)) {
                continue;
            }
            for (Reading reading : Set.of(
                    Reading.ACTIVE_USERS,
                    Reading.PAID_USERS,
                    Reading.CLIPS,
                    Reading.VIDEO_REVENUE,
                    Reading.LEGAL_COST,
                    Reading.OPEN_CASES,
                    Reading.RAISED)) {
                double sum = 0;
                for (Row row : market.rows()) {
                    boolean firm =
                            row.quarter() == whole.quarter() && !row.kind().equals(Chronicle.MARKET);
                    sum += firm && !Double.isNaN(row.get(reading)) ? row.get(reading) : 0;
                }
                assertThat(whole.get(reading))
                        .as(() -> reading.key() + ", " + world + " in " + whole.label())
                        .isCloseTo(sum, within(ROUNDING * (1 + Math.abs(sum))));
            }
        }
    }

    private static List<Row> lastRows(Market market) {
        List<Row> rows = market.rows();
        return rows.stream().filter(row -> row.quarter() == market.quarter()).toList();
    }

    // ---- the worlds themselves

    /** Laws over worlds in which nothing happens would hold nothing. */
    @Test
    void everythingThatANewspaperCouldPrintHappensInSomeWorld() {
        Set<Event.Kind> seen = EnumSet.noneOf(Event.Kind.class);
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        Set<Deal.Cause> causes = EnumSet.noneOf(Deal.Cause.class);
        Worlds.some(250).forEach(world -> {
            Market market = world.run();
            market.events().forEach(event -> seen.add(event.kind()));
            market.deals().forEach(deal -> {
                stages.add(deal.stage());
                causes.add(deal.cause());
            });
        });
        assertThat(seen).containsExactlyInAnyOrder(Event.Kind.values());
        assertThat(stages).containsAll(EnumSet.complementOf(EnumSet.of(Stage.OFFERED)));
        // a better offer can only be the headline deal, to a studio that has long had another: too rare for these
        // worlds
        assertThat(causes).containsAll(EnumSet.complementOf(EnumSet.of(Deal.Cause.BETTER_OFFER)));
    }
}
