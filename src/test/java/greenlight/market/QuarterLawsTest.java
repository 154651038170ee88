package greenlight.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import greenlight.market.agent.Fleet;
import greenlight.market.agent.Investor;
import greenlight.market.agent.ProductState;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.demand.Usage;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.scenario.Archetype;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sim.field.network.Edge;

/** What holds at the end of every quarter in every world. Each world runs once, and all laws look on. */
class QuarterLawsTest {
    private static final double ROUNDING = 1e-9;

    /** What a law looks at: the market that has opened, each quarter that has ended, and the market when all is over. */
    private record Law(Consumer<Market> opening, Consumer<Market> quarter, Consumer<Market> end) {}

    private static Law throughout(Consumer<Market> opening, Consumer<Market> quarter) {
        return new Law(opening, quarter, market -> {});
    }

    private static Law everyQuarter(Consumer<Market> quarter) {
        return throughout(market -> {}, quarter);
    }

    private static Law afterwards(Consumer<Market> end) {
        return new Law(market -> {}, market -> {}, end);
    }

    /** The methods below that return a law. */
    private static List<Method> laws() {
        return Stream.of(QuarterLawsTest.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Law.class && !Modifier.isPrivate(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    @TestFactory
    Stream<DynamicContainer> everyLawHoldsInEveryWorld() {
        return Worlds.hundred()
                .map(world -> dynamicContainer(
                        world.name(),
                        verdicts(world).entrySet().stream()
                                .map(verdict -> dynamicTest(verdict.getKey(), () -> {
                                    if (verdict.getValue().isPresent()) {
                                        throw verdict.getValue().get();
                                    }
                                }))));
    }

    /** By law, how it was broken first. */
    private Map<String, Optional<AssertionError>> verdicts(World world) {
        Map<String, Law> looking = new TreeMap<>();
        Map<String, Optional<AssertionError>> verdicts = new TreeMap<>();
        for (Method law : laws()) {
            looking.put(law.getName(), in(world, law));
            verdicts.put(law.getName(), Optional.empty());
        }
        Market over = world.watch(
                market -> look(looking, verdicts, law -> law.opening().accept(market)),
                market -> look(looking, verdicts, law -> law.quarter().accept(market)));
        look(looking, verdicts, law -> law.end().accept(over));
        return verdicts;
    }

    private Law in(World world, Method law) {
        try {
            return (Law) law.invoke(this, world);
        } catch (ReflectiveOperationException noLaw) {
            throw new IllegalStateException(noLaw);
        }
    }

    /** A law that is broken looks no more. */
    private static void look(
            Map<String, Law> looking, Map<String, Optional<AssertionError>> verdicts, Consumer<Law> at) {
        looking.entrySet().removeIf(each -> {
            try {
                at.accept(each.getValue());
                return false;
            } catch (AssertionError broken) {
                verdicts.put(each.getKey(), Optional.of(broken));
                return true;
            }
        });
    }

    /** Neither a law that nobody looks at nor one that cannot be broken would show anything. */
    @Test
    void aBrokenLawIsFoundOutAndTheOthersLookOn() {
        assertThat(laws()).hasSizeGreaterThanOrEqualTo(20);
        List<Integer> looks = new ArrayList<>();
        Map<String, Law> looking = new TreeMap<>(Map.of(
                "broken in its third quarter",
                        everyQuarter(market -> assertThat(market.quarter()).isLessThan(2)),
                "kept", everyQuarter(market -> looks.add(market.quarter()))));
        Map<String, Optional<AssertionError>> verdicts = new TreeMap<>();
        World.of("sora-disney", 1)
                .with(MarketParameter.QUARTERS, 4)
                .watch(market -> look(looking, verdicts, law -> law.quarter().accept(market)));
        assertThat(verdicts).containsOnlyKeys("broken in its third quarter");
        assertThat(looks).containsExactly(0, 1, 2, 3);
    }

    // ---- money

    Law moneyIsNeitherMadeNorLost(World world) {
        return throughout(
                market -> assertThat(market.ledger().total()).isZero(),
                market -> assertThat(market.ledger().total())
                        .as(() -> world.at(market))
                        .isZero());
    }

    Law everyBalanceIsTheOneBeforeAndTheQuartersFlows(World world) {
        Map<Account, Long> before = new HashMap<>();
        return throughout(
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
            flow += Cents.of(account.received(why)) - Cents.of(account.paid(why));
        }
        return flow;
    }

    Law theFlowMatrixAddsUpToTheBalancesOfTheSectors(World world) {
        return afterwards(market -> {
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
        });
    }

    // ---- people

    Law usersByVendorAndTierSumToThePopulation(World world) {
        Map<Integer, Long> before = new HashMap<>();
        return everyQuarter(market -> {
            long active = 0;
            long left = 0;
            long switched = 0;
            for (Vendor vendor : market.vendors()) {
                Demand demand = vendor.userBase().demand();
                Supplier<String> where = () -> vendor + ", " + world.at(market);
                long grown = demand.active() - before.getOrDefault(vendor.id(), 0L);
                assertThat(grown).as(where).isEqualTo(demand.came() - demand.left());
                assertThat(demand.freeBefore() + demand.paidBefore() + grown)
                        .as(where)
                        .isEqualTo(demand.userMonths());
                assertThat(demand.converted()).as(where).isBetween(0L, demand.paidMonths());
                assertThat(demand.freeLeft()).as(where).isBetween(0L, demand.freeBefore());
                assertThat(demand.paidLeft()).as(where).isBetween(0L, demand.paidBefore());
                assertThat(demand.newLeft()).as(where).isBetween(0L, demand.newBefore());
                assertThat(vendor.userBase().activePeople())
                        .as(where)
                        .isCloseTo(demand.active() * market.population().peoplePerAgent(), within(ROUNDING));
                before.put(vendor.id(), demand.active());
                active += demand.active();
                left += demand.left();
                switched += demand.switched();
            }
            long none = market.population().audience().users()
                    - market.population().audience().active();
            assertThat(active + none)
                    .as(() -> world.at(market))
                    .isEqualTo(world.setting().count(MarketParameter.USERS));
            assertThat(none).as(() -> world.at(market)).isNotNegative();
            assertThat(switched).as(() -> world.at(market)).isLessThanOrEqualTo(left);
        });
    }

    Law nobodyUsesAPlatformThatIsClosed(World world) {
        return everyQuarter(market -> {
            for (Vendor vendor : market.vendors()) {
                boolean closed = vendor.closed() >= 0 && vendor.closed() < market.quarter();
                if (closed || vendor.state() == ProductState.BUILDING || vendor.archetype() == Archetype.TOOL_MAKER) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(vendor.userBase().demand().active()).as(where).isZero();
                    assertThat(vendor.delivery().clips() + vendor.delivery().rationed())
                            .as(where)
                            .isZero();
                    assertThat(vendor.received(Why.SUBSCRIPTION)).as(where).isZero();
                }
            }
        });
    }

    // ---- compute

    Law clipsServedAndClipsRationedAreTheClipsDemanded(World world) {
        return everyQuarter(market -> {
            for (Vendor vendor : market.vendors()) {
                if (vendor.trading()) {
                    assertThat(vendor.delivery().clips() + vendor.delivery().rationed())
                            .as(() -> vendor + ", " + world.at(market))
                            .isEqualTo(demanded(market, vendor));
                }
            }
            for (Row row : lastRows(market)) {
                if (row.kind().equals(Row.VENDOR)) {
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
        return market.firms().vendor(row.entity()).delivery().minutesEach();
    }

    /** The draws of the quarter's clips, made once more. */
    private static long demanded(Market market, Vendor vendor) {
        Demand demand = vendor.userBase().demand();
        Setting setting = market.setting();
        double casual = setting.get(MarketParameter.CASUAL_CLIPS);
        double professional = setting.get(MarketParameter.PROFESSIONAL_CLIPS);
        double plan = setting.get(MarketParameter.PLAN_CLIPS);
        double tail = setting.get(MarketParameter.USE_TAIL);
        double worth = setting.get(MarketParameter.CLIP_WORTH);
        double price =
                vendor.delivery().minutesEach() / 60 * market.environment().gpuPrice() + worth;
        double quota = vendor.terms().freeQuota();
        double free = (demand.freeMonths() - demand.freeProfessionalMonths()) * Usage.capped(casual, quota, tail)
                + demand.freeProfessionalMonths() * Usage.capped(professional, quota, tail);
        long payingCasuals = demand.paidMonths() - demand.paidProfessionalMonths();
        double within = payingCasuals * Usage.capped(casual, plan, tail)
                + demand.paidProfessionalMonths() * Usage.capped(professional, plan, tail);
        double beyond = payingCasuals * (casual - Usage.capped(casual, plan, tail))
                + demand.paidProfessionalMonths() * (professional - Usage.capped(professional, plan, tail));
        beyond += (demand.freeMonths() - demand.freeProfessionalMonths()) * casual
                + demand.freeProfessionalMonths() * professional
                - free
                - 3 * demand.clipsElsewhere();
        double paid = within + beyond * Math.exp(-price / worth);
        free += 3 * demand.visitorClips();
        double people = market.population().peoplePerAgent() / 3;
        Draws luck = market.chance().draws(RandomStream.CLIPS, market.quarter());
        return count(people * free, luck.uniformOpenInterval(vendor.id()))
                + count(people * paid, luck.uniformOpenInterval(vendor.id(), 2));
    }

    private static long count(double mean, double luck) {
        return mean > 0 ? Quantile.poisson(mean, luck) : 0;
    }

    Law clipsAreRationedOnlyWhenTheFleetIsFull(World world) {
        return everyQuarter(market -> {
            for (Vendor vendor : market.vendors()) {
                double served = vendor.delivery().clips() * vendor.delivery().minutesEach();
                double capacity = vendor.fleet().videoMinutes();
                if (vendor.trading()) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(served)
                            .as(where)
                            .isLessThanOrEqualTo(capacity + vendor.delivery().minutesEach());
                    if (vendor.delivery().rationed() > 0) {
                        assertThat(served + vendor.delivery().minutesEach())
                                .as(where)
                                .isGreaterThanOrEqualTo(capacity * (1 - ROUNDING));
                    }
                }
            }
        });
    }

    Law theSplitOfAFleetIsTheWholeFleet(World world) {
        return everyQuarter(market -> {
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

    Law dealsChangeOnlyLegally(World world) {
        Map<Integer, Stage> before = new HashMap<>();
        return everyQuarter(market -> {
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

    Law aVendorWithoutAnOpenPlatformHasNoRunningDeal(World world) {
        return everyQuarter(market -> {
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

    Law aStudioHasOneRunningDealWithAVendorAtMost(World world) {
        return everyQuarter(market -> {
            assertThat(market.dealBook().running().stream().map(deal -> deal.studio() + " with " + deal.vendor()))
                    .as(() -> world.at(market))
                    .doesNotHaveDuplicates();
        });
    }

    Law aStudioThatIsBoundSignsWithNoOther(World world) {
        return everyQuarter(market -> {
            for (Deal binding : market.dealBook().running()) {
                if (binding.exclusive(market.quarter()) && binding.signed() < market.quarter()) {
                    assertThat(market.deals())
                            .as(() -> "deal " + binding.id() + ", " + world.at(market))
                            .noneMatch(deal -> deal.studio() == binding.studio() && deal.signed() == market.quarter());
                }
            }
        });
    }

    Law nothingIsPaidForADealThatDoesNotRun(World world) {
        List<Why> inForce = List.of(Why.LICENCE_FEE, Why.COST_SHARE, Why.EQUITY, Why.ENGAGEMENT, Why.BRAND_HARM);
        Map<Integer, Stage> before = new HashMap<>();
        return everyQuarter(market -> {
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

    /** Whether the deal ran when deals were paid: it did a quarter ago, and was not ended before; an end before its time leaves a last bill. */
    private static boolean paidFor(Market market, Deal deal, Map<Integer, Stage> before) {
        boolean ran = before.getOrDefault(deal.id(), Stage.OFFERED).running();
        boolean windsDown = deal.stage() == Stage.VOIDED || deal.cause() == Deal.Cause.USE;
        boolean endedNow = deal.ended() == market.quarter() && windsDown;
        return endedNow || (ran && deal.stage().running());
    }

    private static void nothing(Account account, List<Why> reasons, String where) {
        for (Why why : reasons) {
            assertThat(account.paid(why) + account.received(why))
                    .as(() -> account.holder() + ", " + why.words() + ", " + where)
                    .isZero();
        }
    }

    Law noMoreEquityIsPaidThanWasPledged(World world) {
        return afterwards(market -> {
            double paid = 0;
            for (Deal deal : market.deals()) {
                assertThat(deal.equityPaid())
                        .as(() -> "deal " + deal.id())
                        .isBetween(0.0, deal.terms().equity());
                paid += deal.equityPaid();
            }
            double booked = Cents.dollars(market.ledger().flow(Why.EQUITY, Sector.STUDIOS, Sector.VENDORS));
            assertThat(booked).isCloseTo(paid, within(1.0));
        });
    }

    // ---- stakes, and those who are gone

    Law nobodyHoldsMoreThanTheWholeOfAVendor(World world) {
        return everyQuarter(market -> {
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
            market.shares().issue(buyer, vendor, 0.2);
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

    Law whoIsGoneNeitherPaysNorIsPaid(World world) {
        Set<Vendor> goneBefore = new HashSet<>();
        return everyQuarter(market -> {
            for (Vendor vendor : market.vendors()) {
                if (!vendor.trading()) {
                    Supplier<String> where = () -> vendor + ", " + world.at(market);
                    assertThat(vendor.account().balance()).as(where).isZero();
                    assertThat(vendor.fleet().gpus()).as(where).isZero();
                    assertThat(market.court().against(vendor)).as(where).isEmpty();
                    if (!goneBefore.add(vendor)) {
                        nothing(vendor.account(), List.of(Why.values()), world.at(market));
                    }
                }
            }
        });
    }

    Law aVendorThatClosedItsPlatformKeepsItsClosingQuarterWhateverBecomesOfIt(World world) {
        Map<Vendor, Integer> closings = new HashMap<>();
        return everyQuarter(market -> {
            for (Vendor vendor : market.vendors()) {
                if (vendor.closed() >= 0) {
                    int first = closings.computeIfAbsent(vendor, closed -> market.quarter());
                    assertThat(vendor.closed())
                            .as(() -> vendor + ", " + world.at(market))
                            .isEqualTo(first);
                }
            }
        });
    }

    Law nobodyEndsAQuarterInDebt(World world) {
        return everyQuarter(market -> {
            for (Account account : market.ledger().accounts()) {
                if (Set.of(Sector.VENDORS, Sector.STUDIOS, Sector.INVESTORS).contains(account.sector())) {
                    assertThat(account.balance())
                            .as(() -> account.holder() + ", " + world.at(market))
                            .isNotNegative();
                }
            }
        });
    }

    Law theNetworkOfCasesIsTheDocket(World world) {
        return everyQuarter(market -> {
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
            Reading.NEWCOMER_RETENTION,
            Reading.CONVERSION_OBSERVED,
            Reading.QUARTER_MINUTES_PER_CLIP,
            Reading.QUARTER_CLIP_PRICE,
            Reading.QUARTER_ENTERPRISE_REVENUE,
            Reading.ENTERPRISE_PRICE,
            Reading.SHADOW_PRICE,
            Reading.CAPABILITY,
            Reading.RUNWAY,
            Reading.HHI);

    Law readingsAreFiniteWhereTheyApplyAndEmptyWhereTheyDoNot(World world) {
        return afterwards(market -> {
            for (Row row : market.rows()) {
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
        });
    }

    Law sharesAreSharesAndCountsAreCounts(World world) {
        Set<String> shares = Set.of("share", "probability", "weight", "effort");
        Set<String> amounts = Set.of("people", "clips", "cases", "deals", "vendors", "studios", "GPUs", "GPU-minutes");
        return afterwards(market -> {
            for (Row row : market.rows()) {
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
        });
    }

    Law theMarketsRowIsTheSumOfItsFirms(World world) {
        return afterwards(market -> {
            for (Row whole : market.rows()) {
                if (!whole.kind().equals(Row.MARKET)) {
                    continue;
                }
                for (Reading reading : Set.of(
                        Reading.ACTIVE_USERS,
                        Reading.PAID_USERS,
                        Reading.QUARTER_CLIPS,
                        Reading.QUARTER_VIDEO_REVENUE,
                        Reading.QUARTER_LEGAL_COST,
                        Reading.OPEN_CASES,
                        Reading.QUARTER_RAISED)) {
                    double sum = 0;
                    for (Row row : market.rows()) {
                        boolean firm =
                                row.quarter() == whole.quarter() && !row.kind().equals(Row.MARKET);
                        sum += firm && !Double.isNaN(row.get(reading)) ? row.get(reading) : 0;
                    }
                    assertThat(whole.get(reading))
                            .as(() -> reading.key() + ", " + world + " in " + whole.label())
                            .isCloseTo(sum, within(ROUNDING * (1 + Math.abs(sum))));
                }
            }
        });
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
        assertThat(causes).containsExactlyInAnyOrder(Deal.Cause.values());
    }
}
