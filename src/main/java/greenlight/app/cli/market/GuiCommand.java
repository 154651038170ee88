package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.UsageError;
import greenlight.app.desktop.Desktop;
import greenlight.app.desktop.World;
import greenlight.market.Market;
import greenlight.market.model.BlockExecutor;
import greenlight.market.model.MarketModel;
import greenlight.market.model.Scenarios;
import greenlight.market.users.Buffers;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.run.Progress;
import greenlight.runner.run.StartMode;
import greenlight.runner.run.Sweep;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The market in MASON's console. */
@Command(
        name = "gui",
        description = "Opens MASON's console upon a market: its network, charts, inspectors and parameters in windows.",
        footer = {
            "",
            "A run that reaches its horizon is written as ./greenlight run would write it, byte for byte, into a folder",
            "of its own: SCENARIO-SEED-ID, where ID stands for the parameters. docs/desktop.md tells what the windows show.",
            "",
            "Examples:",
            "  ./greenlight gui",
            "  ./greenlight gui blank-market --seed 7 --set litigation=off --play"
        })
public final class GuiCommand implements Callable<Integer> {
    private final Console console;

    @picocli.CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "Where the market starts; sora-disney when not given. ./greenlight scenarios lists all.")
    private String scenario;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description =
                    "Turn a parameter at the start; may be given again. ./greenlight params lists all parameters; switches are on or off.")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Fixes all chance of the first run; 1 when not given.")
    private String seed = "1";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the users; all processors when not given. The result is the same.")
    private String threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the folders of the runs go; results/run when not given.")
    private Path out = Path.of("results", "run");

    @Option(names = "--play", description = "Start the first run at once.")
    private boolean play;

    public GuiCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors asked = new OptionErrors();
        String start =
                scenario == null ? Scenarios.names().get(0) : asked.oneOf("scenario", scenario, Scenarios.names());
        long luck = asked.seed(seed);
        int atOnce = asked.threads(threads);
        Map<Parameter, Double> turned = new LinkedHashMap<>();
        set.forEach(assignment -> asked.set(assignment, new MarketModel().parameters(), turned));
        asked.check();
        checkDisplay();
        Setting setting = Scenarios.setting(start);
        for (Map.Entry<Parameter, Double> parameter : turned.entrySet()) {
            setting = setting.with(parameter.getKey(), parameter.getValue());
        }
        try (BlockExecutor crew = new BlockExecutor(atOnce)) {
            Opened opened = new Opened(start, crew);
            Desktop.show(opened, setting, luck, play);
            return opened.code;
        }
    }

    private static void checkDisplay() throws UsageError {
        boolean none = GraphicsEnvironment.isHeadless();
        if (!none) {
            try {
                none = GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length == 0;
            } catch (AWTError | NoClassDefFoundError unreachable) {
                none = true;
            }
        }
        if (none) {
            throw new UsageError(
                    "There is no display to open a window on; ./greenlight run runs the same market without one.");
        }
    }

    /** The world that the windows are opened upon. */
    private final class Opened implements World {
        private final String start;
        private final BlockExecutor crew;
        private final Buffers buffers = new Buffers();
        private volatile int code;

        Opened(String start, BlockExecutor crew) {
            this.start = start;
            this.crew = crew;
        }

        @Override
        public Market market(Setting setting, long luck) {
            return new Market(Scenarios.of(start), setting, luck, crew, buffers);
        }

        @Override
        public void record(Market played, long luck) {
            Map<Parameter, Double> parameters = new LinkedHashMap<>();
            Setting unturned = Scenarios.setting(start);
            for (Parameter parameter : unturned.parameters()) {
                if (played.setting().get(parameter) != unturned.get(parameter)) {
                    parameters.put(parameter, played.setting().get(parameter));
                }
            }
            Model model = console.lens().apply(MarketModel.of(played));
            Experiment experiment = SingleRunExperiment.of(model, start, parameters, luck, false);
            Path folder = out.resolve(SingleRunExperiment.folder(experiment));
            try {
                Sweep.Result result = new Sweep(experiment, Shard.WHOLE, console.command())
                        .run(folder, 1, StartMode.OVERWRITE, new Progress(Progress.Way.NONE, console.err()));
                console.err()
                        .println("The tables are in " + result.folder() + "/: "
                                + String.join(", ", result.files().keySet()));
            } catch (IOException unwritten) {
                console.err().println(unwritten.getMessage());
                code = ExitCode.NO_FILE;
            } catch (BadExperiment refused) {
                refused.messages().forEach(console.err()::println);
                code = ExitCode.BAD_USAGE;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
