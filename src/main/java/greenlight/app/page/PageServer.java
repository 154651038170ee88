package greenlight.app.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the classroom page, and nothing else, on the loopback interface. */
public final class PageServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int READERS = 4;
    private static final String TYPE = "text/html; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final byte[] page;

    private PageServer(HttpServer server, byte[] page) {
        this.server = server;
        this.page = page;
    }

    /** Begins to serve. */
    public static PageServer on(int port, String page) throws IOException {
        InetSocketAddress place = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
        HttpServer server;
        try {
            server = HttpServer.create(place, 0);
        } catch (BindException taken) {
            throw new IOException("Port " + port + " is taken or not allowed; --port 0 picks a free one.", taken);
        }
        PageServer own = new PageServer(server, page.getBytes(StandardCharsets.UTF_8));
        server.createContext("/", own::answer);
        server.setExecutor(own.readers);
        server.start();
        return own;
    }

    /** Where the page is. */
    public String address() {
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
