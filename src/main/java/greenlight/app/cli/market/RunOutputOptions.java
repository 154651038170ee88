package greenlight.app.cli.market;

import greenlight.app.cli.console.OutputPathConverter;
import greenlight.runner.run.StartMode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the tables of a single run go, and which. */
public final class RunOutputOptions {
    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the tables go; a folder in results/run when not given.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace results that are in the folder of --out already.")
    private boolean overwrite;

    @Option(
            names = "--ledger",
            description = "Print who paid whom for what over the whole run, and write every payment to ledger.csv.")
    private boolean ledger;

    /** The folder of {@code --out}. */
    public Optional<Path> folder() {
        return Optional.ofNullable(out);
    }

    /** What becomes of earlier results: a folder that the program names is replaced. */
    public StartMode start() {
        return out == null || overwrite ? StartMode.OVERWRITE : StartMode.FRESH;
    }

    /** Whether payments are shown and written. */
    public boolean ledger() {
        return ledger;
    }
}
