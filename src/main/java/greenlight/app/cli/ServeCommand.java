package greenlight.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves the classroom page, and nothing else, to this machine only. */
@Command(
        name = "serve",
        description = "Serves the classroom page on this machine, to this machine only, until it is interrupted.",
        footer = {"", "Examples:", "  ./greenlight serve", "  ./greenlight serve --port 0"})
final class ServeCommand implements Callable<Integer> {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int LARGEST_PORT = 65_535;
    private static final int READERS = 4;
    private static final String TYPE = "text/html; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    @ParentCommand
    private Main main;

    @Option(names = "--port", paramLabel = "N", description = "8080 when not given; 0 picks a free one and prints it.")
    private String port = "8080";

    @Override
    public Integer call() throws Exception {
        try (Service service = Service.on(number(), PageFile.text())) {
            main.out.println(service.address());
            main.out.flush();
            main.err.println("Serving the page to this machine; Ctrl-C ends it.");
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

    /** One file under one name, on the loopback interface. */
    static final class Service implements AutoCloseable {
        private final HttpServer server;
        private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
        private final byte[] page;

        private Service(HttpServer server, byte[] page) {
            this.server = server;
            this.page = page;
        }

        /** Begins to serve. */
        static Service on(int port, String page) throws IOException {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
            HttpServer server;
            try {
                server = HttpServer.create(place, 0);
            } catch (BindException taken) {
                throw new IOException("Port " + port + " is taken or not allowed; --port 0 picks a free one.", taken);
            }
            Service service = new Service(server, page.getBytes(StandardCharsets.UTF_8));
            server.createContext("/", service::answer);
            server.setExecutor(service.readers);
            server.start();
            return service;
        }

        /** Where the page is. */
        String address() {
            return "http://127.0.0.1:" + port() + "/";
        }

        private int port() {
            return server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
                exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
                exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
                exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                String method = exchange.getRequestMethod();
                String path = exchange.getRequestURI().getRawPath();
                if (!isOwnHost(exchange)) {
                    refuse(exchange, 421, "This server answers to its own name only: " + address());
                } else if (!List.of("GET", "HEAD").contains(method)) {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                    refuse(exchange, 405, "Only GET and HEAD are answered.");
                } else if (!List.of("/", "/greenlight.html").contains(path)) {
                    refuse(exchange, 404, "There is one page here: " + address());
                } else {
                    send(exchange, 200, TYPE, page);
                }
            }
        }

        /** A page elsewhere that had its name point here is not let in. */
        private boolean isOwnHost(HttpExchange exchange) {
            List<String> hosts = exchange.getRequestHeaders().get("Host");
            return hosts != null
                    && hosts.size() == 1
                    && List.of("127.0.0.1:" + port(), "localhost:" + port()).contains(hosts.get(0));
        }

        private static void refuse(HttpExchange exchange, int code, String sentence) throws IOException {
            send(exchange, code, PLAIN, (sentence + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private static void send(HttpExchange exchange, int code, String type, byte[] body) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(code, -1);
                return;
            }
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }

        @Override
        public void close() {
            server.stop(0);
            readers.shutdownNow();
        }
    }
}
