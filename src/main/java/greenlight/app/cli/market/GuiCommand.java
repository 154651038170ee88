package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.cli.console.UsageError;
import greenlight.app.desktop.Desktop;
import greenlight.app.desktop.World;
import greenlight.market.Market;
import greenlight.market.model.BlockExecutor;
import greenlight.market.model.MarketModel;
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
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The market in MASON's console. */
@Command(
        name = "gui",
        description = "Opens MASON's console upon a market: its network, charts, inspectors and parameters in windows.",
        footer = {
            "",
            "A run that reaches its horizon is written as ./greenlight run would write it, byte for byte, into a"
                    + " folder of its own: SCENARIO-SEED-ID, where ID is made of the parameters. docs/desktop.md says what"
                    + " the windows show.",
            "",
            "Examples:",
            "  ./greenlight gui",
            "  ./greenlight gui blank-market --seed 7 --set litigation=off --play"
        })
public final class GuiCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StartOptions start;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
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
        OptionErrors errors = new OptionErrors();
        MarketModel market = start.model(new MarketModel(), errors);
        String scenario = start.scenario(market, errors);
        long seed = start.seed(errors);
        int atOnce = threads.count(errors);
        Map<Parameter, Double> parameters = new LinkedHashMap<>();
        start.set(market, errors, parameters);
        errors.check();
        checkDisplay();
        Setting setting = market.setting(scenario);
        for (Map.Entry<Parameter, Double> parameter : parameters.entrySet()) {
            setting = setting.with(parameter.getKey(), parameter.getValue());
        }
        try (BlockExecutor blocks = new BlockExecutor(atOnce)) {
            Opened opened = new Opened(market, scenario, blocks);
            Desktop.show(opened, setting, seed, play);
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
        private final MarketModel market;
        private final String scenario;
        private final BlockExecutor blocks;
        private final Buffers buffers = new Buffers();
        private volatile int code;

        Opened(MarketModel market, String scenario, BlockExecutor blocks) {
            this.market = market;
            this.scenario = scenario;
            this.blocks = blocks;
        }

        @Override
        public Market market(Setting setting, long seed) {
            return new Market(market.world(scenario, setting), setting, seed, blocks, buffers);
        }

        @Override
        public void record(Market played, long seed) {
            Map<Parameter, Double> parameters = SingleRunExperiment.changed(played.setting(), market.setting(scenario));
            Model model = console.lens().apply(market.of(played));
            Experiment experiment = SingleRunExperiment.of(model, scenario, parameters, seed, false);
            Path folder = out.resolve(SingleRunExperiment.folder(experiment));
            try {
                Sweep.Result result = new Sweep(experiment, Shard.WHOLE, console.command())
                        .run(folder, 1, StartMode.OVERWRITE, Progress.none());
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
