package greenlight.market.users;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.chance.ScaledProbability;
import greenlight.market.scenario.Calendar;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/** The same users, rule and luck in the layouts that were weighed: time per user and quarter, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LayoutBenchmark.USERS * LayoutBenchmark.QUARTERS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LayoutBenchmark {
    static final int USERS = 200_000;
    static final int QUARTERS = 24;

    @Param({"QUIET", "BUSY"})
    public Workload workload;

    private final Chance chance = new Chance(7);
    private final Buffers buffers = new Buffers();

    /** How one layout lets all its users live through a month, counted from the start. */
    private interface Layout {
        void live(UserRule rule, DemandCounts tally, int month);
    }

    /** The chosen one, three bytes a user. */
    @Benchmark
    public long kindAndStateInThreeBytes() {
        People people = new People(workload.taste(), USERS, chance, BlockRunner.ALONE, buffers);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            people.live(quarter, workload.offers(quarter), workload.hype(quarter), workload.open());
        }
        return people.active();
    }

    /** Two whole integers a user: eight bytes. */
    @Benchmark
    public long twoIntegers() {
        UserTypes kinds = new UserTypes(workload.taste());
        int[] born = new int[USERS];
        int[] state = new int[USERS];
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        for (int user = 0; user < USERS; user++) {
            born[user] = kinds.born(birth, user);
        }
        return run(kinds, (rule, tally, month) -> {
            for (int user = 0; user < USERS; user++) {
                int before = state[user];
                int after = rule.pass(user, born[user], before);
                state[user] = after;
                count(tally, before, after, born[user]);
            }
        });
    }

    /** Two bytes a user: the kind is drawn again in each quarter, from the luck at birth. */
    @Benchmark
    public long kindsDrawnAgain() {
        UserTypes kinds = new UserTypes(workload.taste());
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        char[] state = new char[USERS];
        return run(kinds, (rule, tally, month) -> {
            for (int user = 0; user < USERS; user++) {
                int before = state[user];
                int kind = kinds.born(birth, user);
                int after = rule.pass(user, kind, before);
                state[user] = (char) after;
                count(tally, before, after, kind);
            }
        });
    }

    /** Three bytes a user, but everybody's odds are worked out anew: an exponential function for each. */
    @Benchmark
    public long oddsWithoutTables() {
        UserTypes kinds = new UserTypes(workload.taste());
        byte[] born = born(kinds);
        char[] state = new char[USERS];
        return run(kinds, (rule, tally, month) -> {
            Draws luck = chance.draws(RandomStream.USERS, month);
            for (int user = 0; user < USERS; user++) {
                int before = state[user];
                int kind = Byte.toUnsignedInt(born[user]);
                int row = greenlight.market.users.UserState.row(before);
                long bits = luck.bits(user);
                boolean moves = ScaledProbability.win(
                        ScaledProbability.ticket(bits), rule.tables().oddsOfMoving(row, kind));
                int tier = greenlight.market.users.UserState.tier(before);
                boolean pays = ScaledProbability.win(
                        ScaledProbability.otherTicket(bits), rule.tables().paying(tier, kind));
                int after = moves
                        ? rule.pass(user, kind, before)
                        : greenlight.market.users.UserState.of(rule.tables().staying(row), pays);
                state[user] = (char) after;
                count(tally, before, after, kind);
            }
        });
    }

    /** The rule for one user after the other, movers among those who stay. */
    @Benchmark
    public long ruleInOneLoop() {
        UserTypes kinds = new UserTypes(workload.taste());
        byte[] born = born(kinds);
        char[] state = new char[USERS];
        return run(kinds, (rule, tally, month) -> {
            for (int user = 0; user < USERS; user++) {
                int before = state[user];
                int kind = Byte.toUnsignedInt(born[user]);
                int after = rule.pass(user, kind, before);
                state[user] = (char) after;
                count(tally, before, after, kind);
            }
        });
    }

    /** The chosen one with no branch in the loop over all: no gain where the compiler makes no vectors of it. */
    @Benchmark
    public long moversListedWithoutBranches() {
        UserTypes kinds = new UserTypes(workload.taste());
        byte[] born = born(kinds);
        char[] state = new char[USERS];
        int[] movers = new int[USERS];
        return run(kinds, (rule, tally, month) -> {
            Draws luck = chance.draws(RandomStream.USERS, month);
            int chunk = 1024;
            for (int first = 0; first < USERS; first += chunk) {
                int listed = 0;
                for (int user = first; user < Math.min(first + chunk, USERS); user++) {
                    int kind = Byte.toUnsignedInt(born[user]);
                    int before = state[user];
                    long bits = luck.bits(user);
                    int row = greenlight.market.users.UserState.row(before);
                    int tier = greenlight.market.users.UserState.tier(before);
                    int moves = ~(rule.tables().moving(row, kind) - ScaledProbability.ticket(bits)) >>> 31;
                    int pays =
                            (ScaledProbability.otherTicket(bits) - rule.tables().paying(tier, kind) - 1) >>> 31;
                    int paid = tier / greenlight.market.users.UserState.PLACES;
                    movers[listed] = user;
                    listed += moves | (pays ^ paid);
                    int stays =
                            greenlight.market.users.UserState.of(rule.tables().staying(row), paid != 0);
                    state[user] = (moves | (pays ^ paid)) == 0 ? (char) stays : (char) before;
                }
                for (int i = 0; i < listed; i++) {
                    int kind = Byte.toUnsignedInt(born[movers[i]]);
                    int before = state[movers[i]];
                    int after = rule.pass(movers[i], kind, before);
                    state[movers[i]] = (char) after;
                    count(tally, before, after, kind);
                }
            }
        });
    }

    /** An object a user, in an array. */
    @Benchmark
    public long plainObjects() {
        UserTypes kinds = new UserTypes(workload.taste());
        Person[] people = people(kinds);
        return run(kinds, (rule, tally, month) -> {
            for (Person person : people) {
                person.live(rule, tally);
            }
        });
    }

    /** An agent a user on MASON's schedule, as its manual has it. */
    @Benchmark
    public long steppables() {
        UserTypes kinds = new UserTypes(workload.taste());
        Crowd crowd = new Crowd();
        for (Person person : people(kinds)) {
            crowd.schedule.scheduleRepeating(Schedule.EPOCH, person);
        }
        return run(kinds, (rule, tally, month) -> {
            crowd.rule = rule;
            crowd.tally = tally;
            crowd.schedule.step(crowd);
        });
    }

    private byte[] born(UserTypes kinds) {
        byte[] born = new byte[USERS];
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        for (int user = 0; user < USERS; user++) {
            born[user] = (byte) kinds.born(birth, user);
        }
        return born;
    }

    private Person[] people(UserTypes kinds) {
        Draws birth = chance.draws(RandomStream.TRAITS, 0);
        Person[] people = new Person[USERS];
        for (int user = 0; user < USERS; user++) {
            people[user] = new Person(user, kinds.born(birth, user));
        }
        return people;
    }

    private long run(UserTypes kinds, Layout layout) {
        DemandCounts total = new DemandCounts(kinds, 0);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            var offers = workload.offers(quarter);
            TransitionTables tables = new TransitionTables(
                    workload.taste(), kinds, offers, workload.hype(quarter), workload.open(), buffers);
            total = total.next(offers.size());
            for (int month = 0; month < Calendar.MONTHS_PER_QUARTER; month++) {
                int sinceTheStart = quarter * Calendar.MONTHS_PER_QUARTER + month;
                tables.begin((double) total.active() / USERS);
                UserRule rule = new UserRule(tables, chance.draws(RandomStream.USERS, sinceTheStart));
                layout.live(rule, total, sinceTheStart);
            }
        }
        return total.active();
    }

    private static void count(DemandCounts tally, int before, int after, int kind) {
        int from = greenlight.market.users.UserState.tier(before);
        int to = greenlight.market.users.UserState.tier(after);
        if (from != to) {
            tally.count(from, to, kind, 1);
        }
    }

    private static final class Crowd extends SimState {
        private static final long serialVersionUID = 1;
        private transient UserRule rule;
        private transient DemandCounts tally;

        Crowd() {
            super(1);
        }
    }

    private static final class Person implements Steppable {
        private static final long serialVersionUID = 1;
        private final int number;
        private final int kind;
        private int state;

        Person(int number, int kind) {
            this.number = number;
            this.kind = kind;
        }

        void live(UserRule rule, DemandCounts tally) {
            int before = state;
            state = rule.pass(number, kind, before);
            count(tally, before, state, kind);
        }

        @Override
        public void step(SimState crowd) {
            live(((Crowd) crowd).rule, ((Crowd) crowd).tally);
        }
    }
}
