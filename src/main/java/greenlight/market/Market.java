package greenlight.market;

import static greenlight.market.parameter.MarketParameter.QUARTERS;

import greenlight.market.agent.ExternalParty;
import greenlight.market.agent.Investor;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.ContinuationAppraisal;
import greenlight.market.appraisal.DealAppraisal;
import greenlight.market.appraisal.StudioAlternatives;
import greenlight.market.chance.Chance;
import greenlight.market.contract.Deal;
import greenlight.market.law.Case;
import greenlight.market.law.Court;
import greenlight.market.ledger.Ledger;
import greenlight.market.measure.Measure;
import greenlight.market.measure.Row;
import greenlight.market.measure.RunHistory;
import greenlight.market.phase.AccountingPhase;
import greenlight.market.phase.EnvironmentPhase;
import greenlight.market.phase.FailedRounds;
import greenlight.market.phase.FundingPhase;
import greenlight.market.phase.LawPhase;
import greenlight.market.phase.LearningPhase;
import greenlight.market.phase.OperationsPhase;
import greenlight.market.phase.PartnershipPhase;
import greenlight.market.phase.RecordPhase;
import greenlight.market.phase.RunningDeals;
import greenlight.market.phase.StrategyPhase;
import greenlight.market.phase.UserPhase;
import greenlight.market.record.Event;
import greenlight.market.record.Holding;
import greenlight.market.record.Recording;
import greenlight.market.scenario.Scenario;
import greenlight.market.state.ActivationOrder;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.Population;
import greenlight.market.state.Shareholdings;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Setting;
import java.util.List;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.field.network.Network;

/**
 * The market of film studios, AI video vendors, investors and users, quarter by quarter. {@link #start()} is the model:
 * one line for each phase. The state is in the rooms below; a phase gets the parts of it that it needs.
 */
public final class Market extends SimState {
    /** The calendar turns before the first phase. */
    private static final int CALENDAR = -1;

    private final transient Scenario scenario;
    private final transient Setting setting;
    private final transient Chance chance;
    private final transient Clock clock;
    private final transient ActivationOrder order = new ActivationOrder();
    private final transient Books books;
    private final transient EventLog log;
    private final transient DealBook deals;
    private final transient Shareholdings shares = new Shareholdings();
    private final transient Court court;
    private final transient Lawsuits lawsuits;
    private final transient Firms firms;
    private final transient Environment environment;
    private final transient Population population;
    private final transient RecordPhase recorder;
    private final transient PhaseListener listener;

    /**
     * A market before its first quarter, of which everything is recorded.
     *
     * @param seed keys all random streams of the run
     * @param runner works on the blocks of the audience
     * @param buffers memory that this market uses until the next one gets it
     */
    public Market(Scenario scenario, Setting setting, long seed, BlockRunner runner, Buffers buffers) {
        this(scenario, setting, seed, runner, buffers, Recording.ALL, PhaseListener.NONE);
    }

    private Market(
            Scenario scenario,
            Setting setting,
            long seed,
            BlockRunner runner,
            Buffers buffers,
            Recording record,
            PhaseListener listener) {
        super(seed);
        this.scenario = scenario;
        this.setting = setting;
        this.listener = listener;
        chance = new Chance(seed);
        clock = new Clock(scenario.start());
        books = new Books(clock, record);
        log = new EventLog(clock, record);
        deals = new DealBook(clock);
        court = new Court(setting, chance);
        lawsuits = new Lawsuits(court, books);
        firms = new Firms(scenario, setting, books);
        environment = new Environment(setting, scenario, chance);
        population = Population.of(setting, chance, runner, buffers);
        for (Scenario.Stake stake : scenario.stakes()) {
            shares.grant(firms.investor(stake.investor()), firms.vendor(stake.vendor()), stake.share());
        }
        recorder = new RecordPhase(clock, log, firms, deals, shares, court, lawsuits, environment, population, record);
    }

    /** Runs a market from its opening to its horizon, in memory of its own. */
    public static Market run(Scenario scenario, Setting setting, long seed, BlockRunner runner) {
        return run(scenario, setting, seed, runner, new Buffers());
    }

    /** Runs a market from its opening to its horizon, in memory that it is given. */
    public static Market run(Scenario scenario, Setting setting, long seed, BlockRunner runner, Buffers buffers) {
        return run(scenario, setting, seed, runner, buffers, Recording.ALL, PhaseListener.NONE);
    }

    /**
     * Runs a market from its opening to its horizon.
     *
     * @param recording what is written down of it
     * @param listener is notified of the opening and of each phase
     */
    public static Market run(
            Scenario scenario,
            Setting setting,
            long seed,
            BlockRunner runner,
            Buffers buffers,
            Recording recording,
            PhaseListener listener) {
        Market market = new Market(scenario, setting, seed, runner, buffers, recording, listener);
        market.toHorizon();
        return market;
    }

    void toHorizon() {
        start();
        listener.opened();
        for (int quarter = 0; quarter < setting.count(QUARTERS); quarter++) {
            schedule.step(this);
        }
        finish();
    }

    @Override
    public void start() {
        super.start();
        schedule.scheduleRepeating(
                Schedule.EPOCH, CALENDAR, market -> clock.turnTo((int) Math.round(schedule.getTime())));
        DealAppraisal appraisal = new DealAppraisal(setting, firms, deals, court, environment);
        ContinuationAppraisal continuation =
                new ContinuationAppraisal(setting, firms, deals, court, environment, appraisal);
        StudioAlternatives alternatives = new StudioAlternatives(setting, clock, books, log, firms);
        RunningDeals contracts =
                new RunningDeals(setting, clock, books, log, firms, deals, shares, appraisal, alternatives);
        FailedRounds failed = new FailedRounds(setting, clock, books, log, firms, shares, court, lawsuits, contracts);
        each(Phase.ENVIRONMENT, new EnvironmentPhase(scenario, clock, books, log, environment, court)::turn);
        each(
                Phase.FUNDING,
                new FundingPhase(setting, scenario, chance, clock, order, books, log, firms, shares, court, environment)
                        ::raise);
        each(
                Phase.STRATEGY,
                new StrategyPhase(
                                setting, clock, order, books, log, firms, contracts, environment, continuation, failed)
                        ::decide);
        each(
                Phase.PARTNERSHIPS,
                new PartnershipPhase(
                        setting,
                        scenario,
                        chance,
                        clock,
                        order,
                        log,
                        firms,
                        deals,
                        environment,
                        appraisal,
                        alternatives,
                        contracts)::meet);
        each(Phase.USERS, new UserPhase(setting, clock, firms, deals, environment, population)::live);
        each(
                Phase.OPERATIONS,
                new OperationsPhase(setting, chance, clock, order, books, log, firms, deals, environment, population)
                        ::serve);
        each(
                Phase.LAW,
                new LawPhase(setting, chance, clock, books, log, firms, deals, court, lawsuits, environment)::proceed);
        each(
                Phase.ACCOUNTING,
                new AccountingPhase(setting, clock, order, books, log, firms, contracts, lawsuits)::close);
        each(Phase.LEARNING, new LearningPhase(setting, clock, order, firms, deals, environment)::learn);
        each(Phase.OBSERVATION, recorder::write);
    }

    private void each(Phase phase, Runnable act) {
        schedule.scheduleRepeating(Schedule.EPOCH, phase.ordinal(), market -> {
            act.run();
            listener.after(phase);
        });
    }

    /** The running quarter, from 0. */
    public int quarter() {
        return clock.quarter();
    }

    /** The calendar label of a quarter, such as {@code 2025Q4}. */
    public String label(int quarter) {
        return clock.label(quarter);
    }

    public Scenario scenario() {
        return scenario;
    }

    public Setting setting() {
        return setting;
    }

    /** All that a newspaper would print, in order. */
    public List<Event> events() {
        return log.all();
    }

    /** The time series: in each quarter a row of the market, of each vendor and of each studio. */
    public List<Row> rows() {
        return recorder.rows();
    }

    /** A value for each {@link Measure}, not-a-number where it does not apply. */
    public double[] measures() {
        return Measure.of(new RunHistory(
                setting,
                firms.vendors(),
                deals.all(),
                deal -> shares.worth(
                        firms.studios().get(deal.studio()), firms.vendors().get(deal.vendor())),
                log.all(),
                recorder.rows()));
    }

    public Ledger ledger() {
        return books.ledger();
    }

    /** All deals ever signed, in the order of signing. */
    public List<Deal> deals() {
        return deals.all();
    }

    /** The shares in all vendors now, in the order of the vendors' entry. */
    public List<Holding> holdings() {
        return shares.of(firms.vendors());
    }

    /** Suits and actions that are open now, in the order of filing. */
    public List<Case> openCases() {
        return lawsuits.open();
    }

    /** All studios, in the order of the scenario. */
    public List<Studio> studios() {
        return firms.studios();
    }

    /** All vendors, those that are gone included, in the order of entry. */
    public List<Vendor> vendors() {
        return firms.vendors();
    }

    /** All investors, in the order of the scenario. */
    public List<Investor> investors() {
        return firms.investors();
    }

    /** Investor or studio to vendor, the share held on each edge; to be read only. */
    public Network stakes() {
        return shares.network();
    }

    /** Plaintiff to defendant, an open {@link Case} on each edge; to be read only. */
    public Network casesNetwork() {
        return lawsuits.network();
    }

    /** Artists and authors as a class, who sue vendors and studios. */
    public ExternalParty artists() {
        return lawsuits.artists();
    }

    /** Acts against vendors over harmful clips. */
    public ExternalParty regulator() {
        return lawsuits.regulator();
    }

    // The parts of the state, for the tests of this room.

    ActivationOrder order() {
        return order;
    }

    Chance chance() {
        return chance;
    }

    Books books() {
        return books;
    }

    Firms firms() {
        return firms;
    }

    DealBook dealBook() {
        return deals;
    }

    Shareholdings shares() {
        return shares;
    }

    Court court() {
        return court;
    }

    Lawsuits lawsuits() {
        return lawsuits;
    }

    Environment environment() {
        return environment;
    }

    Population population() {
        return population;
    }
}
