package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.cli.Said;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
    private static final String PAGE = "<!doctype html><title>é</title>";

    /** Sends a request as it stands, and returns the whole answer. */
    private static String raw(PageServer server, String request) throws IOException {
        int port = Integer.parseInt(server.address().replaceAll(".*:(\\d+)/", "$1"));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write((request.replace("PORT", Integer.toString(port)) + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | /                   | 127.0.0.1:PORT       | 200",
                "GET     | /greenlight.html    | localhost:PORT       | 200",
                "HEAD    | /                   | 127.0.0.1:PORT       | 200",
                "POST    | /                   | 127.0.0.1:PORT       | 405",
                "OPTIONS | /                   | 127.0.0.1:PORT       | 405",
                "DELETE  | /                   | 127.0.0.1:PORT       | 405",
                "GET     | /pom.xml            | 127.0.0.1:PORT       | 404",
                "GET     | /../pom.xml         | 127.0.0.1:PORT       | 404",
                "GET     | /%2e%2e/pom.xml     | 127.0.0.1:PORT       | 404",
                "GET     | //                  | 127.0.0.1:PORT       | 400",
                "GET     | /                   | evil.example         | 421",
                "GET     | /                   | evil.example:PORT    | 421",
                "GET     | /                   | 127.0.0.1            | 421",
            })
    void onlyThePageIsServedOnlyToItsOwnNameAndOnlyRead(String method, String path, String host, String code)
            throws IOException {
        try (PageServer server = PageServer.on(0, PAGE)) {
            String answer = raw(server, method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + code + " ");
            assertThat(answer.contains(PAGE)).isEqualTo(code.equals("200") && !method.equals("HEAD"));
        }
    }

    @Test
    void aRequestWithoutAHostIsNotServed() throws IOException {
        try (PageServer server = PageServer.on(0, PAGE)) {
            assertThat(raw(server, "GET / HTTP/1.0\r\n"))
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain(PAGE);
        }
    }

    @Test
    void noOtherInterfaceOfTheMachineAnswers() throws IOException {
        try (PageServer server = PageServer.on(0, PAGE)) {
            int port = Integer.parseInt(server.address().replaceAll(".*:(\\d+)/", "$1"));
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(each.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        try (Socket socket = new Socket()) {
                            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 500))
                                    .isInstanceOf(IOException.class);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aTakenPortIsSaidSo() throws IOException {
        try (PageServer server = PageServer.on(0, PAGE)) {
            int port = Integer.parseInt(server.address().replaceAll(".*:(\\d+)/", "$1"));
            assertThatThrownBy(() -> PageServer.on(port, PAGE).close())
                    .isInstanceOf(IOException.class)
                    .hasMessage("Port " + port + " is taken or not allowed; --port 0 picks a free one.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "80.5"})
    void aBadPortIsRefused(String port) {
        Said said = Said.by("serve", "--port=" + port);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("--port is " + port + "; allowed is a whole number from 0 to 65535.\n");
    }
}
