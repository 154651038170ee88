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
import greenlight.runner.run.SingleRun;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import greenlight.runner.spec.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The standard workloads, timed: what a user-quarter, a run and a sweep cost, and how the cost grows. */
@Command(
        name = "bench",
        description =
                "Times the standard workloads: users from 10^4 to 10^8, the cohort form, vendors, quarters, sweeps.",
        footer = {
            "",
            "Times are of this machine at this moment; compare ratios. Takes some minutes; --short a part of one.",
            "",
            "Example:",
            "  ./greenlight bench --short"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int TURNS = 10;
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

    @Option(names = "--short", description = "Leave out 10^8 users and run a thousand runs instead of ten thousand.")
    private boolean brief;

    private int atOnce;

    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        atOnce = threads.count(errors);
        errors.check();
        console.err().println("Warming up ...");
        repeat(setting(1e4, QUARTERS), 1, WARMING);
        users();
        cohorts();
        firms();
        sweeps();
        return 0;
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
        }
        if (Files.exists(quickstart)) {
            writing(ExperimentReader.read(quickstart, new MarketModel()));
        }
        int runs = brief ? 1_000 : 10_000;
        String text = "name: bench\nscenario: " + SCENARIO + "\nreplications: " + runs + "\nset: {users: " + SMALL
                + ", quarters: " + SMALL_QUARTERS + "}\nrecord: [runs]\n";
        sweep(Text.grouped(SMALL) + " users", ExperimentReader.read(text, "bench", new MarketModel()));
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

    /** What rows, journal and tables cost: the same runs with and without them, in turn. */
    private void writing(Experiment experiment) throws Exception {
        SingleRun again = new SingleRun(experiment);
        double alone = Double.POSITIVE_INFINITY;
        double asText = Double.POSITIVE_INFINITY;
        double written = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            alone = Math.min(
                    alone,
                    each(experiment, run -> experiment.model().run(run.scenario(), run.setting(), run.seed(), 1)));
            asText = Math.min(asText, each(experiment, run -> again.lines(run, 1)));
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                Progress silent = Progress.none();
                Sweep.Result result = new Sweep(experiment).run(folder.path(), atOnce, StartMode.OVERWRITE, silent);
                written = Math.min(written, result.elapsed().toNanos() * NANO);
            }
        }
        console.out()
                .println("  on top of the runs of quickstart alone, best of " + TURNS
                        + ": making the text of their rows "
                        + Text.percent(asText / alone - 1) + ", journal and tables "
                        + Text.percent((written - asText) / alone) + ", in all " + Text.percent(written / alone - 1));
    }

    /** Seconds for something done with each run of an experiment. */
    private double each(Experiment experiment, Consumer<Run> deed) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        long start = System.nanoTime();
        for (int place = 0; place < experiment.runCount(); place++) {
            Run run = experiment.run(place);
            workers.execute(() -> deed.accept(run));
        }
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("the runs do not end");
        }
        return (System.nanoTime() - start) * NANO;
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
