import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import repast.simphony.context.DefaultContext;
import repast.simphony.engine.controller.ScheduledMethodControllerAction;
import repast.simphony.engine.environment.RunState;
import repast.simphony.engine.schedule.ISchedule;
import repast.simphony.engine.schedule.Schedule;
import repast.simphony.engine.schedule.ScheduleParameters;
import repast.simphony.engine.schedule.ScheduledMethod;
import repast.simphony.random.RandomHelper;

/**
 * The rule of the users of version 0.5.0, who lived in quarters, as Repast Simphony agents: how long a user-quarter takes there.
 *
 * <pre>
 * javac -cp "$REPAST" -d out RepastPeople.java
 * java --add-opens java.base/java.lang=ALL-UNNAMED -cp "out:$REPAST" RepastPeople \
 *      [QUIET|BUSY [users [quarters [CONTEXT|EACH [runs]]]]]        QUIET 100000 24 CONTEXT 1
 * </pre>
 *
 * <p>Needs the classes of repast.simphony.core and its jars in REPAST; the option opens java.lang for the cglib that
 * Repast calls annotated methods with. One agent a user, as in mesa_people.py, whose rule this is: traits are drawn for
 * each user, random numbers and order come from Repast's RandomHelper. CONTEXT schedules the annotated methods as Repast does for
 * the classes of a model (one action a class, that calls all the agents of the context in random order); EACH schedules
 * every agent by itself (schedule.schedule(agent), one action a user, shuffled by the schedule). Only the quarters are
 * timed, not the making and scheduling of the agents. Prints the time of a user and quarter and the share of active
 * users, which must be near that of the Java form. Further runs in the same process show the time when the JVM is warm.
 */
public final class RepastPeople extends DefaultContext<RepastPeople.User> {
    static final int VENDORS = 10, LONGEST = 31, NONE = -1;
    static final double LEAVING = 0.05,
            SWITCHING = 0.3,
            CHOICE = 1,
            STAY = 1.5,
            PROFESSIONAL = 4,
            NOVELTY = 3,
            LIVES_SPREAD = 0.5,
            RESTORED = 0.25,
            IP = 0.3,
            BUDGET_SPREAD = 1,
            CONVERTING = 0.2,
            LAPSING = 0.45,
            PROFESSIONAL_BUDGET = 90,
            SEARCH = 0.1,
            TAIL = 2.5,
            PREMIUM = 0.3,
            QUOTA = 30,
            PLAN = 150,
            OPEN = 0.2;
    /** Of casual users and of professionals. */
    static final double[] WISHES = {12, 60};

    /** Share of the wishes that a quota lets through. */
    static double met(double wishes, double quota) {
        return 1 - Math.pow(1 + quota / (wishes * (TAIL - 1)), 1 - TAIL);
    }

    /** The normal tail, Abramowitz and Stegun 26.2.17. */
    static double tail(double z) {
        if (z < 0) return 1 - tail(-z);
        double t = 1 / (1 + 0.2316419 * z);
        double sum = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.319381530) * t;
        return sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    enum Taste {
        QUIET(0.008, 0.1, 0.15, 1, 0.4, 0.03, 0.6, 2.5),
        BUSY(0.05, 0.5, 0.4, 1, 1, 0.1, 1.5, 40);
        final double innovation, imitation, returning, outside, need, professionals, halfLife, budget;

        Taste(
                double innovation,
                double imitation,
                double returning,
                double outside,
                double need,
                double professionals,
                double halfLife,
                double budget) {
            this.innovation = innovation;
            this.imitation = imitation;
            this.returning = returning;
            this.outside = outside;
            this.need = need;
            this.professionals = professionals;
            this.halfLife = halfLife;
            this.budget = budget;
        }
    }

    static final class Vendor {
        final boolean open, renewed;
        final double quality, charm, cost, reach, price;
        /** By class: what the plans give, and the least budget that pays. */
        final double[] free = new double[2], paid = new double[2], least = new double[2];

        Vendor(int v, int quarter) {
            open = v < 6 || quarter > 6;
            quality = 0.6 + 0.05 * v + 0.02 * quarter;
            charm = NOVELTY * (1 + IP * (v % 3 == 0 ? 0.3 : 0));
            cost = 0.3 + 0.1 * (v % 2);
            reach = 2 + 0.3 * v;
            price = 8 + 2 * v;
            renewed = quarter % 6 == v;
            for (int kind = 0; kind < 2; kind++) {
                free[kind] = (1 - PREMIUM) * met(WISHES[kind], QUOTA);
                paid[kind] = met(WISHES[kind], PLAN);
                least[kind] = price / (paid[kind] - free[kind]) / quality;
            }
        }

        double worth(double need, double part, double left) {
            return part * (need * quality + charm * left) - cost;
        }

        /** How strongly it draws a class: between its plans, as many pay as can. */
        double weight(int kind, double need, double median) {
            double able = tail(Math.log(least[kind] / median) / BUDGET_SPREAD);
            double part = (1 - able) * free[kind] + able * paid[kind];
            return Math.exp(CHOICE * (reach + worth(need, part, 1)));
        }
    }

    public static final class User {
        final RepastPeople model;
        final boolean professional;
        final double need, halfLife, budget;
        int vendor = NONE, exposure, tried;
        boolean pays;

        User(RepastPeople model) {
            this.model = model;
            Taste taste = model.taste;
            professional = RandomHelper.nextDouble() < taste.professionals;
            need = professional ? PROFESSIONAL : 2 * taste.need * RandomHelper.nextDouble();
            halfLife = taste.halfLife * Math.exp(LIVES_SPREAD * gauss());
            budget = (professional ? PROFESSIONAL_BUDGET : taste.budget) * Math.exp(BUDGET_SPREAD * gauss());
        }

        private static double gauss() {
            return RandomHelper.getNormal().nextDouble();
        }

        private int kind() {
            return professional ? 1 : 0;
        }

        private boolean canPay(Vendor offer) {
            return budget >= offer.least[kind()];
        }

        private double utility(Vendor offer) {
            double left = Math.pow(0.5, exposure / halfLife);
            if (offer.renewed) left += RESTORED * (1 - left);
            return offer.worth(need, (canPay(offer) ? offer.paid : offer.free)[kind()], left);
        }

        /** The chance that it beats what is free elsewhere. */
        private double beats(double utility) {
            return 1 / (1 + Math.exp(-STAY * (utility - model.taste.outside - need * OPEN)));
        }

        private double best() {
            double best = Double.NEGATIVE_INFINITY;
            for (Vendor offer : model.vendors) if (offer.open) best = Math.max(best, utility(offer));
            return best;
        }

        @ScheduledMethod(start = 1, interval = 1)
        public void live() {
            Taste taste = model.taste;
            if (vendor == NONE) {
                double search = professional ? SEARCH : 0;
                double hazard = tried > 0
                        ? taste.returning
                        : -Math.expm1(-(search + taste.innovation * model.hype + taste.imitation * model.share));
                if (RandomHelper.nextDouble() < hazard * beats(best())) join(NONE);
                return;
            }
            Vendor mine = model.vendors[vendor];
            if (mine.open && RandomHelper.nextDouble() < (1 - LEAVING) * beats(utility(mine))) {
                exposure = Math.min(exposure + 1, LONGEST);
                pays = canPay(mine) && RandomHelper.nextDouble() < (pays ? 1 - LAPSING : CONVERTING);
            } else if (RandomHelper.nextDouble() < SWITCHING) {
                join(vendor);
            } else {
                vendor = NONE;
                pays = false;
            }
        }

        private void join(int left) {
            double[] weights = model.weights[professional ? 1 : 0];
            double sum = 0;
            for (double weight : weights) sum += weight;
            double ticket = RandomHelper.nextDouble() * (sum - (left == NONE ? 0 : weights[left]));
            int joined = 0;
            for (int v = 0; v < VENDORS; v++) {
                joined = v;
                if (v == left) continue;
                ticket -= weights[v];
                if (ticket < 0) break;
            }
            vendor = joined;
            exposure = Math.min(exposure + 1, LONGEST);
            tried = Math.min(tried + 1, 15);
            pays = canPay(model.vendors[vendor]) && RandomHelper.nextDouble() < CONVERTING;
        }
    }

    final Taste taste;
    final Vendor[] vendors = new Vendor[VENDORS];
    final double[][] weights = new double[2][VENDORS];
    double hype, share;
    int quarter;

    RepastPeople(Taste taste, int users) {
        super("people");
        this.taste = taste;
        for (int u = 0; u < users; u++) add(new User(this));
    }

    @ScheduledMethod(start = 1, interval = 1, priority = ScheduleParameters.FIRST_PRIORITY)
    public void market() {
        hype = quarter == 0 ? 8 : 1.5;
        for (int v = 0; v < VENDORS; v++) {
            Vendor o = vendors[v] = new Vendor(v, quarter);
            for (int kind = 0; kind < 2; kind++) {
                double need = kind == 0 ? taste.need : PROFESSIONAL;
                double median = kind == 0 ? taste.budget : PROFESSIONAL_BUDGET;
                weights[kind][v] = o.open ? o.weight(kind, need, median) : 0;
            }
        }
    }

    @ScheduledMethod(start = 1, interval = 1, priority = ScheduleParameters.LAST_PRIORITY)
    public void count() {
        int active = 0;
        for (User user : getObjects(User.class)) if (user.vendor != NONE) active++;
        share = (double) active / size();
        quarter++;
    }

    /** Schedules the annotated methods of the context and its users. */
    private ISchedule scheduled(RunState run, boolean each) {
        ISchedule schedule = new Schedule();
        if (each) {
            schedule.schedule(this);
            for (User user : getObjects(User.class)) schedule.schedule(user);
        } else {
            run.setMasterContext(this);
            run.getScheduleRegistry().setModelSchedule(schedule);
            List<Class<?>> agents = new ArrayList<>(Arrays.asList(User.class));
            new ScheduledMethodControllerAction(agents).runInitialize(run, getId(), null);
        }
        return schedule;
    }

    public static void main(String[] args) {
        Taste taste = Taste.valueOf(args.length > 0 ? args[0] : "QUIET");
        int users = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        int quarters = args.length > 2 ? Integer.parseInt(args[2]) : 24;
        boolean each = args.length > 3 && args[3].equals("EACH");
        int runs = args.length > 4 ? Integer.parseInt(args[4]) : 1;
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int r = 0; r < runs; r++) {
            RunState run = RunState.init();
            RandomHelper.setSeed(7 + r);
            RandomHelper.createNormal(0, 1);
            RepastPeople people = new RepastPeople(taste, users);
            ISchedule schedule = people.scheduled(run, each);
            int actions = schedule.getActionCount();
            long wall = System.nanoTime(), cpu = system.getProcessCpuTime();
            while (schedule.getTickCount() < quarters) schedule.execute();
            wall = System.nanoTime() - wall;
            cpu = system.getProcessCpuTime() - cpu;
            double all = (double) users * quarters;
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d users, %d quarters, %,d actions: %.0f ns a user and quarter"
                            + " (%.0f of the processor), %.4f active%n",
                    taste,
                    users,
                    people.quarter,
                    actions,
                    wall / all,
                    cpu / all,
                    people.share);
        }
    }
}
