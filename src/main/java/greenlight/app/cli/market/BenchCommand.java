package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.TemporaryFolder;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.market.Market;
import greenlight.market.Phase;
import greenlight.market.PhaseListener;
import greenlight.market.model.BlockExecutor;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Recording;
import greenlight.market.state.Population;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.runner.format.Text;
import greenlight.runner.model.Setting;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The standard workloads, timed: what a user-quarter, a run and a sweep cost, and how the cost grows. */
@Command(
        name = BenchCommand.NAME,
        description =
                "Times the standard workloads: users from 10^4 to 10^8, the cohort form, vendors, quarters, sweeps.",
        footer = {
            "",
            "Times are of this machine at this moment; compare ratios. Takes some minutes, --short about two.",
            "",
            "Example:",
            "  ./greenlight bench --short"
        })
public final class BenchCommand implements Callable<Integer> {
    static final String NAME = "bench";
    /** Users of small runs. */
    private static final int[] FEW = {100, 1_000, 10_000};

    private static final double NANO = 1e-9;
    /** A workload is repeated until it has taken so long, seconds. */
    private static final double LONG_ENOUGH = 2;
    /** What the machine runs to be warm, seconds. */
    private static final double WARMING = 3;

    /** A small run, of which a sweep has many. */
    private static final int SMALL = 10_000;

    private static final int SMALL_QUARTERS = 40;
    private static final String SMALL_RUN = Text.grouped(SMALL) + " users and " + Text.count(SMALL_QUARTERS, "quarter");

    private static final String SCENARIO = "sora-disney";
    private static final int QUARTERS = 24;
    private static final long SEED = 20260324;

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--short", description = "Leave out 10^8 users; small runs for 12 seconds instead of 30.")
    private boolean brief;

    @Option(
            names = "--small",
            paramLabel = "USERS",
            description = "Time nothing but runs of so many users, from the first second of this program on.")
    private Integer small;

    private int atOnce;

    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        atOnce = threads.count(errors);
        errors.check();
        if (small != null) {
            smallRuns();
            return 0;
        }
        for (int few : FEW) {
            anew(few);
        }
        console.err().println("Warming up ...");
        repeat(setting(1e4, QUARTERS), 1, WARMING);
        users();
        cohorts();
        firms();
        sweeps();
        return 0;
    }

    /** Small runs in a program of its own, which is as cold as one that a shell starts. */
    private void anew(int few) throws IOException, InterruptedException {
        ProcessHandle.Info here = ProcessHandle.current().info();
        List<String> command = new ArrayList<>(here.command().stream().toList());
        command.addAll(List.of(here.arguments().orElse(new String[0])));
        int options = command.indexOf(NAME) + 1;
        if (options == 0) {
            console.err().println("Small runs are left out: the system does not say how this program was started.");
            return;
        }
        command.subList(options, command.size()).clear();
        command.addAll(List.of("--small", Integer.toString(few), "--threads", Integer.toString(atOnce)));
        if (brief) {
            command.add("--short");
        }
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** How quickly small runs go while the program gets warm. */
    private void smallRuns() throws BadExperiment, InterruptedException {
        SmallRuns runs = new SmallRuns(small, small == SMALL ? SMALL_QUARTERS : QUARTERS);
        SmallRuns.Rates rates = runs.rates(atOnce, brief ? 12 : 30);
        head(
                "Runs a second from the start on, " + Text.count(atOnce, "thread"),
                "users",
                "quarters",
                "first second",
                "first ten",
                "steady");
        row(
                Text.grouped(small),
                Integer.toString(runs.quarters()),
                Text.significant(rates.first()),
                Text.significant(rates.ten()),
                Text.significant(rates.steady()));
    }

    /** One run at a time: the cost of a user-quarter, with all threads inside the run. */
    private void users() {
        head("One run, users one by one", "users", "threads", "s/run", "ns/user-quarter", "against 10^6");
        double million = Double.NaN;
        for (double users : brief ? new double[] {1e6, 1e4, 1e7} : new double[] {1e6, 1e4, 1e7, 1e8}) {
            double seconds = repeat(setting(users, QUARTERS), atOnce, LONG_ENOUGH);
            double perUser = seconds / users / QUARTERS / NANO;
            million = users == 1e6 ? perUser : million;
            row(
                    power(users),
                    Integer.toString(atOnce),
                    Text.significant(seconds),
                    Text.significant(perUser),
                    Text.significant(perUser / million));
        }
        console.out()
                .println("  memory of the users: "
                        + Text.significant(
                                (Population.bytesNeeded(setting(1e8, 1)) - Population.bytesNeeded(setting(1e7, 1)))
                                        / 9e7)
                        + " bytes each");
    }

    private void cohorts() {
        head("One run, users counted by kind and state (audience: cohort)", "users", "s/run", "against 10^6");
        double million = Double.NaN;
        for (double users : new double[] {1e6, 1e7, 1e8, 1e9}) {
            Setting setting = setting(users, QUARTERS).with(MarketParameter.AUDIENCE, 1);
            double seconds = repeat(setting, 1, LONG_ENOUGH);
            million = users == 1e6 ? seconds : million;
            row(power(users), Text.significant(seconds), Text.significant(seconds / million));
        }
    }

    /** What firms cost: runs of hardly any users, with more vendors and more quarters. */
    private void firms() {
        head(
                "One run of 100 users on one thread: the firms' side",
                "vendors founded",
                "quarters",
                "ms/run",
                "ms/quarter");
        for (double entry : new double[] {0, 1, 3}) {
            firms(entry, QUARTERS);
        }
        for (int quarters : new int[] {48, 96}) {
            firms(1, quarters);
        }
        phases();
    }

    /** What each phase takes of a small run, by a clock that looks on. */
    private void phases() {
        Buffers buffers = new Buffers();
        Laps warming = new Laps();
        warming.repeat(buffers, WARMING);
        Laps laps = new Laps();
        laps.repeat(buffers, LONG_ENOUGH);
        head("One run of " + SMALL_RUN + " on one thread: its phases", "phase", "ms/run", "share");
        phase("opening", laps.nanos[0], laps);
        for (Phase phase : Phase.values()) {
            phase(phase.name().toLowerCase(Locale.ROOT), laps.nanos[1 + phase.ordinal()], laps);
        }
        double users = laps.nanos[0] + laps.nanos[1 + Phase.USERS.ordinal()];
        console.out()
                .println("  all but the opening and the users, which is the firms: "
                        + Text.percent(1 - users / laps.sum()));
    }

    private void phase(String name, double nanos, Laps laps) {
        row(name, Text.significant(nanos * NANO * 1e3 / laps.runs), Text.percent(nanos / laps.sum()));
    }

    /** Nanoseconds of the opening and of each phase, over some runs. */
    private static final class Laps implements PhaseListener {
        private final double[] nanos = new double[1 + Phase.values().length];
        private double runs;
        private long last;

        void repeat(Buffers buffers, double longEnough) {
            Setting setting = setting(SMALL, SMALL_QUARTERS);
            for (runs = 0; sum() * NANO < longEnough; runs++) {
                last = System.nanoTime();
                Market.run(
                        Scenarios.of(SCENARIO),
                        setting,
                        SEED + (long) runs,
                        BlockRunner.ALONE,
                        buffers,
                        Recording.ALL,
                        this);
            }
        }

        @Override
        public void opened() {
            lap(0);
        }

        @Override
        public void after(Phase phase) {
            lap(1 + phase.ordinal());
        }

        private void lap(int what) {
            long now = System.nanoTime();
            nanos[what] += now - last;
            last = now;
        }

        double sum() {
            return Arrays.stream(nanos).sum();
        }
    }

    private void firms(double entry, int quarters) {
        double seconds = repeat(setting(100, quarters).with(MarketParameter.ENTRY, entry), 1, LONG_ENOUGH);
        row(
                "entry " + Text.significant(entry),
                Integer.toString(quarters),
                Text.significant(seconds * 1e3),
                Text.significant(seconds * 1e3 / quarters));
    }

    private void sweeps() throws Exception {
        head("Sweeps, " + Text.count(atOnce, "thread"), "sweep", "runs", "seconds", "runs/s");
        Path quickstart = Path.of("experiments", "quickstart.yaml");
        if (Files.exists(quickstart)) {
            sweep("quickstart", ExperimentReader.read(quickstart, new MarketModel()));
            WritingCost cost = WritingCost.of(ExperimentReader.read(quickstart, new MarketModel()), atOnce);
            console.out()
                    .println("  on top of the runs of quickstart alone, best of " + WritingCost.TURNS
                            + ": making the text of their rows " + Text.percent(cost.text()) + ", journal and tables "
                            + Text.percent(cost.tables()) + ", in all " + Text.percent(cost.text() + cost.tables()));
        }
        SmallRuns.Serial serial = new SmallRuns(FEW[0], QUARTERS).serial();
        console.out()
                .println("  the one thread that schedules, writes and notes: " + Text.significant(serial.writer() * 1e6)
                        + " microseconds a run, " + Text.percent(serial.share()) + " of a run of "
                        + Text.count(FEW[0], "user"));
    }

    private void sweep(String name, Experiment experiment) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Sweep.Result result =
                    new Sweep(experiment).run(folder.path(), atOnce, StartMode.OVERWRITE, Progress.none());
            double seconds = result.elapsed().toNanos() * NANO;
            row(
                    name,
                    Text.grouped(experiment.runCount()),
                    Text.significant(seconds),
                    Text.significant(experiment.runCount() / seconds));
        }
    }

    private static Setting setting(double users, int quarters) {
        return Scenarios.setting(SCENARIO).with(MarketParameter.USERS, users).with(MarketParameter.QUARTERS, quarters);
    }

    /** Seconds of one run, over as many runs as take long enough; each has its own seed. */
    private static double repeat(Setting setting, int threads, double longEnough) {
        Buffers buffers = new Buffers();
        try (BlockExecutor blocks = new BlockExecutor(threads)) {
            BlockRunner workers = threads == 1 ? BlockRunner.ALONE : blocks;
            long start = System.nanoTime();
            int runs = 0;
            double seconds = 0;
            while (seconds < longEnough) {
                Market.run(Scenarios.of(SCENARIO), setting, SEED + runs, workers, buffers);
                runs++;
                seconds = (System.nanoTime() - start) * NANO;
            }
            return seconds / runs;
        }
    }

    private void head(String title, String... columns) {
        console.out().println();
        console.out().println(title);
        row(columns);
    }

    private void row(String... cells) {
        StringBuilder line = new StringBuilder("  ");
        for (String cell : cells) {
            line.append(Text.right(cell, 17));
        }
        console.out().println(line);
        console.out().flush();
    }

    private static String power(double users) {
        return "10^" + Math.round(Math.log10(users));
    }
}
