package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.app.page.PageFile;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the classroom page. */
@Command(
        name = "page",
        description = "Writes the classroom page: one HTML file with the market inside, which needs no Java, no server"
                + " and no network to be opened.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight page",
            "  ./greenlight page --out lesson.html --open",
            "  ./greenlight page --scenario worlds/mine"
        })
public final class PageCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "FILE",
            description = "Where it goes; greenlight.html when not given.")
    private Path out = Path.of("greenlight.html");

    @Option(names = "--open", description = "Open it in the browser.")
    private boolean open;

    @Mixin
    private OwnWorldsOption worlds;

    public PageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        checkFree();
        byte[] page = PageFile.text(worlds.read()).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(out, part -> Files.write(part, page));
        console.out().println(out);
        console.err()
                .println("Wrote " + out + " (" + Text.bytes(page.length)
                        + "). Open it in a browser; it needs nothing else.");
        if (open) {
            show();
        }
        return 0;
    }

    /** Nothing but an older page is replaced. */
    private void checkFree() throws UsageError, IOException {
        if (Files.isDirectory(out)) {
            throw new UsageError("--out is " + out + ", which is a folder; give the name of a file.");
        }
        if (Files.exists(out)
                && !Files.readString(out, StandardCharsets.ISO_8859_1).contains(PageFile.MARK)) {
            throw new UsageError(
                    "--out is " + out + ", a file that is no classroom page and stays as it is; give another name.");
        }
    }

    private void show() throws IOException {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            Desktop.getDesktop().browse(out.toUri());
        } else {
            console.err().println("No browser can be opened from here.");
        }
    }
}
