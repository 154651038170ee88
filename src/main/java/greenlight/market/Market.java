package greenlight.market;

import static greenlight.market.parameter.MarketParameter.AUDIENCE;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.QUARTERS;
import static greenlight.market.parameter.MarketParameter.USERS;

import greenlight.market.chance.Chance;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.law.Case;
import greenlight.market.law.Court;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.Holding;
import greenlight.market.record.Row;
import greenlight.market.users.Audience;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.market.users.Cohorts;
import greenlight.market.users.People;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Bag;

/**
 * The market of film studios, AI video vendors, investors and users, quarter by quarter. {@link #start()} is the model:
 * one line for each phase.
 */
public final class Market extends SimState {
    /** Users are kept one by one. */
    private static final double INDIVIDUAL = 0;
    /** A studio's money at the start, in quarters of its content spending. */
    private static final double OPENING_QUARTERS_OF_SPENDING = 2;

    private final transient Scenario scenario;
    private final transient Setting setting;
    private final transient Chance chance;
    private final transient BlockRunner workers;
    private final transient Buffers buffers;

    private final transient Ledger ledger = new Ledger();
    private final transient Account users = ledger.open(Sector.USERS, "users");
    private final transient Account compute = ledger.open(Sector.COMPUTE, "compute suppliers");
    private final transient Account world = ledger.open(Sector.WORLD, "rest of the world");
    private final transient ExternalParty artists =
            new ExternalParty("artists and authors", ledger.open(Sector.PLAINTIFFS, "artists and authors"));
    private final transient ExternalParty regulator =
            new ExternalParty("the regulator", ledger.open(Sector.REGULATOR, "the regulator"));

    private final transient List<Studio> studios = new ArrayList<>();
    private final transient List<Vendor> vendors = new ArrayList<>();
    private final transient List<Investor> investors = new ArrayList<>();
    private final transient List<Deal> deals = new ArrayList<>();
    private final transient List<Deal> running = new ArrayList<>();
    // to be read only
    private final transient List<Studio> allStudios = Collections.unmodifiableList(studios);
    private final transient List<Vendor> allVendors = Collections.unmodifiableList(vendors);
    private final transient List<Investor> allInvestors = Collections.unmodifiableList(investors);
    private final transient List<Deal> allDeals = Collections.unmodifiableList(deals);
    private final transient List<Deal> allRunning = Collections.unmodifiableList(running);
    /** Studio to vendor, a {@link Deal} on each edge. */
    private final transient Network dealsNetwork = new Network();
    /** Investor or studio to vendor, the share held on each edge. */
    private final transient Network stakes = new Network();
    /** Plaintiff to defendant, a {@link Case} on each edge. */
    private final transient Network cases = new Network();

    private final transient List<Event> events = new ArrayList<>();
    private final transient TimeSeriesRecorder chronicle;
    private int quarter;
    private transient Audience audience;
    private transient Court court;
    private transient Environment environment;
    /** Null while agents act in the order in which they came. */
    private transient Turnout turnout;

    /** Nobody, unless somebody wants to see what phases cost. */
    private transient PhaseListener onlooker = PhaseListener.NOBODY;

    /** In which order agents act within a phase; it must not matter, and a test shuffles it to prove so. */
    interface Turnout {
        List<Integer> order(List<Integer> agents);
    }

    /**
     * A market that has not opened yet.
     *
     * @param seed fixes all chance of the run
     * @param workers who works the audience's blocks
     * @param buffers lent to this market until the next one gets them
     */
    public Market(Scenario scenario, Setting setting, long seed, BlockRunner workers, Buffers buffers) {
        super(seed);
        this.buffers = buffers;
        this.scenario = scenario;
        this.setting = setting;
        this.workers = workers;
        chance = new Chance(seed);
        chronicle = new TimeSeriesRecorder(this);
    }

    /** Runs a market from its opening to its horizon, in memory of its own. */
    public static Market run(Scenario scenario, Setting setting, long seed, BlockRunner workers) {
        return run(scenario, setting, seed, workers, new Buffers());
    }

    /** Runs a market from its opening to its horizon, in memory that is lent to it. */
    public static Market run(Scenario scenario, Setting setting, long seed, BlockRunner workers, Buffers buffers) {
        return run(scenario, setting, seed, workers, buffers, PhaseListener.NOBODY);
    }

    /** The same while somebody looks on. */
    public static Market run(
            Scenario scenario,
            Setting setting,
            long seed,
            BlockRunner workers,
            Buffers buffers,
            PhaseListener onlooker) {
        Market market = new Market(scenario, setting, seed, workers, buffers);
        market.onlooker = onlooker;
        market.toHorizon();
        return market;
    }

    /** Memory that a run takes for its users, bytes. */
    public static long bytesNeeded(Setting setting) {
        return setting.get(AUDIENCE) == INDIVIDUAL ? People.bytesNeeded(setting.count(USERS)) : Cohorts.BYTES;
    }

    /** How many users, kept one by one, fit into so much memory. */
    public static long usersThatFit(long bytes) {
        long perUser = People.bytesNeeded(1) - People.bytesNeeded(0);
        return (bytes - People.bytesNeeded(0)) / perUser;
    }

    void toHorizon() {
        start();
        onlooker.opened();
        for (int quarter = 0; quarter < setting.count(QUARTERS); quarter++) {
            schedule.step(this);
        }
        finish();
    }

    @Override
    public void start() {
        super.start();
        open();
        each(Phase.ENVIRONMENT, new EnvironmentPhase(this)::turn);
        each(Phase.FUNDING, new FundingPhase(this)::raise);
        each(Phase.STRATEGY, new StrategyPhase(this)::decide);
        each(Phase.PARTNERSHIPS, new PartnershipPhase(this)::meet);
        each(Phase.USERS, new UserPhase(this)::live);
        each(Phase.OPERATIONS, new OperationsPhase(this)::serve);
        each(Phase.LAW, new LawPhase(this)::proceed);
        each(Phase.ACCOUNTING, new AccountingPhase(this)::close);
        each(Phase.LEARNING, new LearningPhase(this)::learn);
        each(Phase.OBSERVATION, chronicle::write);
    }

    private void each(Phase phase, Runnable act) {
        schedule.scheduleRepeating(Schedule.EPOCH, phase.ordinal(), market -> {
            act.run();
            onlooker.after(phase);
        });
    }

    /** Opens the books and lets everybody in. */
    private void open() {
        audience = setting.get(AUDIENCE) == INDIVIDUAL
                ? new People(Tastes.of(setting), setting.count(USERS), chance, workers, buffers)
                : new Cohorts(Tastes.of(setting), setting.count(USERS), chance, workers);
        court = new Court(setting, chance);
        environment = new Environment(setting, scenario, chance);
        for (Scenario.StudioOpening opening : scenario.studios()) {
            Account account = ledger.open(Sector.STUDIOS, opening.name());
            Studio studio = new Studio(studios.size(), opening, account, setting);
            endow(account, OPENING_QUARTERS_OF_SPENDING * opening.contentSpend());
            studios.add(studio);
            dealsNetwork.addNode(studio);
            cases.addNode(studio);
        }
        for (Scenario.VendorOpening opening : scenario.vendors()) {
            endow(enter(opening).account(), opening.cash());
        }
        for (Scenario.InvestorOpening opening : scenario.investors()) {
            Account account = ledger.open(Sector.INVESTORS, opening.name());
            investors.add(new Investor(investors.size(), opening, account, setting));
            endow(account, opening.powder());
        }
        for (Scenario.Stake stake : scenario.stakes()) {
            stakes.addEdge(investor(stake.investor()), vendor(stake.vendor()), stake.share());
        }
    }

    private void endow(Account account, double dollars) {
        ledger.pay(world, account, Ledger.cents(dollars), Why.OPENING);
    }

    /** Lets a vendor into the market. */
    Vendor enter(Scenario.VendorOpening opening) {
        Vendor vendor = new Vendor(vendors.size(), opening, ledger.open(Sector.VENDORS, opening.name()), setting);
        vendors.add(vendor);
        dealsNetwork.addNode(vendor);
        stakes.addNode(vendor);
        cases.addNode(vendor);
        studios.forEach(Studio::meet);
        return vendor;
    }

    /** Signs a deal: it joins the book and becomes an edge of the network. */
    void sign(Deal deal) {
        deals.add(deal);
        running.add(deal);
        dealsNetwork.addEdge(studios.get(deal.studio()), vendors.get(deal.vendor()), deal);
    }

    /** Ends a deal: it stays in the book and leaves the network. */
    void end(Deal deal, Stage how, Deal.Cause why) {
        deal.end(how, quarter(), why);
        running.remove(deal);
        for (Object each : dealsNetwork.getEdgesIn(vendors.get(deal.vendor())).toArray()) {
            if (((Edge) each).getInfo() == deal) {
                dealsNetwork.removeEdge((Edge) each);
            }
        }
    }

    /** Puts a case on the network. */
    void docket(Case filed) {
        cases.addEdge(filed.plaintiff(), filed.defendant(), filed);
    }

    /** Takes a case off the network. */
    void strike(Case ended) {
        Bag open = cases.getEdgesIn(ended.defendant());
        for (int i = 0; i < open.numObjs; i++) {
            Edge edge = (Edge) open.get(i);
            if (edge.getInfo() == ended) {
                cases.removeEdge(edge);
                return;
            }
        }
    }

    /** Ends without a ruling what is open against a vendor that is gone. */
    void dropCases(Vendor vendor) {
        court.drop(vendor);
        Bag open = cases.getEdgesIn(vendor);
        while (open.numObjs > 0) {
            cases.removeEdge((Edge) open.top());
        }
    }

    /** A holder's share in a vendor grows; everybody else's shrinks in proportion. */
    void hold(Object holder, Vendor vendor, double bought) {
        Edge own = null;
        for (Object each : stakes.getEdgesIn(vendor).toArray()) {
            Edge stake = (Edge) each;
            stake.setInfo((Double) stake.getInfo() * (1 - bought));
            if (stake.getFrom() == holder) {
                own = stake;
            }
        }
        if (own == null) {
            stakes.addEdge(holder, vendor, bought);
        } else {
            own.setInfo((Double) own.getInfo() + bought);
        }
    }

    /** Prints an event of the running quarter. */
    void tell(Event.Kind kind, String who, String whom, double dollars, String cause) {
        events.add(new Event(quarter(), kind, who, whom, Ledger.cents(dollars), cause));
    }

    void pay(Account from, Account to, double dollars, Why why) {
        ledger.pay(from, to, Ledger.cents(dollars), why);
    }

    /** The running quarter, from 0. */
    public int quarter() {
        return quarter;
    }

    /** Reads the quarter off the schedule. */
    void turnCalendar() {
        quarter = (int) Math.round(schedule.getTime());
    }

    /** Its calendar label, such as {@code 2025Q4}. */
    public String label(int quarter) {
        return scenario.start().label(quarter);
    }

    double peoplePerAgent() {
        return setting.get(POPULATION) / audience.users();
    }

    /** The agents in the order in which they act this time. */
    <T> List<T> acting(List<T> agents) {
        if (turnout == null) {
            return new ArrayList<>(agents);
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            numbers.add(i);
        }
        List<T> acting = new ArrayList<>();
        for (int i : turnout.order(numbers)) {
            acting.add(agents.get(i));
        }
        return acting;
    }

    void actIn(Turnout order) {
        turnout = order;
    }

    /** Running deals, in the order of signing; who ends one while going through them goes through a copy. */
    List<Deal> runningDeals() {
        return allRunning;
    }

    /** Deals that failed in the running quarter: voided, or terminated otherwise than for a better offer. */
    List<Deal> failedDeals() {
        List<Deal> failed = new ArrayList<>();
        for (Deal deal : deals) {
            boolean gone = deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED;
            if (gone && deal.cause() != Deal.Cause.BETTER_OFFER && deal.ended() == quarter()) {
                failed.add(deal);
            }
        }
        return failed;
    }

    /** What was printed in a quarter. */
    List<Event> eventsOf(int quarter) {
        int from = events.size();
        while (from > 0 && events.get(from - 1).quarter() >= quarter) {
            from--;
        }
        List<Event> of = new ArrayList<>();
        for (Event event : events.subList(from, events.size())) {
            if (event.quarter() == quarter) {
                of.add(event);
            }
        }
        return of;
    }

    private Investor investor(String name) {
        for (Investor investor : investors) {
            if (investor.name().equals(name)) {
                return investor;
            }
        }
        throw new IllegalArgumentException("No investor is called " + name + ".");
    }

    Vendor vendor(String name) {
        for (Vendor vendor : vendors) {
            if (vendor.name().equals(name)) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("No vendor is called " + name + ".");
    }

    Studio studio(String name) {
        for (Studio studio : studios) {
            if (studio.name().equals(name)) {
                return studio;
            }
        }
        throw new IllegalArgumentException("No studio is called " + name + ".");
    }

    public Scenario scenario() {
        return scenario;
    }

    public Setting setting() {
        return setting;
    }

    /** All that a newspaper would print, in order. */
    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** The quarters' rows: the market, then vendors, then studios, in each quarter. */
    public List<Row> rows() {
        return chronicle.rows();
    }

    /** The summary of the run: a value for each {@link greenlight.market.record.Measure}, not-a-number where none applies. */
    public double[] measures() {
        return new RunMeasures(this).measures();
    }

    public Ledger ledger() {
        return ledger;
    }

    /** All deals ever offered and taken, in the order of signing. */
    public List<Deal> deals() {
        return allDeals;
    }

    /** Who holds what share of which vendor now: vendors in the order of their entry. */
    public List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        for (Vendor vendor : vendors) {
            for (Object each : stakes.getEdgesIn(vendor).toArray()) {
                Edge stake = (Edge) each;
                String holder = stake.getFrom() instanceof Investor investor
                        ? investor.name()
                        : ((Party) stake.getFrom()).name();
                holdings.add(new Holding(holder, vendor.name(), (Double) stake.getInfo()));
            }
        }
        return holdings;
    }

    /** Suits and actions open now, in the order of filing. */
    public List<Case> openCases() {
        return court.docket();
    }

    Chance chance() {
        return chance;
    }

    /** All studios, in the order of the scenario. */
    public List<Studio> studios() {
        return allStudios;
    }

    /** All vendors, those that are gone included, in the order of entry. */
    public List<Vendor> vendors() {
        return allVendors;
    }

    /** All investors, in the order of the scenario. */
    public List<Investor> investors() {
        return allInvestors;
    }

    /** Investor or studio to vendor, the share held on each edge; to be read only. */
    public Network stakes() {
        return stakes;
    }

    Network dealsNetwork() {
        return dealsNetwork;
    }

    /** Plaintiff to defendant, a {@link Case} that is open on each edge; to be read only. */
    public Network casesNetwork() {
        return cases;
    }

    Audience audience() {
        return audience;
    }

    Court court() {
        return court;
    }

    Environment environment() {
        return environment;
    }

    Account usersAccount() {
        return users;
    }

    Account compute() {
        return compute;
    }

    Account world() {
        return world;
    }

    /** Artists and authors as a class, who sue vendors and studios. */
    public ExternalParty artists() {
        return artists;
    }

    /** Who acts against vendors over harmful clips. */
    public ExternalParty regulator() {
        return regulator;
    }
}
