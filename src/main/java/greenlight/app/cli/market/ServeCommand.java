package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.UsageError;
import greenlight.app.page.PageFile;
import greenlight.app.page.PageServer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the classroom page, and nothing else, to this machine only. */
@Command(
        name = "serve",
        description = "Serves the classroom page on this machine, to this machine only, until it is interrupted.",
        footer = {"", "Examples:", "  ./greenlight serve", "  ./greenlight serve --port 0"})
public final class ServeCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "8080 when not given; 0 picks a free one and prints it.")
    private String port = "8080";

    @Mixin
    private OwnWorldsOption worlds;

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (PageServer server = PageServer.on(number(), PageFile.text(worlds.read()))) {
            console.out().println(server.address());
            console.out().flush();
            console.err().println("Serving the page to this machine; Ctrl-C ends it.");
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private int number() throws UsageError {
        try {
            int number = Integer.parseInt(port.strip());
            if (number >= 0 && number <= LARGEST_PORT) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // refused below
        }
        throw new UsageError("--port is " + port + "; allowed is a whole number from 0 to " + LARGEST_PORT + ".");
    }
}
