package greenlight.app.desktop;

import greenlight.market.Market;
import greenlight.market.agent.ExternalParty;
import greenlight.market.agent.Investor;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.law.Case;
import greenlight.market.law.Party;
import greenlight.market.record.Event;
import greenlight.runner.format.Decimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sim.field.continuous.Continuous2D;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Double2D;

/**
 * The places of the agents of a market on the display, and what binds them in the quarter shown: those who own characters
 * or sue on the left, vendors in the middle, money on the right.
 */
final class Scene {
    static final double WIDTH = 1160;
    static final double HEIGHT = 660;
    /** Width of an agent's box. */
    static final double BOX = 196;
    /** Room for the quarter and its news. */
    static final double TOP = 96;
    /** Room for the legend. */
    static final double BOTTOM = 74;

    private static final double TALLEST = 36;
    private static final double GAP = 5;
    /** Stakes below this share are not drawn. */
    private static final double LEAST_STAKE = 0.001;

    private static final int MOST_NEWS = 3;
    private static final Set<Event.Kind> NEWS = Set.of(
            Event.Kind.LAUNCH,
            Event.Kind.SIGNING,
            Event.Kind.PILOT_FAILED,
            Event.Kind.TERMINATION,
            Event.Kind.VOIDING,
            Event.Kind.SHUTDOWN,
            Event.Kind.PIVOT,
            Event.Kind.INSOLVENCY,
            Event.Kind.ACQUISITION,
            Event.Kind.SUIT,
            Event.Kind.SETTLEMENT,
            Event.Kind.JUDGMENT,
            Event.Kind.FINE);

    /** Cells as wide as a box: MASON looks one cell around the mouse. */
    final Continuous2D agents = new Continuous2D(BOX, WIDTH, HEIGHT);

    final Network deals = new Network();
    final Network stakes = new Network();
    final Network suits = new Network();

    private final Map<Object, Double> heights = new HashMap<>();
    private final List<String> news = new ArrayList<>();
    private String quarter = "";
    private String people = "";

    /** From whom to whom. */
    private record Way(Object from, Object to) {}

    private Map<Way, Double> heldBefore = new HashMap<>();
    private Set<Case> openBefore = new HashSet<>();

    /** Empties the stage for a new run. */
    void clear() {
        agents.clear();
        deals.clear();
        stakes.clear();
        suits.clear();
        heights.clear();
        news.clear();
        quarter = "Before the first quarter";
        people = "";
        heldBefore = new HashMap<>();
        openBefore = new HashSet<>();
    }

    /** Shows a market before its first quarter. */
    void open(Market market) {
        place(market);
        stakes(market, false);
    }

    /** Shows the quarter that has just passed. */
    void update(Market market) {
        place(market);
        deals(market);
        stakes(market, true);
        suits(market);
        report(market);
    }

    String quarter() {
        return quarter;
    }

    String people() {
        return people;
    }

    List<String> news() {
        return news;
    }

    /** Height of an agent's box. */
    double height(Object agent) {
        return heights.getOrDefault(agent, TALLEST);
    }

    private void place(Market market) {
        List<Object> left = new ArrayList<>(market.studios());
        left.add(market.artists());
        left.add(market.regulator());
        column(left, BOX / 2 + 14);
        column(market.vendors(), WIDTH / 2);
        column(market.investors(), WIDTH - BOX / 2 - 14);
    }

    private void column(List<?> column, double x) {
        double room = (HEIGHT - TOP - BOTTOM) / column.size();
        for (int i = 0; i < column.size(); i++) {
            Object agent = column.get(i);
            agents.setObjectLocation(agent, new Double2D(x, TOP + (i + 0.5) * room));
            heights.put(agent, Math.min(TALLEST, room - GAP));
            deals.addNode(agent);
            stakes.addNode(agent);
            suits.addNode(agent);
        }
    }

    private void deals(Market market) {
        deals.removeAllEdges();
        int now = market.quarter();
        for (Deal deal : market.deals()) {
            boolean broken = deal.stage().ended() && deal.ended() == now;
            if (!deal.stage().running() && !broken) {
                continue;
            }
            Studio studio = market.studios().get(deal.studio());
            Vendor vendor = market.vendors().get(deal.vendor());
            Tie.State state = broken ? Tie.State.BROKEN : deal.stage().inForce() ? Tie.State.HOLDING : Tie.State.PILOT;
            String name = "Deal: " + studio + " and " + vendor;
            AgentProperties facts = new AgentProperties(name)
                    .words("stage", "stage of the deal's life", () -> word(deal.stage()))
                    .words("signed", "the quarter of signing", () -> market.label(deal.signed()))
                    .words(
                            "ended",
                            "the quarter in which it ended",
                            () -> deal.ended() < 0 ? "–" : market.label(deal.ended()))
                    .words("cause", "why it ended", () -> word(deal.cause()))
                    .number("term", "length of its term, quarters", () ->
                            (double) deal.terms().quarters())
                    .number("quarters_left", "left in the present term", () -> (double) deal.quartersLeft())
                    .number("pilot_quarters", "length of its pilot", () ->
                            (double) deal.terms().pilotQuarters())
                    .number("equity_pledged", "that the studio buys in the vendor, USD", deal.terms()::equity)
                    .number("equity_paid", "of it, paid so far, USD", deal::equityPaid)
                    .number("studio_paid", "what the studio has put in by this deal, USD", deal::studioPaid)
                    .number("studio_received", "what it has got out, USD", deal::studioReceived);
            deals.addEdge(studio, vendor, new Tie(Tie.Kind.DEAL, state, deal.signed() == now, 0.7, name, facts));
        }
    }

    private void stakes(Market market, boolean compare) {
        stakes.removeAllEdges();
        Map<Way, Double> held = new HashMap<>();
        for (Vendor vendor : market.vendors()) {
            for (Object each : market.stakes().getEdgesIn(vendor).toArray()) {
                Edge edge = (Edge) each;
                double share = (Double) edge.getInfo();
                if (share < LEAST_STAKE) {
                    continue;
                }
                Way way = new Way(edge.getFrom(), vendor);
                held.put(way, share);
                boolean grown = compare && share > heldBefore.getOrDefault(way, 0.0) + LEAST_STAKE;
                String name = "Stake: " + way.from() + " in " + vendor;
                AgentProperties facts = new AgentProperties(name)
                        .number("share", "of the vendor that the holder owns, 0 to 1", edge::getInfo)
                        .words("vendor", "state of the vendor's product", () -> word(vendor.state()));
                stakes.addEdge(
                        way.from(),
                        vendor,
                        new Tie(Tie.Kind.STAKE, Tie.State.HOLDING, grown, Math.min(1, share * 2), name, facts));
            }
        }
        heldBefore = held;
    }

    private void suits(Market market) {
        suits.removeAllEdges();
        Set<Case> open = new HashSet<>();
        Map<Way, List<Case>> running = new LinkedHashMap<>();
        List<Party> defendants = new ArrayList<>(market.vendors());
        defendants.addAll(market.studios());
        for (Party defendant : defendants) {
            for (Object each : market.casesNetwork().getEdgesIn(defendant).toArray()) {
                Case one = (Case) ((Edge) each).getInfo();
                open.add(one);
                running.computeIfAbsent(new Way(one.plaintiff(), defendant), way -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<Way, List<Case>> over = new LinkedHashMap<>();
        for (Case before : openBefore) {
            Way way = new Way(before.plaintiff(), before.defendant());
            if (!open.contains(before) && !running.containsKey(way)) {
                over.computeIfAbsent(way, either -> new ArrayList<>()).add(before);
            }
        }
        running.forEach((way, cases) -> suit(market, way, cases, Tie.State.HOLDING));
        over.forEach((way, cases) -> suit(market, way, cases, Tie.State.BROKEN));
        openBefore = open;
    }

    private void suit(Market market, Way way, List<Case> cases, Tie.State state) {
        boolean fresh = false;
        String name = (cases.size() == 1 ? "Suit: " : cases.size() + " suits: ") + way.from() + " against " + way.to();
        AgentProperties facts = new AgentProperties(name);
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            fresh |= one.filed() == market.quarter();
            facts.words(
                    "case_" + (i + 1),
                    "what it is about, and when it was filed",
                    () -> one.kind().words() + ", filed " + market.label(one.filed()));
        }
        double weight = Math.min(1, 0.15 + 0.15 * cases.size());
        suits.addEdge(way.from(), way.to(), new Tie(Tie.Kind.SUIT, state, fresh, weight, name, facts));
    }

    private void report(Market market) {
        quarter = market.label(market.quarter());
        double active = 0;
        for (Vendor vendor : market.vendors()) {
            active += vendor.userBase().activePeople();
        }
        people = count(active) + " users";
        news.clear();
        int more = 0;
        for (Event event : market.events()) {
            if (event.quarter() != market.quarter() || !NEWS.contains(event.kind())) {
                continue;
            }
            if (news.size() < MOST_NEWS) {
                String kind = event.kind().name().replace('_', ' ');
                String whom = event.whom() == null || event.whom().isEmpty() ? "" : " – " + event.whom();
                news.add(kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + ": " + event.who() + whom);
            } else {
                more++;
            }
        }
        if (more > 0) {
            news.set(MOST_NEWS - 1, news.get(MOST_NEWS - 1) + "   (and " + more + " more)");
        }
    }

    /** What a box says of its agent below its name. */
    static String line(Object agent) {
        if (agent instanceof Vendor vendor) {
            String kind = vendor.archetype().words();
            return switch (vendor.state()) {
                case LIVE ->
                    vendor.userBase().activePeople() > 0
                            ? kind + ", " + count(vendor.userBase().activePeople()) + " users"
                            : kind;
                case BUILDING -> kind + ", building";
                case SHUT_DOWN -> kind + ", video closed";
                case PIVOTED_TO_TOOLS, PIVOTED_TO_ENTERPRISE, INSOLVENT, ACQUIRED -> word(vendor.state());
            };
        }
        if (agent instanceof Studio studio) {
            return studio.strategy().words();
        }
        if (agent instanceof Investor investor) {
            return word(investor.kind()) + ", exuberance "
                    + Decimal.brief(Math.rint(investor.exuberance() * 100) / 100);
        }
        return agent instanceof ExternalParty ? "outside the trade" : "";
    }

    /** A count of people, short. */
    static String count(double people) {
        if (people >= 1e6) {
            return Decimal.brief(Math.rint(people / 1e5) / 10) + " M";
        }
        return people >= 1e3 ? Decimal.brief(Math.rint(people / 1e3)) + " k" : Decimal.brief(Math.rint(people));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
